package import RaceModel

/// What is known of a race, or of one report. Each fact is worded here alone; lists, screens and exports choose from these.
package struct Findings {
  private var explanation: RaceExplanation
  private let detector: Detector
  /// The report; nil for a race: which side is A differs between its reports.
  private let report: Report?
  private let names: ShownNames

  /// What is known of a race, with its likeliest cause.
  package init(_ explanation: RaceExplanation, _ race: Race, _ names: ShownNames = ShownNames()) {
    (self.explanation, detector, report, self.names) = (explanation, race.detector, nil, names)
    self.explanation.causes = Array(explanation.causes.prefix(1))
  }

  /// What a report tells.
  ///
  /// - Parameter race: its race, where that is what is shown: why it is one, what it is on, and what it comes from, are true
  ///   of all its reports.
  package init(
    _ detail: DetailedReport, _ analysis: ReportAnalysis, of race: RaceExplanation? = nil,
    _ names: ShownNames = ShownNames()
  ) {
    (detector, report, self.names) = (detail.report.detector, detail.report, names)
    explanation = RaceExplanation(detail, analysis)
    guard let race else { return }
    (explanation.verdict, explanation.lockOrder) = (race.verdict, race.lockOrder)
    (explanation.problem, explanation.subject) = (race.problem, race.subject)
    explanation.causes = analysis.joined(with: race.causes).causes
  }

  // MARK: In a few words

  /// What the sentence is made of; nil if nothing can be said.
  var verdictFacts: VerdictFacts? { explanation.verdict }

  /// Why it is a race; nil if nothing can be said.
  package var verdict: Verdict? { Verdict(explanation, names) }

  /// What it is on, by its name: what the source calls it, else the memory.
  package var name: String? { explanation.verdict?.written?.name ?? memory }

  /// `heap (inferred)`
  package var on: String? { marked("inferred") }

  /// `lock missing on one side`: the likely causes, the likeliest first.
  package var likely: [String] { explanation.causes.map(\.words) }

  /// Whether it may be no race at all.
  package var doubt: String? { explanation.doubts.isEmpty ? nil : "may be a false alarm" }

  /// What the locks say, where nothing else does.
  package var locks: String? {
    settlesLocks ? nil : explanation.lockVerdict.map { names.sentence($0.words(detector, report)) }
  }

  /// What it is on and why, for a row of the list: of a lock order the cycle, else the locks where no cause is known.
  package var row: [String?] {
    if let order = explanation.lockOrder { return [LockOrderWords.cycle(order), nil] }
    return [name, likely.first ?? explanation.verdict.flatMap { Verdict.locks($0) }]
  }

  /// `pond -> shore -> pond`; nil if it is not about a lock order.
  package var cycle: String? { explanation.lockOrder.map { LockOrderWords.cycle($0) } }

  // MARK: In lines

  /// A line for each fact, with what speaks for it.
  package var lines: [Explanation.Line] { facts + path }

  /// All but where the two paths part, the most telling first.
  var facts: [Explanation.Line] {
    var lines = line("why", verdict?.words)
    for cause in explanation.causes {
      let evidence = cause.evidence.joined(separator: "; ")
      lines += line("likely", names.sentence("\(cause.words): \(evidence)"))
    }
    for doubt in explanation.doubts { lines += line("doubt", doubt) }
    return lines + line("on", marked(basis)) + line("locks", locks)
  }

  /// Where the two paths part.
  var path: [Explanation.Line] {
    line("fork", explanation.fork.map { names.sentence(Self.words($0, names)) })
  }

  private func line(_ label: String, _ words: String?) -> [Explanation.Line] {
    words.map { [Explanation.Line(label: label, words: $0)] } ?? []
  }

  // MARK: Words

  private var memory: String? { explanation.subject.map { names.sentence($0.words) } }

  private func marked(_ basis: String) -> String? {
    memory.map { explanation.subject?.isInferred == true ? "\($0) (\(basis))" : $0 }
  }

  /// What an inferred subject is inferred from.
  private var basis: String {
    switch explanation.subject?.kind {
    case .map, .slice, .channel: "inferred from the runtime's functions"
    case .heap, .global: "inferred from the address"
    default: "inferred"
    }
  }

  /// Whether there is no more to say of the locks: the sentence or a cause does, or no lock would help.
  var settlesLocks: Bool {
    verdict?.saysLocks == true || explanation.causes.contains(where: \.kind.isAboutLocks)
      || explanation.verdict?.locksMatter == false
  }

  /// `main.main, line 13 leads to A, line 14 to B; 2 shared frames`
  private static func words(_ fork: RaceExplanation.ForkPosition, _ names: ShownNames) -> String {
    let name = names.inSentence(fork.frame)
    let end =
      (fork.outerFrames == 0 ? "" : "; \(Counting.plural(fork.outerFrames, "shared frame"))")
      + (fork.isInferred ? " (inferred)" : "")
    let lines = fork.lines.map { $0.map { "line \($0)" } ?? "an unknown line" }
    guard fork.isSamePosition || (fork.lines.a != nil && fork.lines.a == fork.lines.b) else {
      return "\(name), \(lines.a) leads to A, \(lines.b) to B\(end)"
    }
    let place = fork.lines.a == nil ? "" : " at \(lines.a)"
    return "both leave \(name)\(place)" + (fork.isSamePosition ? ": a loop, or two calls on one line" : "")
      + end
  }
}
