import Testing

@testable import RaceModel

/// Logs that hold no more than the last lines of reports, as `grep SUMMARY` leaves them.
@Suite struct `Summaries without their reports` {
  private static func message(_ log: String) throws -> LogNote? {
    let read = try ReadLog(log)
    #expect(read.entries.isEmpty)
    return try #require(read.index.logs.first).other.message
  }

  @Test(arguments: ["", "[   12.81] ", "2026-01-02T03:04:05Z "])
  func `of ThreadSanitizer are a message`(_ stamp: String) throws {
    let note = try #require(
      try Self.message(
        "\(stamp)SUMMARY: ThreadSanitizer: data race a.cc:3 in foo\n"
          + "\(stamp)SUMMARY: ThreadSanitizer: data race b.cc:7 in bar\n"))
    #expect(note.text == "SUMMARY: ThreadSanitizer: data race a.cc:3 in foo")
    #expect(note.line == 1 && !note.isFatal)
    #expect(Detectors.remedy(for: note.text)?.contains("2>&1") == true)
  }

  @Test func `of RealtimeSanitizer are a message`() throws {
    let line = "SUMMARY: RealtimeSanitizer: unsafe-library-call a.cc:3 in foo"
    #expect(try Self.message("starting\n\(line)\n")?.text == line)
  }

  @Test func `in prose are none`() throws {
    #expect(try Self.message("it says SUMMARY: ThreadSanitizer: data race\n") == nil)
  }
}
