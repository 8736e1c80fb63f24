import Testing

@testable import RaceModel

/// Whole logs on one line.
@Suite struct `Logs that were put on one line` {
  private static func joined(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
  }

  @Test(arguments: ["", "> ", "It says: "])
  func `what Helgrind prints first`(_ prefix: String) throws {
    let text = """
      ==28055== Helgrind, a thread error detector
      ==28055== Copyright (C) 2007-2017, and GNU GPL'd, by OpenWorks LLP et al.
      ==28055== Using Valgrind-3.19.0 and LibVEX; rerun with -h for copyright info
      ==28055== Command: ./a
      ==28055==
      \(helgrindRace(pid: 28055, read: "rd", write: "wr", variable: "balance"))
      """
    let log = try ReadLog("see\n\(prefix)\(Self.joined(text))\nall is well\n")
    #expect(
      log.outline == """
        2-2 Possible data race during read of size 4 at 0x10C08C by thread #1 pid 28055
          read 4 0x10c08c main: 1 rd m.c:16
          previous write 4 thread #2: 1 wr m.c:9
          global: Address 0x10c08c is 0 bytes inside data symbol "balance"
        """)
    #expect(log.contradictions == [])
  }

  @Test func `announcements of Helgrind`() throws {
    let text = """
      ==5== Helgrind, a thread error detector
      ==5== Command: ./a
      ==5== ---Thread-Announcement------------------------------------------
      ==5==
      ==5== Thread #2 was created
      ==5==    at 0x4BA6B3F: clone (clone.S:76)
      ==5==    by 0x1093CA: start_a (a.c:42)
      ==5==
      ==5== ---Thread-Announcement------------------------------------------
      ==5==
      ==5== Thread #3 was created
      ==5==    at 0x4BA6B3F: clone (clone.S:76)
      ==5==    by 0x1093CB: start_b (a.c:43)
      ==5==
      ==5== ----------------------------------------------------------------
      ==5==
      ==5== Possible data race during read of size 4 at 0x10C08C by thread #3
      ==5== Locks held: none
      ==5==    at 0x109532: rd (m.c:16)
      ==5==
      ==5== This conflicts with a previous write of size 4 by thread #2
      ==5== Locks held: none
      ==5==    at 0x1094E5: wr (m.c:9)
      """
    let log = try ReadLog(Self.joined(text) + "\n")
    #expect(
      log.stacks == [
        "rd m.c:16", "wr m.c:9", "clone clone.S:76 | start_b a.c:43", "clone clone.S:76 | start_a a.c:42",
      ])
    #expect(log.entries.count == 1)
  }

  /// All of them are on one line, and so have the same bytes.
  @Test func `announcements in a string`() throws {
    let text =
      #"{"stderr": "==5== ---Thread-Announcement------------------------------------------\n==5== \n"#
      + #"==5== Thread #2 was created\n==5==    at 0x4BA6B3F: clone (clone.S:76)\n"#
      + #"==5==    by 0x1093CA: start_a (a.c:42)\n==5== \n"#
      + #"==5== ---Thread-Announcement------------------------------------------\n==5== \n"#
      + #"==5== Thread #3 was created\n==5==    at 0x4BA6B3F: clone (clone.S:76)\n"#
      + #"==5==    by 0x1093CB: start_b (a.c:43)\n==5== \n"#
      + #"==5== ----------------------------------------------------------------\n==5== \n"#
      + #"==5== Possible data race during read of size 4 at 0x10C08C by thread #3\n"#
      + #"==5== Locks held: none\n==5==    at 0x109532: rd (m.c:16)\n==5== \n"#
      + #"==5== This conflicts with a previous write of size 4 by thread #2\n"#
      + #"==5== Locks held: none\n==5==    at 0x1094E5: wr (m.c:9)\n"#
      + #"==5==  Address 0x10c08c is 0 bytes inside data symbol \"balance\"\n==5== \n"}"#
    let log = try ReadLog(text + "\n")
    #expect(
      log.outline == """
        1-1 Possible data race during read of size 4 at 0x10C08C by thread #3 pid 5
          read 4 0x10c08c thread #3: 1 rd m.c:16
          previous write 4 thread #2: 1 wr m.c:9
          thread #3: 2 clone clone.S:76
          thread #2: 2 clone clone.S:76
          global: Address 0x10c08c is 0 bytes inside data symbol "balance"
        """)
    #expect(
      log.stacks.suffix(2) == ["clone clone.S:76 | start_b a.c:43", "clone clone.S:76 | start_a a.c:42"])
    #expect(log.contradictions == [])
  }

  private static let kcsan = [
    "==================================================================",
    "BUG: KCSAN: data-race in mill_pop / mill_push", "",
    "write to 0xffff888105c3f208 of 4 bytes by interrupt on cpu 2:", " mill_push+0x8e/0x140 [mill]",
    " mill_irq+0x51/0xc0 [mill]", "", "read to 0xffff888105c3f208 of 4 bytes by task 2207 on cpu 0:",
    " mill_pop+0x37/0x110 [mill]", " mill_drain+0x1d/0x80 [mill]", "",
    "Reported by Kernel Concurrency Sanitizer on:",
    "CPU: 0 PID: 2207 Comm: kworker/0:3 Not tainted 6.9.0-mill #7",
    "==================================================================",
  ]

  @Test(arguments: ["", "It says: ", "> "], ["[   41.82", "[12345.82"])
  func `the times of the kernel`(_ prefix: String, _ time: String) throws {
    let lines = Self.kcsan.enumerated().map { "\(time)\(3700 + $0)] \($1)".trimming(" ") }
    let log = try ReadLog(prefix + lines.joined(separator: " ") + "\n")
    #expect(
      log.outline == """
        1-1 data-race in mill_pop / mill_push pid 2207
          write 4 0xffff888105c3f208 interrupt cpu 2: 2 mill_push ?
          read 4 0xffff888105c3f208 task 2207: 2 mill_pop ?
          summary: CPU: 0 PID: 2207 Comm: kworker/0:3 Not tainted 6.9.0-mill #7
        """)
    #expect(log.contradictions == [])
  }

  @Test func `a hint of ThreadSanitizer`() throws {
    let text = """
      WARNING: ThreadSanitizer: lock-order-inversion (potential deadlock) (pid=7)
        Cycle in lock order graph: M0 (0x561d7d07b160) => M1 (0x561d7d07b120) => M0
        Mutex M1 acquired here while holding mutex M0 in thread T1:
          #0 pthread_mutex_lock ../../tsan.h:9 (libtsan.so.2+0x5)
          #1 forward /src/lo.c:17 (lo+0x1368)
          Hint: use TSAN_OPTIONS=second_deadlock_stack=1 to get more informative warning message
        Mutex M0 acquired here while holding mutex M1 in thread T2:
          #0 pthread_mutex_lock ../../tsan.h:9 (libtsan.so.2+0x5)
          #1 backward /src/lo.c:19 (lo+0x1369)
      SUMMARY: ThreadSanitizer: lock-order-inversion (potential deadlock) /src/lo.c:17 in forward
      """
    let log = try ReadLog(Self.joined(text) + "\n")
    let detailed = try #require(log.entries.first.flatMap { log.detailed($0) })
    let report = detailed.report
    let acquisitions = report.sections.filter { $0.kind == .acquisition }
    #expect(
      acquisitions.map { detailed.frames(of: $0.stack).map(\.function) } == [
        ["pthread_mutex_lock", "forward"], ["pthread_mutex_lock", "backward"],
      ])
    #expect(
      acquisitions.map { detailed.frames(of: $0.stack).last?.line } == [17, 19])
    #expect(
      report.notes.map(\.text) == [
        "Hint: use TSAN_OPTIONS=second_deadlock_stack=1 to get more informative warning message"
      ])
    #expect(log.entries.count == 1 && log.contradictions == [])
  }

  @Test func `a number of thread leaks`() throws {
    let text = """
      WARNING: ThreadSanitizer: thread leak (pid=9)
        Thread T1 (tid=11, finished) created by main thread at:
          #0 pthread_create ../../../../src/libsanitizer/tsan/tsan_interceptors_posix.cpp:1001 (libtsan.so.2+0x5e686)
          #1 shop_start_a_worker /src/shop/workers/start.c:17 (leak+0x1368)
          #2 shop_start_all_workers /src/shop/workers/start.c:29 (leak+0x1399)
          #3 shop_open /src/shop/main.c:88 (leak+0x1422)
          #4 main /src/shop/main.c:102 (leak+0x1455)
        And 2 more similar thread leaks.
      SUMMARY: ThreadSanitizer: thread leak /src/shop/workers/start.c:17 in shop_start_a_worker
      """
    let log = try ReadLog(Self.joined(text) + "\n")
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.notes.map(\.text) == ["And 2 more similar thread leaks."])
    #expect(log.stacks.map { $0.hasSuffix("main /src/shop/main.c:102 (leak+0x1455)") } == [true])
  }
}
