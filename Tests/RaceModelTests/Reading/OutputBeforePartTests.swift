import Testing

@testable import RaceModel

/// Parts of a ThreadSanitizer report behind output of the program that has no line end.
@Suite struct `Output before parts of a report` {
  private static let text = """
    ==================
    WARNING: ThreadSanitizer: data race (pid=5)
      Write of size 8 at 0x7b0400007720 by thread T4:
        #0 oven_bake oven.cc:12:3 (oven+0x1)

    %  Previous read of size 8 at 0x7b0400007720 by main thread:
        #0 oven_taste oven.cc:18:1 (oven+0x3)

    %  Location is heap block of size 24 at 0x7b0400007720 allocated by main thread:
        #0 oven_open oven.cc:20:1 (oven+0x4)

    %  Thread T4 'baker' (tid=9, running) created by main thread at:
        #0 main oven.cc:40:1 (oven+0x5)

    @SUMMARY: ThreadSanitizer: data race oven.cc:12:3 in oven_bake
    ==================
    """

  private func only(_ text: String) throws -> Report {
    let log = try ReadLog(text)
    #expect(log.entries.count == 1)
    #expect(log.contradictions == [])
    return try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
  }

  /// Text that ends in a blank, in a sign, or is a logger's record.
  @Test(
    arguments: ["", "done.", "n", "ok 12 ", "{\"level\":\"info\",\"msg\":\"up\"} "], ["", "app-1  | "])
  func `is a note`(_ output: String, _ prefix: String) throws {
    let text = Self.text.replacing("%", with: output).replacing("@", with: output.isEmpty ? "" : ".")
    let report = try only(text.prefixed(prefix))
    #expect(report.accesses.map { $0.stack?.count } == [1, 1])
    #expect(report.locations.map(\.kind) == [.heap])
    #expect(report.locations.map { $0.stack?.count } == [1])
    #expect(report.threads.filter { $0.created != nil }.map(\.label) == ["baker"])
    #expect(report.summary == "SUMMARY: ThreadSanitizer: data race oven.cc:12:3 in oven_bake")
    #expect(report.isComplete)
    #expect(report.notes.count == (output.isEmpty ? 0 : 4))
  }

  /// Where it may be another writer's prefix, or a sentence.
  @Test(arguments: [
    "api:   Location is heap block of size 24 at 0x7b0400007720 allocated by main thread:",
    "The place.  Location is unknown to us.", "api: SUMMARY: ThreadSanitizer: data race a.cc:1 in b",
    "done SUMMARY: ThreadSanitizer: data race a.cc:1 in b",
  ])
  func `may be none`(_ line: String) throws {
    let text = Self.text.replacing("%", with: "").replacing("@", with: "").replacing(
      "\n\n  Location", with: "\n\(line)\n\n  Location")
    let report = try only(text)
    #expect(report.locations.count == 1)
    #expect(report.summary == "SUMMARY: ThreadSanitizer: data race oven.cc:12:3 in oven_bake")
  }
}
