import Testing

@testable import RaceModel

/// Records of `go test -json` must not mix up packages and tests.
@Suite struct WrappedLineTests {
  private static let report = [
    "==================", "WARNING: DATA RACE", "Write at 0x00c000010000 by main goroutine:", "  main.a()",
    "      /src/main.go:7 +0x1", "", "Previous read at 0x00c000010000 by main goroutine:", "  main.b()",
    "      /src/main.go:9 +0x1", "==================",
  ]

  /// The report's records, with `names` between time and text and `end` after the text.
  private static func records(_ names: String, end: String = "") -> [String] {
    report.enumerated().map { number, line in
      #"{"Time":"2026-11-22T09:00:0\#(number)Z","Action":"output",\#(names)"Output":"\#(line)\n"\#(end)}"#
    }
  }

  private static func index(_ lines: [String]) -> LogIndex {
    let log = Array((lines.joined(separator: "\n") + "\n").utf8)
    var scanner = LogScanner<IndexSink>()
    _ = scanner.scan(log.span, from: 0, base: 0, isLast: true)
    var reader = LogReader()
    reader.scanner = scanner
    var index = LogIndex()
    index.append(
      IndexBatch(
        log: 0, loaded: LoadedLog(name: "-"), reports: scanner.sink.entries, found: reader.takeNames()))
    return index
  }

  private static func during(_ lines: [String]) -> [String] {
    let index = index(lines)
    return index.reports.map { report in
      let during = index.printedDuring(report)
      return "\(during?.package ?? "-") \(during?.test ?? "-")"
    }
  }

  @Test func `each report has the package and the test of its own records`() {
    let first = Self.records(#""Package":"shop","Test":"TestA","#)
    let second = Self.records(#""Package":"shop","Test":"TestB","#)
    let third = Self.records(#""Package":"shop/cart","#)
    #expect(
      Self.during(first + second + third + first) == [
        "shop TestA", "shop TestB", "shop/cart -", "shop TestA",
      ])
  }

  @Test func `records of two packages may alternate`() {
    let one = Self.records(#""Package":"shop","Test":"TestA","#)
    let other = Self.records(#""Package":"cart","Test":"TestA","#)
    let lines = zip(one, other).flatMap { [$0, $1] }
    #expect(Self.during(lines) == ["shop TestA", "cart TestA"])
    #expect(Self.index(lines).reports.map(\.isComplete) == [true, true])
  }

  @Test func `fields may follow the text`() {
    let lines = Self.records("", end: #","Package":"shop","Test":"TestA","OutputType":"error""#)
    #expect(Self.during(lines + lines) == ["shop TestA", "shop TestA"])
  }

  @Test func `a text with escaped quotes ends where it ends`() {
    let line = #"{"Package":"p","Output":"say \"Test\":\\","Test":"T"}"#
    let bytes = Array(line.utf8)
    let record = WrappedLine(bytes.span, 0..<bytes.count)
    #expect(record.map { bytes.span.string($0.text) } == #"say \"Test\":\\"#)
    #expect(record?.test.map { bytes.span.string($0) } == "T")
  }

  @Test func `leaves alone what is not a record`() {
    for line in [#"{"a":1}"#, #"{"Output":7}"#, #"{"Output":"x"#, "}", "{", "", #"log: "x"}"#] {
      let bytes = Array(line.utf8)
      #expect(WrappedLine(bytes.span, 0..<bytes.count) == nil, "\(line)")
    }
  }

  /// A report on one line with escaped line ends, long enough to be a complete one.
  private static func quoted(_ end: String) -> String {
    let folder = "/src/" + String(repeating: "deep/", count: 20)
    return report.map { $0.replacing("/src/", with: folder) + end }.joined()
  }

  @Test func `a result of JUnit names the test of its reports`() {
    let text = Self.quoted("&#xA;")
    let lines = [
      #"<testsuite name="shop">"#,
      #"<testcase classname="shop" name="TestA/less &lt;"><failure message="Failed">"# + text,
      "</failure></testcase>",
      #"<testcase classname="shop" name="TestB" time="0.1">"#, "<failure>\(text)\(text)</failure>",
      "</testcase>",
      #"<testcase classname="shop" name="TestC"/>"#, "<system-out>\(text)</system-out>",
    ]
    #expect(Self.during(lines) == ["- TestA/less <", "- TestB", "- TestB", "- -"])
  }

  @Test func `a report on one line has the test that was announced last`() {
    let lines =
      ["=== RUN   TestA"] + Self.report + ["=== RUN   TestB", #"out: "\#(Self.quoted("\\n"))""#]
      + [#"out: "=== RUN   TestC\n\#(Self.quoted("\\n"))""#, "done"]
    #expect(Self.during(lines) == ["- TestA", "- TestB", "- TestC"])
  }
}
