import Glibc
import TerminalHarness
import Testing

/// More logs than a process may have open, and logs whose names are not text.
@Suite struct ManyFilesTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// Runs a shell command where a process may have 64 files open.
  private func run(_ line: String) throws -> DetachedRun {
    try DetachedRun(
      "/bin/bash", ["-c", "ulimit -n 64; \(line)", racetui],
      LaunchOptions(workingDirectory: directory.path))
  }

  /// Writes logs with one race each.
  private func writeLogs(_ count: Int) throws {
    for number in 1...count {
      let report = Logs.report(function: "app.f\(number)", file: "/src/\(number).go", line: number)
      try directory.write(report, to: "logs/race.\(number)")
    }
  }

  @Test(arguments: ["logs", "logs/*"]) func `reads very many logs`(paths: String) throws {
    try writeLogs(200)
    let listed = try run("\"$0\" list \(paths)")
    #expect(listed.status == 0 && listed.errors.isEmpty)
    #expect(listed.output.contains("200 races in 200 reports"))
    for number in [1, 77, 200] { #expect(listed.output.contains(" \(number).go:\(number)")) }
    let exported = try run("\"$0\" export \(paths) | grep -c '\"complete\":true'")
    #expect(exported.output == "200\n" && exported.errors.isEmpty)
  }

  @Test func `a log is one run, however often and under whatever names it is given`() throws {
    try writeLogs(2)
    for paths in [
      "logs/race.1 logs/race.1 logs/race.2", "logs/race.1 logs", "logs ./logs/race.2",
      "link logs/race.1 logs/race.2",
    ] {
      let listed = try run("ln -sf logs/race.1 link; \"$0\" list \(paths)")
      #expect(listed.output.contains("2 races in 2 reports"), "\(paths)")
      #expect(
        listed.errors.hasPrefix("racetui: named twice, read once: ") || paths == "logs/race.1 logs",
        "\(paths)")
    }
    let twice = try run("\"$0\" list - - < logs/race.1")
    #expect(twice.output.contains("1 race in 1 report"))
  }

  @Test func `reads very many packed logs`() throws {
    try writeLogs(100)
    let shown = try run(#"gzip logs/*; "$0" export logs | grep -c '"complete":true'"#)
    #expect(shown.output == "100\n" && shown.errors.isEmpty)
  }

  @Test func `opens a report of any of them`() throws {
    try writeLogs(200)
    let session = try launch(
      "/bin/bash", ["-c", "ulimit -n 64; exec \"$0\" logs", racetui],
      LaunchOptions(columns: 120, workingDirectory: directory.path))
    try session.wait(forText: "200 races in 200 reports")
    for number in [3, 199, 50] {
      session.send("&\u{15}fn:app.f\(number)\r")
      try session.send("\r", showing: "WRITE  goroutine 7")
      #expect(session.screen.text.contains("app.f\(number)"))
      try session.send("v", showing: "/src/\(number).go:\(number) +0x44")
      session.send("qq")
      // Wait for the whole list: its title is drawn before the rest of the pair is gone.
      try session.wait(for: "the list") {
        $0.title.contains("200 races in 200 reports") && !$0.screen.text.contains("WRITE  goroutine 7")
      }
    }
    try session.quit()
  }

  @Test func `opens a name that is not text, and shows its bytes`() throws {
    try directory.write(Logs.report(file: "/src/a.go"), to: "logs/plain.log")
    let renamed = try run(
      #"mv logs/plain.log "logs/$(printf 'a\377b.log')"; "$0" list logs; "$0" list logs/*"#)
    #expect(renamed.status == 0 && renamed.errors.isEmpty)
    #expect(renamed.output.split(separator: "\n").count { $0.hasPrefix("1 race in 1 report") } == 2)
    let refused = try run(#""$0" list "$(printf 'no\377.log')""#)
    #expect(refused.errors == "racetui: no\\xFF.log: No such file or directory\n" && refused.status == 66)
  }

  @Test func `reports folders that are too deep`() throws {
    let deep = (1...33).map { "d\($0)" }.joined(separator: "/")
    try directory.write(Logs.report(file: "/src/a.go"), to: "logs/\(deep)/race.log")
    let alone = try run(#""$0" list logs"#)
    #expect(alone.status == 66)
    #expect(alone.errors.hasSuffix("is more than 32 folders deep and was skipped\n"))
    try directory.write(Logs.report(file: "/src/b.go"), to: "logs/race.log")
    let beside = try run(#""$0" list logs"#)
    #expect(beside.output.contains("b.go:12") && beside.errors.contains("is more than 32 folders deep"))
  }

  @Test(arguments: ["list", "show", "export", "export --format sarif", ""])
  func `reads what can be read beside what cannot`(command: String) throws {
    let log = try directory.write(Logs.report(file: "/src/a.go"), to: "race.log")
    mkdir("\(directory.path)/empty", 0o755)
    let line = "\"$0\" \(command) missing.log \(log) empty"
    let both = try run(line)
    #expect(both.status == 66 && both.output.contains("a.go"))
    #expect(
      both.errors
        == "racetui: missing.log: No such file or directory\nracetui: empty: is a folder without logs\n")
  }
}
