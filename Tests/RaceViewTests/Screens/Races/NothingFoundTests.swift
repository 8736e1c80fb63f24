import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// Messages for a log without reports.
@Suite struct `A log without a report` {
  private static let advice =
    "racetui reads reports of the Go race detector, ThreadSanitizer, Helgrind, DRD and KCSAN."

  private func list(_ session: Session) -> [String] {
    ListText.text(session.index, width: 80, glyphs: .unicode)
      .split(separator: "\n").map(String.init)
  }

  @Test func `waits for a report while the log is followed`() throws {
    var session = try Session(log: "", columns: 80, rows: 24)
    session.press("T")
    #expect(session.text.contains("No race report so far: waiting for the log to grow."))
    session.press("T")
    #expect(session.text.contains("No race report in 0 lines"))
  }

  @Test func `says which detectors are known and where they print`() throws {
    let session = try Session(log: "ok  example.com/shop 0.1s\n", columns: 80, rows: 24)
    #expect(session.text.contains("No race report in 1 line."))
    let words = session.lines.map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(words.contains(Self.advice) && words.contains("2>&1"))
    let lines = list(session)
    #expect(lines[0] == "No race report in 1 line.")
    #expect(lines[1].hasPrefix("racetui reads reports of") && lines.allSatisfy { $0.count <= 80 })
    let sites = SitesText.text(session.index, width: 80, glyphs: .unicode)
    #expect(sites == lines.map { $0 + "\n" }.joined())
  }

  @Test(arguments: [
    ("", "No race report in 0 lines: ", " is empty."),
    ("\u{7F}ELF\0\0\n", "No race report in 1 line: ", " looks like a binary file, not a log."),
    ("PK\u{3}\u{4}\u{14}\0\n", "No race report in 1 line: ", " is packed with zip; unpack it first."),
    (
      "report.log" + String(repeating: "\0", count: 247) + "ustar\n", "No race report in 1 line: ",
      " is packed with tar; unpack it first."
    ),
  ])
  func `that is not text says what it is`(log: String, beginning: String, end: String) throws {
    let session = try Session(log: log)
    #expect(list(session).count == 1)
    #expect(list(session)[0].hasPrefix(beginning) && list(session)[0].hasSuffix(end))
    #expect(session.text.contains(end) && !session.text.contains(Self.advice))
  }

  @Test func `needs no advice when its detector found nothing`() throws {
    let session = try Session(log: "==7== ERROR SUMMARY: 0 errors from 0 contexts (suppressed: 3 from 3)\n")
    #expect(!session.text.contains(Self.advice))
  }

  @Test func `says what helps if its detector could not start`() throws {
    let session = try Session(
      log: "FATAL: ThreadSanitizer: unexpected memory mapping 0x5555-0x6666\n", columns: 80, rows: 24)
    let words = session.lines.map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(words.contains("setarch -R") && words.contains("vm.mmap_rnd_bits=28"))
    #expect(list(session).joined(separator: " ").contains("setarch -R"))
  }

  @Test func `is not called binary when it has reports`() throws {
    let report = """
      \0==================
      WARNING: DATA RACE
      Write at 0x00c000010000 by goroutine 7:
        main.work()
            /src/main.go:7 +0x1

      Previous write at 0x00c000010000 by goroutine 8:
        main.work()
            /src/main.go:7 +0x1
      ==================

      """
    var session = try Session(logs: [report, "\0\n"])
    session.press("i")
    #expect(session.lines[1].hasSuffix("1 report") && session.lines[3].hasSuffix("0 reports"))
    #expect(session.lines[4].hasSuffix("    looks like a binary file, not a log"))
  }
}
