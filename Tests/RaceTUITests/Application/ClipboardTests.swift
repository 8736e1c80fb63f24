import Foundation
import RaceModel
import RaceText
import RaceView
import ScreenHarness
import TerminalHarness
import Testing

/// `y` and `Y`: the contents of the terminal's clipboard, and the footer's message.
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
    try session.wait(forFooter: "the log names no file here")
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

  /// A terminal types what is pasted, and `\u{F}` (Control-O) acts as Enter in a shell.
  @Test func `copied text holds no keys`() throws {
    let directory = try TemporaryDirectory()
    let attack = "x;echo PWNED;\u{F}\u{1B}[31m\u{9B}\u{202E}\u{7F}\r.go"
    try directory.write(
      Logs.report(file: "/src/\(attack)", line: 3, foreign: "\ta\u{1B}b\u{8}\r"), to: "race.log")
    let session = try open("race.log", options: LaunchOptions(columns: 120, workingDirectory: directory.path))
    try session.waitUntilRead()
    for keys in ["y", "\ry", "vjjjy"] {
      let before = session.clipboard.count
      session.send(keys)
      try session.wait(for: "something to be copied") { $0.clipboard.count > before }
      let copied = try #require(session.clipboard.last ?? nil)
      #expect(copied.contains(".go:3") && copied.unicodeScalars.filter(\.isHarmful).isEmpty, "\(keys)")
      // On the raw screen the whole line is copied.
      if !keys.contains("v") { #expect(copied.hasSuffix(".go:3"), "\(keys)") }
    }
    session.send("Y")
    try session.wait(forFooter: "copied the report, ")
    let report = try #require(session.clipboard.last ?? nil)
    #expect(report.contains("/src/x;echo PWNED;^O^[[31m\u{FFFD}\u{FFFD}\u{FFFD}^M.go:3 +0x44\n"))
    #expect(report.contains("\n\ta^[b^H\n"))
    try session.quit()
  }

  @Test func `nothing of a hostile log is copied as it is`() throws {
    let directory = try TemporaryDirectory()
    try directory.write(bytes: HostileLogTests.log(), to: "race.log")
    let session = try open("race.log", options: LaunchOptions(columns: 120, workingDirectory: directory.path))
    try session.waitUntilRead()
    var places: [String?] = []
    var reports: [String?] = []
    session.send("\r")
    for number in HostileLogTests.attacks.indices {
      session.send("y")
      try session.wait(for: "the place") { $0.clipboard.count == 2 * number + 1 }
      places.append(session.clipboard.last ?? nil)
      session.send("Y")
      try session.wait(for: "the report") { $0.clipboard.count == 2 * number + 2 }
      reports.append(session.clipboard.last ?? nil)
      session.send("J")
    }
    for place in places { #expect(place?.unicodeScalars.filter(\.isHarmful).isEmpty == true) }
    for report in reports {
      let report = try #require(report)
      let harmful = report.unicodeScalars.filter { $0.isHarmful && $0 != "\n" && $0 != "\t" }
      #expect(harmful.isEmpty && report.contains("WARNING: DATA RACE"))
    }
    try session.quit()
  }

  @Test func `copies nothing where there is no race`() throws {
    let session = try open("/dev/null")
    session.send("yY?")
    try session.wait(forText: "Help: ")
    #expect(session.screen.commands.isEmpty)
    try session.quit()
  }
}
