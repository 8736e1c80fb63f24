import Testing

@testable import RaceModel

/// Which stack frames belong to, and the numbers that Valgrind prints.
@Suite struct `Stacks and sizes of Valgrind` {
  private static func log(header: String, size: String = "40,000", offset: String = "1,400") -> String {
    """
    Possible data race during read of size 4 at 0x4A9FE50 by thread #2
    Locks held: none
       at 0x10A27C: graze (goat.c:3)
       by 0x10A280: walk (goat.c:5)

    \(header)
       at 0x10A36C: milk (goat.c:9)
       by 0x10A370: main (goat.c:11)
     Address 0x4a9fe50 is \(offset) bytes inside a block of size \(size) alloc'd
       at 0x484A919: malloc (in /opt/barn.so)
       by 0x10A012: build (goat.c:1)
     Block was alloc'd by thread #1

    """
  }

  private static let conflict = "This conflicts with a previous write of size 4 by thread #3"

  @Test(
    arguments: [
      ("40,000", "1,400", 40_000, 0x4a9fe50 - 1400), ("96", "40", 96, 0x4a9fe50 - 40),
      ("1,234,567", "999", 1_234_567, 0x4a9fe50 - 999), ("40000", "1400", 40_000, 0x4a9fe50 - 1400),
    ] as [(String, String, Int, UInt64)], [false, true])
  func `sizes may have thousands separators`(
    _ example: (size: String, offset: String, bytes: Int, start: UInt64), isPrefixed: Bool
  ) throws {
    let text = Self.log(header: Self.conflict, size: example.size, offset: example.offset)
    let report = try #require(ValgrindLog(isPrefixed ? ValgrindLog.prefixed(text) : text).reports.first)
    let location = try #require(report.locations.first)
    #expect(location.kind == .heap)
    #expect(location.size == example.bytes)
    #expect(location.address?.value == example.start)
  }

  @Test func `in XML too`() throws {
    let text = ValgrindXMLTestText.race(
      auxiliary: "Address 0x4a9fe50 is 1,400 bytes inside a block of size 40,000 alloc'd")
    let report = try #require(ValgrindLog(text).reports.first)
    #expect(report.locations.map(\.size) == [40_000])
    #expect(report.locations.map(\.address?.value) == [0x4a9fe50 - 1400])
  }

  @Test(arguments: ["x ", "  n  ", ". "], [false, true])
  func `a stray character before a header does not belong to it`(_ stray: String, isPrefixed: Bool) throws {
    let text = Self.log(header: stray + Self.conflict)
    let log = ValgrindLog(isPrefixed ? ValgrindLog.prefixed(text) : text)
    let report = try #require(log.reports.first)
    #expect(log.reports.count == 1)
    #expect(
      report.accesses.map { log.frames(0, $0.stack) } == [
        ["graze goat.c:3", "walk goat.c:5"], ["milk goat.c:9", "main goat.c:11"],
      ])
    #expect(report.accesses.map(\.thread?.number) == [2, 3])
  }

  /// Without Valgrind's prefix, nothing marks the line as a message.
  @Test(arguments: ["", "conflicts with a previous write of size 4 by thread #3", "some words"])
  func `a stack that starts over belongs to nothing`(_ header: String) throws {
    let log = ValgrindLog(Self.log(header: header))
    let report = try #require(log.reports.first)
    #expect(report.accesses.map { log.frames(0, $0.stack) } == [["graze goat.c:3", "walk goat.c:5"]])
    #expect(
      report.locations.map { log.frames(0, $0.stack) } == [["malloc in /opt/barn.so", "build goat.c:1"]])
    #expect(log.sites(0) == ["graze", "?"])
  }
}

/// Reports as Helgrind writes them to XML.
private enum ValgrindXMLTestText {
  static func race(auxiliary: String) -> String {
    """
    <?xml version="1.0"?>
    <valgrindoutput>
    <protocoltool>helgrind</protocoltool>
    <pid>31</pid>

    <error>
      <unique>0x0</unique>
      <tid>1</tid>
      <kind>Race</kind>
      <xwhat>
        <text>Possible data race during read of size 4 at 0x4a9fe50 by thread #1</text>
        <hthreadid>1</hthreadid>
      </xwhat>
      <stack>
    \(`XML of Valgrind`.frame("reap", 20))  </stack>
      <auxwhat>\(auxiliary)</auxwhat>
      <stack>
    \(`XML of Valgrind`.frame("malloc", 7))  </stack>
    </error>

    </valgrindoutput>

    """
  }
}
