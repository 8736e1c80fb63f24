/// A text in double quotes that was folded: YAML writes a long string on several lines, each indented, a blank in place
/// of each line end (YAML 1.2, 7.3.1). Its own line ends are escaped.
///
/// ```
/// message: "WARNING:
///   DATA RACE\nRead at 0x00c000012030 by goroutine 8:\n  main.Write()\n
///   \ main.Read()\n"
/// ```
struct FoldedText {
  /// The text so far, still escaped.
  private(set) var text: [UInt8]
  /// The lines that it stands on.
  var extent: LineExtent
  /// Whether the quote that ends it was read.
  private(set) var isWhole = false

  /// A text of more bytes is not put together.
  static let longest = 1 << 16

  /// Begins with the line that opens the string.
  init(_ bytes: Span<UInt8>, _ line: Range<Int>, from quote: Int, _ extent: LineExtent) {
    text = []
    self.extent = extent
    append(bytes, quote + 1..<line.upperBound)
  }

  /// Takes the next line.
  mutating func add(_ bytes: Span<UInt8>, _ line: Range<Int>, _ extent: LineExtent) {
    self.extent = self.extent.joined(to: extent)
    let part = bytes.trimmed(line)
    if part.isEmpty {
      text.append(0x0A)
      return
    }
    if endsEscaped {
      text.removeLast()
    } else if text.last != 0x0A {
      text.append(0x20)
    }
    append(bytes, part)
  }

  private mutating func append(_ bytes: Span<UInt8>, _ part: Range<Int>) {
    let part = part.lowerBound..<max(part.lowerBound, bytes.trimmed(part).upperBound)
    if let end = JSONText.endOfString(bytes, part) {
      isWhole = true
      text.append(bytes, part.lowerBound..<end)
    } else {
      text.append(bytes, part)
    }
  }

  /// Whether a backslash takes the place of the line end.
  private var endsEscaped: Bool {
    text.reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  /// The quote of a line that opens a string and does not close it; nil when there is none.
  static func opening(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let value = behindKey(bytes, line)..<line.upperBound
    guard let quote = bytes.first(UInt8(ascii: "\""), in: value), quote > line.lowerBound + 1,
      bytes[quote - 1] == 0x20,
      bytes[quote - 2] == UInt8(ascii: ":") || bytes[quote - 2] == UInt8(ascii: "-"),
      JSONText.endOfString(bytes, quote + 1..<line.upperBound) == nil
    else { return nil }
    return quote
  }

  /// Where the colon is behind a key in quotes that a line begins with: `"message": "..."`; where the line begins when it
  /// begins with none.
  private static func behindKey(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int {
    let text = bytes.trimmed(line)
    guard let first = text.first, bytes[first] == UInt8(ascii: "\""),
      let end = JSONText.endOfString(bytes, first + 1..<text.upperBound),
      bytes.has("\": ", at: end, end: text.upperBound)
    else { return line.lowerBound }
    return end + 1
  }

  /// Where the line begins that opens the string around a line; nil when the line is in none. Lines of it have escaped
  /// line ends, and no quotes.
  static func start(_ bytes: Span<UInt8>, around line: Range<Int>) -> Int? {
    var current = line
    let floor = max(0, line.lowerBound - longest)
    while bytes.first("\\n", in: current) != nil || current != line {
      if opening(bytes, current) != nil { return current.lowerBound }
      if JSONText.endOfString(bytes, current) != nil || current.lowerBound <= floor { return nil }
      let end = current.lowerBound - 1
      current = (bytes.last(0x0A, in: floor..<end).map { $0 + 1 } ?? floor)..<end
    }
    return nil
  }
}
