import GrammarExamples
import Testing

@testable import RaceModel

/// Parallel tests: the last announced test may not be the one that raced.
@Suite struct ParallelTestTests {
  private static let blame = "    testing.go:1319: race detected during execution of test"
  private static let report = GoExamples.lines(GoExamples.plain)
  private static let above = [
    "=== RUN   TestA", "=== PAUSE TestA", "=== RUN   TestB", "=== PAUSE TestB", "=== CONT  TestA",
    "=== CONT  TestB",
  ]

  /// The lines below a report that was printed when `TestB` had been announced last, and the report's test.
  private static let results: [(lines: [String], test: String)] = [
    (["=== NAME  TestA", blame, "--- FAIL: TestA (0.01s)", "--- PASS: TestB (0.00s)", "FAIL"], "TestA"),
    (["=== CONT  TestA", blame, "--- FAIL: TestA (0.01s)", "--- PASS: TestB (0.00s)", "FAIL"], "TestA"),
    (
      [
        "=== NAME  TestA", blame, "--- FAIL: TestA (0.01s)", "a line", "--- PASS: TestC (0.00s)",
        "--- PASS: TestB (0.00s)",
      ],
      "TestA"
    ),
    // The announced test has no result, or failed too.
    (["=== NAME  TestA", blame, "--- FAIL: TestA (0.01s)", "FAIL"], "TestB"),
    (["=== NAME  TestA", blame, "--- FAIL: TestA (0.01s)", "--- PASS: TestC (0.00s)"], "TestB"),
    (["=== NAME  TestA", blame, "--- FAIL: TestA (0.01s)", "--- FAIL: TestB (0.00s)"], "TestB"),
    // Two tests are blamed.
    (
      [
        "=== NAME  TestA", blame, "=== NAME  TestC", blame, "--- FAIL: TestA (0.01s)",
        "--- PASS: TestB (0.00s)",
      ],
      "TestB"
    ),
    // The announced test itself is blamed.
    (["=== NAME  TestB", blame, "--- FAIL: TestB (0.01s)", "--- PASS: TestA (0.00s)"], "TestB"),
    // Not a result of a test.
    (["=== NAME  TestA", blame, "--- FAIL: TestA (0.01s)", "see --- PASS: TestB (0.00s)"], "TestB"),
    (["=== NAME  TestA", blame, "--- FAIL: TestA (0.01s)", "--- PASS: TestB"], "TestB"),
  ]

  private static func tests(_ log: ReadLog) -> [String] {
    log.entries.map { log.index.printedDuring($0)?.test ?? "-" }
  }

  @Test(arguments: results.indices, ["", "2026-11-22T09:41:06.7055017Z ", "ci-1  | ", "> "])
  func `the only blamed test counts when the announced one has passed`(
    position: Int, prefix: String
  ) throws {
    let (lines, test) = Self.results[position]
    for end in ["\n", "\r\n"] {
      let log = (Self.above + Self.report + lines).map { prefix + $0 + end }.joined()
      #expect(Self.tests(try ReadLog(log)) == [test], "\(lines)")
      #expect(Self.tests(try ReadLog(log, chunkSize: 7)) == [test], "\(lines), in pieces")
    }
  }

  @Test(arguments: results.indices)
  func `records say the same`(position: Int) throws {
    let (lines, test) = Self.results[position]
    var current = "TestB"
    let log = (Self.report + lines).map { line in
      for word in ["=== NAME  ", "=== CONT  ", "--- FAIL: ", "--- PASS: "] where line.hasPrefix(word) {
        current = String(line.dropFirst(10).prefix { $0 != " " })
      }
      return
        #"{"Time":"2026-11-22T09:55:03.7Z","Action":"output","Package":"shop","Test":"\#(current)","Output":"\#(line)\n"}"#
    }
    #expect(Self.tests(try ReadLog(log.joined(separator: "\n"))) == [test], "\(lines)")
  }

  @Test func `passed subtests count too`() throws {
    let log =
      ["=== CONT  TestA", "=== CONT  TestB/part"] + Self.report
      + [
        "=== NAME  TestA", Self.blame, "--- FAIL: TestA (0.01s)", "--- PASS: TestB (0.00s)",
        "    --- PASS: TestB/part (0.00s)",
      ]
    #expect(Self.tests(try ReadLog(log.joined(separator: "\n"))) == ["TestA"])
  }

  @Test(arguments: [150, 300, 500, 900], [2000, 5000])
  func `segments of a log agree with the whole`(size: Int, overlap: Int) throws {
    let quiet = (0..<30).map { "a line of the program's own output, number \($0)" }
    let lines = Self.results.flatMap { quiet + Self.above + Self.report + $0.lines + ["ok  \tend\t0.01s"] }
    let log = try TemporaryLog((lines.joined(separator: "\n") + "\n").utf8)
    let file = try LogFile.open(log.path)
    let pieces = ReadLog(file, with: LogReader(chunkSize: 1 << 16, pieceSize: size, overlap: overlap))
    #expect(Self.tests(pieces) == Self.results.map(\.test))
  }
}
