import Testing

@testable import RaceModel

/// Titles of Helgrind and DRD that a mail program has wrapped. `¦` is where.
@Suite struct `Titles of Valgrind that were wrapped` {
  private static let drdStack = """
    ==7==    at 0x48545B4: pthread_mutex_lock@* (in /usr/x.so)
    ==7==    by 0x1092DE: double_lock (b.c:34)
    ==7==

    """
  private static let helgrindStack = """
    ==7==    at 0x484C: mutex_unlock_WRK (hg_intercepts.c:1184)
    ==7==    by 0x109277: wrong (b.c:18)
    ==7==

    """
  private static let titles: [(title: String, stack: String)] = [
    ("Recursive locking not allowed: mutex 0x1fff0004a0, recursion¦count 1, owner 1.", drdStack),
    ("Recursive locking not allowed: mutex 0x1fff0004a0,¦recursion count 1, owner 1.", drdStack),
    ("Mutex still locked at thread exit: mutex 0x10c140, recursion count¦1, owner 2.", drdStack),
    ("Destroying locked mutex: mutex 0x526b160, recursion count 1,¦owner 1.", drdStack),
    ("Mutex not locked: mutex 0x10c140, recursion count 1, owner¦0.", drdStack),
    ("Thread #1 unlocked lock at 0x10C140 currently held by thread¦#2", helgrindStack),
    ("Thread #1 unlocked lock at 0x10C140 currently held by¦thread #2", helgrindStack),
    ("Thread #1 unlocked a not-locked¦lock at 0x10C140", helgrindStack),
    ("Thread #1: Attempt to re-lock a non-recursive lock I already¦hold", helgrindStack),
    ("Thread #1's call to pthread_mutex_destroy¦failed", helgrindStack),
    ("Mutex not locked: mutex¦0x10c140, recursion count 1, owner 0.", drdStack),
    ("Reader-writer lock not locked by calling thread: rwlock¦0x10c180.", drdStack),
    ("Destruction of a barrier with active waiters: barrier¦0x1fff0004a0", drdStack),
    ("Thread #1: pthread_cond_{timed}wait called with un-held¦mutex", helgrindStack),
    ("Thread #1: pthread_cond_{timed}wait called with mutex¦held by a different thread", helgrindStack),
    ("Thread #1: pthread_mutex_destroy of a locked¦mutex", helgrindStack),
  ]

  @Test(arguments: titles.indices, ["", "2023-11-27T10:00:01.123Z "])
  func `are whole`(_ position: Int, _ stamp: String) throws {
    let (title, stack) = Self.titles[position]
    let stacks = stack.split(separator: "\n").map { "\(stamp)\($0)\n" }.joined()
    let wrapped = title.replacing("¦", with: "\n")
    // Helgrind draws a line above.
    let above = title.hasPrefix("Thread") ? "\(stamp)==7== \(String(repeating: "-", count: 64))\n" : ""
    let log = try ReadLog(above + "\(stamp)==7== \(wrapped)\n" + stacks)
    #expect(log.entries.count == 1)
    #expect(log.contradictions == [])
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.title == title.replacing("¦", with: " "))
    #expect(report.notes.isEmpty && report.isComplete)
    #expect(report.pid == 7)
  }

  /// What the title lacks says what it is about.
  @Test func `have the kind of the whole title`() throws {
    func kind(_ title: String, _ stack: String) throws -> ReportKind? {
      try ReadLog("==7== \(title)\n" + stack).entries.first?.kind
    }
    #expect(
      try kind("Thread #1: pthread_mutex_destroy of a locked\nmutex", Self.helgrindStack)
        == .mutexDestroyLocked)
    #expect(
      try kind("Reader-writer lock reinitialization: rwlock\n0x10c180.", Self.drdStack) == .rwlockMisuse)
    #expect(
      try kind("Mutex not locked: mutex\n0x10c140, recursion count 1, owner 0.", Self.drdStack)
        == .mutexBadUnlock)
  }

  /// Output of the program is no rest of a message that is known.
  @Test func `end where they are cut`() throws {
    let log = try ReadLog(
      "==7== Thread #1: pthread_cond_{timed}wait called with un-held\nall is well\n" + Self.helgrindStack)
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.title == "Thread #1: pthread_cond_{timed}wait called with un-held")
  }

  /// Each of these ends the report above it, without an empty line between them.
  @Test func `begin reports of their own`() throws {
    let titles = Self.titles.prefix(5).map { $0.title.replacing("¦", with: "\n") }
    let text = titles.map { "==7== \($0)\n" + Self.drdStack.replacing("==7==\n", with: "") }.joined()
    let log = try ReadLog(text)
    let read = log.entries.compactMap { log.detailed($0)?.report.title }
    #expect(read == Self.titles.prefix(5).map { $0.title.replacing("¦", with: " ") })
  }

  @Test func `of DRD's locks held too long`() throws {
    let log = try ReadLog(
      """
      ==7== Acquired at:
      ==7==    at 0x48: pthread_mutex_lock@* (in /usr/x.so)
      ==7==    by 0x10: work (h.c:9)
      ==7== Lock on mutex 0x1fff0003e0 was held during 3 ms (threshold: 1
      ms).
      ==7==    at 0x48: pthread_mutex_unlock@* (in /usr/x.so)
      ==7==    by 0x11: work (h.c:12)
      ==7==

      """)
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.title == "Lock on mutex 0x1fff0003e0 was held during 3 ms (threshold: 1 ms).")
    #expect(log.contradictions == [])
  }

  @Test(arguments: ["", "2023-11-27T10:00:01.123Z "])
  func `of races before the address`(_ stamp: String) throws {
    let lines = [
      "==77== Possible data race during read of size 4", "¦at 0x10C08C by thread #1",
      "==77== Locks held: none",
      "==77==    at 0x109532: peek (m.c:16)", "==77== ",
      "==77== This conflicts with a previous write of size 4 by thread #2", "==77== Locks held: none",
      "==77==    at 0x1094E5: bump (m.c:9)",
    ]
    let log = try ReadLog(
      lines.map { $0.hasPrefix("¦") ? "\($0.dropFirst())\n" : "\(stamp)\($0)\n" }.joined())
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.title == "Possible data race during read of size 4 at 0x10C08C by thread #1")
    #expect(report.accesses.map(\.thread) == [.main, ThreadName(.numbered, 2)])
    #expect(report.accesses.first?.address?.value == 0x10C08C)
    #expect(log.stacks == ["peek m.c:16", "bump m.c:9"])
    #expect(log.contradictions == [])
  }

  /// Output of the program below a title that was cut off is not its rest.
  @Test func `are not joined with other text`() throws {
    let log = try ReadLog(
      "==7== Recursive locking not allowed: mutex 0x1fff0004a0, recursion\nall is well\n" + Self.drdStack)
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.title == "Recursive locking not allowed: mutex 0x1fff0004a0, recursion")
  }

  /// Below the announcement of a thread, the dashes between them lost.
  @Test(arguments: ["", "api-1  | "], [true, false])
  func `of an order of locks below an announcement`(_ prefix: String, hasStack: Bool) throws {
    let stack = "   at 0x496CB3F: clone (clone.S:76)\n   by 0x1091CC: start (oven.c:21)\n\n"
    let text = """
      Thread #3 was created
      \(hasStack ? stack : "")Thread #3: lock order "0x10C120 before 0x10C0E0"¦violated
      Observed (incorrect) order is: acquisition of lock at 0x10C0E0
         at 0x484976E: lock (oven.c:11)
         by 0x109296: backward (oven.c:18)
      """.prefixed(prefix + "==7== ")
    let log = try ReadLog(text.replacing("¦", with: "\n"))
    #expect(log.entries.count == 1)
    #expect(log.contradictions == [])
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.title == "Thread #3: lock order \"0x10C120 before 0x10C0E0\" violated")
    #expect(report.kind == .lockOrder)
    let order = "Observed (incorrect) order is: acquisition of lock at 0x10C0E0"
    #expect(report.sections.map(\.title) == [order])
  }

  /// The lock is the next report's.
  @Test(arguments: ["", "api-1  | "], ["", "\n" + String(repeating: "-", count: 64)])
  func `of a race below a lock and an announcement`(_ prefix: String, _ dashes: String) throws {
    let text = """
      Thread #2 was created
         at 0x496CB3F: clone (clone.S:76)
         by 0x1091CC: start (oven.c:21)

       Lock at 0x10C120 was first observed
         at 0x484976E: prepare (oven.c:14)

      Possible data race during read of size 8 at 0x10C048 by¦thread #1
      Locks held: 1, at address 0x10C120
         at 0x109237: peek (oven.c:11)

      This conflicts with a previous write of size 8 by thread #2
      Locks held: none
         at 0x10926E: put (oven.c:15)
      """.prefixed(prefix + "==7== ")
    let log = try ReadLog(
      text.replacing("¦", with: "\n").replacing("(oven.c:21)\n", with: "(oven.c:21)\(dashes)\n"))
    #expect(log.stacks == ["peek oven.c:11", "put oven.c:15", "clone clone.S:76 | start oven.c:21"])
    let detailed = try #require(log.entries.first.flatMap { log.detailed($0) })
    let lock = try #require(detailed.report.locks.first)
    #expect(detailed.report.locks.count == 1 && lock.id == "0x10c120")
    #expect(detailed.frames(of: lock.created).map(\.function) == ["prepare"])
    #expect(log.contradictions == [])
  }
}
