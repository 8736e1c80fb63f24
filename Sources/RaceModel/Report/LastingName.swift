/// The part of a function's name that stays the same in all builds, however the name was decoded.
///
/// | left out | where |
/// |---|---|
/// | `::h2b2c1fdcf5ad676c` at the end | Rust's hash |
/// | `17h2b2c1fdcf5ad676c` before the last `E` of `_ZN...E` | the same, mangled |
/// | `[2b2c1fdcf5ad676c]` before `::` | the hash of a crate of Rust |
/// | `saBcD1_` of a crate in `_RNvCsaBcD1_3app2rd` | the same, mangled: see `RustCrateHashes` |
/// | the blank of `> >` | LLVM's demangler prints none since version 14 |
///
/// `{anonymous}::`, as GCC spells it, is `(anonymous namespace)::`, as demanglers do.
enum LastingName {
  /// The lasting part of a name without the suffixes of clones; most names are all lasting.
  static func of(_ name: String) -> String {
    if let mangled = ofMangled(name) { return mangled }
    let name = withoutHash(name)
    return mayDiffer(name.utf8) ? respelled(Array(name.utf8)) : name
  }

  /// A name without `::h` and sixteen hexadecimal digits at its end.
  private static func withoutHash(_ function: String) -> String {
    let name = function.utf8
    // For most names the letter alone decides.
    guard name.count > 19, name[name.index(name.endIndex, offsetBy: -17)] == UInt8(ascii: "h"),
      name.dropLast(17).suffix(2).elementsEqual("::".utf8), name.suffix(16).allSatisfy({ isHashDigit($0) })
    else { return function }
    return String(function.dropLast(19))
  }

  private static func isHashDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte &- 0x61 < 6
  }

  // MARK: Mangled names

  /// A mangled name of Rust without its hashes; nil for any other name.
  private static func ofMangled(_ name: String) -> String? {
    guard name.utf8.first == UInt8(ascii: "_") else { return nil }
    // Apple's systems put one more `_` before names.
    let start = name.utf8.dropFirst().first == UInt8(ascii: "_") ? 2 : 1
    switch name.utf8.dropFirst(start).first ?? 0 {
    case UInt8(ascii: "Z"):
      let bytes = Array(name.utf8)
      guard isOldRust(bytes.span) else { return nil }
      return String(decoding: bytes[..<(bytes.count - 20)], as: UTF8.self) + "E"
    case UInt8(ascii: "R"): return RustCrateHashes.removed(from: Array(name.utf8), pathAt: start + 1)
    default: return nil
    }
  }

  /// Whether a name that begins with `_Z` or `__Z` ends with a hash.
  private static func isOldRust(_ name: Span<UInt8>) -> Bool {
    let hash = name.count - 20
    return hash > 4 && name.has("17h", at: hash, end: name.count) && name[name.count - 1] == UInt8(ascii: "E")
      && (hash + 3..<name.count - 1).allSatisfy { isHashDigit(name[$0]) }
  }

  // MARK: Decoded names

  /// Whether a name holds a sign of what may be spelled in two ways.
  private static func mayDiffer(_ name: String.UTF8View) -> Bool {
    var (last, before): (UInt8, UInt8) = (0, 0)
    for byte in name {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): return true
      case UInt8(ascii: ">"): if last == 0x20, before == UInt8(ascii: ">") { return true }
      default: break
      }
      (before, last) = (last, byte)
    }
    return false
  }

  private static func respelled(_ name: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(name.count)
    var index = 0
    while index < name.count {
      switch name[index] {
      case 0x20 where text.last == UInt8(ascii: ">") && name.span.has(" >", at: index, end: name.count):
        index += 1
      case UInt8(ascii: "{") where name.span.has("{anonymous}::", at: index, end: name.count):
        text.append(contentsOf: "(anonymous namespace)".utf8)
        index += 11
      case UInt8(ascii: "["):
        let end = crateHashEnd(name.span, index)
        if end == nil { text.append(name[index]) }
        index = end ?? index + 1
      default:
        text.append(name[index])
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Where the hash of a crate ends whose bracket is at a place; nil where none is. Zeros it begins with are not printed.
  private static func crateHashEnd(_ name: Span<UInt8>, _ bracket: Int) -> Int? {
    guard bracket > 0, case let before = name[bracket - 1],
      before.isLetter || before.isDigit || before == UInt8(ascii: "_")
    else { return nil }
    var end = bracket + 1
    while end < name.count, isHashDigit(name[end]) { end += 1 }
    guard 12...16 ~= end - bracket - 1, name.has("]::", at: end, end: name.count) else { return nil }
    return end + 1
  }
}
