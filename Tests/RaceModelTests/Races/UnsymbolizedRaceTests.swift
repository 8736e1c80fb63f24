import Testing

@testable import RaceModel

/// Races of a program without symbols: only the offset distinguishes its functions.
@Suite struct UnsymbolizedRaceTests {
  private func report(_ first: String, _ second: String) -> String {
    """
    ==================
    WARNING: ThreadSanitizer: data race (pid=7)
      Write of size 4 at 0x7b0400000010 by thread T2:
        #0 <null> <null> (pond+\(first))

      Previous write of size 4 at 0x7b0400000010 by main thread:
        #0 <null> <null> (pond+\(second))

    ==================

    """
  }

  private func races(_ log: String) throws -> [Race] { try ReadLog(log).index.races }

  @Test func `at other offsets are other races`() throws {
    let index = try ReadLog(report("0xd3d82", "0xd34e0") + report("0xd3dbd", "0xd3fee")).index
    #expect(index.races.map(\.reports.count) == [1, 1])
    #expect(
      index.races.map { index.title(of: $0) } == [
        "data race: pond+0xd34e0 / pond+0xd3d82", "data race: pond+0xd3dbd / pond+0xd3fee",
      ])
  }

  @Test func `at the same offsets are one race, whichever access was caught`() throws {
    let races = try races(report("0xd3d82", "0xd34e0") + report("0xd34e0", "0xd3d82"))
    #expect(races.map(\.reports.count) == [2])
  }

  @Test func `an offset does not belong to a race between functions`() throws {
    let log = report("0x10", "0x20").replacing("<null> <null>", with: "fill pond.c:4")
    let moved = report("0x18", "0x28").replacing("<null> <null>", with: "fill pond.c:4")
    #expect(try races(log + moved).map(\.reports.count) == [2])
  }
}
