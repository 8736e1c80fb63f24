/// The name of a function that stands without its parentheses, or with arguments in them, as stacks of panics have it:
/// `main.loop.func1`, `main.(*T).run(...)`, `main.run(0xc000012345, 0x1)`.
enum GoBareFunction {
  /// The name in a line; nil where the line is anything else. Words with a dot are names, too: what is below has to prove
  /// that it is a function.
  static func name(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    guard let last = line.last else { return nil }
    var name = line
    if bytes[last] == UInt8(ascii: ")") {
      guard let start = argumentsStart(bytes, line) else { return nil }
      name = line.lowerBound..<start
    }
    return isName(bytes, name) ? name : nil
  }

  /// Whether a name has what a function's has without doubt: a dot, or the prefix of those that cgo makes.
  static func isQualified(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    bytes.first(UInt8(ascii: "."), in: name) != nil
      || bytes.has("_cgoexp_", at: name.lowerBound, end: name.upperBound)
  }

  /// Where the arguments begin at the end of a line: numbers, or the dots that stand for them.
  private static func argumentsStart(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    var index = line.upperBound - 1
    while index > line.lowerBound {
      index -= 1
      if bytes[index] == UInt8(ascii: "(") { return index }
      guard isOfArguments(bytes[index]) else { return nil }
    }
    return nil
  }

  private static func isOfArguments(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "x"), UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "?"),
      UInt8(ascii: "_"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    // `…`, by its bytes.
    case 0xE2, 0x80, 0xA6: true
    default: hexDigit(byte) != nil
    }
  }

  /// Whether a text is a qualified name: a package path, a dot, and identifiers. Anything may stand inside brackets.
  private static func isName(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard let first = text.first, let last = text.last, bytes[first].beginsIdentifier,
      bytes[last] != UInt8(ascii: "."), !bytes.ends(".go", in: text)
    else { return false }
    var depth = 0
    // Dots before the last slash belong to the package's path.
    var hasDot = bytes.has("_cgoexp_", at: first, end: text.upperBound)
    for index in text {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth < 0 { return false }
      case UInt8(ascii: "/") where depth == 0: hasDot = false
      case UInt8(ascii: ".") where depth == 0: hasDot = true
      case let byte: guard depth > 0 || isOfName(byte) else { return false }
      }
    }
    return depth == 0 && hasDot
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "%"), UInt8(ascii: "~"), UInt8(ascii: "@"): true
    default: byte.beginsIdentifier || byte.isDigit
    }
  }
}
