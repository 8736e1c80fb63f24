/// A method of Objective-C, or a block in one: `-[Pond fillWith:at:]`, `__22-[Pond fillWith:at:]_block_invoke`.
struct SelectorName {
  private let whole: String
  /// `[Pond fillWith:at:]`
  private let message: String
  /// `fillWith:at:`
  private let selector: String

  /// A name that has a class and a selector in brackets; nil of any other.
  init?(_ name: String) {
    // By bytes: most names are none.
    guard let open = name.utf8.firstIndex(of: UInt8(ascii: "[")), open > name.startIndex,
      case let sign = name.utf8[name.utf8.index(before: open)],
      sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+"),
      let close = name.utf8.lastIndex(of: UInt8(ascii: "]")), open < close
    else { return nil }
    let parts = name[name.index(after: open)..<close].split(separator: " ")
    guard parts.count == 2, !name[..<open].contains(where: { ":. (<".contains($0) }) else { return nil }
    (whole, message, selector) = (name, String(name[open...close]), String(parts[1]))
  }

  /// The name in at most `width` columns: the selector goes last.
  func fitted(_ width: Int, _ ellipsis: Unicode.Scalar) -> String {
    let mark = String(ellipsis)
    let shorter = [
      whole, mark + message + (whole.hasSuffix("]") ? "" : mark), mark + selector + mark, selector,
    ]
    return shorter.first { Fitting.columns($0) <= width } ?? Fitting.middle(selector, width, ellipsis)
  }
}
