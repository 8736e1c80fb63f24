import Testing

@testable import RaceModel

private let dashes = String(repeating: "-", count: 64)
private let announcement = "---Thread-Announcement" + String(repeating: "-", count: 42)

@Suite struct `Helgrind` {
  static let orchard = ValgrindLog.prefixed(
    """
    Helgrind, a thread error detector
    Command: ./orchard

    \(announcement)

    Thread #1 is the program's root thread

    \(announcement)

    Thread #4 was created
       at 0x4A00: clone (clone.S:76)
       by 0x1200: plant (orchard.c:30)

    \(dashes)

     Lock at 0x5AB0 was first observed
       at 0x4848: ??? (in /opt/valgrind/vgpreload_helgrind-amd64-linux.so)
       by 0x1100: open_gate (orchard.c:12)
     Address 0x5ab0 is 16 bytes inside a block of size 96 alloc'd
       at 0x4849: malloc (in /opt/valgrind/vgpreload_helgrind-amd64-linux.so)
       by 0x1101: build (orchard.c:8)
     Block was alloc'd by thread #1

    Possible data race during write of size 4 at 0x5AC8 by thread #4
    Locks held: 2, at addresses 0x5AB0 0x5AF0 (and 1 that can't be shown)
       at 0x4850: memcpy (in /opt/valgrind/vgpreload_helgrind-amd64-linux.so)
       by 0x1300: pick (orchard.c:41)
       by 0x1300: worker (orchard.c:47)
       by 0x1301: operator()(int, char (*)(int)) (orchard.cpp:9)

    This conflicts with a previous read of size 8 by thread #1
    Locks held: none
       at 0x1400: main (orchard.c:60)
     Address 0x5ac8 is 40 bytes inside a block of size 96 alloc'd
       at 0x4849: malloc (in /opt/valgrind/vgpreload_helgrind-amd64-linux.so)
       by 0x1101: build (orchard.c:8)
     Block was alloc'd by thread #1

    ERROR SUMMARY: 1 errors from 1 contexts (suppressed: 0 from 0)
    """)

  @Test func `a race has both accesses, with threads, sizes and locks`() throws {
    let log = ValgrindLog(Self.orchard)
    let report = try #require(log.reports.first)
    #expect(log.entries.count == 1)
    #expect(report.kind == .dataRace && report.detector == .helgrind && report.pid == 700)
    #expect(report.title == "Possible data race during write of size 4 at 0x5AC8 by thread #4")
    #expect(report.lines == 24...37)
    #expect(report.isComplete)
    let write = try #require(report.accesses.first)
    #expect(write.operation == .write && !write.isPrevious && write.size == 4)
    #expect(write.address?.value == 0x5AC8 && write.thread?.description == "thread #4")
    #expect(write.locks.map(\.id) == ["0x5ab0", "0x5af0"])
    #expect(write.qualifier == .hiddenLocks(1))
    let read = try #require(report.accesses.last)
    #expect(read.operation == .read && read.isPrevious && read.size == 8 && read.address == nil)
    #expect(read.thread == .main && read.locks.isEmpty)
    #expect(log.sites(0) == ["pick", "main"])
  }

  @Test func `frames have their place, or the library they are in`() throws {
    let log = ValgrindLog(Self.orchard)
    let access = try #require(log.reports.first?.accesses.first)
    #expect(
      log.frames(0, access.stack) == [
        "memcpy in /opt/valgrind/vgpreload_helgrind-amd64-linux.so", "pick orchard.c:41",
        "worker orchard.c:47", "operator()(int, char (*)(int)) orchard.cpp:9",
      ])
    // Two calls at one address: the first was inlined into the second.
    #expect(log.details[0]?.frames(of: access.stack).map(\.isInlined) == [false, true, false, false])
    #expect(access.siteIndex == 1)
  }

  @Test func `stacks of locks come before the title and belong to the report`() throws {
    let log = ValgrindLog(Self.orchard)
    let report = try #require(log.reports.first)
    #expect(log.entries[0].startLine == 14 && log.entries[0].line == 24)
    let lock = try #require(report.locks.first)
    #expect(report.locks.count == 1 && lock.id == "0x5ab0")
    #expect(log.frames(0, lock.created).last == "open_gate orchard.c:12")
    #expect(report.sections.first?.title.hasPrefix("Address 0x5ab0 is 16 bytes inside") == true)
    let memory = try #require(report.locations.first)
    #expect(report.locations.count == 1 && memory.kind == .heap && memory.size == 96)
    #expect(memory.address?.value == 0x5AA0 && memory.thread == .main)
    #expect(log.frames(0, memory.stack).last == "build orchard.c:8")
  }

  @Test func `the creation of a thread is taken from before the report`() throws {
    let log = ValgrindLog(Self.orchard)
    let thread = try #require(log.reports.first?.thread(ThreadName(.numbered, 4)))
    #expect(log.frames(0, thread.created) == ["clone clone.S:76", "plant orchard.c:30"])
    #expect(log.entries[0].related.map(\.line) == [8])
  }

  @Test func `approximate history gives an access without a stack`() throws {
    let log = ValgrindLog(
      ValgrindLog.prefixed(
        """
        \(dashes)

        Possible data race during read of size 1 at 0x77 by thread #2
        Locks held: none
           at 0x10: look (pond.c:5)
         This conflicts with a previous access by thread #3, after
           at 0x20: fish_begin (pond.c:9)
         but before
           (the end of the thread)
         Location 0x77 is 0 bytes inside pond.ducks[2],
         declared at pond.c:2, in frame #1 of thread 3

        """))
    let report = try #require(log.reports.first)
    #expect(report.accesses.map(\.operation) == [.read, .access])
    #expect(report.accesses[1].stack == nil && report.accesses[1].isPrevious)
    #expect(report.sections.map(\.title) == ["after", "but before (the end of the thread)"])
    #expect(report.sections.map(\.kind) == [.bound, .bound])
    #expect(report.sections.map(\.thread) == Array(repeating: ThreadName(.numbered, 3), count: 2))
    #expect(log.frames(0, report.sections[0].stack) == ["fish_begin pond.c:9"])
    #expect(report.locations.map(\.name) == ["pond.ducks[2]"] && report.locations[0].kind == .stack)
    #expect(report.isComplete)
  }

  @Test func `without history a report of one access is complete, and nothing is missing`() throws {
    let log = ValgrindLog(
      ValgrindLog.prefixed(
        """
        Possible data race during read of size 1 at 0x77 by thread #2
        Locks held: none
           at 0x10: look (pond.c:5)
         Address 0x77 is 0 bytes inside data symbol "ducks"

        """))
    #expect(log.reports.first?.accesses.count == 1)
    #expect(log.reports.first?.isComplete == true)
    #expect(log.reports.first?.locations.first?.kind == .global)
    #expect(log.sites(0) == ["look", "?"])
  }

  static let messages: [(String, ReportKind)] = [
    (" unlocked a not-locked lock at 0x10C0", .mutexBadUnlock),
    (" unlocked an invalid lock at 0x10C0", .mutexInvalid),
    (" unlocked lock at 0x10C0 currently held by thread #3", .mutexBadUnlock),
    ("'s call to pthread_join failed", .threadAPIError),
    (": Exiting thread still holds 2 locks", .mutexHeldWrongContext),
    (": pthread_mutex_destroy of a locked mutex", .mutexDestroyLocked),
    (": pthread_mutex_destroy with invalid argument", .mutexInvalid),
    (": Attempt to re-lock a non-recursive lock I already hold", .mutexDoubleLock),
    (": pthread_cond_{timed}wait called with un-held mutex", .condvarMisuse),
    (
      ": pthread_cond_{signal,broadcast}: dubious: associated lock is not held by any thread", .condvarMisuse
    ),
    (": pthread_barrier_wait: barrier is uninitialised", .barrierMisuse),
    (": pthread_rwlock_destroy with invalid argument", .rwlockMisuse),
    (": Bug in libpthread: sem_wait succeeded on semaphore without prior sem_post", .semaphoreMisuse),
    (": a message of some later version", .other),
  ]

  @Test(arguments: messages)
  func `a message has its kind`(_ message: (text: String, kind: ReportKind)) throws {
    let log = ValgrindLog(
      ValgrindLog.prefixed(
        "\(dashes)\n\nThread #2\(message.text)\n   at 0x1: turn (mill.c:3)\n Lock at 0x10C0 was first observed"
          + "\n   at 0x2: grind (mill.c:9)\n"))
    let report = try #require(log.reports.first)
    #expect(report.kind == message.kind)
    #expect(report.title == "Thread #2" + message.text)
    #expect(report.sections.first?.thread == ThreadName(.numbered, 2))
    #expect(log.sites(0) == ["turn"])
    #expect(report.locks.map(\.id) == ["0x10c0"])
  }

  @Test func `a failed call says why`() throws {
    let log = ValgrindLog(
      ValgrindLog.prefixed(
        """
        Thread #1's call to pthread_mutex_lock failed
           with error code 35 (EDEADLK: Resource deadlock would occur)
           at 0x1: turn (mill.c:3)
        """))
    #expect(
      log.reports.first?.sections.first?.title
        == "Thread #1's call to pthread_mutex_lock failed"
        + " with error code 35 (EDEADLK: Resource deadlock would occur)")
  }

  @Test func `an unknown message is a report when a stack follows`() {
    let text = "\(dashes)\n\nThe moon is full\n   at 0x1: howl (wolf.c:3)\n"
    let log = ValgrindLog(ValgrindLog.prefixed(text))
    #expect(log.reports.map(\.kind) == [.other] && log.reports.first?.title == "The moon is full")
    #expect(ValgrindLog(ValgrindLog.prefixed("\(dashes)\n\nThe moon is full\n\nhowling\n")).entries.isEmpty)
    #expect(ValgrindLog(text).entries.isEmpty, "text of the program, without Valgrind's prefix")
  }

  @Test func `a lock order has the stacks of both orders as its sites`() throws {
    let log = ValgrindLog(
      ValgrindLog.prefixed(
        """
        \(dashes)

        Thread #3: lock order "0xA0 before 0xB0" violated

        Observed (incorrect) order is: acquisition of lock at 0xB0
           at 0x1: take_b (order.c:1)

         followed by a later acquisition of lock at 0xA0
           at 0x2: then_a (order.c:2)

        Required order was established by acquisition of lock at 0xA0
           at 0x3: take_a (order.c:3)

         followed by a later acquisition of lock at 0xB0
           at 0x4: then_b (order.c:4)

         Lock at 0xA0 was first observed
           at 0x5: start (order.c:5)
         Address 0xa0 is 0 bytes inside data symbol "a"


        """))
    let report = try #require(log.reports.first)
    #expect(log.entries.count == 1 && report.kind == .lockOrder && report.lines == 3...19)
    #expect(log.sites(0) == ["take_b", "then_a", "take_a", "then_b"])
    #expect(
      report.sections.map(\.thread) == [ThreadName(.numbered, 3), ThreadName(.numbered, 3), nil, nil, nil])
    #expect(report.locks.count == 1 && report.locations.isEmpty)
  }
}
