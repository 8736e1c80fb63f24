import Testing

@testable import RaceModel

@Suite struct `DRD` {
  @Test func `a race has one access and the segments of the other threads`() throws {
    let log = ValgrindLog(
      ValgrindLog.prefixed(
        """
        drd, a thread error detector

        Thread 3:
        Conflicting store by thread 3 at 0x0000c048 size 8
           at 0x10: stir (soup.c:11)
           by 0x11: ??? (in /opt/valgrind/vgpreload_drd-amd64-linux.so)
        Address 0xc048 is at offset 8 from 0xc040. Allocation context:
           at 0x12: malloc (in /opt/valgrind/vgpreload_drd-amd64-linux.so)
           by 0x13: pot (soup.c:4)
        Other segment start (thread 1)
           at 0x14: pthread_create@* (in /opt/valgrind/vgpreload_drd-amd64-linux.so)
           by 0x15: cook (soup.c:30)
        Other segment end (thread 1)
           (thread finished, call stack no longer available)

        """))
    let report = try #require(log.reports.first)
    #expect(log.entries.count == 1)
    #expect(report.detector == .drd && report.kind == .dataRace && report.lines == 4...14)
    #expect(report.title == "Conflicting store by thread 3 at 0x0000c048 size 8")
    #expect(report.accesses.count == 1 && report.isComplete)
    let access = report.accesses[0]
    #expect(access.operation == .write && !access.isAtomic && !access.isPrevious && access.size == 8)
    #expect(access.thread == ThreadName(.numbered, 3) && access.address?.description == "0x0000c048")
    #expect(
      report.sections.map(\.title) == ["Other segment start (thread 1)", "Other segment end (thread 1)"])
    #expect(report.sections.map(\.kind) == [.segment, .segment])
    #expect(report.sections.map(\.thread) == [.main, .main])
    #expect(log.frames(0, report.sections[0].stack).last == "cook soup.c:30")
    #expect(report.sections[1].stack == nil)
    let memory = try #require(report.locations.first)
    #expect(memory.kind == .heap && memory.address?.value == 0xC040)
    #expect(log.frames(0, memory.stack).last == "pot soup.c:4")
    #expect(log.sites(0) == ["stir", "?"])
  }

  @Test func `a first frame after output of the program is the report's, in the list too`() {
    let log = ValgrindLog(
      """
      ==700== Mutex still locked: mutex 0x4, recursion count 1, owner 1.
      progress ==700==    at 0x12: bake (oven.c:3)
      ==700==    by 0x13: main (oven.c:9)

      """)
    #expect(log.entries.count == 1 && log.reports.count == 1)
    #expect(log.sites(0) == ["bake"])
  }

  static let contexts: [(String, Location.Kind, String?)] = [
    ("Allocation context: BSS section of /opt/soup", .global, nil),
    ("Allocation context: unknown.", .other, nil),
    ("Allocation context: ladle (offset 4, size 8) in libsoup.so, libsoup.so.0:Data", .global, "ladle"),
    ("Location 0xc048 is 0 bytes inside global var \"spoon\"\ndeclared at soup.c:2", .global, "spoon"),
    (
      "Location 0xc048 is 0 bytes inside local var \"fork\"\ndeclared at soup.c:9, in frame #1 of thread 2",
      .stack, "fork"
    ),
  ]

  @Test(arguments: contexts)
  func `memory is described`(_ context: (text: String, kind: Location.Kind, name: String?)) throws {
    let log = ValgrindLog(
      ValgrindLog.prefixed(
        "Conflicting load by thread 2 at 0x0000c048 size 1\n   at 0x10: stir (soup.c:11)\n\(context.text)\n"))
    let report = try #require(log.reports.first)
    #expect(report.locations.map(\.kind) == [context.kind] && report.locations[0].name == context.name)
    #expect(report.locations[0].text == context.text.replacing("\n", with: " "))
    #expect(report.locations[0].stack == nil)
  }

  static let messages: [(String, ReportKind)] = [
    ("Mutex not locked: mutex 0x1f0, recursion count 0, owner 0.", .mutexBadUnlock),
    ("Mutex not locked by calling thread: mutex 0x1f0, recursion count 1, owner 2.", .mutexBadUnlock),
    ("Recursive locking not allowed: mutex 0x1f0, recursion count 1, owner 1.", .mutexDoubleLock),
    ("Mutex still locked at thread exit: mutex 0x1f0, recursion count 1, owner 2.", .mutexHeldWrongContext),
    ("Destroying locked mutex: mutex 0x1f0, recursion count 1, owner 1.", .mutexDestroyLocked),
    ("Mutex type mismatch: mutex 0x1f0, recursion count 1, owner 1.", .mutexInvalid),
    ("The object at address 0x1f0 is not a mutex.", .mutexInvalid),
    ("Destroying condition variable that is being waited upon: cond 0x1f0", .condvarMisuse),
    (
      "Probably a race condition: condition variable 0x1f0 has been signaled but the associated mutex 0x2f0"
        + " is not locked by the signalling thread.", .condvarMisuse
    ),
    (
      "Inconsistent association of condition variable and mutex: condition variable 0x1, mutexes 0x2 and 0x3",
      .condvarMisuse
    ),
    ("Semaphore reinitialization: semaphore 0x1f0", .semaphoreMisuse),
    ("Barrier reinitialization: barrier 0x1f0", .barrierMisuse),
    ("Reader-writer lock not locked by calling thread: rwlock 0x1f0.", .rwlockMisuse),
    ("A text of some later version: rwlock 0x1f0.", .rwlockMisuse),
    ("The annotation macro ANNOTATE_X has not yet been implemented in <valgrind/drd.h>", .other),
  ]

  @Test(arguments: messages)
  func `a message has its kind, and the thread of the heading above it`(
    _ message: (text: String, kind: ReportKind)
  ) throws {
    let log = ValgrindLog(
      ValgrindLog.prefixed(
        "Thread 5:\n\(message.text)\n   at 0x1: mix (bowl.c:2)\n   by 0x2: main (bowl.c:9)\n"))
    let report = try #require(log.reports.first)
    #expect(log.entries.count == 1 && report.detector == .drd)
    #expect(report.kind == message.kind && report.title == message.text && report.lines == 2...4)
    #expect(report.sections.first?.thread == ThreadName(.numbered, 5))
    #expect(log.sites(0) == ["mix"])
  }

  @Test func `a heading applies until the next, for its own process`() {
    func report(_ name: String) -> String {
      "Mutex not locked: mutex 0x1, recursion count 0, owner 0.\n   at 0x1: \(name) (bowl.c:2)\n"
    }
    let log = ValgrindLog(
      ValgrindLog.prefixed(report("a") + "\nThread 5:\n" + report("b") + "\n" + report("c"))
        + ValgrindLog.prefixed(report("d"), pid: 9)
        + ValgrindLog.prefixed("Thread 6 baker:\n" + report("e")))
    let threads = log.reports.map { $0.sections.first?.thread?.number }
    #expect(log.entries.count == 5)
    #expect(threads == [nil, 5, 5, nil, 6])
  }

  @Test func `a lock that was held too long has both its stacks`() throws {
    let log = ValgrindLog(
      ValgrindLog.prefixed(
        """
        [2] mutex_trylock   mutex 0x9c50 rc 0 owner 1
        Acquired at:
           at 0x1: enter (door.c:3)
        Lock on mutex 0x9c50 was held during 12 ms (threshold: 1 ms).
           at 0x2: leave (door.c:8)
        mutex 0x9c50 was first observed at:
           at 0x3: build (door.c:1)

        [2] mutex_unlock    mutex 0x9c50 rc 1
        """))
    let report = try #require(log.reports.first)
    #expect(log.entries.count == 1 && report.kind == .lockHeldTooLong && report.lines == 2...7)
    #expect(report.title == "Lock on mutex 0x9c50 was held during 12 ms (threshold: 1 ms).")
    #expect(log.sites(0) == ["enter", "leave"])
    #expect(report.locks.map(\.id) == ["0x9c50"])
    #expect(log.frames(0, report.locks.first?.created) == ["build door.c:1"])
  }

  @Test func `an empty line ends a report, whatever follows`() {
    let log = ValgrindLog(
      ValgrindLog.prefixed(
        """
        Conflicting load by thread 2 at 0x0000c048 size 1
           at 0x10: stir (soup.c:11)

        Something else that has a stack
           at 0x20: other (soup.c:99)

        Conflicting load by thread 2 at 0x0000c048 size 1
           at 0x10: stir (soup.c:11)
        """))
    #expect(log.reports.map(\.lines) == [1...2, 7...8])
    #expect(log.reports.map(\.sections.count) == [0, 0])
  }

  @Test func `a message without a stack is not a report`() {
    #expect(
      ValgrindLog(ValgrindLog.prefixed("Conflicting load by thread 2 at 0x0000c048 size 1")).entries.isEmpty)
    #expect(ValgrindLog("state: mutex 0x12 taken\n   at 3 pm\n").entries.isEmpty)
  }
}
