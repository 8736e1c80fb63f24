/// The open text of a report, or of another line, with its surroundings.
public struct RawState: Sendable {
  /// The report, a position in the index; nil for another line.
  public var report: Int?
  /// The source, a position in the index.
  public var source: Int
  /// The physical lines of the report, or the other line.
  public var lines: ClosedRange<Int>
  /// The text.
  public var text: RawText
  /// The focused line, a position in the text.
  public var cursor: Int
  /// The first line on the screen.
  public var top: Int
  /// The first column on the screen.
  public var left = 0

  /// The text with the cursor on the report's first line.
  public init(report: Int?, source: Int, lines: ClosedRange<Int>, text: RawText) {
    self.report = report
    self.source = source
    self.lines = lines
    self.text = text
    cursor = max(0, min(lines.lowerBound - text.firstNumber, text.lines.count - 1))
    top = max(0, cursor - 2)
    if text.lines.indices.contains(cursor) { left = Self.output(in: text.lines[cursor]) }
  }

  /// Where the text of a record of `go test -json` begins: what stands before it fills a screen.
  private static func output(in line: String) -> Int {
    let (bytes, mark) = (Array(line.utf8), Array(#""Output":""#.utf8))
    guard line.hasPrefix("{"), bytes.count > mark.count else { return 0 }
    return (0...bytes.count - mark.count).first { bytes[$0...].starts(with: mark) } ?? 0
  }

  /// Puts the cursor on the line on which it was in another text of the same log.
  mutating func keepPlace(of old: RawState) {
    let moved = old.text.firstNumber - text.firstNumber
    cursor = max(0, min(old.cursor + moved, text.lines.count - 1))
    top = max(0, old.top + moved)
    left = old.left
  }
}
