import Glibc
import RaceView
import TerminalHarness
import Testing

/// Logs that grow while they are open.
@Suite struct FollowTests {
  private static let first = Logs.report(function: "app.first", file: "/x/a.go")
  private static let second = Logs.report(function: "app.second", file: "/x/b.go")
  private static let third = Logs.report(function: "app.third", file: "/x/c.go")

  /// The log's folder, removed with the test.
  private let directory: TemporaryDirectory
  private let log: String

  init() throws {
    directory = try TemporaryDirectory()
    log = try directory.write(Self.first, to: "race.log")
  }

  private func open(_ arguments: String..., columns: Int = 120) throws -> TerminalSession {
    let session = try launch(racetui, arguments, LaunchOptions(columns: columns))
    try session.waitUntilRead()
    return session
  }

  private func add(_ text: some StringProtocol, to path: String? = nil) {
    let stream = fopen(path ?? log, "a")
    fputs(String(text), stream)
    fclose(stream)
  }

  @Test(arguments: ["--follow", "-f"]) func `shows what is added to a followed log`(option: String) throws {
    let session = try open(option, log)
    try session.wait(forText: "following")
    add("some lines\n" + Self.second)
    try session.wait(forText: "2 races in 2 reports")
    add(Self.second)
    try session.wait(forText: "2 races in 3 reports")
    // The race with two reports is now first.
    session.send("gg")
    try session.send("\r", showing: "app.second")
    try session.quit()
  }

  @Test func `follows an empty log`() throws {
    let empty = try directory.write("", to: "empty.log")
    let session = try open("--follow", empty)
    try session.wait(forText: "No race report so far: waiting for the log to grow.")
    add(Self.first, to: empty)
    try session.wait(forText: "1 race in 1 report")
    try session.quit()
  }

  @Test func `shows a report while it is being written, and completes it in place`() throws {
    let session = try open("--follow", log)
    let cut = Self.second.place(of: "Previous read")
    add(Self.second[..<cut])
    try session.wait(forText: "2 races in 2 reports")
    try session.send("j", showing: "one side missing")
    try session.send("\r", showing: "app.second")
    try session.wait(forText: "not in the log")
    add(Self.second[cut...])
    try session.wait(forText: "previous READ")
    #expect(session.title.contains("Race 2 of 2"))
    try session.wait(for: "nothing to be missing") { !$0.screen.text.contains("not in the log") }
    try session.send("q", showing: "2 races in 2 reports")
    #expect(!session.screen.text.contains("one side missing"))
    try session.quit()
  }

  @Test func `keeps the user's state when the log grows`() throws {
    add(Self.second)
    let session = try open("--follow", log)
    try session.wait(forText: "2 races in 2 reports")
    session.send("jmm&app.second\r")
    try session.wait(forText: "[app.second ×]")
    add(Self.third + Self.third)
    try session.wait(forText: "3 races in 4 reports")
    #expect(session.title.contains("1 shown"))
    #expect(!session.screen.text.contains("app.third"))
    try session.send("\u{1B}", showing: "app.third")
    // The selected race moved down; it is still marked and selected.
    try session.wait(forFooter: "3 of 3")
    #expect(session.screen.lines.contains { $0.hasPrefix("▸✓") && $0.contains("app.second") })
    try session.quit()
  }

  @Test func `reads and follows logs that appear in a followed folder`() throws {
    let session = try open("--follow", directory.path)
    try session.wait(forText: "1 race in 1 report")
    let later = try directory.write(Self.second, to: "more/race.4711")
    try session.wait(forText: "2 races in 2 reports")
    try session.wait(forText: "2 files")
    add(Self.third, to: later)
    try session.wait(forText: "3 races in 3 reports")
    try session.send("/app.third\r\r", showing: "WRITE")
    #expect(session.screen.text.contains("app.third"))
    try session.send("v", showing: "WARNING: DATA RACE")
    try session.quit()
  }

  @Test func `logs that appear in a folder wait until the user asks for them`() throws {
    let session = try open(directory.path)
    _ = try directory.write(Self.second, to: "race.4711")
    add(Self.third)
    try session.wait(forText: "; T follows")
    #expect(session.title.contains("1 race in 1 report"))
    try session.send("T", showing: "3 races in 3 reports")
    try session.quit()
  }

  @Test func `without the option says that a log grows, and follows it when asked`() throws {
    let session = try open(log)
    add(Self.second)
    try session.wait(forText: "; T follows")
    #expect(session.title.contains("1 race in 1 report"))
    try session.send("T", showing: "2 races in 2 reports")
    try session.wait(forText: "following")
    add(Self.third)
    try session.wait(forText: "3 races in 3 reports")
    session.send("T")
    try session.wait(for: "the end of following") { !$0.title.contains("following") }
    add(Self.third)
    try session.wait(forText: "; T follows")
    #expect(session.title.contains("3 races in 3 reports"))
    try session.quit()
  }

  @Test func `reports a truncated log, keeps what was read, and R reads it again`() throws {
    let session = try open(log)
    truncate(log, 10)
    try session.wait(forText: "the file was truncated; R reloads")
    #expect(session.title.contains("1 race in 1 report"))
    try session.send("i", showing: "was truncated; what was read is kept")
    session.send("q")
    try directory.write(Self.second + Self.third, to: "race.log")
    try session.send("R", showing: "2 races in 2 reports")
    try session.wait(for: "what the log holds now") {
      $0.screen.text.contains("app.second") && !$0.screen.text.contains("app.first")
    }
    #expect(!session.title.contains("truncated"))
    try session.quit()
  }

  @Test func `reads a followed log again after it was truncated`() throws {
    let session = try open("--follow", log)
    truncate(log, 0)
    try session.wait(forFooter: "race.log was truncated; reloading")
    add(Self.second)
    try session.wait(forText: "2 races in 2 reports")
    try session.wait(for: "both races") {
      $0.screen.text.contains("app.first") && $0.screen.text.contains("app.second")
    }
    add(Self.third)
    try session.wait(forText: "3 races in 3 reports")
    truncate(log, 0)
    add(Self.third)
    try session.wait(forText: "3 races in 4 reports")
    try session.quit()
  }

  @Test func `reads a rotated log to its end, and the new one from its beginning`() throws {
    let session = try open("--follow", log)
    rename(log, "\(log).1")
    add(Self.second, to: "\(log).1")
    try session.wait(forText: "2 races in 2 reports")
    _ = try directory.write(Self.third, to: "race.log")
    try session.wait(forFooter: "race.log was replaced by another; reloading")
    try session.wait(forText: "3 races in 3 reports")
    // A program may still have the old file open and write to it.
    add(Self.second, to: "\(log).1")
    try session.wait(forText: "3 races in 4 reports")
    add(Self.third)
    try session.wait(forText: "3 races in 5 reports")
    // Reports of the old file can still be opened.
    session.send("/app.first\r\r")
    try session.wait(forText: "WRITE  goroutine 7")
    #expect(session.screen.text.contains("app.first"))
    try session.quit()
  }

  @Test func `does not read a rotated log twice in a followed folder`() throws {
    let session = try open("--follow", directory.path)
    rename(log, "\(log).1")
    _ = try directory.write(Self.second, to: "race.log")
    try session.wait(forText: "2 races in 2 reports")
    add(Self.third)
    try session.wait(forText: "3 races in 3 reports, 2 files")
    try session.quit()
  }

  @Test func `reads a deleted log when it exists again`() throws {
    let session = try open("--follow", log)
    unlink(log)
    _ = try directory.write(Self.second, to: "race.log")
    try session.wait(forText: "2 races in 2 reports")
    add(Self.third)
    try session.wait(forText: "3 races in 3 reports")
    try session.quit()
  }

  /// A log that was truncated and rewritten is longer at the next check: only its bytes show that it changed.
  @Test(arguments: [[], ["--follow"]]) func `reports a rewritten log, or reads it again`(
    _ options: [String]
  ) throws {
    let session = try launch(racetui, options + [log], LaunchOptions(columns: 120))
    try session.waitUntilRead()
    let filler = String(repeating: "other text\n", count: 400)
    let other = filler + Self.second + Self.third
    let descriptor = Glibc.open(log, O_WRONLY)
    _ = other.withCString { write(descriptor, $0, other.utf8.count) }
    close(descriptor)
    if options.isEmpty {
      try session.wait(forText: "the file was rewritten; R reloads")
      session.send("R")
      try session.wait(forText: "2 races in 2 reports")
    } else {
      try session.wait(forText: "3 races in 3 reports")
    }
    try session.quit()
  }

  @Test func `says that nothing has changed when a log is read again`() throws {
    let session = try open(log)
    session.send("R")
    try session.wait(forFooter: "reloaded: nothing has changed")
    add(Self.second)
    session.send("R")
    try session.wait(forFooter: "reloaded: 1 new race")
    try session.quit()
  }

  @Test func `logs of a stream cannot be read again`() throws {
    let session = try launch(racetui, [], LaunchOptions(columns: 120, input: .pipe))
    session.sendInput(Self.first)
    session.closeInput()
    try session.waitUntilRead()
    try session.send("R", showing: "a stream cannot be read again")
    try session.quit()
  }

  @Test func `reading again keeps the user's state`() throws {
    add(Self.second + Self.third)
    let session = try open(log)
    session.send("/app.third\r")
    try session.wait(for: "the selection") {
      $0.screen.lines.contains { $0.hasPrefix("▸") && $0.contains("app.third") }
    }
    add(Self.first)
    try session.wait(forText: "; T follows")
    session.send("R")
    try session.wait(forText: "3 races in 4 reports")
    try session.wait(for: "the selection") {
      $0.screen.lines.contains { $0.hasPrefix("▸") && $0.contains("app.third") }
    }
    try session.quit()
  }

  @Test(arguments: ["\r", "v", "f"])
  func `leaves a screen whose report turns out not to be one`(key: String) throws {
    add("WARNING: DATA RACE")
    let session = try open("--follow", log)
    try session.wait(forText: "2 races in 2 reports")
    session.send("j")
    try session.wait(forFooter: "2 of 2")
    session.send(key)
    try session.wait(for: "another screen") { !$0.title.contains("2 races in 2 reports") }
    add(" is what such a report begins with.\n" + String(repeating: "prose\n", count: 20))
    try session.wait(forText: "1 race in 1 report")
    try session.send("\r", showing: "app.first")
    try session.quit()
  }

  @Test func `the text of a report grows while it is being written`() throws {
    let session = try open("--follow", log)
    let cut = Self.second.place(of: "Previous read")
    add(Self.second[..<cut])
    try session.wait(forText: "2 races in 2 reports")
    session.send("j")
    try session.wait(forFooter: "2 of 2")
    try session.send("v", showing: "app.second()")
    session.send("j")
    try session.wait(forFooter: "line 21")
    add(Self.second[cut...])
    try session.wait(forText: "main.go:8 +0x44")
    try session.wait(forFooter: "line 21")
    try session.send("q", showing: "2 races in 2 reports")
    try session.quit()
  }

  @Test func `any of several logs can grow`() throws {
    let other = try directory.write(Self.second, to: "other.log")
    let session = try open("-f", log, other)
    try session.wait(forText: "2 races in 2 reports, 2 files")
    let cut = Self.third.place(of: "Previous read")
    add(Self.third[..<cut])
    try session.wait(forText: "3 races in 3 reports")
    add(Self.third[..<cut], to: other)
    try session.wait(forText: "3 races in 4 reports")
    add(Self.third[cut...])
    try session.wait(forText: "4 races in 4 reports")
    add(Self.third[cut...], to: other)
    try session.wait(for: "one race of both") { $0.title.contains("3 races in 4 reports") }
    try session.quit()
  }

  @Test func `nothing is added to a stream`() throws {
    let session = try launch(racetui, ["-f"], LaunchOptions(columns: 120, input: .pipe))
    session.sendInput(Self.first)
    session.closeInput()
    try session.waitUntilRead()
    try session.wait(forText: "1 race in 1 report")
    #expect(!session.title.contains("following"))
    try session.send("T", showing: "a stream or a compressed file cannot grow")
    try session.quit()
  }

  @Test func `following needs a terminal`() throws {
    let run = try DetachedRun(racetui, ["--follow", log])
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.contains("--follow needs a terminal"))
  }
}

extension String {
  /// The position of a text, which must be present.
  fileprivate func place(of text: String) -> Index {
    var start = startIndex
    while !self[start...].hasPrefix(text) { formIndex(after: &start) }
    return start
  }
}
