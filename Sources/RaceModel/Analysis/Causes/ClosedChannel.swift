extension Cause.Kind {
  /// A channel is closed while another goroutine may still send on it.
  package static let closedChannel = Cause.Kind("close-during-send", "channel closed while others may send")
}

extension CauseRule {
  /// One side closes a channel, the other sends on it: a send on a closed channel panics. The detector reports the two
  /// on purpose (`racereadpc`, `racewritepc` in `runtime/chan.go`); it does not report a close beside a receive.
  static let closedChannel = CauseRule(
    kind: .closedChannel,
    evidence: { facts in
      guard facts.program == .goProgram, let (first, second) = facts.pair else { return nil }
      for (closer, sender) in [(first, second), (second, first)] {
        guard let close = closer.lead(where: GoRuntimeFunction.closesChannel),
          let send = sender.lead(where: GoRuntimeFunction.sendsOnChannel)
        else { continue }
        return ["\(close) in \(closer.words)", "\(send) in \(sender.words)"]
      }
      return nil
    },
    examples: [
      Example(
        log: CauseExamples.go(
          at: "0x00c0000a4010", write: "runtime.closechan chan.go:414;main.stop app.go:11",
          read: "runtime.chansend chan.go:176;main.feed app.go:15"), holds: true),
      // Code of the program, not of the runtime.
      Example(
        log: CauseExamples.go(
          at: "0x00c0000a4010", write: "runtime.closechan chan.go:414;main.stop app.go:11",
          read: "main.feed app.go:15"), holds: false),
      // The capacity is read, which is no send.
      Example(
        log: CauseExamples.go(
          at: "0x00c0000a4010", write: "runtime.closechan chan.go:414;main.stop app.go:11",
          read: "runtime.chancap chan.go:176;main.feed app.go:15"), holds: false),
    ])
}
