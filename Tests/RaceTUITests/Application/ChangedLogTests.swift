import Glibc
import RaceText
import RaceView
import TerminalHarness
import Testing

/// A log that changes, shrinks or disappears while it is open.
@Suite struct ChangedLogTests {
  private static let changed = "the log has changed since it was read"

  private static let first = Logs.report(function: "main.first", file: "/x/a.go")
  private static let text = first + "between\n" + Logs.report(function: "main.second", file: "/x/b.go")

  /// The log's folder, removed with the test.
  private let directory: TemporaryDirectory
  private let log: String
  /// The program, with a log of two races that the test may change.
  private let session: TerminalSession

  init() throws {
    directory = try TemporaryDirectory()
    log = try directory.write(Self.text, to: "race.log")
    session = try open(log, options: LaunchOptions(columns: 120))
    try session.waitUntilRead()
    try session.wait(forText: "2 races in 2 reports")
  }

  @Test(arguments: ["\r", "v", "Y"])
  func `says that a report no longer exists`(_ key: String) throws {
    truncate(log, 0)
    try session.send(key, showing: Self.changed)
    #expect(session.screen.commands.isEmpty)
    try session.send("?", showing: "Help: ")
    try session.quit()
  }

  @Test(arguments: ["\r", "v", "Y"])
  func `says that a report is cut off, and shows the intact one`(_ key: String) throws {
    truncate(log, off_t(Self.first.utf8.count + 200))
    try session.send("j" + key, showing: Self.changed)
    #expect(session.screen.commands.isEmpty)
    session.send("\u{7F}k\r")
    try session.wait(forText: "WRITE  goroutine 7")
    try session.send("v", showing: "main.first()")
    try session.quit()
  }

  @Test(arguments: ["\r", "v", "Y"])
  func `says that other text has replaced the report`(_ key: String) throws {
    let size = Self.text.utf8.count
    try directory.write(String(repeating: "other text\n", count: size / 11 + 1), to: "race.log")
    try session.send(key, showing: Self.changed)
    try session.quit()
  }

  @Test func `says so when stepping to a report that is gone`() throws {
    try session.send("\r", showing: "WRITE  goroutine 7")
    truncate(log, 0)
    try session.send("J", showing: Self.changed)
    #expect(session.title.contains("Race 2 of 2"))
    try session.quit()
  }

  @Test func `a deleted log can still be read`() throws {
    unlink(log)
    try session.send("\r", showing: "WRITE  goroutine 7")
    try session.send("v", showing: "main.first()")
    session.send("Y")
    try session.wait(forFooter: "copied the report")
    try session.quit()
  }

  @Test func `a log that grew is read as it was`() throws {
    try directory.write(Self.text + Self.text, to: "race.log")
    try session.send("\r", showing: "WRITE  goroutine 7")
    try session.send("v", showing: "main.first()")
    try session.quit()
  }
}
