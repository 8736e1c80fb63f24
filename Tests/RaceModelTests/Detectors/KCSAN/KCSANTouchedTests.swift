import Testing

@testable import RaceModel

/// Reports of KCSAN that somebody made shorter, or cut at their beginning.
@Suite struct `Reports of KCSAN that somebody touched` {
  private static let plain = """
    BUG: KCSAN: data-race in ring_pop / ring_push

    write to 0xffff888105c3f208 of 4 bytes by task 31 on cpu 2:
     ring_push+0x8e/0x140
     handler+0x51/0xc0

    read to 0xffff888105c3f208 of 4 bytes by task 2207 on cpu 0:
     ring_pop+0x37/0x110
     drain+0x1d/0x80

    value changed: 0x0000001e -> 0x0000001f

    """

  private func only(_ log: ReadLog) throws -> Report {
    #expect(log.entries.count == 1)
    #expect(log.contradictions == [])
    return try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
  }

  @Test(arguments: ["+0x.../0x...", "+0x…/0x…", "+0xXX/0xXX", "+0x1d/0x...", "+0x..."])
  func `offsets without their digits`(_ offset: String) throws {
    let text = Self.plain.replacing(#/\+0x[0-9a-f]+/0x[0-9a-f]+/#, with: offset)
    for prefix in ["", "[   12.345678] "] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }
      let log = try ReadLog(lines.joined(separator: "\n"))
      #expect(log.stacks == ["ring_push | handler", "ring_pop | drain"])
      #expect(try only(log).isComplete)
    }
  }

  @Test func `headers without the cpu`() throws {
    let log = try ReadLog(Self.plain.replacing(#/ on cpu \d/#, with: ""))
    let report = try only(log)
    #expect(log.stacks == ["ring_push | handler", "ring_pop | drain"])
    #expect(report.accesses.map(\.thread) == [ThreadName(.task, 31), ThreadName(.task, 2207)])
    #expect(report.isComplete)
  }

  @Test func `an interrupt without its cpu has no number`() throws {
    let log = try ReadLog(Self.plain.replacing("task 31 on cpu 2", with: "interrupt"))
    let report = try only(log)
    #expect(log.stacks == ["ring_push | handler", "ring_pop | drain"])
    #expect(report.accesses.map(\.thread) == [nil, ThreadName(.task, 2207)])
    #expect(report.isComplete)
  }

  @Test(arguments: 1...3)
  func `a title that has lost its first characters`(_ count: Int) throws {
    let log = try ReadLog(String(Self.plain.dropFirst(count)))
    let report = try only(log)
    #expect(report.title == "data-race in ring_pop / ring_push")
    #expect(report.kind == .dataRace)
    #expect(report.lines == 1...11)
    #expect(log.stacks == ["ring_push | handler", "ring_pop | drain"])
    #expect(report.isComplete)
  }

  @Test(arguments: [
    "UG: KCSAN: data-race in ring_pop / ring_push\nthat is what it said\n",
    "UG: KCSAN: data-race in the ring, again\n\nwrite to 0x10\n",
  ])
  func `such a title alone opens no report`(_ text: String) throws {
    #expect(try ReadLog(text).entries.isEmpty)
  }
}
