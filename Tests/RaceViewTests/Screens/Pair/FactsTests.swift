import RaceModel
import RaceText
import RaceView
import ScreenHarness
import Testing

/// A report's facts about memory and locks: a part of the screen that belongs to neither access.
@Suite struct FactsTests {
  private static let log = """
    ==================
    WARNING: ThreadSanitizer: data race (pid=7)
      Write of size 4 at 0x7b0400000010 by thread T1 (mutexes: write M0):
        #0 fill /src/pond.c:12 (pond+0x10)
        #1 feed /src/pond.c:20 (pond+0x11)

      Previous read of size 4 at 0x7b0400000010 by main thread (mutexes: write M1):
        #0 look /src/pond.c:30 (pond+0x20)
        #1 main /src/pond.c:40 (pond+0x21)

      Location is heap block of size 16 at 0x7b0400000010 allocated by main thread:
        #0 malloc <null> (pond+0x30)
        #1 dig /src/pond.c:50 (pond+0x31)

      Mutex M0 (0x7b1000000000) created at:
        #0 pthread_mutex_init <null> (pond+0x40)
        #1 lock_shore /src/pond.c:60 (pond+0x41)

      Mutex M1 (0x7b1000000040) created at:
        #0 pthread_mutex_init <null> (pond+0x40)
        #1 lock_reed /src/pond.c:61 (pond+0x41)

      Thread T1 (tid=9, running) created by main thread at:
        #0 pthread_create <null> (pond+0x50)
        #1 main /src/pond.c:39 (pond+0x51)

    SUMMARY: ThreadSanitizer: data race /src/pond.c:12 in fill
    ==================

    """

  @Test func `are below both columns, from edge to edge`() throws {
    var session = try Session(log: Self.log, columns: 120, rows: 40)
    session.press("Enter")
    let top = try #require(session.lines.firstIndex { $0.contains("├─  memory and locks ─") })
    let rows = session.lines[(top + 1)...]
    #expect(rows.contains { $0.contains("Location is heap block of size 16") })
    #expect(rows.contains { $0.contains("dig ") && $0.contains("pond.c:50") })
    #expect(rows.contains { $0.contains("lock_shore ") } && rows.contains { $0.contains("lock_reed ") })
    // They are in neither column.
    #expect(!session.lines[..<top].contains { $0.contains("Location") || $0.contains("Mutex") })
    #expect(session.lines[..<top].contains { $0.contains("created by main thread") })
  }

  @Test func `are reached after the second column, and left again`() throws {
    var session = try Session(log: Self.log, columns: 120, rows: 40)
    session.press("Enter", "Tab", "Tab")
    #expect(session.text.contains("├─ ▸memory and locks ─"))
    session.press("}", "j", "j")
    #expect(session.place?.file == "/src/pond.c" && session.place?.line == 60)
    session.press("Tab")
    #expect(session.side == .a && session.text.contains("├─  memory and locks ─"))
  }

  @Test func `follow the last section of a column`() throws {
    var session = try Session(log: Self.log, columns: 120, rows: 40)
    session.press("Enter", "}")
    #expect(session.text.contains("├─  memory and locks ─"))
    session.press("}", "}")
    #expect(session.text.contains("├─ ▸memory and locks ─"))
    session.press("{")
    #expect(session.text.contains("├─  memory and locks ─"))
  }

  @Test func `replace the columns if there is no room for both`() throws {
    var session = try Session(log: Self.log, columns: 80, rows: 18)
    session.press("Enter")
    #expect(!session.text.contains("Location is heap block"))
    session.press("Tab", "Tab")
    #expect(session.text.contains("▸memory and locks  3/3"))
    #expect(session.text.contains("Location is heap block"))
  }

  @Test func `what the sentence says of locks is not said again`() throws {
    var session = try Session(log: Self.log, columns: 120, rows: 40)
    session.press("Enter")
    #expect(session.lines[1] == " fill writes memory while it holds lock M0; look reads it holding lock M1")
    #expect(!session.text.contains("A holds M0"))
    #expect(session.text.contains("Mutex M0 (0x7b1000000000) created at"))
    let free = Self.log.replacing(" (mutexes: write M0)", with: "").replacing(
      " (mutexes: write M1)", with: "")
    session = try Session(log: free, columns: 120, rows: 40)
    session.press("Enter")
    #expect(session.lines[1] == " fill writes what look reads, neither with a lock")
    #expect(!session.text.contains("no lock held"))
  }

  @Test func `are searched after both columns`() throws {
    var session = try Session(log: Self.log, columns: 120, rows: 40)
    session.press("Enter", "/", "lock_reed", "Enter")
    #expect(session.text.contains("├─ ▸memory and locks ─"))
    #expect(session.place?.line == 61)
  }

  @Test func `a report without them has no such part`() throws {
    var session = try Session(sample: "tidb-45106.log", columns: 120, rows: 40)
    session.press("Enter")
    #expect(!session.text.contains("memory"))
    session.press("Tab", "Tab")
    #expect(session.side == .a)
  }
}
