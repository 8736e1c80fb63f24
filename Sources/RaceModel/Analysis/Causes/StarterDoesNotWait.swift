extension Cause.Kind {
  /// Whoever started a thread uses what it makes without waiting for it.
  package static let starterDoesNotWait = Cause.Kind("starter-does-not-wait", "starter does not wait")
}

extension CauseRule {
  /// The starter uses, after the line that starts the thread, what the thread writes, and nothing between the two lines
  /// waits.
  static let starterDoesNotWait = CauseRule(
    kind: .starterDoesNotWait,
    evidence: { facts in
      guard let starter = facts.testimony.starter, starter.waitsForNothing, let (first, second) = facts.pair
      else {
        return nil
      }
      let (own, other) = starter.starter == .a ? (first, second) : (second, first)
      guard [.read, .write].contains(own.access.operation), other.access.operation == .write, facts.hasNoLock,
        !own.access.isAtomic,
        own.access.operation == .read || frees(own) || !starter.mayEndIt, !facts.mayMissLocks,
        // To the detector a file that is closed is memory that is written.
        facts.subject?.isFileDescriptor != true,
        // A lock is destroyed, not written; a signal comes in between, wherever the thread is.
        [own, other].allSatisfy({ (frees($0) || !isDestroying($0)) && handler($0.stack) == nil }),
        facts.testimony.written?.updates[starter.starter] == nil
      else {
        return nil
      }
      let thread = facts.report.detector.profile.threadWord
      let next =
        "\(starter.start) starts the \(thread) that \(frees(other) ? "frees" : "writes") it, \(starter.next) goes on to \(frees(own) ? "free" : own.access.operation.rawValue) it"
      if case .sleeps(let sleep) = starter.step {
        return [next, "\(sleep) sleeps instead of waiting for it"]
      }
      return [next]
    },
    examples: [
      Example(
        log: StarterExamples.result, source: StarterExamples.program(["", "prepare()"], ["prepare()"]),
        holds: true),
      Example(
        log: StarterExamples.result,
        source: StarterExamples.program(["", "prepare()"], ["time.Sleep(second)"]),
        holds: true),
      Example(
        log: StarterExamples.result, source: StarterExamples.program(["", "prepare()"], ["<-done"]),
        holds: false),
      Example(
        log: StarterExamples.result, source: StarterExamples.program(["", "prepare()"], ["r.mu.Lock()"]),
        holds: false),
      Example(
        log: StarterExamples.result,
        source: StarterExamples.program(["", "prepare()"], ["for range results {"]),
        holds: false),
      thread("std::thread t(fill);", "note(1);", holds: true),
      thread("std::thread t([&] { note(2); fill(); });", "usleep(20);", holds: true),
      thread("std::thread t(fill);", "t.join();", holds: false),
      thread("std::thread t(fill);", "while (!done) {}", holds: false),
      thread("std::thread t(fill);", "latch.wait();", holds: false),
      // The end of its block waits.
      thread("{ std::jthread t(fill);", "}", holds: false),
      thread("for (;;) { std::thread t(fill);", "t.detach();", holds: false),
    ])

  private static func thread(_ start: String, _ between: String, holds: Bool) -> Example {
    Example(
      log: StarterExamples.threadResult, source: StarterExamples.cpp(start, between), holds: holds)
  }
}
