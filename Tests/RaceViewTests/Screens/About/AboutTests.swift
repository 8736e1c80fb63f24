import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// Other contents of a log, on the screens and in the list.
@Suite struct AboutTests {
  private static let crash = """
    starting
    ThreadSanitizer:DEADLYSIGNAL
    ==812==ERROR: ThreadSanitizer: SEGV on unknown address 0x000000000010 (pc 0x1 bp 0x2 sp 0x3 T812)
        #0 crash(int) /src/b.cpp:9:1 (app+0x3)
    ==812==ABORTING

    """
  private static let race = """
    WARNING: ThreadSanitizer: data race (pid=812)
      Write of size 4 at 0x7b0400000000 by thread T1:
        #0 writer(void*) /src/a.cpp:7:3 (app+0x1)

      Previous read of size 4 at 0x7b0400000000 by main thread:
        #0 main /src/a.cpp:21:5 (app+0x2)
    ==================
    ThreadSanitizer: reported 1 warnings

    """

  private func list(_ session: Session) -> [String] {
    ListText.text(session.index, width: 120, glyphs: .unicode)
      .split(separator: "\n").map(String.init)
  }

  @Test func `says when a log holds only a crash`() throws {
    let session = try Session(log: Self.crash)
    let words =
      "No race report in 5 lines; ThreadSanitizer: SEGV on unknown address 0x000000000010 (line 3)."
    #expect(session.text.contains(words))
    #expect(session.text.contains("i lists what else the detector said."))
    #expect(list(session).last == words)
  }

  @Test func `for a log without races and crashes the last count is shown`() throws {
    let session = try Session(
      log: "==700== ERROR SUMMARY: 0 errors from 0 contexts (suppressed: 3 from 3)\nbye\n")
    let words =
      "No race report in 2 lines; ERROR SUMMARY: 0 errors from 0 contexts (suppressed: 3 from 3) (line 1)."
    #expect(session.text.contains(words))
    // One line says everything.
    #expect(list(session) == [words])
  }

  @Test func `the list shows the lines and words of notes`() throws {
    let lines = list(try Session(log: Self.race + Self.crash))
    #expect(lines.count == 7)
    #expect(lines[3].hasPrefix("notes: ") && lines[3].hasSuffix(":8   ThreadSanitizer: reported 1 warnings"))
    #expect(lines[5].contains(":11  ThreadSanitizer: SEGV on unknown address"))
    #expect(lines[6] == "1 race in 1 report, 13 lines.")
  }

  @Test func `of very many notes the list prints the crash and counts the others`() throws {
    let quiet = String(repeating: "ThreadSanitizer: reported 1 warnings\n", count: 500)
    let lines = list(try Session(log: quiet + Self.crash))
    #expect(lines.contains { $0.contains("SEGV on unknown address") && !$0.contains("No race") })
    #expect(lines.contains("       and 496 more"))
  }

  @Test func `i describes the log and leads to its lines`() throws {
    var session = try Session(log: Self.race + Self.crash)
    session.press("i")
    #expect(session.lines[0].hasPrefix(" racetui  about the log   1 file, 13 lines"))
    #expect(session.lines[1].hasSuffix("13 lines, 1 report"))
    #expect(session.lines[2] == "    1 damaged report: line 1")
    #expect(session.lines[3].hasSuffix("   8  ThreadSanitizer: reported 1 warnings"))
    #expect(session.lines[5].contains("  11  ThreadSanitizer: SEGV on unknown address"))
    session.press("j", "j", "j", "j", "Enter")
    #expect(session.lines[0].hasSuffix("line 11"))
    #expect(session.lines.contains { $0.hasPrefix("11 │ ==812==ERROR: ThreadSanitizer: SEGV") })
    // No report is open: keys that need one say so.
    for key in ["f", "J", "K", "]", "[", "Y"] {
      session.press(key)
      #expect(session.text.contains("not part of a report"))
    }
    session.press("q")
    #expect(session.lines[0].hasPrefix(" racetui  about the log"))
    session.press("i")
    #expect(session.lines[0].contains("1 race in 1 report"))
  }

  /// A report without its second access, which `rows` lines follow.
  private static func half(_ rows: Int) -> String {
    """
    ==================
    WARNING: DATA RACE
    Write at 0x00c000012345 by goroutine 7:
      example.com/app.write()
          /src/app/write.go:12 +0x44
    ==================

    """ + String(repeating: "ok\n", count: rows)
  }

  @Test func `damaged reports are named by their lines`() throws {
    var session = try Session(log: Self.half(3))
    session.press("i")
    #expect(session.lines[2] == "    1 damaged report: line 2")
    session = try Session(log: (0..<3).map { _ in Self.half(4) }.joined())
    session.press("i")
    #expect(session.lines[2] == "    3 damaged reports: lines 2, 12 and 22")
    session = try Session(log: (0..<9).map { _ in Self.half(4) }.joined())
    session.press("i")
    #expect(session.lines[2] == "    9 damaged reports: lines 2, 12, 22, 32, 42, 52 and 3 more")
    session.press("j", "Enter")
    #expect(session.lines[0].hasSuffix("line 2"))
    session = try Session(sample: "shop-test.log", columns: 120, rows: 40)
    session.press("i")
    #expect(!session.text.contains("damaged"))
  }

  @Test func `an empty log and one with a single long line can be opened`() throws {
    let long = String(repeating: "a", count: 100_000) + "\n"
    var session = try Session(logs: ["", long])
    // Both are in the row of logs with nothing to report, the empty one first.
    session.press("i", "Enter", "j", "Enter")
    #expect(session.text.contains("the log is empty"))
    session.press("q", "G", "Enter")
    #expect(session.text.contains("aaaaaaaa"))
  }

  @Test func `the log screen can be searched and clicked`() throws {
    var session = try Session(log: Self.race + Self.crash)
    session.press("i", "/", "segv", "Enter")
    #expect(session.lines[39].contains("5 of 5"))
    session.send(.input(.press(column: 10, row: 3)))
    #expect(session.lines[39].contains("3 of 5"))
    session.send(.input(.press(column: 10, row: 3)))
    #expect(session.lines[0].hasSuffix("line 8"))
  }

  @Test func `files without findings share one row, which opens`() throws {
    var session = try Session(logs: ["# notes\n", Self.race, "all is well\n", Self.crash, ""])
    #expect(session.lines[0].contains("1 race in 1 report, 5 files"))
    session.press("i")
    #expect(session.lines[1].hasSuffix("1 report") && session.lines[4].hasSuffix("0 reports"))
    #expect(session.lines[7].hasPrefix("  + 3 files with nothing to report"))
    #expect(session.lines[8].isEmpty)
    session.press("G", "Enter")
    #expect(session.lines[7].hasPrefix("▸ - 3 files"))
    #expect(
      session.lines[8].hasSuffix("1 line, 0 reports") && session.lines[9].hasSuffix("1 line, 0 reports"))
    #expect(session.lines[10].hasSuffix("0 lines, 0 reports"))
    #expect(session.lines[11].hasSuffix("    is empty"))
    session.press("j", "j", "Enter")
    #expect(session.lines.contains { $0.hasPrefix("1 │ all is well") })
    session.press("q", "k", "k", "Enter")
    #expect(session.lines[8].isEmpty)
  }

  @Test func `a search finds a file in the row of files without findings`() throws {
    var session = try Session(logs: [Self.race, "a\n", "b\n"])
    let name = try #require(session.index.logs.last?.name.split(separator: "/").last)
    session.press("i", "/", String(name), "Enter")
    #expect(session.lines.contains { $0.hasPrefix("▸") && $0.contains(name) })
  }

  @Test func `what was left out of a folder comes below all files`() throws {
    var session = try Session(log: Self.race)
    session.leaveOut("skipped logs/program, which is not text")
    session.press("i", "G")
    let last = session.lines.last { $0.contains("skipped") }
    #expect(last == "▸ skipped logs/program, which is not text")
    // That row cannot be opened.
    session.press("Enter")
    #expect(session.lines[0].hasPrefix(" racetui  about the log"))
  }

  @Test func `one file without findings is listed like any other`() throws {
    var session = try Session(logs: [Self.race, "a\n"])
    session.press("i")
    #expect(session.lines[4].hasSuffix("1 line, 0 reports") && !session.text.contains("nothing to report"))
  }

  @Test func `the list reports a fatal message besides the races`() throws {
    let words = "a fatal message, i shows it"
    #expect(try Session(log: Self.race + Self.crash, columns: 80, rows: 24).lines[0].hasSuffix(words))
    #expect(try !Session(log: Self.race).text.contains(words))
    // Without room for both, the counts are shown.
    let narrow = try Session(log: Self.race + Self.crash, columns: 60, rows: 24)
    #expect(narrow.lines[0].hasSuffix("1 race in 1 report"))
  }
}
