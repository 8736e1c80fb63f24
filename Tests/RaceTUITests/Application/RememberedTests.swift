import Foundation
import TerminalHarness
import Testing

/// The state that a log keeps from one run to the next.
@Suite struct RememberedTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    let log = try String(contentsOfFile: "\(samples)/shop-test.log", encoding: .utf8)
    try directory.write(log, to: "shop.log")
  }

  private func session(_ path: String = "shop.log", state: String = "state") throws -> TerminalSession {
    let session = try open(
      path,
      options: LaunchOptions(
        columns: 120, rows: 40, environment: ["XDG_STATE_HOME": "\(directory.path)/\(state)"],
        workingDirectory: directory.path))
    try session.waitUntilRead()
    return session
  }

  private var files: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: "\(directory.path)/state/racetui")) ?? []
  }

  @Test func `opens a log where it was left`() throws {
    var session = try session()
    session.send("jjs")
    try session.wait(forText: "sorted by first seen")
    try session.wait(forFooter: "3 of 13")
    let row = session.screen.lines.first { $0.hasPrefix("▸") }
    try session.quit()
    // Another name for the same file.
    session = try self.session("../\((directory.path as NSString).lastPathComponent)/shop.log")
    try session.wait(forText: "sorted by first seen")
    try session.wait(for: "the same row") { $0.screen.lines.first { $0.hasPrefix("▸") } == row }
    try session.wait(forFooter: "3 of 13")
    try session.quit()
    #expect(files.count == 1)
  }

  @Test func `keeps the last query on, and says how to switch it off`() throws {
    var session = try session()
    session.send("&fn:Restock\r")
    try session.wait(forText: "2 shown")
    try session.quit()
    session = try self.session()
    try session.wait(forText: "the last session's query; \\ switches it off")
    try session.wait(forText: "[fn:Restock")
    session.send("\\")
    try session.wait(for: "all races") { !$0.title.contains("shown") }
    try session.quit()
  }

  @Test func `recalls what was typed before`() throws {
    var session = try session()
    session.send("/Restock\r")
    session.send("&test:TestC\r")
    try session.wait(forText: "[test:TestC")
    session.send("1\u{7F}")
    try session.wait(for: "no query") { !$0.screen.text.contains("[test:TestC") }
    try session.quit()
    session = try self.session()
    session.send("&\u{1B}[A")
    try session.wait(forFooter: "&test:TestC")
    session.send("\u{7}")
    try session.wait(for: "no prompt") { !$0.footer.contains("&test") }
    try session.quit()
  }

  @Test func `does not remember a stream or a log without races`() throws {
    try directory.write("nothing here\n", to: "empty.log")
    let session = try session("empty.log")
    try session.quit()
    #expect(files.isEmpty)
  }

  @Test func `ignores a folder that cannot be written`() throws {
    try directory.write("a file, no folder\n", to: "state")
    let session = try session()
    session.send("j")
    try session.quit()
    #expect(session.status == 0)
  }

  @Test func `ignores the contents of a file that is not ours`() throws {
    var session = try session()
    session.send("j")
    try session.quit()
    let file = try #require(files.first)
    try directory.write(
      "race = zz\nsort = backwards\ndivider = 9999\n\u{1B}[31m = \u{0}\n", to: "state/racetui/\(file)")
    session = try self.session()
    try session.wait(forText: "1 of 13")
    try session.quit()
  }

  @Test func `remembers a limited number of logs`() throws {
    for number in 0..<220 {
      try directory.write("sort = count\n", to: "state/racetui/\(number)")
    }
    let session = try session()
    session.send("j")
    try session.quit()
    #expect(files.count == 200)
  }
}
