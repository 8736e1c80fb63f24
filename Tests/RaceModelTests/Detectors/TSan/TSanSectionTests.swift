import Testing

@testable import RaceModel

@Suite struct `Sections of ThreadSanitizer reports` {
  @Test func `a race with everything`() throws {
    let reading = TSanReading(
      """
      ==================
      WARNING: ThreadSanitizer: data race (pid=24032)
        Atomic write of size 4 at 0x7b0c00000008 by thread T4 (mutexes: write M9, read M10):
          #0 quack /src/duck.cpp:17:3 (pond+0x10)

        Previous read of size 8 at 0x7b0c00000000 by main thread:
          #0 wade /src/duck.cpp:18:3 (pond+0x20)
          #1 main /src/duck.cpp:19:3 (pond+0x30)

        As if synchronized via sleep:
          #0 usleep <null> (pond+0x40)

        Location is heap block of size 40 at 0x7b0c00000000 allocated by thread T3:
          #0 malloc <null> (pond+0x50)
          #1 hatch /src/duck.cpp:22:3 (pond+0x60)

        Mutex M9 (0x55555555f220) created at:
          #0 pthread_mutex_lock <null> (pond+0x70)

        Mutex M10 is already destroyed.

        Thread T4 'worker 'x' (2)' (tid=24068, running) created by main thread at:
          #0 pthread_create <null> (pond+0x80)

        Thread T3 (tid=24067, finished) created by thread T4 at:
          #0 pthread_create <null> (pond+0x80)

      SUMMARY: ThreadSanitizer: data race /src/duck.cpp:17:3 in quack
      ==================
      """)
    let report = try #require(reading.reports.first)
    #expect(reading.reports.count == 1)
    #expect(report.isComplete)
    #expect(report.kind == .dataRace)
    #expect(report.title == "data race")
    #expect(report.pid == 24032)
    #expect(report.lines == 2...29)
    #expect(report.accesses.map(\.operation) == [.write, .read])
    #expect(report.accesses.map(\.isAtomic) == [true, false])
    #expect(report.accesses.map(\.isPrevious) == [false, true])
    #expect(report.accesses.map(\.size) == [4, 8])
    #expect(report.accesses.map(\.address?.value) == [0x7b0c_0000_0008, 0x7b0c_0000_0000])
    #expect(report.accesses.map(\.thread) == [ThreadName(.thread, 4), .main])
    #expect(
      report.accesses[0].locks == [HeldLock(id: "M9", mode: .write), HeldLock(id: "M10", mode: .read)])
    #expect(reading.functions(report.accesses[1].stack) == ["wade", "main"])
    #expect(report.sections.map(\.title) == ["As if synchronized via sleep:"])
    #expect(report.sections.map(\.kind) == [.sleep])
    #expect(reading.functions(report.locations[0].stack) == ["malloc", "hatch"])
    #expect(report.locations[0].thread == ThreadName(.thread, 3))
    #expect(report.locks.map(\.id) == ["M9", "M10"])
    #expect(report.locks[0].created?.count == 1)
    #expect(report.locks[1].created == nil)
    let worker = try #require(report.thread(ThreadName(.thread, 4)))
    #expect(worker.label == "worker 'x' (2)")
    #expect(worker.tid == 24068)
    #expect(worker.state == .running)
    #expect(worker.parent == .main)
    let other = try #require(report.thread(ThreadName(.thread, 3)))
    #expect(other.label == nil)
    #expect(other.state == .finished)
    #expect(other.parent == ThreadName(.thread, 4))
    #expect(report.summary == "SUMMARY: ThreadSanitizer: data race /src/duck.cpp:17:3 in quack")
  }

  @Test(arguments: [
    ("Write of size 2 at 0x10 by main thread:", Operation.write, false, false),
    ("Read of size 2 at 0x10 by main thread:", .read, false, false),
    ("Atomic read of size 2 at 0x10 by main thread:", .read, true, false),
    ("atomic write of size 2 at 0x10 by main thread:", .write, true, false),
    ("Previous atomic write of size 2 at 0x10 by main thread:", .write, true, true),
    ("Previous Atomic read of size 2 at 0x10 by main thread:", .read, true, true),
  ])
  func `access headers`(_ header: String, _ operation: Operation, _ atomic: Bool, _ previous: Bool) throws {
    let reading = TSanReading(
      "WARNING: ThreadSanitizer: data race (pid=7)\n  \(header)\n    #0 f a.c:1 (p+0x1)\n")
    let access = try #require(reading.reports.first?.accesses.first)
    #expect(access.operation == operation)
    #expect(access.isAtomic == atomic)
    #expect(access.isPrevious == previous)
    #expect(access.size == 2)
  }

  @Test func `a Swift access race may mix its wording`() throws {
    let reading = TSanReading(
      """
      WARNING: ThreadSanitizer: Swift access race (pid=7)
        Modifying access of Swift variable at 0x720c00000040 by thread T1:
          #0 $s4pond4DuckC5quackyyF /src/duck.swift (pond+0x1)
        Previous write of size 1 at 0x720c00000040 by main thread:
          #0 main /src/duck.swift:24:6 (pond+0x1)
        Thread T1 (tid=9, running) is a GCD worker thread
      """)
    let report = try #require(reading.reports.first)
    #expect(report.kind == .swiftAccessRace)
    #expect(report.accesses.map(\.operation) == [.write, .write])
    #expect(report.accesses.map(\.qualifier) == [.object("Swift variable"), nil])
    #expect(report.accesses.map(\.size) == [nil, 1])
    #expect(report.threads.first?.parent == nil)
    #expect(report.isComplete)
  }

  @Test(
    arguments: [
      ("global 'ducks' of size 4 at 0x10 (pond+0xb2b0)", Location.Kind.global, "ducks", 4, 0x10, nil),
      ("global 'it's' at 0x10 (pond+0xb2b0)", .global, "it's", nil, 0x10, nil),
      ("global '<null>' at 0x10 (pond+0xb2b0)", .global, nil, nil, 0x10, nil),
      ("global '??' at 0x10 (pond+0xb2b0)", .global, nil, nil, 0x10, nil),
      // A symbolizer's guess for a stack address is not a variable.
      ("global '<null>' at 0x000000000000 ([stack]+0x205e4)", .stack, nil, nil, nil, nil),
      ("global '??' at 0x7ffffffde000 ([stack]+0x206a8)", .stack, nil, nil, nil, nil),
      ("heap block of size 40 at 0x10 allocated by thread T1:", .heap, nil, 40, 0x10, ThreadName(.thread, 1)),
      ("Duck of size 16 at 0x10 allocated by main thread:", .heap, "Duck", 16, 0x10, .main),
      ("stack of main thread.", .stack, nil, nil, nil, .main),
      ("TLS of thread T7.", .tls, nil, nil, nil, ThreadName(.thread, 7)),
      ("file descriptor 3 created by thread T1 at:", .fd, nil, nil, nil, ThreadName(.thread, 1)),
      ("file descriptor 3 destroyed by main thread at::", .fd, nil, nil, nil, .main),
    ] as [(String, Location.Kind, String?, Int?, UInt64?, ThreadName?)])
  func `locations`(
    _ text: String, _ kind: Location.Kind, _ name: String?, _ size: Int?, _ address: UInt64?,
    _ thread: ThreadName?
  ) throws {
    let log = """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x10 by main thread:
          #0 f a.c:1 (p+0x1)
        Location is \(text)
          #0 g a.c:2 (p+0x1)
      """
    let report = try #require(TSanReading(log).reports.first)
    let location = try #require(report.locations.first)
    #expect(location.kind == kind)
    #expect(location.name == name)
    #expect(location.size == size)
    #expect(location.address?.value == address)
    #expect(location.thread == thread)
    #expect(location.text == "Location is " + text)
    #expect((location.stack != nil) == text.hasSuffix(":"))
    #expect(report.accesses.first?.stack?.count == 1)
  }

  @Test func `locks taken in a circle`() throws {
    let reading = TSanReading(
      """
      WARNING: ThreadSanitizer: lock-order-inversion (potential deadlock) (pid=7)
        Cycle in lock order graph: M9 (0x10) => M10 (0x20) => M9

        Mutex M10 acquired here while holding mutex M9 in thread T4:
          #0 pthread_mutex_lock <null> (pond+0x1)
          #1 quack /src/duck.c:1 (pond+0x2)

          Hint: use TSAN_OPTIONS=second_deadlock_stack=1 to get more informative warning message

        Mutex M9 previously acquired by the same thread here:
          #0 dive /src/duck.c:3 (pond+0x2)

        Mutex M9 acquired here while holding mutex M10 in main thread:
          #0 pthread_mutex_lock <null> (pond+0x1)
          #1 wade /src/duck.c:2 (pond+0x3)
      """)
    let report = try #require(reading.reports.first)
    #expect(report.kind == .lockOrder)
    #expect(report.locks.map(\.id) == ["M9", "M10"])
    #expect(report.locks.map(\.text) == ["M9 (0x10)", "M10 (0x20)"])
    #expect(report.sections.map(\.thread) == [nil, ThreadName(.thread, 4), nil, .main])
    #expect(report.sections.map { $0.stack?.count } == [nil, 2, 1, 2])
    #expect(report.notes.count == 1)
    let sites = [
      Site(function: "quack", file: "/src/duck.c", line: 1),
      Site(function: "wade", file: "/src/duck.c", line: 2),
    ]
    #expect(reading.keys == [RaceKey(detector: .tsan, kind: .lockOrder, sites: sites)])
  }

  @Test func `a mutex destroyed while locked has two stacks`() throws {
    let reading = TSanReading(
      """
      WARNING: ThreadSanitizer: destroy of a locked mutex (pid=7)
          #0 pthread_mutex_destroy <null> (pond+0x1)
          #1 quack /src/duck.c:1 (pond+0x2)

        and:
          #0 pthread_mutex_lock <null> (pond+0x1)
          #1 wade /src/duck.c:2 (pond+0x3)

        Mutex M0 (0x7b0c00000030) created at:
          [failed to restore the stack]
      """)
    let report = try #require(reading.reports.first)
    #expect(report.sections.map(\.title) == ["destroy of a locked mutex", "and:"])
    #expect(report.locks.map { $0.created?.count } == [nil])
    #expect(report.isComplete)
    let sites = [
      Site(function: "quack", file: "/src/duck.c", line: 1),
      Site(function: "wade", file: "/src/duck.c", line: 2),
    ]
    #expect(reading.keys == [RaceKey(detector: .tsan, kind: .mutexDestroyLocked, sites: sites)])
  }

  @Test func `leaked threads`() throws {
    let reading = TSanReading(
      """
      WARNING: ThreadSanitizer: thread leak (pid=7)
        Thread T1 (tid=0, finished) created at:
          #0 pthread_create tsan_interceptors.cc:683 (pond+0x00000001fb33)
          #1 main duck.c:10 (pond+0x000000003c7e)

        And 2 more similar thread leaks.
      """)
    let report = try #require(reading.reports.first)
    #expect(report.kind == .threadLeak)
    #expect(report.notes.map(\.text) == ["And 2 more similar thread leaks."])
    #expect(report.notes.map(\.kind) == [.count])
    #expect(report.isComplete)
    #expect(
      reading.keys == [
        RaceKey(
          detector: .tsan, kind: .threadLeak, sites: [Site(function: "main", file: "duck.c", line: 10)])
      ])
  }

  @Test func `a signal handler`() throws {
    let reading = TSanReading(
      """
      WARNING: ThreadSanitizer: signal handler spoils errno (pid=7)
        Signal 10 handler invoked at:
          #0 quack /src/duck.c:1 (pond+0x2)
      """)
    let report = try #require(reading.reports.first)
    #expect(report.kind == .signalErrno)
    #expect(report.sections.map(\.title) == ["Signal 10 handler invoked at:"])
    #expect(report.sections.map(\.kind) == [.signal])
    #expect(report.isComplete)
  }
}
