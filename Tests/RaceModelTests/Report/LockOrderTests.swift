import Testing

@testable import RaceModel

/// Who held which lock and wanted which.
@Suite struct LockOrderTests {
  private func read(_ text: String) throws -> (order: LockOrder?, report: Report) {
    let log = try ReadLog(text)
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    return (LockOrder(detail.report), detail.report)
  }

  private static func tsan(_ steps: String, cycle: String) -> String {
    """
    WARNING: ThreadSanitizer: lock-order-inversion (potential deadlock) (pid=7)
      Cycle in lock order graph: \(cycle)

    \(steps)
    SUMMARY: ThreadSanitizer: lock-order-inversion (potential deadlock) /src/pond.c:12 in fill
    ==================

    """
  }

  private static func step(_ wanted: String, _ held: String, _ thread: String, line: Int) -> String {
    """
      Mutex \(wanted) acquired here while holding mutex \(held) in \(thread):
        #0 pthread_mutex_lock <null> (pond+0x10)
        #1 fill /src/pond.c:\(line) (pond+0x20)


    """
  }

  @Test func `a cycle of three locks has three steps in the order of the report`() throws {
    let steps =
      Self.step("M3", "M2", "thread T3", line: 11) + Self.step("M4", "M3", "main thread", line: 12)
      + Self.step("M2", "M4", "thread T5", line: 13)
    let (order, report) = try read(
      Self.tsan(steps, cycle: "M2 (0x7b0c00000000) => M3 (0x7b0c00000030) => M4 (0x7b0c00000060) => M2"))
    let found = try #require(order)
    #expect(found.steps.map(\.held) == ["M2", "M3", "M4"])
    #expect(found.steps.map(\.wanted) == ["M3", "M4", "M2"])
    #expect(found.steps.map(\.thread) == [ThreadName(.thread, 3), .main, ThreadName(.thread, 5)])
    #expect(found.isCycle)
    #expect(found.locks == ["M2", "M3", "M4"])
    // The report prints no stacks for held locks.
    #expect(found.steps.allSatisfy { $0.heldSection == nil })
    #expect(found.steps.map { $0.wantedSection.map { report.sections[$0].acquired } } == ["M3", "M4", "M2"])
  }

  @Test func `the stack of a held lock below the step belongs to that step`() throws {
    let earlier = """
        Mutex M0 previously acquired by the same thread here:
          #0 pthread_mutex_lock <null> (pond+0x10)
          #1 empty /src/pond.c:9 (pond+0x30)


      """
    let steps =
      Self.step("M1", "M0", "thread T1", line: 12) + earlier + Self.step("M0", "M1", "thread T2", line: 13)
    let (order, report) = try read(Self.tsan(steps, cycle: "M0 (0x10) => M1 (0x20) => M0"))
    let found = try #require(order)
    #expect(
      found.steps.map { $0.heldSection.map { report.sections[$0].kind } } == [.earlierAcquisition, nil])
  }

  @Test func `an incomplete step is not invented`() throws {
    let (order, _) = try read(
      Self.tsan(Self.step("M1", "M0", "thread T1", line: 12), cycle: "M0 (0x10) => M1 (0x20) => M0"))
    #expect(order?.steps.count == 1)
    #expect(order?.isCycle == false)
    #expect(order?.unprinted == nil)
  }

  private static func helgrind(_ rest: String) -> String {
    """
    ==7== Thread #3: lock order "0x10C120 before 0x10C0E0" violated
    ==7==
    ==7== Observed (incorrect) order is: acquisition of lock at 0x10C0E0
    ==7==    at 0x484976E: pthread_mutex_lock (hg_intercepts.c:937)
    ==7==    by 0x109216: fill (pond.c:11)
    ==7==
    ==7==  followed by a later acquisition of lock at 0x10C120
    ==7==    at 0x484976E: pthread_mutex_lock (hg_intercepts.c:937)
    ==7==    by 0x10921E: fill (pond.c:12)
    ==7==
    \(rest)==7==  Lock at 0x10C120 was first observed
    ==7==    at 0x484976E: pthread_mutex_lock (hg_intercepts.c:937)
    ==7==    by 0x109216: fill (pond.c:11)
    ==7==  Address 0x10c120 is 0 bytes inside data symbol "shore"
    ==7==
    ==7==  Lock at 0x10C0E0 was first observed
    ==7==    at 0x484976E: pthread_mutex_lock (hg_intercepts.c:937)
    ==7==    by 0x10921E: fill (pond.c:12)
    ==7==  Address 0x10c0e0 is 16 bytes inside data symbol "pond"
    ==7==

    """
  }

  private static let required = """
    ==7== Required order was established by acquisition of lock at 0x10C120
    ==7==    at 0x484976E: pthread_mutex_lock (hg_intercepts.c:937)
    ==7==    by 0x109216: drain (pond.c:21)
    ==7==
    ==7==  followed by a later acquisition of lock at 0x10C0E0
    ==7==    at 0x484976E: pthread_mutex_lock (hg_intercepts.c:937)
    ==7==    by 0x10921E: drain (pond.c:22)
    ==7==

    """

  @Test func `the thread of Helgrind's second order is unknown`() throws {
    let (order, report) = try read(Self.helgrind(Self.required))
    let found = try #require(order)
    #expect(found.steps.map { report.lockTitle($0.held) } == ["pond+16", "shore"])
    #expect(found.steps.map { report.lockTitle($0.wanted) } == ["shore", "pond+16"])
    #expect(found.steps.map(\.thread) == [ThreadName(.numbered, 3), nil])
    #expect(found.steps.allSatisfy { $0.heldSection != nil && $0.wantedSection != nil })
    #expect(found.isCycle)
  }

  /// Helgrind prints no stacks for an order that it infers through other locks: perhaps no thread ever holds the first
  /// lock while it takes the second.
  @Test func `an order without a printed stack belongs to no thread`() throws {
    let (order, report) = try read(Self.helgrind(""))
    let found = try #require(order)
    #expect(found.steps.map { report.lockTitle($0.held) } == ["pond+16"])
    #expect(found.steps.map { report.lockTitle($0.wanted) } == ["shore"])
    #expect(found.unprinted.map { [$0.first, $0.second].map(report.lockTitle) } == ["shore", "pond+16"])
    #expect(!found.isCycle)
  }

  @Test func `a data race has no lock order`() throws {
    let log = """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x7b0400000010 by thread T2:
          #0 fill /src/pond.c:12 (pond+0x10)

      """
    #expect(try read(log).order == nil)
  }
}
