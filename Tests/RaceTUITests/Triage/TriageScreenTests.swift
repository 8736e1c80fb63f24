import Foundation
import TerminalHarness
import Testing

/// Tasks 8 and 9: what is new since yesterday, and what was decided yesterday.
@Suite struct TriageScreenTests {
  @Test func `what is new since yesterday's log`() throws {
    let options = LaunchOptions(columns: 120, rows: 40, workingDirectory: samples)
    let session = try open(
      "--baseline", "tidb-45106.log", "shop-test.log", "tidb-45106.log", options: options)
    try session.waitUntilRead()
    try session.wait(forText: "14 races in 21 reports")
    try session.wait(forText: "13 new")
    session.send("&is:still\r")
    try session.wait(forText: "1 shown")
    try session.wait(forText: "SetOwnerOpValue")
    try session.quit()
  }

  @Test func `this one is known, that one is ours: tomorrow too`() throws {
    let directory = try TemporaryDirectory()
    let environment = ["RACETUI_TRIAGE": "\(directory.path)/triage"]
    var session = try openSample("shop-test.log", columns: 120, rows: 40, environment: environment)
    session.send("mkjmo")
    try session.wait(forFooter: "ours (in ")
    session.send("jmw")
    try session.wait(forFooter: "reason: ")
    session.send("\r")
    try session.wait(forFooter: "nothing is marked here")
    session.send("mw")
    try session.wait(forFooter: "reason: ")
    session.send("the cart\u{1B}[D\u{1B}[Dis old\r")
    try session.wait(forFooter: "reason: the cais oldrt")
    try session.quit()
    session = try openSample("shop-test.log", columns: 120, rows: 40, environment: environment)
    try session.wait(forText: "1 seen, 1 ours, 1 known")
    try session.wait(for: "both marks") {
      $0.screen.lines[2].hasPrefix("▸K") && $0.screen.lines[4].hasPrefix(" O")
    }
    session.send("jj")
    try session.wait(forText: "seen: the cais oldrt")
    session.send("&mark:ours\r")
    try session.wait(forText: "1 shown")
    try session.quit()
  }

  @Test func `says when a fixed race is back`() throws {
    let directory = try TemporaryDirectory()
    let environment = ["RACETUI_TRIAGE": "\(directory.path)/triage"]
    let session = try openSample("shop-test.log", columns: 140, rows: 40, environment: environment)
    session.send("mf")
    try session.wait(forText: "back, was fixed")
    session.send("mu")
    try session.wait(for: "it to be taken back") { !$0.screen.text.contains("back, was fixed") }
    try session.quit()
    #expect(try shell("grep -c fixed \"$1\"", "\(directory.path)/triage").output == "0\n")
  }

  @Test func `marks a whole group`() throws {
    let directory = try TemporaryDirectory()
    let environment = ["RACETUI_TRIAGE": "\(directory.path)/triage"]
    let session = try openSample("shop-test.log", columns: 120, rows: 40, environment: environment)
    session.send("gpggmb")
    try session.wait(forFooter: "races benign (in ")
    let count = Int(session.footer.split(separator: " ").first ?? "") ?? 0
    #expect(count > 1)
    try session.quit()
    #expect(try shell("grep -c ' benign ' \"$1\"", "\(directory.path)/triage").output == "\(count)\n")
  }

  @Test func `reports a file that cannot be written and changes nothing else`() throws {
    let environment = ["RACETUI_TRIAGE": "/proc/racetui/triage"]
    let session = try openSample("shop-test.log", columns: 120, rows: 40, environment: environment)
    session.send("mk")
    try session.wait(forFooter: "not saved: /proc/racetui/triage: ")
    #expect(session.screen.lines[2].hasPrefix("▸K"))
    try session.quit()
  }
}
