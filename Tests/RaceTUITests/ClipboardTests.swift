import Foundation
import RaceModel
import RaceText
import RaceView
import ScreenHarness
import TerminalHarness
import Testing

/// `y` and `Y`: what reaches the terminal's clipboard, and what the footer says.
@Suite struct ClipboardTests {
  @Test func `y copies the place`() throws {
    let session = try openSample("tidb-45106.log", columns: 120)
    for (keys, place) in [
      ("y", "owner/mock.go:111"), ("\ry", "owner/mock.go:111"), ("jy", "ddl/job_table.go:340"),
      ("\ty", "owner/manager.go:418"),
    ] {
      let before = session.clipboard.count
      session.send(keys)
      try session.wait(for: "something to be copied") { $0.clipboard.count > before }
      #expect(session.clipboard.last == place)
      try session.wait(forFooter: "copied \(place)")
    }
    try session.quit()
  }

  @Test func `y says when there is nothing to copy`() throws {
    let session = try openSample("tidb-45106.log", columns: 120)
    session.send("vy")
    try session.wait(forFooter: "no file on this line")
    #expect(session.clipboard.isEmpty)
    try session.quit()
  }

  @Test(arguments: ["Y", "\rY", "\rvY"])
  func `Y copies the report`(_ keys: String) throws {
    let session = try openSample("shop-test.log", columns: 120)
    session.send(keys)
    try session.wait(forFooter: "copied the report, ")
    let copied = try #require(session.clipboard.first ?? nil)
    let model = try Session("shop-test.log", columns: 120, rows: 24)
    let first = try #require(model.selected.map { model.index.races[$0].reports[0] })
    let entry = model.index.reports[Int(first)]
    let log = try String(contentsOfFile: "\(samples)/shop-test.log", encoding: .utf8)
    #expect(copied.utf8.elementsEqual(Array(log.utf8)[entry.bytes]))
    #expect(copied.contains("WARNING: DATA RACE"))
    try session.wait(forFooter: "\(entry.endLine - entry.line + 1) lines")
    try session.quit()
  }

  @Test func `nothing is copied where no race is`() throws {
    let session = try open("/dev/null")
    session.send("yY?")
    try session.wait(forText: "Help: ")
    #expect(session.screen.commands.isEmpty)
    try session.quit()
  }
}

extension TerminalSession {
  /// What was put on the clipboard, in order; nil for what is not text in base64.
  fileprivate var clipboard: [String?] {
    screen.commands.map { command in
      guard command.hasPrefix("52;c;") else { return nil }
      return Data(base64Encoded: String(command.dropFirst(5))).flatMap { String(data: $0, encoding: .utf8) }
    }
  }
}
