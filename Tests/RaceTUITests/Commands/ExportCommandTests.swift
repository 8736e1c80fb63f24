import Foundation
import RaceText
import TerminalHarness
import Testing

/// `racetui export`, read by an independent JSON parser.
@Suite struct ExportCommandTests {
  private static let logs = [
    ("shop-test.log", 20, 13), ("shop-v.log", 20, 13), ("shop-json.log", 20, 13),
    ("shop-damaged.log", 21, 13), ("tidb-45106.log", 1, 1), ("tidb-45106.md", 1, 1), ("/dev/null", 0, 0),
  ]

  @Test(arguments: logs)
  func `json is one document`(_ log: String, _ reports: Int, _ races: Int) throws {
    let run = try run("export", log)
    #expect(run.status == 0 && run.errors.isEmpty)
    let document = try object(run.output)
    #expect((document["reports"] as? [Any])?.count == reports)
    #expect((document["races"] as? [Any])?.count == races)
    #expect((document["sources"] as? [[String: Any]])?.first?["name"] as? String == log)
    #expect(try RaceTUITests.run("export", "--format", "json", log).output == run.output)
  }

  @Test(arguments: logs)
  func `jsonl is one report per line`(_ log: String, _ reports: Int, _ races: Int) throws {
    let run = try run("export", "--format", "jsonl", log)
    #expect(run.status == 0 && run.errors.isEmpty)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == reports)
    for line in lines { #expect(try object(String(line))["accesses"] is [Any]) }
  }

  @Test(arguments: logs)
  func `gnu is one warning per race, markdown one heading`(_ log: String, _ reports: Int, _ races: Int) throws
  {
    let warnings = try run("export", "--format", "gnu", log)
    #expect(warnings.status == 0 && warnings.errors.isEmpty)
    #expect(warnings.output.split(separator: "\n").count { $0.contains(": warning: ") } == races)
    let document = try run("export", "--format", "markdown", log)
    #expect(document.status == 0 && document.errors.isEmpty)
    #expect(document.output.split(separator: "\n").count { $0.hasPrefix("## ") } == races)
  }

  /// A log with all attacks, in names and next to them.
  private func hostileLog(in directory: TemporaryDirectory) throws -> String {
    var log: [UInt8] = []
    for attack in HostileLogTests.attacks + [Array(#""\","#.utf8), Array("\\u0000".utf8)] {
      let report = Logs.report(function: "app.@", file: "/x/@.go", foreign: "other: @")
      log += report.utf8.flatMap { $0 == UInt8(ascii: "@") ? attack : [$0] }
    }
    return try directory.write(bytes: log, to: "race.log")
  }

  @Test(arguments: logs)
  func `sarif and gitlab have one object per race, junit a failure, teamcity an inspection, html a section`(
    _ log: String, _ reports: Int, _ races: Int
  ) throws {
    func export(_ format: String) throws -> String {
      let run = try run("export", "--format", format, log)
      #expect(run.status == 0 && run.errors.isEmpty, "\(format)")
      return run.output
    }
    let runs = try object(export("sarif"))["runs"] as? [[String: Any]]
    #expect((runs?.first?["results"] as? [Any])?.count == races)
    #expect(try (JSONSerialization.jsonObject(with: Data(export("gitlab").utf8)) as? [Any])?.count == races)
    func count(_ format: String, _ part: String) throws -> Int {
      try export(format).split(separator: "\n").count { $0.hasPrefix(part) }
    }
    #expect(try count("junit", "<failure ") == races)
    #expect(try count("teamcity", "##teamcity[inspection ") == races)
    #expect(try count("html", "<section ") == races)
    #expect(try count("github", "::warning ") == min(races, 10))
  }

  @Test(arguments: ["gnu", "markdown", "github", "sarif", "gitlab", "junit", "teamcity", "html"])
  func `no export controls a terminal`(_ format: String) throws {
    let directory = try TemporaryDirectory()
    let run = try DetachedRun(racetui, ["export", "--format", format, hostileLog(in: directory)])
    #expect(
      run.output.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || !CharacterWidth.isControl($0) })
    #expect(run.output.contains("app.read"))
  }

  @Test func `hostile text gives valid JSON`() throws {
    let directory = try TemporaryDirectory()
    let path = try hostileLog(in: directory)
    let document = try object(DetachedRun(racetui, ["export", path]).output)
    #expect((document["reports"] as? [Any])?.count ?? 0 >= HostileLogTests.attacks.count)
    let lines = try DetachedRun(racetui, ["export", "--format", "jsonl", path])
    for line in lines.output.split(separator: "\n") { _ = try object(String(line)) }
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
