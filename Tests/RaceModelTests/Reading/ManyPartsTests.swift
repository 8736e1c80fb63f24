import GrammarExamples
import Testing

@testable import RaceModel

/// Reports with more parts than a detector would print: the cost of each part must not grow with the number before it.
/// A reader that compares each part with all others exceeds the time limit.
@Suite(.timeLimit(.minutes(2))) struct `Reports with very many parts` {
  private func report(_ text: String) throws -> Report {
    let log = try ReadLog(text)
    return try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
  }

  @Test func `locks of a cycle`() throws {
    let locks = (0..<60_000).map { "M\($0) (0x\(String(0x1000 + $0, radix: 16)))" }.joined(separator: " => ")
    let report = try report(
      """
      WARNING: ThreadSanitizer: lock-order-inversion (potential deadlock) (pid=7)
        Cycle in lock order graph: \(locks) => M0

        Mutex M1 acquired here while holding mutex M0 in main thread:
          #0 take a.c:4 (a+0x11)

      """)
    #expect(report.locks.count == 60_000)
    #expect(report.locks.last?.id == "M59999")
  }

  @Test func `frames with lines left out between them`() throws {
    let frames = (0..<60_000).map { "    #\(min($0, 200)) f a.c:4 (a+0x11)\n    ...\n" }.joined()
    let report = try report(
      "WARNING: ThreadSanitizer: data race (pid=7)\n  Write of size 4 at 0x10 by main thread:\n" + frames)
    #expect(report.damage.contains(.elided(line: 4)))
  }

  @Test func `threads`() throws {
    let threads = (1...40_000).map {
      "  Thread T\($0) (tid=\($0), running) created by main thread at:\n    #0 start a.c:4 (a+0x11)\n\n"
    }
    let report = try report(
      "WARNING: ThreadSanitizer: thread leak (pid=7)\n" + threads.joined())
    #expect(report.threads.count == 40_001)
    #expect(report.thread(ThreadName(.thread, 39_000))?.tid == 39_000)
  }

  @Test func `lines about the machine`() throws {
    let lines = String(repeating: "CPU: 1 PID: 488 Comm: loop Not tainted 6.1.0\n", count: 60_000)
    let first = "CPU: 0 PID: 77"
    let report = try report(KCSANExamples.plain.replacing(first, with: lines + first))
    #expect(report.summary?.split(separator: ";").count == 60_002)
  }

  /// A console that has lost all line ends: each line is read from within the one before, and a stack has room for so many.
  @Test func `lines of a kernel on one line`() throws {
    let frames = (0..<60_000).map { "[   41.\($0 % 1_000_000 + 100_000)]  hive_step\($0)+0x1/0x2" }.joined()
    let log = try ReadLog(
      """
      [   41.000001] BUG: KCSAN: data-race in hive_step0 / hive_tick
      [   41.000002]
      [   41.000003] write to 0xffff888112345678 of 8 bytes by task 1 on cpu 0:
      \(frames)

      """)
    let detailed = try #require(log.entries.first.flatMap { log.detailed($0) })
    let access = try #require(detailed.report.accesses.first)
    let functions = detailed.frames(of: access.stack).prefix(3).map(\.function)
    #expect(functions == ["hive_step0", "hive_step1", "hive_step2"])
    #expect(!detailed.report.isComplete)
  }
}
