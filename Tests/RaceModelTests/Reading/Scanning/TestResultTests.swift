import GrammarExamples
import Testing

@testable import RaceModel

/// Tests named only by their results next to the runner's blame.
@Suite struct TestResultTests {
  private static let blame = "testing.go:1867: race detected during execution of test"
  private static let report = GoExamples.lines(GoExamples.plain)
  private static let other = GoExamples.lines(GoExamples.other)

  private static func tests(_ log: ReadLog) -> [String] {
    log.entries.map { log.index.printedDuring($0)?.test ?? "-" }
  }

  /// The lines after a report, and the test that they give it; `-` for none.
  private static let results: [(lines: [String], test: String)] = [
    // go test: a result, then its messages.
    (["--- FAIL: TestOuter (0.01s)", "    " + blame, "FAIL"], "TestOuter"),
    (["--- FAIL: TestOuter (0.01s)", "    a_test.go:9: got 3, want 4", "    " + blame, "FAIL"], "TestOuter"),
    (["--- FAIL: BenchmarkAdd-8", "    " + blame, "FAIL"], "BenchmarkAdd"),
    (["BenchmarkAdd-8   \t--- FAIL: BenchmarkAdd-8", "    " + blame, "FAIL"], "BenchmarkAdd"),
    (["--- FAIL: FuzzAdd (0.00s)", "    " + blame], "FuzzAdd"),
    // go test -v: messages, then the result.
    (
      ["    " + blame, "--- FAIL: TestOuter (0.01s)", "    --- PASS: TestOuter/inner (0.00s)", "FAIL"],
      "TestOuter"
    ),
    (["    " + blame, "--- FAIL: BenchmarkAdd", "FAIL"], "BenchmarkAdd"),
    (["=== NAME  TestOuter", "    " + blame, "--- FAIL: TestOuter (0.01s)"], "TestOuter"),
    // One subtest, or one of several.
    (
      ["--- FAIL: TestOuter (0.01s)", "    --- FAIL: TestOuter/inner (0.01s)", "        " + blame, "FAIL"],
      "TestOuter/inner"
    ),
    (
      [
        "--- FAIL: TestOuter (0.01s)", "    --- FAIL: TestOuter/a (0.01s)", "        " + blame,
        "    --- FAIL: TestOuter/b (0.01s)", "        " + blame, "FAIL",
      ], "TestOuter"
    ),
    (
      [
        "--- FAIL: TestOuter (0.01s)", "    --- FAIL: TestOuter/a (0.01s)", "        " + blame,
        "    " + blame,
      ],
      "TestOuter"
    ),
    // The indentation was lost: either test is possible.
    (["--- FAIL: TestOuter (0.01s)", "--- FAIL: TestOuter/a (0.01s)", blame], "TestOuter"),
    // A test that failed for another reason is not the report's.
    (
      ["--- FAIL: TestOther (0.01s)", "    a_test.go:9: no", "--- FAIL: TestOuter (0.01s)", "    " + blame],
      "TestOuter"
    ),
    // Two tests are blamed for the same report.
    (["--- FAIL: TestA (0.01s)", "    " + blame, "--- FAIL: TestB (0.01s)", "    " + blame, "FAIL"], "-"),
    (["    " + blame, "--- FAIL: TestA (0.01s)", "    " + blame, "--- FAIL: TestB (0.01s)", "FAIL"], "-"),
    (["    " + blame, "    " + blame, "--- FAIL: TestA (0.01s)", "--- FAIL: TestB (0.01s)"], "-"),
    // Nothing next to the line names a test.
    (["    " + blame, "FAIL", "FAIL\texample.com/app\t0.01s"], "-"),
    (["    " + blame, "another line", "--- FAIL: TestOuter (0.01s)"], "-"),
    (["    " + blame], "-"),
    // The package has ended: the report does not belong to the next package's tests.
    (["FAIL\texample.com/app\t0.01s", "--- FAIL: TestOuter (0.01s)", "    " + blame], "-"),
    (["ok  \texample.com/app\t0.01s", "--- FAIL: TestOuter (0.01s)", "    " + blame], "-"),
    (["PASS", "    " + blame, "--- FAIL: TestOuter (0.01s)"], "-"),
    // The test began below the report.
    (["=== RUN   TestOuter", "    " + blame, "--- FAIL: TestOuter (0.01s)"], "-"),
    (["=== RUN   TestOuter", "=== RUN   TestOuter/a", "    " + blame, "--- FAIL: TestOuter (0.01s)"], "-"),
    (
      ["=== RUN   TestOuter/a", "=== NAME  TestOuter", "    " + blame, "--- FAIL: TestOuter (0.01s)"],
      "TestOuter"
    ),
    // Another program's results.
    (["--- FAIL: step 3", "    " + blame], "-"),
  ]

  @Test(
    arguments: results.indices, ["", "2026-11-22T09:41:06.7055017Z ", "ci-1  | ", "> ", "\u{1B}[31m"])
  func `a result next to the blame names the test`(position: Int, prefix: String) throws {
    let (lines, test) = Self.results[position]
    // The output of cat -n and similar programs resets colours at line ends; here they continue on the next line.
    let log = (["goos: linux"] + Self.report + lines).map { prefix + $0 + "\n" }.joined()
    for (name, text) in [("as it is", log), ("CRLF", log.replacing("\n", with: "\r\n"))] {
      #expect(Self.tests(try ReadLog(text)) == [test], "\(lines), \(name)")
      #expect(Self.tests(try ReadLog(text, chunkSize: 7)) == [test], "\(lines), \(name), in pieces")
    }
  }

  @Test(arguments: results.indices)
  func `records of the same lines name it`(position: Int) throws {
    let (lines, test) = Self.results[position]
    // Another package's lines are separate records.
    guard !lines.contains(where: { $0.contains("\t") && !$0.hasPrefix("Bench") }), lines.first != "PASS"
    else { return }
    let log = (Self.report + lines).map { line in
      let text = line.replacing("\t", with: "\\t")
      return #"{"Time":"2026-11-22T09:55:03.7Z","Action":"output","Package":"shop","Output":"\#(text)\n"}"#
    }
    // If the record names no test, results above the line say nothing.
    let blame = lines.firstIndex { $0.hasSuffix(Self.blame) } ?? 0
    let isBelow = lines[..<blame].allSatisfy { !$0.contains("--- FAIL: ") }
    #expect(Self.tests(try ReadLog(log.joined(separator: "\n"))) == [isBelow ? test : "-"], "\(lines)")
  }

  @Test func `each test keeps its own reports`() throws {
    let log =
      Self.report + Self.other + ["--- FAIL: TestA (0.01s)", "    " + Self.blame] + Self.other
      + ["--- FAIL: TestB (0.01s)", "    " + Self.blame, "FAIL", "FAIL\texample.com/app\t0.01s"] + Self.report
      + ["--- FAIL: TestC (0.01s)", "    " + Self.blame]
    #expect(Self.tests(try ReadLog(log.joined(separator: "\n"))) == ["TestA", "TestA", "TestB", "TestC"])
  }

  @Test func `reports of an earlier package do not belong to the next one`() throws {
    let log =
      Self.report + ["FAIL\texample.com/app\t0.01s"] + Self.other
      + ["--- FAIL: TestB (0.01s)", "    " + Self.blame]
    #expect(Self.tests(try ReadLog(log.joined(separator: "\n"))) == ["-", "TestB"])
  }

  /// Reports that end with a bar: the end of others is known only further down.
  @Test(arguments: [TSanExamples.plain, KCSANExamples.plain])
  func `reports above another detector's belong to no test`(_ other: String) throws {
    let log =
      Self.report + GoExamples.lines(other) + Self.other + ["--- FAIL: TestB (0.01s)", "    " + Self.blame]
    let read = try ReadLog(log.joined(separator: "\n") + "\n")
    let go = read.entries.filter { $0.detector == .go }
    #expect(go.map { read.index.printedDuring($0)?.test } == [nil, "TestB"])
    // Nothing from the other container follows.
    let apart =
      Self.report + GoExamples.lines(other).map { "api-1  | " + $0 }
      + ["--- FAIL: TestA (0.01s)", "    " + Self.blame]
    let beside = try ReadLog(apart.joined(separator: "\n") + "\n")
    #expect(
      beside.entries.filter { $0.detector == .go }.map { beside.index.printedDuring($0)?.test } == ["TestA"])
  }

  @Test func `a test of another container is not the one`() throws {
    let log =
      Self.report.map { "api-1  | " + $0 }
      + ["--- FAIL: TestB (0.01s)", "    " + Self.blame].map { "api-2  | " + $0 }
    #expect(Self.tests(try ReadLog(log.joined(separator: "\n"))) == ["-"])
  }

  @Test func `an announced test stays, whichever is blamed`() throws {
    let log =
      ["=== RUN   TestA"] + Self.report
      + ["--- FAIL: TestA (0.01s)", "    " + Self.blame, "--- FAIL: TestB (0.01s)", "    " + Self.blame]
    #expect(Self.tests(try ReadLog(log.joined(separator: "\n"))) == ["TestA"])
  }

  @Test func `a quoted log names it, too`() throws {
    let text = (Self.report + ["--- FAIL: TestOuter (0.01s)", "    " + Self.blame, "FAIL"]).joined(
      separator: #"\n"#)
    let padding = String(repeating: "x", count: 400)
    let log = try ReadLog(#"{"output": ["\#(padding)"], "log": ["\#(text)\n"]}"#)
    #expect(Self.tests(log) == ["TestOuter"])
  }

  @Test(arguments: [150, 300, 500, 900], [2000, 5000])
  func `segments of a log agree with the whole`(size: Int, overlap: Int) throws {
    let quiet = (0..<30).map { "a line of the program's own output, number \($0)" }
    let lines = Self.results.flatMap { quiet + Self.report + $0.lines + ["FAIL\tshop\t0.01s"] }
    let log = try TemporaryLog((lines.joined(separator: "\n") + "\n").utf8)
    let file = try LogFile.open(log.path)
    let pieces = ReadLog(file, with: LogReader(chunkSize: 1 << 16, pieceSize: size, overlap: overlap))
    #expect(Self.tests(pieces) == Self.results.map(\.test))
  }
}
