extension Cause.Kind {
  /// A map is used by two goroutines at once.
  package static let concurrentMapAccess = Cause.Kind("concurrent-map-access", "concurrent map access")
}

extension CauseRule {
  /// Both sides are in functions of the Go runtime that work on maps.
  static let concurrentMapAccess = CauseRule(
    kind: .concurrentMapAccess,
    evidence: { facts in
      guard facts.program == .goProgram, let (first, second) = facts.pair,
        let one = first.lead(where: { GoRuntimeFunction.subject($0) == .map }),
        let two = second.lead(where: { GoRuntimeFunction.subject($0) == .map })
      else { return nil }
      return ["\(one) in \(first.words)", "\(two) in \(second.words)"]
    },
    examples: [
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "runtime.mapassign_faststr map.go:203;main.put app.go:11",
          read: "runtime.mapaccess1_faststr map.go:13;main.get app.go:15"), holds: true),
      // The variable that holds the map, not the map.
      Example(
        log: CauseExamples.go(
          at: "0x00c00001a0f0", write: "main.reset app.go:11",
          read: "runtime.mapaccess1_faststr map.go:13;main.get app.go:15"), holds: false),
    ])
}
