import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// The tree of the two paths.
@Suite struct ForkScreenTests {
  /// Two threads started by the same line, seven frames deep, in a program without symbols.
  private static let log = """
    WARNING: ThreadSanitizer: data race (pid=7)
      Write of size 4 at 0x7b0400000010 by thread T2:
        #0 <null> <null> (pond+0x10)

      Previous write of size 4 at 0x7b0400000010 by thread T1:
        #0 <null> <null> (pond+0x20)

      Thread T2 (tid=9, running) created by main thread at:
        #0 pthread_create <null> (pond+0x30)
    \(frames)

      Thread T1 (tid=8, running) created by main thread at:
        #0 pthread_create <null> (pond+0x30)
    \(frames)

    SUMMARY: ThreadSanitizer: data race (pond+0x10)
    ==================

    """
  private static let frames = (1...6).map { "    #\($0) <null> <null> (pond+0x4\($0))" }.joined(
    separator: "\n")

  @Test func `the tree, the sentence and the columns agree on the number of shared frames`() throws {
    var session = try Session(log: Self.log)
    session.press("f")
    #expect(session.lines[1] == "   ⋯ 5 shared frames: pond+0x46 ⋯ pond+0x42")
    #expect(
      session.lines.filter { $0.contains("both leave pond+0x41: a loop, or two calls on one line; 5 shared") }
        .count
        == 1)
    #expect(session.lines[3].contains("├─ the same place ─") && !session.text.contains("not known"))
    session.press("q")
    session.press("Enter")
    #expect(session.lines.contains { $0.contains("= 5 shared frames") })
  }

  @Test func `returns to the list that opened it`() throws {
    var session = try Session(log: Self.log)
    session.press("f", "q")
    #expect(session.screen == "races")
    session.press("Enter", "f", "q")
    #expect(session.screen == "pair")
  }

  @Test func `says where an access was reordered to`() throws {
    var session = try Session(sample: "kcsan.log", columns: 120, rows: 40)
    session.press("4", "G", "f")
    #expect(session.text.contains("reordered to mill_stat_show +0x6b"))
  }

  @Test func `the folded trunk of the seed uses the words of the columns`() throws {
    var session = try Session(sample: "tidb-45106.log", columns: 120, rows: 40)
    session.press("f")
    #expect(
      session.lines[1].hasPrefix(
        "   ⋯ 18 shared frames, 13 of them stale: testing.(*T).Run.func1 ⋯ session.bootstrap"))
    #expect(session.text.contains("line 3551 to B; 18 shared frames"))
  }

  @Test(arguments: [100, 120, 200]) func `the file of the fork is above the branch of A`(columns: Int) throws
  {
    var session = try Session(sample: "tidb-45106.log", columns: columns, rows: 40)
    session.press("f")
    let fork = session.lines[2]
    #expect(fork.hasPrefix("▸  session.runInBootstrapSession ") && fork.hasSuffix(" session.go"))
    #expect(fork.count < columns / 2)
  }

  @Test func `names of shared frames have the whole width`() throws {
    var session = try Session(sample: "tidb-45106.log", columns: 120, rows: 40)
    session.press("f", "za")
    #expect(session.text.contains(" bootstraptest_test_test.TestUpgradeVersionForPausedJob  bootstrap_u"))
  }

  @Test func `an access uses the words of the columns`() throws {
    var session = try Session(sample: "kcsan.log", columns: 120, rows: 40)
    session.press("f")
    #expect(session.text.contains("A  marked WRITE  interrupt cpu 2"))
    #expect(session.lines[0].contains("both paths"))
    session.press("J")
    #expect(session.lines[0].contains("one path"))
    session.press("J")
    #expect(session.text.contains("B  assert no writes  task 3406"))
  }

  /// Two threads that take two locks in opposite orders; the second lock has no name.
  private static let order = """
    ==7== Thread #3: lock order "0x10C120 before 0x10C0E0" violated
    ==7==
    ==7== Observed (incorrect) order is: acquisition of lock at 0x10C0E0
    ==7==    at 0x484976E: fill (pond.c:11)
    ==7==
    ==7==  followed by a later acquisition of lock at 0x10C120
    ==7==    at 0x484976E: fill (pond.c:12)
    ==7==
    ==7==  Lock at 0x10C120 was first observed
    ==7==    at 0x484976E: fill (pond.c:11)
    ==7==  Address 0x10c120 is 0 bytes inside data symbol "shore"
    ==7==
    ==7==  Lock at 0x10C0E0 was first observed
    ==7==    at 0x484976E: fill (pond.c:12)
    ==7==  Address 0x10c0e0 is 0 bytes inside data symbol "reed"
    ==7==

    """

  @Test func `draws a lock order by the names of the locks`() throws {
    var session = try Session(log: Self.order)
    session.press("f")
    #expect(session.lines[1] == "▸ cycle    the report does not print all of it")
    #expect(session.lines[2] == "  thread #3  holds reed ──wants──▸ shore   fill  pond.c:12")
    #expect(
      session.lines[3]
        == "           elsewhere shore comes before reed, perhaps through other locks; no stack is printed for that"
    )
    #expect(session.text.contains("shore: 0x10c120, first seen in fill pond.c:11"))
    #expect(session.text.contains("thread #3 holds reed, wants shore"))
  }

  @Test func `shows the code of each step beside it, and that of the focused step below`() throws {
    let code = UndatedCode([Session.root + "/samples/shop"])
    var session = try Session(sample: "shop-test.log", columns: 200, rows: 60, code: code)
    session.press("f")
    #expect(session.lines[2].hasSuffix("pool.go:24  go p.worker()"))
    let step = try #require(session.lines.first { $0.contains("pool.(*Pool).worker ") })
    #expect(step.ranges(of: "p.Finished++").count == 2)
    #expect(session.text.contains("func (p *Pool) grow(workers int) {"))
    session.press("s")
    #expect(!session.lines.contains { $0.contains("pool.go:32  p.Finished++") })
  }

  /// `go r.feed(93)` and `r.warm(c)` of jobs.go.
  @Test func `begins with the code of both lines of the fork`() throws {
    let code = UndatedCode([Session.root + "/samples/shop"])
    var session = try Session(sample: "shop-test.log", columns: 120, rows: 40, code: code)
    session.press("/", "jobs.(*Runner).setState", "Enter", "f")
    #expect(session.text.contains("▸35 │     r.warm(c)"))
    #expect(session.text.contains("▸31 │     go r.feed(93)"))
  }
}
