import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// Reports with only one side printed, or only one that can be shown.
@Suite struct OneSideTests {
  /// A DRD report: it names the segments of thread 2 that contain the other access.
  private static let drd = """
    ==7== drd, a thread error detector
    ==7== Conflicting store by thread 1 at 0x0010c080 size 4
    ==7==    at 0x1092B1: main (locations.c:45)
    ==7== Allocation context: BSS section of /src/locations/locations
    ==7== Other segment start (thread 2)
    ==7==    at 0x1092C0: worker (locations.c:12)
    ==7== Other segment end (thread 2)
    ==7==    (thread finished, call stack no longer available)
    ==7==

    """

  /// A Helgrind report without history: nothing about the other access.
  private static let helgrind = """
    ==7== Helgrind, a thread error detector
    ==7== ----------------------------------------------------------------
    ==7==
    ==7== Possible data race during read of size 4 at 0x10C048 by thread #1
    ==7== Locks held: none
    ==7==    at 0x10919A: bump (nested.c:11)
    ==7==    by 0x10922C: main (nested.c:28)
    ==7==

    """

  private static let go = """
    ==================
    WARNING: DATA RACE
    Write at 0x00c000012345 by goroutine 7:
      example.com/app.write()
          /src/app/write.go:12 +0x44
    ==================

    """

  private func list(_ session: Session) -> String {
    ListText.text(session.index, width: 80, glyphs: .unicode)
  }

  @Test func `shows what is missing in full where there is room, with the reason`() throws {
    var session = try Session(log: Self.helgrind, columns: 60, rows: 24)
    session.press("Enter", "Tab")
    let note = session.lines.drop { !$0.contains("? ") || $0.contains("B  ?") }
    let words = note.prefix { !$0.isEmpty }.joined(separator: " ").filter { $0 != "▸" }
    #expect(!words.contains("…"), "\(words)")
  }

  @Test func `a report without files offers no file keys`() throws {
    var session = try Session(sample: "kcsan.log", columns: 120, rows: 40)
    session.press("Enter")
    for label in ["source", "blame", "editor", "copy"] { #expect(!session.lines[39].contains(label)) }
    session.press("b")
    #expect(session.text.contains("the report names no file"))
  }

  @Test func `the list shows the stacks of a race without files`() throws {
    let session = try Session(sample: "kcsan.log", columns: 120, rows: 40)
    // In the first report of the log, mill_ring_pop reads and mill_ring_push writes.
    let preview = session.lines.suffix(17).joined(separator: "\n")
    #expect(preview.contains("+0x8e [mill]"), "\(preview)")
    #expect(preview.contains("handle_irq_event"))
  }

  @Test func `the list, the screens and the text name a race at unknown origin`() throws {
    var session = try Session(sample: "kcsan.log", columns: 120, rows: 40)
    #expect(session.text.contains("(unknown origin)"))
    #expect(!session.text.contains("one side missing") && !session.text.contains("not in the log"))
    #expect(list(session).contains("R  mill_stat_show   mill\n        ?  unknown origin\n"))
    session.press("j", "Enter")
    #expect(session.text.contains("B  ?  unknown origin"))
    session.press("q", "/", "unknown origin", "Enter")
    #expect(session.list.cursor.row == 1)
  }

  @Test(arguments: [(drd, "DRD"), (helgrind, "Helgrind")])
  func `what a Valgrind tool never names is not called lost`(log: String, name: String) throws {
    var session = try Session(log: log)
    #expect(session.index.races.count == 1)
    #expect(session.text.contains("(\(name) names no other access)"))
    #expect(!session.text.contains("one side missing"))
    #expect(list(session).contains("? \(name) names no other access\n"))
    session.press("Enter")
    #expect(session.text.contains("B  ?  \(name) names no other access"))
    #expect(!session.text.contains("not in the log"))
  }

  @Test func `what DRD says of the other thread is on its side`() throws {
    var session = try Session(log: Self.drd)
    session.press("Enter")
    #expect(
      session.lines.contains { $0.hasPrefix("│ ─ Allocation context") || $0.contains("locations.c:45│") })
    let row = try #require(session.lines.first { $0.contains("worker") })
    #expect(row.hasSuffix("locations.c:12│"))
  }

  @Test func `a printed side that is not in the log is still called lost`() throws {
    var session = try Session(log: Self.go)
    #expect(session.text.contains("one side missing") && session.text.contains("(not in the log)"))
    session.press("Enter")
    #expect(session.text.contains("B  ?  not in the log"))
  }

  @Test func `a report that cannot be read again says why and shows the known sites`() throws {
    var session = try Session(sample: "shop-test.log", columns: 120, rows: 40)
    session.press("Enter")
    session.answer(.report(try #require(session.app.context.request), nil, nil))
    let why = session.lines.filter { $0.contains("the log has changed since it was read") }
    // Once in each column, and in the footer.
    #expect(why.map { $0.components(of: "the log has changed since it was read") } == [2, 1])
    #expect(session.lines.contains { $0.components(of: "pool.go:32│") == 2 })
    // Keys still work, and the report comes back once it can be read.
    session.press("Tab", "za", "Z", "j", "/", "pool", "Enter")
    #expect(session.side == .b)
    session.press("q", "Enter")
    #expect(session.text.contains("A  READ  goroutine 17"))
  }

  private static let leak = """
    ==================
    WARNING: ThreadSanitizer: thread leak (pid=7)
      Thread T1 'lost-worker' (tid=9, finished) created by main thread at:
        #0 pthread_create <null> (app+0x1)
        #1 spawn /src/app/leak.c:5 (app+0x2)
        #2 main /src/app/leak.c:9 (app+0x3)

    SUMMARY: ThreadSanitizer: thread leak /src/app/leak.c:5 in spawn
    ==================

    """

  /// A cycle of three locks; the creation of `M9` is lost.
  private static let cycle = """
    ==================
    WARNING: ThreadSanitizer: lock-order-inversion (potential deadlock) (pid=7)
      Cycle in lock order graph: M7 (0x10) => M8 (0x20) => M9 (0x30) => M7

      Mutex M8 acquired here while holding mutex M7 in thread T2:
        #0 pthread_mutex_lock <null> (app+0x1)
        #1 one /src/app/lock.c:11 (app+0x2)

      Mutex M7 previously acquired by the same thread here:
        #0 pthread_mutex_lock <null> (app+0x1)
        #1 before /src/app/lock.c:10 (app+0x3)

      Mutex M9 acquired here while holding mutex M8 in thread T3:
        #0 pthread_mutex_lock <null> (app+0x1)
        #1 two /src/app/lock.c:21 (app+0x4)

      Mutex M7 acquired here while holding mutex M9 in thread T4:
        #0 pthread_mutex_lock <null> (app+0x1)
        #1 three /src/app/lock.c:31 (app+0x5)

      Thread T3 (tid=9, running) created by main thread at:
        #0 pthread_create <null> (app+0x6)
        #1 main /src/app/lock.c:50 (app+0x7)

    SUMMARY: ThreadSanitizer: lock-order-inversion (potential deadlock) /src/app/lock.c:11 in one
    ==================

    """

  @Test func `the steps of a lock order alternate between left and right`() throws {
    var session = try Session(log: Self.cycle, columns: 140, rows: 40)
    #expect(session.lines[2].contains("one") && session.lines[3].contains("two"))
    session.press("Enter")
    #expect(session.lines[1] == " one takes M7, then M8; two takes M8, then M9; three takes M9, then M7")
    #expect(
      session.lines[2]
        == " thread T2 holds M7, wants M8; thread T3 holds M8, wants M9; thread T4 holds M9, wants M7")
    #expect(session.lines[3].contains("A  Mutex M8 acquired here while holding mutex M7 in thread T2"))
    #expect(session.lines[3].contains("B  Mutex M9 acquired here while holding mutex M8 in thread T3"))
    func columns(_ text: String) -> (String, String)? {
      let line = session.lines.first { $0.contains(text) }?.split(
        separator: "│", omittingEmptySubsequences: true)
      return line.flatMap { $0.count == 2 ? (String($0[0]), String($0[1])) : nil }
    }
    #expect(try #require(columns("lock.c:11")).1.contains("lock.c:21"))
    #expect(try #require(columns("lock.c:10")).0.contains("before"))
    #expect(try #require(columns("lock.c:31")).0.contains("three"))
    #expect(try #require(columns("lock.c:50")).1.contains("main"))
  }

  @Test func `says that a stack is missing when the detector does not have it`() throws {
    var session = try Session(log: Self.drd, columns: 120, rows: 40)
    session.press("Enter")
    let notes = session.text.components(of: "the thread has ended, or its call stack is gone")
    #expect(notes == 1)
  }

  @Test func `the fork screen refuses a report about one stack`() throws {
    var session = try Session(log: Self.leak + Self.go)
    session.press("f")
    #expect(session.screen == "races")
    #expect(session.lines[39].contains("this report is not about two accesses"))
    session.press("j", "f")
    #expect(session.screen == "fork")
    session.press("K")
    #expect(session.screen == "pair" && !session.text.contains("not in the log"))
  }

  @Test func `a report about one stack has the whole screen`() throws {
    var session = try Session(log: Self.leak)
    session.press("Enter")
    #expect(session.pair?.layout.arrangement == .single)
    #expect(session.text.components(of: "thread leak") == 2, "the kind and the summary")
    #expect(session.text.contains("A  thread T1 'lost-worker' created by main thread"))
    #expect(!session.text.contains("1/2") && !session.text.contains("the access"))
    // The cursor is on the site that the list shows, not on plumbing.
    #expect(session.focusedRow?.frame?.function == "spawn")
    session.press("Tab")
    #expect(session.text.contains("this report has one part"))
    #expect(session.side == .a)
    session.press("G")
    #expect(session.lines.contains(" SUMMARY: ThreadSanitizer: thread leak /src/app/leak.c:5 in spawn"))
  }
}

extension String {
  /// The number of times a text occurs in this one.
  fileprivate func components(of text: String) -> Int {
    SearchPattern(text)?.matches(in: self).count ?? 0
  }
}
