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
    #expect(report.locks.allSatisfy { report.lock($0.id)?.text == $0.text })
  }

  @Test func `frames with lines left out between them`() throws {
    let frames = (0..<60_000).map { "    #\(min($0, 200)) f a.c:4 (a+0x11)\n    ...\n" }.joined()
    let report = try report(
      "WARNING: ThreadSanitizer: data race (pid=7)\n  Write of size 4 at 0x10 by main thread:\n" + frames)
    #expect(report.damage.contains(.elided(line: 4)))
  }

  @Test func `accesses without locks`() throws {
    let accesses = (1...10_000).map { number in
      (number == 1
        ? "==7== Possible data race during write of size 4 at 0x10 by thread #1\n"
        : "==7== This conflicts with a previous write of size 4 by thread #\(number)\n")
        + "==7== Locks held: none\n==7==    at 0x\(number): take\(number) (a.c:\(number))\n==7==\n"
    }
    let log = try ReadLog(accesses.joined())
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let facts = CauseFacts(detail.report, detail.frames, subject: nil, verdict: nil)
    #expect(facts.sides.count == 10_000)
    #expect(facts.hasNoLock && !facts.isOpenMP)
  }

  @Test func `test functions in one stack, without a test runner`() throws {
    let calls = (1...5_000).map {
      "  p.Test\($0)()\n      /src/a_test.go:\($0)\n  p.take\($0)()\n      /src/a.go:\($0)\n"
    }
    let log = try ReadLog(
      "==================\nWARNING: DATA RACE\nWrite at 0x00c000010000 by goroutine 8:\n" + calls.joined()
        + "\nPrevious read at 0x00c000010000 by main goroutine:\n  p.look()\n      /src/a.go:9\n"
        + "==================\n")
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    #expect(detail.report.accesses.first?.stack?.count == 10_000)
    var analyzer = ReportAnalyzer()
    #expect(analyzer.links(detail.report, detail.frames).stale == [:])
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

  /// Each marked line is told by itself once the report is larger than any real one.
  @Test func `threads behind the mark of a runner`() throws {
    let threads = (1...2_000).map {
      "Error:   Thread T\($0) (tid=\($0), running) created by main thread at:\nError:     #0 start a.c:4 (a+0x11)\n\n"
    }
    let report = try report("WARNING: ThreadSanitizer: thread leak (pid=7)\n" + threads.joined())
    #expect(report.threads.compactMap(\.tid) == Array(1...2_000))
    #expect(report.threads.compactMap(\.created).map(\.count) == Array(repeating: 1, count: 2_000))
    #expect(report.notes.isEmpty)
  }

  @Test func `goroutines behind the mark of make`() throws {
    let mark = "make[1]: "
    let creations = (1...2_000).map {
      "\(mark)Goroutine \($0) (running) created at:\n\(mark)  main.start()\n\(mark)      /src/oven.go:4 +0x11\n\n"
    }
    let report = try report(
      "WARNING: DATA RACE\nWrite at 0x00c000012345 by goroutine 7:\n  main.bake()\n      /src/oven.go:9 +0x44\n\n"
        + creations.joined())
    let created = (1...2_000).map { report.thread(ThreadName(.goroutine, $0))?.created?.count }
    #expect(created == Array(repeating: 1, count: 2_000))
    #expect(report.notes.isEmpty)
  }

  @Test func `frames of which each lost its end`() throws {
    let frames = (1...2_000).map { "  main.bake\($0)()\n      /src/oven.go:\($0) +0…\n" }.joined()
    let report = try report(
      "WARNING: DATA RACE\nWrite at 0x00c000012345 by goroutine 7:\n" + frames)
    #expect(report.accesses.first?.stack?.count == 2_000)
    let lost = report.damage.filter { if case .frame = $0 { true } else { false } }
    #expect(lost == (1...2_000).map { Damage.frame(line: 2 + 2 * $0) })
  }

  @Test func `offsets that were cut`() throws {
    let frames = (1000..<1250).map {
      "  main.bake\($0)()\n      /home/runner/work/shop/shop/internal/store/cache\($0).go:18 +0x1d\n4\n"
    }
    let log = try ReadLog(
      "WARNING: DATA RACE\nWrite at 0x00c000012345 by goroutine 7:\n" + frames.joined())
    let detailed = try #require(log.entries.first.flatMap { log.detailed($0) })
    let offsets = detailed.frames(of: detailed.report.accesses.first?.stack).map { $0.offset?.description }
    #expect(offsets == Array(repeating: "0x1d4", count: 250))
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
