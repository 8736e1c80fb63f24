import GrammarExamples
import Testing

@testable import RaceModel

/// The job, shard or step that printed a report, by the lines of CI systems and test runners.
@Suite struct JobTests {
  private static let report = GoExamples.lines(GoExamples.plain)
  private static let bar = String(repeating: "=", count: 80)
  private static let stamp = "2025-01-01T00:00:00.0000000Z "

  /// The job of each report; `-` if the log names none.
  private static func jobs(_ lines: [String], chunkSize: Int = 1 << 20) throws -> [String] {
    let log = try ReadLog(lines.map { $0 + "\n" }.joined(), chunkSize: chunkSize)
    return log.entries.map { log.index.printedDuring($0)?.job ?? "-" }
  }

  /// The lines above a report, and its job.
  private static let announced: [(above: [String], job: String)] = [
    // GitHub.
    (["Complete job name: test (ubuntu-latest, 1.22)"], "test (ubuntu-latest, 1.22)"),
    (["Complete job name: lint", "Complete job name: test"], "test"),
    // Azure.
    (["##[section]Starting: Run the tests"], "Run the tests"),
    (["##[section]Starting: Run the tests", "##[section]Finishing: Run the tests"], "-"),
    (["##[section]Starting: Build", "##[section]Finishing: Build", "##[section]Starting: Test"], "Test"),
    // GoogleTest.
    (["Note: Google Test filter = Shop.*", "Note: This is test shard 2 of 5."], "shard 2 of 5"),
    (["\u{1B}[0;33mNote: This is test shard 2 of 5.", "\u{1B}[m[ RUN      ] Shop.Takes"], "shard 2 of 5"),
    // Bazel.
    (["==================== Test output for //shop:shop_test (shard 2 of 5):"], "shard 2 of 5"),
    (
      ["==================== Test output for //shop:shop_test (shard 2 of 5):", "=== RUN   TestShop"],
      "shard 2 of 5"
    ),
    (["==================== Test output for //shop:shop_test (shard 2 of 5):", bar], "-"),
    (
      [
        "Complete job name: test", "==================== Test output for //shop:shop_test (shard 2 of 5):",
        bar,
      ],
      "test"
    ),
    (["Complete job name: test", "==================== Test output for //shop:shop_test:"], "test"),
    // Jenkins.
    (["[Pipeline] stage", "[Pipeline] { (Test)", "[Pipeline] sh"], "Test"),
    (["[Pipeline] { (Build)", "[Pipeline] }", "[Pipeline] // stage"], "-"),
    (["[Pipeline] { (Build)", "[Pipeline] { (Test (race))"], "Test (race)"),
    (["[Pipeline] parallel", "[Pipeline] { (Branch: linux)"], "linux"),
    // What branches print is mixed.
    (["[Pipeline] parallel", "[Pipeline] { (Branch: linux)", "[Pipeline] { (Branch: mac)"], "-"),
    (
      [
        "[Pipeline] parallel", "[Pipeline] { (Branch: linux)", "[Pipeline] { (Branch: mac)",
        "[Pipeline] { (Test)",
      ], "-"
    ),
    (
      [
        "[Pipeline] parallel", "[Pipeline] { (Branch: linux)", "[Pipeline] { (Branch: mac)",
        "[Pipeline] // parallel", "[Pipeline] { (Deploy)",
      ], "Deploy"
    ),
    // Text that only looks like it.
    (["it says Complete job name: test"], "-"),
    (["Complete job name:"], "-"),
    (["see [Pipeline] { (Test)"], "-"),
    (["[Pipeline] {", "[Pipeline] node"], "-"),
    (["Note: This is test shard two of 5."], "-"),
    (["==================== Test output for //shop:shop_test (shard x):"], "-"),
    (["Complete job name: test", String(repeating: "=", count: 81)], "test"),
  ]

  @Test(arguments: announced.indices, ["", stamp, "[2025-01-01T00:00:00.000Z] "])
  func `a line above a report names its job`(position: Int, prefix: String) throws {
    let (above, job) = Self.announced[position]
    let lines = (above + Self.report).map { prefix + $0 }
    #expect(try Self.jobs(lines) == [job])
    #expect(try Self.jobs(lines, chunkSize: 7) == [job], "in pieces")
  }

  @Test func `a job holds for all that follows, however much`() throws {
    let quiet = (0..<4000).map { "a line of the program's own output, number \($0)" }
    let lines = ["Complete job name: test"] + quiet + Self.report + quiet + Self.report
    #expect(try Self.jobs(lines) == ["test", "test"])
  }

  @Test func `the end of a step is not overlooked far above a report`() throws {
    let quiet = (0..<4000).map { "a line of the program's own output, number \($0)" }
    let lines =
      ["##[section]Starting: Test"] + Self.report + ["##[section]Finishing: Test"] + quiet + Self.report
    #expect(try Self.jobs(lines) == ["Test", "-"])
  }

  @Test(arguments: [0, 1500])
  func `a block ends at its bar, wherever that is`(lines: Int) throws {
    let quiet = (0..<lines).map { "a line of the program's own output, number \($0)" }
    let begin = ["Complete job name: test", "==================== Test output for //a:a (shard 2 of 5):"]
    let block = begin + quiet + Self.report + quiet + [Self.bar]
    #expect(try Self.jobs(block + quiet + Self.report) == ["shard 2 of 5", "test"])
    #expect(try Self.jobs(block + quiet + Self.report, chunkSize: 200) == ["shard 2 of 5", "test"])
  }

  @Test func `a job that begins inside a report that was cut off is the next one's`() throws {
    let cutOff = Array(Self.report.prefix(8))
    let lines = ["Complete job name: one"] + cutOff + ["Complete job name: two"] + Self.report
    #expect(try Self.jobs(lines) == ["one", "two"])
  }

  // MARK: gh run view --log

  private static func printed(by job: String, _ step: String, _ lines: [String]) -> [String] {
    lines.map { "\(job)\t\(step)\t\(stamp)\($0)" }
  }

  @Test func `the prefix of each line names its job`() throws {
    let lines =
      Self.printed(by: "test (1.22)", "Run tests", Self.report)
      + Self.printed(by: "test (1.23)", "UNKNOWN STEP", Self.report)
    #expect(try Self.jobs(lines) == ["test (1.22)", "test (1.23)"])
    #expect(try Self.jobs(lines, chunkSize: 7) == ["test (1.22)", "test (1.23)"])
  }

  @Test func `the prefix knows better than a line above`() throws {
    let lines = Self.printed(by: "test", "Run tests", ["Note: This is test shard 2 of 5."] + Self.report)
    #expect(try Self.jobs(["Note: This is test shard 1 of 5."] + lines) == ["test"])
  }

  @Test func `the prefix of a record names its job`() throws {
    let records = Self.report.map {
      #"{"Action":"output","Package":"shop","Test":"TestA","Output":"\#($0)\n"}"#
    }
    let log = try ReadLog(
      Self.printed(by: "test", "Run tests", records).map { $0 + "\n" }.joined())
    let during = log.entries.map { log.index.printedDuring($0) }
    #expect(during == [PrintedDuring(package: "shop", test: "TestA", job: "test")])
  }

  @Test(arguments: ["test\tRun tests\t", "test\t\(stamp)", "\tRun tests\t\(stamp)"])
  func `a prefix of another form names none`(prefix: String) throws {
    #expect(try Self.jobs(Self.report.map { prefix + $0 }) == ["-"])
  }

  // MARK: Several logs, and pieces of one

  @Test func `the job of one log is not the next one's`() throws {
    let report = Self.report.map { $0 + "\n" }.joined()
    let logs = [
      try TemporaryLog(("Complete job name: test\n" + report).utf8), try TemporaryLog(report.utf8),
    ]
    var index = LogIndex()
    var reader = LogReader()
    reader.read(try logs.map { try LogFile.open($0.path) }) {
      index.append($0)
      return true
    }
    #expect(index.reportsInOrder.map { index.printedDuring(index.reports[$0])?.job } == ["test", nil])
  }

  @Test(arguments: [300, 500, 900], [0, 700])
  func `segments of a log agree with the whole`(size: Int, overlap: Int) throws {
    let quiet = (0..<30).map { "a line of the program's own output, number \($0)" }
    let reports = quiet + Self.report + quiet + Self.report
    // What is open at the end of one must not reach the next.
    let end = [Self.bar, "[Pipeline] // parallel"] + quiet
    let lines = Self.announced.flatMap { $0.above + reports + end }
    let log = try TemporaryLog((lines.joined(separator: "\n") + "\n").utf8)
    let file = try LogFile.open(log.path)
    let pieces = ReadLog(file, with: LogReader(chunkSize: 1 << 16, pieceSize: size, overlap: overlap))
    let jobs = pieces.entries.map { pieces.index.printedDuring($0)?.job ?? "-" }
    #expect(jobs == Self.announced.flatMap { [$0.job, $0.job] })
  }
}
