import RaceText
import RaceWork
import ScreenHarness
import Testing

@testable import RaceView

/// A program that ran without a symbolizer: its frames differ only by their offsets in the binary.
@Suite struct `Frames without names` {
  private static func report(_ first: String, _ second: String) -> String {
    """
    ==================
    WARNING: ThreadSanitizer: data race (pid=7)
      Write of size 4 at 0x7b0400000010 by thread T2:
        #0 <null> <null> (pond+\(first))
        #1 <null> <null> (pond+0x4d25)

      Previous write of size 4 at 0x7b0400000010 by main thread:
        #0 <null> <null> (pond+\(second))

    SUMMARY: ThreadSanitizer: data race (pond+\(first)) 
    ==================

    """
  }

  private static let log =
    report("0x4d68", "0x47f8") + report("0x58b9", "0x59c0") + report("0x4d68", "0x47f8")

  @Test func `make a race for each pair of offsets`() throws {
    let session = try Session(log: Self.log)
    #expect(session.text.contains("2 races in 3 reports"))
    let rows = session.lines.filter { $0.contains("pond+") }.prefix(4)
    for (row, place) in zip(rows, ["pond+0x4d68", "pond+0x47f8", "pond+0x58b9", "pond+0x59c0"]) {
      #expect(row.contains(place))
    }
    #expect(rows.first?.contains("2  W") == true)
  }

  @Test func `come with advice on how to get names`() throws {
    var session = try Session(log: Self.log)
    session.press("Enter")
    #expect(session.text.contains("2 reports; W/W at the same places"))
    session.press("f")
    #expect(session.text.contains("llvm-symbolizer"))
  }
}
