import GrammarExamples
import Testing

@testable import RaceModel

/// Tests that `race detected during execution of test` blames for the reports above it.
@Suite struct TestClaimTests {
  private static let blame = "    testing.go:1867: race detected during execution of test"

  /// A test whose code races after its subtest is over.
  private static let outer =
    ["=== RUN   TestOuter", "=== RUN   TestOuter/inner"] + GoExamples.lines(GoExamples.plain)
    + ["=== NAME  TestOuter", blame, "--- FAIL: TestOuter (0.01s)", "    --- PASS: TestOuter/inner (0.00s)"]

  private static func tests(_ log: ReadLog) -> [String] {
    log.entries.map { log.index.printedDuring($0)?.test ?? "-" }
  }

  private static func tests(_ lines: [String], end: String = "\n") throws -> [String] {
    tests(try ReadLog(lines.joined(separator: end) + end))
  }

  @Test(arguments: ["", "2026-11-22T09:41:06.7055017Z ", "ci-1  | ", "> "], ["\n", "\r\n"])
  func `a test that is named below a report is blamed instead of its subtest`(prefix: String, end: String)
    throws
  {
    #expect(try Self.tests(Self.outer.map { prefix + $0 }, end: end) == ["TestOuter"])
  }

  @Test func `all reports since the last blame belong to the test`() throws {
    let report = GoExamples.lines(GoExamples.plain)
    let other = GoExamples.lines(GoExamples.other)
    // The first race is the subtest's, as the runner's line without a name says: the subtest was announced last.
    let lines =
      ["=== RUN   TestOuter", "=== RUN   TestOuter/inner"] + report + [Self.blame] + other + report
      + ["=== NAME  TestOuter", Self.blame, "--- FAIL: TestOuter (0.01s)", "=== RUN   TestNext"] + other
      + [Self.blame]
    #expect(try Self.tests(lines) == ["TestOuter/inner", "TestOuter", "TestOuter", "TestNext"])
  }

  @Test(arguments: ["TestOuter/other", "TestOut", "TestOuter/inn", "TestOther"])
  func `blaming a test that does not contain the announced one is a coincidence`(name: String) throws {
    let lines =
      ["=== RUN   TestOuter", "=== RUN   TestOuter/inner"] + GoExamples.lines(GoExamples.plain)
      + ["=== NAME  " + name, Self.blame]
    #expect(try Self.tests(lines) == ["TestOuter/inner"])
  }

  @Test func `a report without its last bar is blamed on the test, too`() throws {
    let open = ["=== RUN   TestOuter/inner"] + GoExamples.lines(GoExamples.plain).dropLast()
    #expect(
      try Self.tests(open + ["=== NAME  TestOuter", Self.blame, "--- FAIL: TestOuter"]) == ["TestOuter"])
  }

  @Test func `records name the test that is blamed`() throws {
    func records(_ package: String, _ test: String, _ lines: [String]) -> [String] {
      let names = #""Action":"output","Package":"\#(package)","Test":"\#(test)""#
      return lines.map { #"{"Time":"2026-11-22T09:55:03.7Z",\#(names),"Output":"\#($0)\n"}"# }
    }
    let report = GoExamples.lines(GoExamples.plain)
    // The other package's report does not belong to the first one, though the blame follows it.
    let lines =
      records("shop", "TestOuter/inner", report) + records("cart", "TestOuter/inner", report)
      + records("shop", "TestOuter", ["=== CONT  TestOuter", Self.blame])
    #expect(try Self.tests(lines) == ["TestOuter", "TestOuter/inner"])
  }

  @Test func `a report inside a quoted text is blamed on the test`() throws {
    let text = Self.outer.joined(separator: #"\n"#)
    let padding = String(repeating: "x", count: 400)
    #expect(try Self.tests([#"{"output": ["\#(padding)"], "log": ["\#(text)\n"]}"#]) == ["TestOuter"])
  }

  /// The part read before a segment contains at least the announcements of its reports.
  @Test(arguments: [150, 300, 500, 900], [2000, 5000])
  func `segments of a log agree with the whole`(size: Int, overlap: Int) throws {
    let quiet = (0..<30).map { "a line of the program's own output, number \($0)" }
    let lines = quiet + Self.outer + quiet + Self.outer + Self.outer + quiet
    let log = try TemporaryLog((lines.joined(separator: "\n") + "\n").utf8)
    let file = try LogFile.open(log.path)
    let pieces = ReadLog(file, with: LogReader(chunkSize: 1 << 16, pieceSize: size, overlap: overlap))
    #expect(Self.tests(pieces) == ["TestOuter", "TestOuter", "TestOuter"])
  }

  @Test func `a claim far below is not one`() throws {
    let quiet = (0..<3000).map { "a line of the program's own output, number \($0)" }
    let lines = ["=== RUN   TestOuter/inner"] + GoExamples.lines(GoExamples.plain) + quiet
    #expect(try Self.tests(lines + ["=== NAME  TestOuter", Self.blame]) == ["TestOuter/inner"])
  }
}
