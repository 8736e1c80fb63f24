import Testing

@testable import RaceModel

@Suite struct `Titles of ThreadSanitizer` {
  @Test(arguments: [
    ("data race", ReportKind.dataRace),
    ("data race on vptr (ctor/dtor vs virtual call)", .vptrRace),
    ("heap-use-after-free", .useAfterFree),
    ("heap-use-after-free (virtual call vs free)", .vptrUseAfterFree),
    ("race on external object", .externalRace),
    ("race on NSMutableArray", .externalRace),
    ("Swift access race", .swiftAccessRace),
    ("thread leak", .threadLeak),
    ("destroy of a locked mutex", .mutexDestroyLocked),
    ("double lock of a mutex", .mutexDoubleLock),
    ("use of an invalid mutex (e.g. uninitialized or destroyed)", .mutexInvalid),
    ("unlock of an unlocked mutex (or by a wrong thread)", .mutexBadUnlock),
    ("read lock of a write locked mutex", .mutexBadReadLock),
    ("read unlock of a write locked mutex", .mutexBadReadUnlock),
    ("mutex held in the wrong context", .mutexHeldWrongContext),
    ("signal-unsafe call inside of a signal", .signalUnsafe),
    ("signal handler spoils errno", .signalErrno),
    ("lock-order-inversion (potential deadlock)", .lockOrder),
    ("ducks on the lake", .other),
  ])
  func `say what a report is about`(_ title: String, _ kind: ReportKind) throws {
    let log =
      "==================\nWARNING: ThreadSanitizer: \(title) (pid=4711)\n    #0 quack duck.c:1 (p+0x1)\n"
    let reading = TSanReading(log)
    let report = try #require(reading.reports.first)
    #expect(report.kind == kind)
    #expect(report.title == title)
    #expect(report.pid == 4711)
    #expect(!report.isComplete)
    #expect(reading.entries.first?.kind == kind)
  }

  @Test func `that the user chose are races when they have accesses`() throws {
    let log = """
      WARNING: ThreadSanitizer: ducks on the lake (pid=4711)
        Read-only access of Lake at 0x10 by main thread:
          #0 quack duck.c:1 (p+0x1)
        Previous modifying access of Lake at 0x10 by main thread:
          #0 wade duck.c:2 (p+0x1)
      """
    let report = try #require(TSanReading(log).reports.first)
    #expect(report.kind == .externalRace)
    #expect(report.accesses.map(\.operation) == [.read, .write])
    #expect(report.accesses.map(\.qualifier) == [.object("Lake"), .object("Lake")])
    #expect(report.isComplete)
  }

  @Test(arguments: ["c", " (pid=<any>)"])
  func `with words after them need a header`(_ junk: String) {
    let title = "WARNING: ThreadSanitizer: data race (pid=7)" + junk
    #expect(TSanReading(title + "\nthat is all\n").reports.isEmpty)
    let log = title + "\n  Write of size 4 at 0x10 by main thread:\n    #0 quack duck.c:1 (p+0x1)\n"
    #expect(TSanReading(log).reports.first?.accesses.count == 1)
  }
}
