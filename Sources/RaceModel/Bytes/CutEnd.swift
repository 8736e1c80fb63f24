/// A line that a viewer has cut at the right: it ends with `…`, with three dots behind a part of a word, or with a `>`, as
/// in pagers, that closes nothing.
///
/// ```
///     #0 depot::Shelf::put(int) /home/ann/depot/src…
///     #1 depot::run(std::vector<int>) /home/ann/dep>
/// ==7==    by 0x4C3A5F2: vgDrd_thread_wrapper (drd_pthread_intercepts...
/// ```
enum CutEnd {
  /// Whether a line ends so.
  @inline(__always)
  static func isIn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let last = bytes.lastVisible(in: line),
      bytes[last] == 0xA6 || bytes[last] == UInt8(ascii: ".") || bytes[last] == UInt8(ascii: ">")
    else {
      return false
    }
    return start(bytes, line.lowerBound..<last + 1) != nil
  }

  /// The line without the word that was cut; nil where nothing was, or nothing is left.
  static func removed(from bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    let text = bytes.trimmed(line)
    guard let mark = start(bytes, text) else { return nil }
    let word = bytes.lastWordStart(in: text.lowerBound..<mark)
    let rest = line.lowerBound..<bytes.trimmed(text.lowerBound..<word).upperBound
    let kept = bytes.trimmed(rest)
    // Right after the number of a frame the mark stands for frames left out: `#2 …`.
    let isNumber = kept.first.map { bytes[$0] == UInt8(ascii: "#") } ?? false
    return kept.isEmpty || (isNumber && bytes.first(0x20, in: kept) == nil) ? nil : rest
  }

  /// Where the mark begins that ends a text.
  static func start(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    if bytes.ends("…", in: text) { return text.upperBound - 3 }
    if bytes.ends(">", in: text) { return closesNothing(bytes, text) ? text.upperBound - 1 : nil }
    guard bytes.ends("...", in: text), text.count > 4 else { return nil }
    // Three dots alone are lines that were left out; behind `0x` they are an address.
    let start = text.upperBound - 3
    let word = bytes.lastWordStart(in: text.lowerBound..<start)
    guard start > word, bytes[start - 1] != UInt8(ascii: "."),
      bytes.first("0x", in: word..<start) == nil
    else {
      return nil
    }
    return start
  }

  /// Whether the `>` that ends a text is neither the end of a list of types, nor that of an arrow.
  private static func closesNothing(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    var depth = 0
    for index in text {
      switch bytes[index] {
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">"):
        let isArrow =
          index > text.lowerBound
          && (bytes[index - 1] == UInt8(ascii: "-") || bytes[index - 1] == UInt8(ascii: "="))
        if !isArrow { depth -= 1 } else if index == text.upperBound - 1 { return false }
      default: break
      }
    }
    guard depth == -1 else { return false }
    // These operators have halves of brackets.
    return !["operator<", "operator>", "operator-"].contains { (name: StaticString) in
      bytes.first(name, in: text) != nil
    }
  }
}
