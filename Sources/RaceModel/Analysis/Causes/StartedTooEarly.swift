extension Cause.Kind {
  /// A thread is started before what it uses is set.
  package static let startedTooEarly = Cause.Kind("started-too-early", "started before it is set")
}

extension CauseRule {
  /// The starter writes, after the line that starts the thread, what the thread reads.
  static let startedTooEarly = CauseRule(
    kind: .startedTooEarly,
    evidence: { facts in
      guard let starter = facts.testimony.starter, starter.waitsForNothing, !starter.mayEndIt,
        let (first, second) = facts.pair, !facts.mayMissLocks
      else { return nil }
      // What is set after a sleep is rather meant to end the thread.
      if case .sleeps = starter.step, facts.program != .goProgram { return nil }
      let (own, other) = starter.starter == .a ? (first, second) : (second, first)
      guard own.access.operation == .write, other.access.operation == .read, facts.hasNoLock,
        // A line that assigns it: a function that sorts a list sets nothing.
        let written = facts.testimony.written, written.updates[starter.starter.other] == nil,
        // Whoever closes a channel or sends on it sets no variable.
        own.lead(where: { GoRuntimeFunction.subject($0) == .channel }) == nil
      else {
        return nil
      }
      let thread = facts.report.detector.profile.threadWord
      return ["\(starter.start) starts the \(thread) that reads it, \(starter.next) goes on to write it"]
    },
    examples: [
      Example(
        log: StarterExamples.setting,
        source: StarterExamples.program(
          ["", "prepare()"], ["prepare()"], racing: "use(r.n)", next: "r.n = 1"),
        holds: true),
      // It waits for something in between, or goes on as long as the goroutine.
      Example(
        log: StarterExamples.setting,
        source: StarterExamples.program(["", "prepare()"], ["<-ready"], racing: "use(r.n)", next: "r.n = 1"),
        holds: false),
      Example(
        log: StarterExamples.setting,
        source: StarterExamples.program(
          ["", "prepare()"], ["for {"], racing: "use(r.n)", next: "r.n = 1; }"),
        holds: false),
      // The goroutine looks at it in a loop: it may be what ends that.
      Example(
        log: StarterExamples.setting,
        source: StarterExamples.program(
          ["", "for {"], ["prepare()"], racing: "use(r.n) }", next: "r.n = 1"),
        holds: false),
      // The channel was there before.
      Example(
        log: StarterExamples.closing,
        source: StarterExamples.program(
          ["", "prepare()"], ["prepare()"], racing: "r.c <- 1", next: "close(r.c)"),
        holds: false),
      // It was set before, and is changed by a function of the library.
      Example(
        log: StarterExamples.setting,
        source: StarterExamples.program(
          ["", "prepare()"], ["prepare()"], racing: "use(r.n)", next: "sort(r.n)"),
        holds: false),
      Example(
        log: StarterExamples.result, source: StarterExamples.program(["", "prepare()"], ["prepare()"]),
        holds: false),
      Example(log: StarterExamples.setting, holds: false),
    ])
}
