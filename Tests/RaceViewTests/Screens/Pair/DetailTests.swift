import GrammarExamples
import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// The other details of a report, and frames with little information.
@Suite struct DetailTests {
  private static let tsan = """
    ==================
    WARNING: ThreadSanitizer: data race (pid=7)
      Write of size 4 at 0x7b0400000000 by thread T2:
        #0 <null> <null> (app+0xfbdc1)
        #1 second /src/app/app.c:12 (app+0x12)

      Previous read of size 4 at 0x7b0400000000 by thread T1:
        #0 first /src/app/app.c:8 (app+0x8)

      Thread T2 'writer' (tid=4321, running) created by thread T1 at:
        #0 start /src/app/app.c:30 (app+0x30)

      Thread T1 'starter' (tid=4320, finished) created by main thread at:
        #0 main /src/app/app.c:40 (app+0x40)

    SUMMARY: ThreadSanitizer: data race /src/app/app.c:12 in second
    ==================

    """

  @Test func `the header of a column names the thread, its state and its tid`() throws {
    var session = try Session(log: Self.tsan, columns: 140)
    session.press("Enter")
    #expect(session.text.contains("A  WRITE 4 bytes  thread T2 'writer' running, tid 4321 "))
    #expect(session.text.contains("B  previous READ 4 bytes  thread T1 'starter' finished, tid 4320 "))
  }

  @Test func `a creation names the thread and its parent`() throws {
    var session = try Session(log: Self.tsan)
    session.press("Enter")
    #expect(session.text.contains("↑ created by thread T1 'starter' "))
    #expect(session.text.contains("↑ thread T1 'starter' created by main thread "))
  }

  @Test func `names a parent when its creation has no stack`() throws {
    let log = Self.tsan.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.contains("#0 start") ? "    [failed to restore the stack]" : String($0)
    }
    var session = try Session(log: log.joined(separator: "\n"))
    session.press("Enter")
    #expect(session.text.contains("↑ thread T2 'writer' created by thread T1 'starter' ──"))
    #expect(session.text.contains("│ ? the detector could not restore where thread T2 was cre…│"))
  }

  @Test func `the detector's own summary is the last row`() throws {
    var session = try Session(log: Self.tsan)
    session.press("Enter", "G")
    #expect(session.lines.contains(" SUMMARY: ThreadSanitizer: data race /src/app/app.c:12 in second"))
  }

  @Test func `a frame without a file shows its place in the module`() throws {
    var session = try Session(log: Self.tsan)
    session.press("Enter")
    #expect(session.lines.contains { $0.contains("app+0xfbdc1│") })
    session.press("gg")
    #expect(session.text.contains("? (not symbolized)  in app+0xfbdc1"))
  }

  @Test func `a kernel frame shows its place in the function`() throws {
    var session = try Session(sample: "kcsan.log", columns: 120, rows: 40)
    // A list of functions without files has no column of question marks: it shows the modules it knows.
    #expect(session.lines[2].hasSuffix("W  mill_ring_push        mill"))
    session.press("Enter")
    #expect(session.lines.contains { $0.contains("mill_ring_push") && $0.contains("+0x8e [mill]│") })
    #expect(session.lines.contains { $0.contains("handle_irq_event ") && $0.contains(" +0x4c│") })
  }

  @Test func `shows the change that KCSAN saw`() throws {
    var session = try Session(sample: "kcsan.log", columns: 120, rows: 40)
    session.press("Enter")
    #expect(
      session.lines[2] == " at 0xffff888105c3f208 · value changed from 0x1e to 0x1f")
    // The machine and the task belong to the access that is printed last.
    session.press("Tab", "G")
    #expect(session.text.contains(" CPU: 0 UID: 0 PID: 2207 Comm: kworker/0:3 Not tainted 6.9.0-mill #7"))
  }

  @Test func `a complete kernel report needs no advice`() throws {
    var session = try Session(sample: "kcsan.log", columns: 120, rows: 40)
    session.press("jj", "f")
    #expect(!session.text.contains("history-level"))
  }

  @Test func `a kernel assertion is named after what it asserts`() throws {
    var session = try Session(sample: "kcsan.log", columns: 120, rows: 40)
    session.press("jj", "Enter")
    #expect(session.text.contains("B  assert no writes 1 byte  task 3406 "))
  }

  @Test func `a Swift word about an access follows its verb`() throws {
    let log = """
      ==================
      WARNING: ThreadSanitizer: Swift access race (pid=7)
        Modifying access of Swift variable at 0x720c00000040 by main thread:
          #0 main /src/app/main.swift:24 (app+0xfe524)

        Previous modifying access of Swift variable at 0x720c00000040 by thread T1:
          #0 work /src/app/main.swift:23 (app+0xfe5)

        Thread T1 (tid=9, running) created by main thread at:
          #0 main /src/app/main.swift:20 (app+0xfe4)

      SUMMARY: ThreadSanitizer: Swift access race /src/app/main.swift:24 in main
      ==================

      """
    var session = try Session(log: log)
    session.press("Enter")
    #expect(session.text.contains("A  WRITE of Swift variable  main thread"))
  }

  @Test func `in the raw report each access has its colour, for every detector that separates them`()
    throws
  {
    var session = try Session(log: Self.tsan)
    session.press("v")
    #expect(session.ink(of: "Write of size") == .left)
    #expect(session.ink(of: "Previous read") == .right)
    #expect(session.ink(of: "Thread T2 'writer'") == .shared)
    #expect(session.ink(of: "#0 first") == .plain)
  }

  @Test func `the kind of a report is shown in full where there is room`() throws {
    let log = """
      ==7== Helgrind, a thread error detector
      ==7== ----------------------------------------------------------------
      ==7==
      ==7== Thread #1: Exiting thread still holds 1 lock
      ==7==    at 0x10919A: leave (nested.c:11)
      ==7==

      """
    let wide = try Session(log: log, columns: 120)
    #expect(wide.lines[2].hasSuffix("  mutex held in wrong context"))
    let narrow = try Session(log: log, columns: 80)
    #expect(narrow.lines[2].hasSuffix("  mutex held in wrong context"))
  }

  @Test func `of a lot of damage the beginning is shown, and how much more there is`() throws {
    let frames = String(repeating: "  main.main()\n", count: 40)
    let log = """
      ==================
      WARNING: DATA RACE
      Write at 0x00c000014088 by goroutine 7:
      \(frames)
      Previous read at 0x00c000014088 by main goroutine:
        main.main()
            /src/main.go:14 +0x30
      ==================

      """
    var session = try Session(log: log, columns: 200)
    session.press("Enter")
    #expect(session.text.contains("a frame is damaged at line 4; a frame is damaged at line 5; "))
    // 28 frames, and the creation of goroutine 7.
    let shown = ShowText(try #require(session.app.context.report), number: nil, isFolded: true)
    #expect(shown.text(width: 1000, glyphs: .unicode).contains("at line 15; and 29 more"))
  }

  @Test(arguments: [
    ("=== RUN   TestAdd\n", "test TestAdd"), ("Complete job name: test (1.22)\n", "job test (1.22)"),
    ("Note: This is test shard 2 of 5.\n=== RUN   TestAdd\n", "test TestAdd · shard 2 of 5"),
  ])
  func `the test and the job that printed a report are named`(_ above: String, _ words: String) throws {
    var session = try Session(log: above + GoExamples.plain + "\n", columns: 200)
    session.press("Enter")
    let shown = ShowText(try #require(session.app.context.report), number: nil, isFolded: true)
    #expect(shown.text(width: 1000, glyphs: .unicode).split(separator: "\n").contains { $0 == words })
  }

  @Test func `standard input is not shown as a dash`() {
    #expect("\(InputError(name: "-", cause: .system(errno: 9)))" == "standard input: Bad file descriptor")
    #expect("\(InputError(name: "./-", cause: .isFolder))" == "./-: is a directory")
  }
}

extension Session {
  /// The ink of a text's first occurrence on the screen.
  fileprivate func ink(of text: String) -> Ink? {
    let grid = grid
    for y in 0..<grid.rows {
      guard let match = SearchPattern(text)?.matches(in: grid.text(row: y)).first else { continue }
      let before = grid.text(row: y).utf8.prefix(match.lowerBound)
      return grid[Fitting.columns(String(decoding: before, as: UTF8.self)), y]?.style.ink
    }
    return nil
  }
}
