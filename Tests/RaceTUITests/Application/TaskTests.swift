import Foundation
import TerminalHarness
import Testing

/// The main tasks from the open list, in as few keys as allowed.
@Suite struct TaskTests {
  private func shop() throws -> TerminalSession { try openSample("shop-test.log", columns: 120, rows: 40) }

  /// The rows below the list, about the selected race.
  private func preview(_ session: TerminalSession) -> String {
    session.screen.lines.drop { !$0.hasPrefix("──") }.joined(separator: "\n")
  }

  @Test func `which race hits most, and why: no key`() throws {
    let session = try shop()
    try session.wait(for: "the line of both") { session in
      session.screen.lines.contains { $0.hasPrefix("▸32 │") && $0.ranges(of: "p.Finished++").count == 1 }
    }
    #expect(session.screen.lines[2].hasPrefix("▸  3  R  pool.(*Pool).worker"))
    try session.wait(for: "what is worked out") {
      preview($0).contains("both leave pool.(*Pool).grow at line 24")
    }
    try session.quit()
  }

  @Test func `all races that involve a function, as a site or not`() throws {
    let session = try shop()
    session.send("&Restock\r")
    // Two races have it in a stack, none as a site.
    try session.wait(forText: "13 races in 20 reports   2 shown")
    try session.quit()
  }

  @Test func `hide a package`() throws {
    let session = try shop()
    session.send("&-path:/web/\r")
    // Three races have a frame in the package.
    try session.wait(for: "the list without them") {
      $0.screen.text.contains("13 races in 20 reports   10 shown")
        && !$0.screen.text.contains("web.(*Server)")
    }
    try session.quit()
  }

  @Test func `read a name of 300 characters, and nothing jumps`() throws {
    let directory = try TemporaryDirectory()
    let name = (1...40).map { "reed\($0)" }.joined(separator: "::") + "::fill"
    #expect(name.count > 300)
    let stack = "    #0 \(name) /src/pond.cpp:12 (pond+0x10)\n    #1 main /src/pond.cpp:40 (pond+0x11)\n"
    try directory.write(
      """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x7b0400000010 by thread T2:
      \(stack)
        Previous write of size 4 at 0x7b0400000010 by thread T1:
      \(stack)

      """, to: "race.log")
    let session = try open(
      "race.log", options: LaunchOptions(columns: 120, rows: 40, workingDirectory: directory.path))
    try session.waitUntilRead()
    session.send("\r")
    try session.wait(forText: "└─")
    let frame = session.screen.lines.firstIndex { $0.contains("└─") }
    session.send("j")
    try session.wait(for: "the next frame") { $0.screen.lines.contains { $0.contains("▸  main") } }
    #expect(session.screen.lines.firstIndex { $0.contains("└─") } == frame)
    session.send("k")
    session.send("w")
    try session.wait(for: "the whole name") { session in
      let text = session.screen.lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined()
      return text.contains(name)
    }
    try session.quit()
  }

  @Test func `where the paths fork: one key, with the code of each step`() throws {
    let session = try shop()
    session.send("f")
    try session.wait(forText: "├─ line 24")
    try session.wait(forText: "go p.worker()")
    try session.quit()
  }

  @Test func `both racing lines in the editor: one key`() throws {
    let directory = try TemporaryDirectory()
    try directory.write("#!/bin/sh\nprintf '[%s]' \"$@\" > '\(directory.path)/notes'\n", to: "vim")
    let session = try openSample(
      "shop-test.log", columns: 120, rows: 40, environment: ["EDITOR": "\(directory.path)/vim"])
    session.send("jj")
    try session.wait(forFooter: "3 of 13")
    session.send("E")
    try session.wait(forFooter: "back from vim")
    let notes = directory.read("notes")
    // Two lines of one file, side by side.
    #expect(notes.contains("cart/cart.go") && notes.contains("37") && notes.contains("24"))
    try session.quit()
  }

  @Test func `this race into an issue, from a log of JSON: two keys`() throws {
    let session = try openSample("shop-json.log", columns: 120, rows: 40)
    session.send("ci")
    try session.wait(for: "something to be copied") { !$0.clipboard.isEmpty }
    let issue = try #require(session.clipboard.last ?? nil)
    #expect(issue.contains("WARNING: DATA RACE") && !issue.contains(#"{"Time""#))
    #expect(issue.contains("### A") && issue.contains("### B") && issue.contains("<details>"))
    try session.quit()
  }

  @Test func `what happened around the report: one key, and Enter on another report opens it`() throws {
    let session = try shop()
    session.send("v")
    try session.wait(forText: "lines 321 to")
    // The previous report: the log has twenty, and the selected race's first is the eighth.
    session.send("/WARNING: DATA RACE\r")
    try session.wait(forFooter: "match 8/20, line 321")
    session.send("N")
    try session.wait(forFooter: "match 7/20, line 273")
    session.send("\r")
    try session.wait(for: "the pair") { $0.title.contains("Race ") && $0.title.contains("shop-test.log:273") }
    try session.quit()
  }

  @Test func `understand a lock order of three locks: one key, one look`() throws {
    let directory = try TemporaryDirectory()
    func step(_ wanted: String, _ held: String, _ thread: String, _ line: Int) -> String {
      """
        Mutex \(wanted) acquired here while holding mutex \(held) in thread \(thread):
          #0 pthread_mutex_lock <null> (pond+0x10)
          #1 step\(line) /src/pond.c:\(line) (pond+0x20)


      """
    }
    try directory.write(
      """
      WARNING: ThreadSanitizer: lock-order-inversion (potential deadlock) (pid=7)
        Cycle in lock order graph: M2 (0x10) => M3 (0x20) => M4 (0x30) => M2

      \(step("M3", "M2", "T3", 11))\(step("M4", "M3", "T4", 12))\(step("M2", "M4", "T5", 13))
      SUMMARY: ThreadSanitizer: lock-order-inversion (potential deadlock) /src/pond.c:11 in step11
      ==================

      """, to: "order.log")
    let session = try open("order.log", options: LaunchOptions(workingDirectory: directory.path))
    try session.waitUntilRead()
    session.send("f")
    try session.wait(forText: "M2 ──▸ M3 ──▸ M4 ──▸ M2")
    for line in [
      "thread T3  holds M2 ──wants──▸ M3   step11  pond.c:11",
      "thread T4  holds M3 ──wants──▸ M4   step12  pond.c:12",
      "thread T5  holds M4 ──wants──▸ M2   step13  pond.c:13",
    ] { try session.wait(forText: line) }
    try session.quit()
  }
}
