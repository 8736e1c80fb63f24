extension CauseRule {
  /// A test's log is used while or after the test ends.
  static let testLogAfterEnd = CauseRule(
    kind: .testLogAfterEnd,
    evidence: { facts in
      guard facts.program == .goProgram, let (first, second) = facts.pair else { return nil }
      for (side, other) in [(first, second), (second, first)] {
        guard let log = side.lead(where: isTestLog), other.lead(where: isTestLog) == nil,
          // Above the site: no code of the program ran in it any more.
          let end = other.lead(where: { $0.hasPrefix("testing.tRunner") })
        else { continue }
        return ["\(log) in \(side.words)", "\(end) in \(other.words)"]
      }
      return nil
    },
    examples: CauseExamples.testLogs)

  private static func isTestLog(_ name: String) -> Bool {
    ["log", "Log", "Error", "Fatal", "Skip"].contains { name.hasPrefix("testing.(*common).\($0)") }
  }

  /// A variable of the program itself.
  static let packageVariable = CauseRule(
    kind: .packageVariable,
    evidence: { facts in
      guard let (first, second) = facts.pair, let subject = facts.subject,
        case .global(let name) = subject.kind,
        [first, second].contains(where: { $0.access.operation != .read })
      else { return nil }
      if let name { return ["the report names the global \(name)"] }
      // Only of Go an address alone tells.
      if !subject.isInferred { return facts.report.locations.first.map { ["the report says: \($0.text)"] } }
      guard let address = first.access.address ?? second.access.address else { return nil }
      return ["\(address) is below Go's heap, where package variables are"]
    },
    examples: CauseExamples.packageVariables)

  /// Two tests that the runner started and that ran at the same time.
  static let parallelTests = CauseRule(
    kind: .parallelTests,
    evidence: { facts in
      guard facts.program == .goProgram, let (first, second) = facts.pair,
        first.access.thread != second.access.thread,
        first.creation.first?.function == "testing.(*T).Run",
        second.creation.first?.function == "testing.(*T).Run"
      else { return nil }
      let place = first.creation.first { !$0.isPlumbing }
      let other = second.creation.first { !$0.isPlumbing }
      if let function = place?.function, let line = place?.line, let file = place?.fileName, place == other {
        return ["both goroutines are subtests, started in \(function) at \(file):\(line)"]
      }
      return ["both goroutines were started by testing.(*T).Run"]
    },
    examples: CauseExamples.parallelTests)

  /// The detector says that a sleep made the order.
  static let orderedBySleep = CauseRule(
    kind: .orderedBySleep,
    evidence: { facts in
      guard facts.pair != nil, let sleep = facts.sleep else { return nil }
      guard let frame = sleep.frame, let function = frame.function else {
        return ["\(facts.report.detector.profile.title) finds that only a sleep came between them"]
      }
      let place = [frame.fileName.map(String.init), frame.line.map(String.init)].compactMap(\.self).joined(
        separator: ":")
      return ["only the sleep in \(function)\(place.isEmpty ? "" : " at \(place)") came between them"]
    },
    examples: CauseExamples.sleeps)
}
