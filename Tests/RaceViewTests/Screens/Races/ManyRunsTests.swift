import RaceModel
import RaceText
import RaceWork
import ScreenHarness
import Testing

@testable import RaceView

/// The same races in several runs and in several forms.
@Suite struct `The same race over many runs` {
  /// Three ThreadSanitizer processes; the first race is in all of them, at two lines and with two verbs.
  private static let log =
    report(7, "Write", line: 9) + report(8, "Write", line: 9, thread: 3)
    + report(9, "Read", line: 10) + report(9, "Write", line: 30, function: "other")

  private static func report(
    _ pid: Int, _ verb: String, line: Int, function: String = "work", thread: Int = 2
  ) -> String {
    """
    ==================
    WARNING: ThreadSanitizer: data race (pid=\(pid))
      \(verb) of size 4 at 0x7f00000000\(thread)0 by thread T\(thread):
        #0 \(function) /src/a.c:\(line) (a+0x1)

      Previous write of size 4 at 0x7f00000000\(thread)0 by main thread:
        #0 main /src/m.c:44 (a+0x2)

      Thread T\(thread) (tid=13, running) created by main thread at:
        #0 pthread_create <null> (a+0x3)
        #1 main /src/m.c:40 (a+0x5)

    SUMMARY: ThreadSanitizer: data race /src/a.c:\(line) in \(function)
    ==================

    """
  }

  @Test func `the list shows in how many runs, in numbers and as a bar`() throws {
    let session = try Session(log: Self.log, columns: 80, rows: 24)
    #expect(session.lines[0].contains("2 races in 4 reports, 3 processes"))
    #expect(session.lines[2].contains(" 3/3 ████ "))
    #expect(session.lines[4].contains(" 1/3 █▎  "))
    let ascii = try Session(log: Self.log, columns: 80, rows: 24, glyphs: .ascii)
    #expect(ascii.lines[4].contains(" 1/3 #--- "))
  }

  @Test func `the columns show how the reports differ`() throws {
    var session = try Session(log: Self.log)
    session.press("Enter")
    #expect(
      session.text.contains(
        "3 reports in 3 of 3 runs; W/W and R/W at a.c:9,10 · m.c:44; 2 addresses; 2 pairs of threads"))
    session.press("J")
    #expect(!session.text.contains("reports in"), "one report differs from no other")
  }

  @Test func `a race is the same pair, whichever of two threads was caught`() throws {
    func report(_ caught: Int, _ other: Int) -> String {
      """
      ==================
      WARNING: DATA RACE
      Write at 0x00c000012345 by goroutine \(caught):
        example.com/app.write()
            /src/app/write.go:12 +0x44

      Previous write at 0x00c000012345 by goroutine \(other):
        example.com/app.write()
            /src/app/write.go:12 +0x44
      ==================

      """
    }
    var session = try Session(log: report(7, 8) + report(8, 7), columns: 200)
    session.press("Enter")
    #expect(session.text.contains("2 reports; W/W at the same lines; 1 address"))
    #expect(!session.text.contains("pairs of goroutines"))
    session = try Session(log: report(7, 8) + report(8, 7) + report(7, 9), columns: 200)
    session.press("Enter")
    #expect(session.text.contains("2 pairs of goroutines"))
  }

  /// A lock order where `fill` or `drain` was seen first.
  private static func lockOrder(_ pid: Int, _ first: (String, Int), _ second: (String, Int)) -> String {
    func place(_ site: (String, Int), _ more: Int) -> String {
      "==\(pid)==    at 0x\(site.1 + more): \(site.0) (\(site.0).c:\(site.1 + more))"
    }
    return """
      ==\(pid)== Helgrind, a thread error detector
      ==\(pid)== ----------------------------------------------------------------
      ==\(pid)==
      ==\(pid)== Thread #3: lock order "0xA0 before 0xB0" violated
      ==\(pid)==
      ==\(pid)== Observed (incorrect) order is: acquisition of lock at 0xB0
      \(place(first, 0))
      ==\(pid)==
      ==\(pid)==  followed by a later acquisition of lock at 0xA0
      \(place(first, 2))
      ==\(pid)==
      ==\(pid)== Required order was established by acquisition of lock at 0xA0
      \(place(second, 0))
      ==\(pid)==
      ==\(pid)==  followed by a later acquisition of lock at 0xB0
      \(place(second, 2))
      ==\(pid)==

      """
  }

  @Test func `a race of four sites has each line at its site, whichever was seen first`() throws {
    let (fill, drain) = (("fill", 10), ("drain", 30))
    var session = try Session(log: Self.lockOrder(1, fill, drain) + Self.lockOrder(2, drain, fill))
    #expect(session.index.races.count == 1)
    #expect(session.lines[2].contains("fill.c:10  ") && session.lines[3].hasSuffix("fill.c:12"))
    session.press("Enter")
    #expect(session.text.contains("2 reports in 2 of 2 runs; at the same lines"))
  }

  @Test func `S splits by verb and line, then by stacks, then not`() throws {
    var session = try Session(log: Self.log)
    session.press("S")
    #expect(session.order == [0, 0, 1])
    #expect(session.text.contains("sites split by verb and line"))
    #expect(session.lines[39].contains("2 races in 3 rows, split by verb and line"))
    #expect(session.lines[2].contains(" 2  2/3 "))
    #expect(session.lines[2].contains("a.c:9") && !session.lines[2].contains("a.c:9,10"))
    #expect(session.lines[4].contains("R  work") && session.lines[4].contains("a.c:10"))
    session.press("S")
    #expect(session.text.contains("sites split by whole stacks"))
    #expect(session.order == [0, 0, 1])
    session.press("S")
    #expect(session.order == [0, 1])
    #expect(!session.text.contains("sites split by"))
  }

  @Test func `the row of a split race steps only through its reports`() throws {
    var session = try Session(log: Self.log)
    session.press("S", "Enter")
    #expect(session.lines[0].contains("Variant 1 of 3  ×2  [1/2]"))
    session.press("]")
    #expect(session.lines[0].contains("[2/2]"))
    #expect(session.text.contains("thread T3"))
    session.press("]")
    #expect(session.lines[39].contains("this is its last report"))
    session.press("J")
    #expect(session.lines[0].contains("Variant 2 of 3"))
    #expect(session.text.contains("A  READ 4 bytes  thread T2"))
    session.press("v")
    #expect(session.text.contains("in group 2 of 3"))
  }

  @Test func `the selected race stays selected when it is split`() throws {
    var session = try Session(log: Self.log)
    session.press("j", "S")
    #expect(session.selected == 1)
    #expect(session.list.cursor.row == 2)
    session.press("S", "S")
    #expect(session.list.cursor.row == 1)
  }

  @Test func `says that races are split by stacks only after everything is read`() throws {
    let whole = try Session(log: Self.log)
    var app = App(Logs(title: "log", count: 1), size: Size(columns: 120, rows: 40))
    for batch in whole.batches { _ = app.update(.log(.batch(batch))) }
    _ = app.update(.input(.key("S")))
    #expect(app.update(.input(.key("S"))) == [])
    #expect(app.draw().text.contains("the stacks are being read"))
    // Now they are requested.
    let effects = app.update(.log(.loaded))
    #expect(effects.contains { if case .job(.stacks) = $0 { true } else { false } })
  }

  @Test(
    arguments: [
      (0, 3, "    "), (1, 3, "█▎  "), (2, 3, "██▋ "), (3, 3, "████"), (1, 1000, "▏   "), (999, 1000, "███▉"),
    ] as [(Int, Int, String)])
  func `a bar is empty only for nothing and full only for all`(_ part: Int, _ whole: Int, _ bar: String) {
    #expect(Glyphs.unicode.bar(part, of: whole, width: 4) == bar)
  }

  @Test(arguments: [(1, 2, "##--"), (1, 1000, "#---"), (999, 1000, "###-"), (5, 5, "####")])
  func `a bar can be drawn without Unicode`(_ part: Int, _ whole: Int, _ bar: String) {
    #expect(Glyphs.ascii.bar(part, of: whole, width: 4) == bar)
  }
}
