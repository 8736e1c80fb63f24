/// A function after a mark that somebody put there, or after program output without a line end.
///
/// ```
/// > main.add()
/// **main.add()**
/// ->main.add()
/// ok  main.add()
/// ```
///
/// Sentences end in calls, too: what is below has to prove that it is a function.
struct GoMarkedFunction {
  /// The function's name.
  let name: Range<Int>
  /// What a program has printed before it; empty where only marks are there.
  let output: Range<Int>

  /// What marks around a function end with.
  private static let closings: ASCIISet = "*`~"

  /// The function in a line; nil where it holds none, or may hold only a part of one.
  init?(_ bytes: Span<UInt8>, _ line: Range<Int>) {
    var end = line.upperBound
    while end > line.lowerBound, Self.closings.contains(bytes[end - 1]) { end -= 1 }
    guard end - line.lowerBound > 2, bytes.has("()", at: end - 2, end: end) else { return nil }
    let word = Self.wordStart(bytes, line.lowerBound..<end - 2)
    let words = line.lowerBound..<bytes.trimmed(line.lowerBound..<word).upperBound
    guard words.isEmpty || Self.isApart(bytes, words, from: word) else { return nil }
    let text = FrontMark.end(bytes, word..<end - 2)..<end - 2
    guard !text.isEmpty, GoBareFunction.name(bytes, text) == text else { return nil }
    name = text
    output = Self.holdsOutput(bytes, words) ? words : line.lowerBound..<line.lowerBound
  }

  /// Where the last word begins: behind a blank outside of brackets.
  private static func wordStart(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int {
    var depth = 0
    var index = text.upperBound
    while index > text.lowerBound {
      switch bytes[index - 1] {
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth += 1
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth -= 1
      case 0x20 where depth <= 0, 0x09 where depth <= 0: return index
      default: break
      }
      index -= 1
    }
    return index
  }

  /// Whether the text before a word cannot be the beginning of the name: a name may have got a blank inside. The detector
  /// prints two blanks before a function.
  private static func isApart(_ bytes: Span<UInt8>, _ text: Range<Int>, from word: Int) -> Bool {
    guard let last = text.last else { return true }
    if bytes[word - 1] == 0x09 || word - text.upperBound > 1 { return true }
    switch bytes[last] {
    case UInt8(ascii: "."): return text.count == 1 || bytes[last - 1] == UInt8(ascii: ".")
    case UInt8(ascii: "*"): return !holdsOutput(bytes, text)
    case UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "_"): return false
    case let byte: return !byte.isLetter && !byte.isDigit
    }
  }

  /// Whether a text is more than marks: words, or the dots with which programs show their progress.
  private static func holdsOutput(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    text.contains { bytes[$0].isLetter || bytes[$0].isDigit || bytes[$0] == UInt8(ascii: ".") }
  }
}
