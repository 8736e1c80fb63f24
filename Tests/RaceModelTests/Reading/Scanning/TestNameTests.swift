import GrammarExamples
import Testing

@testable import RaceModel

/// Names of tests with something behind them, and around their words.
@Suite struct TestNameTests {
  private static let report = GoExamples.lines(GoExamples.plain)

  private static func tests(_ lines: [String]) throws -> [String] {
    let log = try ReadLog(lines.map { $0 + "\n" }.joined())
    return log.entries.map { log.index.printedDuring($0)?.test ?? "-" }
  }

  @Test(
    arguments: [
      "<br>", "<br/>", "</nowiki>", "</span>", "\\", "**", "`", "$", "^M", "^M$", "\u{200B}", "\",stderr",
      "',", "|",
      "&quot;,",
    ])
  func `what is behind the name of a test function`(_ end: String) throws {
    #expect(try Self.tests(["=== RUN   TestX" + end] + Self.report) == ["TestX"])
    #expect(try Self.tests(["=== RUN   TestGröße_1" + end] + Self.report) == ["TestGröße_1"])
  }

  @Test(arguments: ["<br>", "<br />", "</span>", "^M"])
  func `what is behind the name of a subtest`(_ end: String) throws {
    #expect(try Self.tests(["=== RUN   TestX/a*b" + end] + Self.report) == ["TestX/a*b"])
  }

  /// Rows of a table, `cat -A`, and the logger of a plugin.
  @Test(
    arguments: [
      ("", "$"), ("\"", "\",\"2024-05-06T07:08:0@Z\""), ("t@,", ",ERROR"), ("", " | api | \"@\""),
      ("07:08:0@ [DEBUG] plugin.x: ", ": timestamp=2024-05-06T07:08:0@.000Z"),
    ])
  func `what is behind the name as behind the title`(_ before: String, _ behind: String) throws {
    for name in ["TestX", "TestX/a", "TestX/a,b", "TestX/a#01"] {
      let lines = (["=== RUN   " + name] + Self.report).enumerated().map { number, line in
        (before + line + behind).replacing("@", with: "\(number % 10)")
      }
      #expect(try Self.tests(lines) == [name])
    }
  }

  @Test func `a word behind a title is no part of a name`() throws {
    let lines = ["=== RUN   TestX/a7"] + Self.report.map { $0.hasSuffix("DATA RACE") ? $0 + "7" : $0 }
    #expect(try Self.tests(lines) == ["TestX/a7"])
  }

  @Test(arguments: ["TestX/a$", "TestX/`b`", "TestX/a**", "TestX/a,b", "TestX#01", "TestX/<br"])
  func `signs of names stay`(_ name: String) throws {
    #expect(try Self.tests(["=== RUN   " + name] + Self.report) == [name])
  }

  @Test func `a highlighter's elements around the words of an announcement`() throws {
    let blank = "<span class=\"w\"> </span>"
    for before in ["", "<pre>"] {
      let mark = before + "<span class=\"o\">===</span>"
      #expect(try Self.tests(["\(mark)\(blank)RUN\(blank)TestX"] + Self.report) == ["TestX"])
      #expect(try Self.tests(["\(mark) RUN   TestX"] + Self.report) == ["TestX"])
      // The rest of the name is in other elements.
      #expect(
        try Self.tests(["\(mark)\(blank)RUN\(blank)TestX<span class=\"o\">/</span>a"] + Self.report) == ["-"])
    }
  }

  private static let benchmark = "    benchmark.go:210: race detected during execution of benchmark"

  @Test func `a benchmark that is blamed in old versions`() throws {
    let above = ["pkg: example.com/app", "BenchmarkGet-8   \t" + (Self.report.first ?? "")]
    let lines = above + Self.report.dropFirst() + ["--- FAIL: BenchmarkGet-8", Self.benchmark, "FAIL"]
    #expect(try Self.tests(lines) == ["BenchmarkGet"])
  }

  @Test func `a parallel subtest that has passed is not the one`() throws {
    let blame = "        testing.go:1712: race detected during execution of test"
    let above = ["=== RUN   TestA", "=== RUN   TestA/x", "=== CONT  TestA/x", "=== CONT  TestA/y"]
    let failed = ["--- FAIL: TestA (0.00s)", "    --- FAIL: TestA/x (0.00s)", blame]
    let lines = above + Self.report + failed
    #expect(try Self.tests(lines + ["    --- PASS: TestA/y (0.00s)"]) == ["TestA/x"])
    #expect(try Self.tests(lines + ["    --- FAIL: TestA/y (0.00s)"]) == ["TestA/y"])
    // Two tests are blamed.
    let others = ["    --- FAIL: TestA/z (0.00s)", blame, "    --- PASS: TestA/y (0.00s)"]
    #expect(try Self.tests(lines + others) == ["TestA/y"])
  }
}
