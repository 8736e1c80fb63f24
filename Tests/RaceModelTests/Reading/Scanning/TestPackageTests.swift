import GrammarExamples
import Testing

@testable import RaceModel

/// The packages that `go test` names above and below the reports of their tests.
@Suite struct TestPackageTests {
  private static let blame = "    testing.go:1319: race detected during execution of test"
  private static let report = GoExamples.lines(GoExamples.plain)
  private static let other = GoExamples.lines(GoExamples.other)

  /// Package and test of each report, `-` if unknown.
  private static func names(_ log: ReadLog) -> [String] { log.testNames }

  private static func failure(_ test: String) -> [String] {
    ["--- FAIL: \(test) (0.01s)", blame, "FAIL"]
  }

  /// The lines below a report, and the package and test that they give it.
  private static let results: [(lines: [String], names: String)] = [
    (failure("TestA") + ["FAIL\texample.com/shop\t0.103s"], "example.com/shop TestA"),
    (failure("TestA") + ["exit status 66", "FAIL\texample.com/shop\t0.103s"], "example.com/shop TestA"),
    (failure("TestA") + ["FAIL    example.com/shop    0.103s"], "example.com/shop TestA"),
    (failure("TestA") + ["FAIL\tshop\t12s"], "shop TestA"),
    (
      failure("TestA") + ["coverage: 3.1% of statements", "FAIL\texample.com/shop\t0.1s"],
      "example.com/shop TestA"
    ),
    // The first result below is the report's own.
    (
      failure("TestA") + ["FAIL\texample.com/shop\t0.1s", "FAIL", "FAIL\texample.com/lid\t0.1s"],
      "example.com/shop TestA"
    ),
    // A test that raced has not passed, and a package that was not built has not run: the result is lost.
    (failure("TestA") + ["ok  \texample.com/lid\t0.1s", "FAIL\texample.com/shop\t0.1s"], "- TestA"),
    (failure("TestA") + ["ok  \texample.com/lid\t(cached)", "FAIL\texample.com/shop\t0.1s"], "- TestA"),
    (
      failure("TestA") + ["?   \texample.com/lid\t[no test files]", "FAIL\texample.com/shop\t0.1s"],
      "- TestA"
    ),
    (
      failure("TestA") + ["FAIL\texample.com/lid [build failed]", "FAIL\texample.com/shop\t0.1s"], "- TestA"
    ),
    // No test is known to have run: the report may belong to a program that ran before.
    (["FAIL\texample.com/shop\t0.1s"], "- -"),
    (["exit status 66", "--- FAIL: TestB (0.01s)", "FAIL\texample.com/shop\t0.1s"], "- -"),
    // Not a package.
    (failure("TestA") + ["FAIL: 3 of 9", "FAIL  step 3 0.1s", "FAIL\tshop"], "- TestA"),
    (failure("TestA") + ["  FAIL\texample.com/shop\t0.1s"].map { "web-1  |" + $0 }, "- TestA"),
  ]

  @Test(arguments: results.indices, ["", "2026-11-22T09:41:06.7055017Z ", "ci-1  | ", "> ", "\u{1B}[31m"])
  func `the result below names the package`(position: Int, prefix: String) throws {
    let (lines, names) = Self.results[position]
    let log = (["goos: linux"] + Self.report + lines).map { prefix + $0 + "\n" }.joined()
    for (name, text) in [("as it is", log), ("CRLF", log.replacing("\n", with: "\r\n"))] {
      #expect(Self.names(try ReadLog(text)) == [names], "\(lines), \(name)")
      #expect(Self.names(try ReadLog(text, chunkSize: 7)) == [names], "\(lines), \(name), in pieces")
    }
  }

  @Test func `each package keeps its own reports`() throws {
    let log =
      Self.report + Self.other + Self.failure("TestA") + ["FAIL\texample.com/shop\t0.1s"] + Self.other
      + Self.failure("TestA") + ["FAIL\texample.com/lid\t0.1s", "FAIL"]
    #expect(
      Self.names(try ReadLog(log.joined(separator: "\n"))) == [
        "example.com/shop TestA", "example.com/shop TestA", "example.com/lid TestA",
      ])
  }

  @Test func `a package far below is another one's`() throws {
    let quiet = (0..<3000).map { "a line of the program's own output, number \($0)" }
    let log = Self.report + Self.failure("TestA") + quiet + ["FAIL\texample.com/shop\t0.1s"]
    #expect(Self.names(try ReadLog(log.joined(separator: "\n"))) == ["- TestA"])
  }

  @Test func `a record's own package counts`() throws {
    let log = (Self.report + Self.failure("TestA") + ["FAIL\\texample.com/lid\\t0.1s"]).map {
      #"{"Action":"output","Package":"shop","Test":"TestA","Output":"\#($0)\n"}"#
    }
    #expect(Self.names(try ReadLog(log.joined(separator: "\n"))) == ["shop TestA"])
  }

  @Test(arguments: [150, 300, 500, 900], [2000, 5000])
  func `segments of a log agree with the whole`(size: Int, overlap: Int) throws {
    let quiet = (0..<30).map { "a line of the program's own output, number \($0)" }
    let lines = Self.results.flatMap { quiet + Self.report + $0.lines + ["ok  \tend\t0.01s"] }
    let log = try TemporaryLog((lines.joined(separator: "\n") + "\n").utf8)
    let file = try LogFile.open(log.path)
    let pieces = ReadLog(file, with: LogReader(chunkSize: 1 << 16, pieceSize: size, overlap: overlap))
    #expect(Self.names(pieces) == Self.results.map(\.names))
  }

  // MARK: Names above

  /// The lines above and below a report, and the package and test that they give it.
  private static let headings: [(above: [String], below: [String], names: String)] = [
    // Benchmarks.
    (
      ["goos: linux", "goarch: amd64", "pkg: example.com/shop", "BenchmarkAdd/small-8   "],
      ["--- FAIL: BenchmarkAdd/small-8", blame, "FAIL"], "example.com/shop BenchmarkAdd/small"
    ),
    (
      ["pkg: example.com/shop", "cpu: a processor of 2.5 GHz", "BenchmarkAdd"],
      ["--- FAIL: BenchmarkAdd-16", blame, "FAIL"], "example.com/shop BenchmarkAdd"
    ),
    // Only benchmarks have the number of processors in their name.
    ([], ["--- FAIL: TestAdd/size-8 (0.01s)", blame, "FAIL"], "- TestAdd/size-8"),
    (
      [], ["--- FAIL: TestAdd (0.01s)", "    --- FAIL: TestAdd/size-8 (0.01s)", "    " + blame],
      "- TestAdd/size-8"
    ),
    // Another package's benchmarks, and another program's setting.
    (["goarch: amd64", "pkg: example.com/shop", "ok  \texample.com/shop\t0.1s"], [], "- -"),
    (["name: shop", "pkg: example.com/shop", "version: 3"], [], "- -"),
    // gotestsum.
    (["=== FAIL: depot/lid  (0.00s)"], ["FAIL\tdepot/lid\t0.1s"], "depot/lid -"),
    (["=== FAIL: depot/lid (0.00s)"], [], "depot/lid -"),
    (["=== FAIL: depot/shelf TestPut/a (0.01s)"], [blame], "depot/shelf TestPut/a"),
    (["=== FAIL: depot/shelf TestPut (0.02s)", "", "=== FAIL: depot/lid  (0.00s)"], [], "depot/lid -"),
    // Go 1.14 and 1.15 print the test right before the place.
    (
      ["=== RUN   TestOuter", "=== RUN   TestOuter/inner"],
      [
        "    TestOuter: testing.go:853: race detected during execution of test",
        "--- FAIL: TestOuter (0.01s)",
      ],
      "- TestOuter"
    ),
    ([], ["    TestOuter: testing.go:853: race detected during execution of test"], "- TestOuter"),
    (
      ["=== RUN   TestA/b"], ["    TestA/c: testing.go:853: race detected during execution of test"],
      "- TestA/b"
    ),
  ]

  @Test(
    arguments: headings.indices, ["", "2026-11-22T09:41:06.7055017Z ", "ci-1  | ", "> "])
  func `lines around a report name its test and package`(position: Int, prefix: String) throws {
    let (above, below, names) = Self.headings[position]
    let lines = above + Self.report + below
    for end in ["\n", "\r\n"] {
      let log = lines.map { prefix + $0 + end }.joined()
      #expect(Self.names(try ReadLog(log)) == [names], "\(lines)")
      #expect(Self.names(try ReadLog(log, chunkSize: 7)) == [names], "\(lines), in pieces")
    }
  }
}
