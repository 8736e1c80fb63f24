import GrammarExamples
import Testing

@testable import RaceModel

/// Reports of which single lines have something before or behind them: what is around all lines is known from two of
/// them, this is not.
@Suite struct MarkedLineTests {
  private static let plain = TransportTests.plain
  /// Those that end with a bar.
  private static let barred = plain.filter { ["go", "tsan", "kcsan"].contains($0.detector) }
  /// Those whose lines have no prefix of their own, so that a mark may be right before their text.
  private static let unmarked = plain.filter { ["go", "tsan"].contains($0.detector) }

  /// KCSAN's bar is above its title, too, and its report is not known to be whole without the other one.
  @Test(
    arguments: barred,
    [
      "', 2);", "\",open", "\"##), 3);", "]])", "-}", " *)", "]]></failure>", ".", ",", ";", ")", " (end)",
      "</pre>",
    ])
  func `anything may be behind the bar that ends a report`(_ report: TransportTests.Plain, _ end: String)
    throws
  {
    let text = report.log.trimming("\n") + end + "\nand so on\n"
    try expectRead(text, report.outline, end)
  }

  @Test(arguments: ["", "2024-03-05T10:00:01Z "])
  func `each line twice`(_ stamp: String) throws {
    let lines = GoExamples.lines(GoExamples.plain).flatMap { [stamp + $0, stamp + $0] }
    let text = (lines + lines).joined(separator: "\n") + "\n"
    let outline = ["4-27", "32-55"].map { GoExamples.moved(GoExamples.plainOutline, to: $0) }
    try expectRead(text, outline.joined(separator: "\n"), "twice")
  }

  @Test func `a heading in a report is no bar`() throws {
    let text = GoExamples.plain.dropLast(18) + "================== 3 failed =====\n"
    #expect(try ReadLog(String(text)).entries.map(\.isComplete) == [false])
  }

  @Test func `a report behind a bar is read`() throws {
    let first = GoExamples.lines(GoExamples.plain).dropLast()
    let second = GoExamples.lines(GoExamples.other).dropFirst()
    let text = first + ["================== " + (second.first ?? "")] + second.dropFirst()
    #expect(try ReadLog(text.joined(separator: "\n")).entries.count == 2)
  }

  private static let marks = ["##[error]", "##[warning]", "Error: ", "make[1]: ", "make: ", "gmake[2]: "]

  /// The report with a mark before each line of a few, and a stamp before all.
  private static func marked(_ text: String, _ mark: String, stamp: String, _ isMarked: (Int) -> Bool)
    -> String
  {
    GoExamples.wrapped(text) { number, line in stamp + (isMarked(number) ? mark : "") + line }
  }

  @Test(arguments: unmarked, marks)
  func `marks of CI systems before some lines`(_ report: TransportTests.Plain, _ mark: String) throws {
    let count = GoExamples.lines(report.log).count
    for stamp in ["", "2024-03-05T10:00:01.1234567Z "] {
      // The bar, the header, each line of a frame, the blank line, the last bar.
      for line in (0..<count).filter({ $0 != 1 }) {
        let text = Self.marked(report.log, mark, stamp: stamp) { $0 == line }
        try expectRead(text, report.outline, "\(stamp)\(mark)\(line)")
      }
      let first = Self.marked(report.log, mark, stamp: stamp) { [0, 3, 6].contains($0) }
      try expectRead(first, report.outline, "\(stamp)\(mark), several")
    }
  }

  @Test func `words behind a mark are no frame`() throws {
    let lines = GoExamples.lines(GoExamples.plain)
    let text = lines[..<5] + ["Error: Process completed with exit code 1."] + lines[5...]
    try expectRead(
      text.joined(separator: "\n"),
      GoExamples.moved(GoExamples.plainOutline, to: "2-15")
        + "\n  note: Error: Process completed with exit code 1.",
      "words")
  }
}
