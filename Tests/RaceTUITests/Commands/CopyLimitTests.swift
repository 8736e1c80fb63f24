import TerminalHarness
import Testing

/// Logs that are copied as they are read, and are larger than the room for copies.
@Suite struct CopyLimitTests {
  /// 400 KB without a report.
  private static let filler = String(
    repeating: String(repeating: "x", count: 99) + "\n", count: 4000)
  private static let first = Logs.report(function: "app.first", file: "/src/a.go")
  private static let second = Logs.report(function: "app.second", file: "/src/b.go")
  private static let words =
    "was read, but nothing after its first 0.2 MiB can be shown: no room for a copy: File too large"

  /// The log's folder; files there may have 300 KB.
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write(Self.first + Self.filler + Self.second, to: "race.log")
    try directory.write(Self.first + Self.filler, to: "quiet.log")
  }

  private func run(_ line: String) throws -> DetachedRun {
    try DetachedRun(
      "/bin/bash", ["-c", "ulimit -f 300; \(line); echo \"status $?\"", racetui],
      LaunchOptions(workingDirectory: directory.path))
  }

  @Test func `reads the rest without a copy`() throws {
    let listed = try run(#"cat race.log | "$0" list"#)
    #expect(listed.errors == "racetui: standard input: \(Self.words)\n")
    #expect(listed.output.contains("a.go:12") && listed.output.contains("b.go:12"))
    #expect(listed.output.hasSuffix("status 66\n"))
  }

  @Test func `says nothing when no report is beyond the copy`() throws {
    let listed = try run(#"cat quiet.log | "$0" list"#)
    #expect(listed.errors.isEmpty && listed.output.hasSuffix("status 0\n"))
  }

  @Test func `copies a packed log as far as there is room`() throws {
    let listed = try run(#"gzip -k race.log; "$0" list race.log.gz"#)
    #expect(listed.errors == "racetui: race.log.gz: \(Self.words)\n")
    #expect(listed.output.contains("b.go:12") && listed.output.hasSuffix("status 66\n"))
  }

  @Test func `an export says which report could not be read again`() throws {
    let exported = try run(#"cat race.log | "$0" export"#)
    #expect(exported.errors == "racetui: standard input: \(Self.words)\n")
    let complete = exported.output.split(separator: "\n").filter { $0.contains("\"complete\":") }
    #expect(complete.count { $0.contains("\"complete\":true") } == 1)
    #expect(complete.count { $0.contains("\"complete\":false") } == 1)
  }

  @Test func `the screens show what was copied and say what was not`() throws {
    let script = #"ulimit -f 300; cat race.log | "$0"; echo "status $?""#
    let session = try launch(
      "/bin/bash", ["-c", script, racetui], LaunchOptions(columns: 120, workingDirectory: directory.path))
    try session.wait(forText: "2 races in 2 reports")
    try session.wait(forFooter: "nothing after its first 0.2 MiB can be shown")
    try session.send("\r", showing: "app.first")
    try session.wait(forText: "WRITE  goroutine 7")
    try session.send("J", showing: "no copy of this part of the log was kept")
    session.send("Q")
    try session.wait(forText: "status 66")
    #expect(try session.exit() == 0)
    session.expectRestored()
  }
}
