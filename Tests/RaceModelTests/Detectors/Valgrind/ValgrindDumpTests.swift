import Testing

@testable import RaceModel

@Test(arguments: ["'", "''"])
func `a report of Helgrind in a dump of SQL has its apostrophes twice`(_ apostrophe: String) throws {
  let log = try ReadLog(
    """
    INSERT INTO logs VALUES(1,'==7== \(String(repeating: "-", count: 64))
    ==7== 
    ==7== Possible data race during write of size 4 at 0x10C018 by thread #2
    ==7== Locks held: none
    ==7==    at 0x1091B5: bake (oven.c:12)
    ==7== 
    ==7== This conflicts with a previous read of size 4 by thread #1
    ==7== Locks held: none
    ==7==    at 0x109215: taste (oven.c:18)
    ==7==  Address 0x10c018 is 0 bytes inside a block of size 40 alloc\(apostrophe)d
    ==7==    at 0x4843839: malloc (vg_replace_malloc.c:381)
    ==7==    by 0x109260: main (oven.c:37)
    ==7==  Block was alloc\(apostrophe)d by thread #1
    ==7== 
    ');

    """)
  #expect(log.stacks == ["bake oven.c:12", "taste oven.c:18"])
  #expect(log.contradictions == [])
  let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
  let location = try #require(report.locations.first)
  #expect(
    location.text
      == "Address 0x10c018 is 0 bytes inside a block of size 40 alloc'd Block was alloc'd by thread #1")
  #expect(location.thread == .main && location.stack?.count == 2)
  #expect(report.isComplete && report.locations.count == 1)
}
