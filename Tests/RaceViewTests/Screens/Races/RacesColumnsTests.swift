import ScreenHarness
import Testing

@testable import RaceView

/// The columns of the list where space is short, or logs are mixed.
@Suite struct RacesColumnsTests {
  // The tests are from three packages, in log order (samples/README.md).
  @Test func `a race of several tests counts the other tests`() throws {
    let session = try Session(sample: "shop-test.log", columns: 120, rows: 40)
    #expect(session.lines[2].hasSuffix("  TestRateFeed +2"))
  }

  @Test func `what is wrong with a race replaces its memory, but not all causes`() throws {
    let session = try Session(sample: "shop-damaged.log", columns: 80, rows: 40)
    #expect(session.lines[1].hasSuffix("memory, likely cause"))
    let half = try #require(session.lines.firstIndex { $0.hasSuffix("   one side missing") })
    #expect(session.lines[half].contains("(not in the log)"))
    #expect(session.lines.contains { $0.hasSuffix("   concurrent map access") })
  }

  @Test func `logs of several detectors name them`() throws {
    let texts = try ["kcsan.log", "tidb-45106.log"].map { try Session.text(sample: $0) }
    let session = try Session(logs: texts, columns: 120, rows: 40)
    #expect(session.lines[1].contains("kind, damage"))
    #expect(session.lines.count { $0.hasSuffix("   kcsan") } == 3)
    #expect(session.lines.count { $0.hasSuffix("   kcsan, assert race") } == 1)
    #expect(session.lines.count { $0.hasSuffix("   go") } == 1)
    let alone = try Session(sample: "tidb-45106.log", columns: 120, rows: 40)
    #expect(!alone.lines.contains { $0.hasSuffix("   go") })
  }

  @Test func `shortened names leave room for the description of the race`() throws {
    let type = "std::map<\(String(repeating: "std::pair<int, int>, ", count: 8))int>"
    let log = """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x7b0400000010 by thread T1:
          #0 pond::Store<\(type)>::put(\(type)) store.cpp:10:3 (pond+0x10)
        Previous write of size 4 at 0x7b0400000010 by main thread:
          #0 pond::Store<\(type)>::put(\(type)) store.cpp:10:3 (pond+0x10)
        Location is heap block of size 16 at 0x7b0400000010 allocated by main thread:
          #0 malloc <null> (pond+0x5)
      SUMMARY: ThreadSanitizer: data race store.cpp:10:3 in pond::Store

      """
    let session = try Session(log: log, columns: 120)
    #expect(session.lines[1].contains("   memory, likely cause   "))
    #expect(session.lines[2].contains("pond::Store<…>::put(…)  store.cpp:10   heap, 16 bytes"))
  }

  @Test func `the number of shown races comes before their marks`() throws {
    var session = try Session(sample: "shop-test.log", columns: 60, rows: 24)
    session.press("mk", "j", "mi", "&fn:Restock", "Enter")
    #expect(session.lines[0].contains("13 races in 20 reports   2 shown"))
  }
}
