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

  /// `count` races, of which the last has the longest names.
  private func session(races count: Int) throws -> Session {
    let reports = (0..<count).map { number in
      let function = "main.fill\(number)" + (number == count - 1 ? String(repeating: "x", count: 30) : "")
      return """
        ==================
        WARNING: DATA RACE
        Write at 0x00c000010000 by goroutine 7:
          \(function)()
              /src/main.go:\(number + 1) +0x1

        Previous read at 0x00c000010000 by goroutine 8:
          \(function)()
              /src/main.go:\(number + 2) +0x1
        ==================

        """
    }
    return try Session(log: reports.joined(), columns: 120, rows: 24)
  }

  /// The column in which the places of the first race on the screen begin.
  private func places(_ session: Session) throws -> Int {
    let line = session.lines[2]
    let place = try #require(line.firstRange(of: "main.go:"))
    return line.distance(from: line.startIndex, to: place.lowerBound)
  }

  @Test func `columns keep their places from page to page`() throws {
    var session = try session(races: 60)
    let first = try places(session)
    session.press("G")
    #expect(try places(session) == first)
    session.press("gg")
    #expect(try places(session) == first)
  }

  @Test func `columns of a long list may grow, but stay so`() throws {
    var session = try session(races: 300)
    let first = try places(session)
    session.press("PgDn")
    #expect(try places(session) == first)
    session.press("G")
    let last = try places(session)
    #expect(last > first)
    session.press("gg")
    #expect(try places(session) == last)
  }

  @Test func `the number of shown races comes before their marks`() throws {
    var session = try Session(sample: "shop-test.log", columns: 60, rows: 24)
    session.press("mk", "j", "mi", "&fn:Restock", "Enter")
    #expect(session.lines[0].contains("13 races in 20 reports   2 shown"))
  }
}
