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

  private static let passed = "The tests passed, and no race was reported in"

  @Test(arguments: [
    "ok  \texample.com/shop\t0.1s\n?   \texample.com/lid\t[no test files]\n",
    "ok      example.com/shop    (cached)\n", "--- PASS: TestFill (0.00s)\nPASS\n",
    #"{"Time":"2026-01-02T03:04:05Z","Action":"pass","Package":"example.com/shop"}"# + "\n",
    "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n",
    "100% tests passed, 0 tests failed out of 3\n", "[  PASSED  ] 3 tests.\n",
  ])
  func `of a run that passed is good news`(log: String) throws {
    let session = try Session(log: log, columns: 80, rows: 24)
    let lines = log.split(separator: "\n").count
    let first = "\(Self.passed) \(lines == 1 ? "1 line" : "\(lines) lines")."
    #expect(session.lines.contains("  \(first)"))
    #expect(!session.text.contains("No race report") && list(session)[0] == first)
    let words = session.lines.map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(words.contains("racetui looked for reports of the Go race detector, ThreadSanitizer, Helgrind,"))
    #expect(words.contains("A run without a detector, such as go test without -race, reports none either."))
  }

  @Test(arguments: [
    "ok  \ta\t0.1s\nFAIL\tb\t0.1s\n", "--- PASS: TestA (0.00s)\n--- FAIL: TestB (0.00s)\n",
    "ok  \ta\t0.1s\npanic: no pond\n", "ok  \ta\t0.1s\nFound 2 data race(s)\n",
    "?   \ta\t[no test files]\n", "ok then\n", "test result: FAILED. 2 passed; 1 failed\n",
    "[  PASSED  ] 2 tests.\n[  FAILED  ] 1 test, listed below:\n", "",
  ])
  func `of any other run is not`(log: String) throws {
    let session = try Session(log: log, columns: 80, rows: 24)
    #expect(session.text.contains("No race report in ") && !session.text.contains("The tests passed"))
  }

  @Test func `of several logs is good news if all passed`() throws {
    let pass = "ok  \ta\t0.1s\n"
    #expect(try Session(logs: [pass, pass]).text.contains("\(Self.passed) 2 lines."))
    #expect(try Session(logs: [pass, "starting\n"]).text.contains("No race report in 2 lines."))
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
