package import RaceModel

/// What is known of a race, or of one report: the only place that puts these facts into words. Lists, screens and exports
/// pick what they need.
package struct Findings {
  private let explanation: RaceExplanation
  /// The causes to tell, the likeliest first.
  private let causes: ArraySlice<Cause>
  private let detector: Detector
  /// The report; nil for a race: which side is A differs between its reports.
  private let report: Report?
  private let names: ShownNames

  /// What is known of a race, with its likeliest cause.
  package init(_ explanation: RaceExplanation, _ race: Race, _ names: ShownNames = ShownNames()) {
    (self.explanation, detector, report, self.names) = (explanation, race.detector, nil, names)
    causes = explanation.causes.prefix(1)
  }

  /// What a report tells.
  ///
  /// - Parameter race: the race it belongs to, if that is shown. The sentence, the subject and the causes are then those of
  ///   the race.
  package init(
    _ detail: DetailedReport, _ analysis: ReportAnalysis, of race: RaceExplanation? = nil,
    _ names: ShownNames = ShownNames()
  ) {
    (detector, report, self.names) = (detail.report.detector, detail.report, names)
    guard var race else {
      (explanation, causes) = (RaceExplanation(detail, analysis), analysis.causes[...])
      return
    }
    causes = analysis.joined(with: race.causes).causes[...]
    race.fork = analysis.fork.map { RaceExplanation.ForkPosition($0, detail.frames) }
    (race.lockVerdict, race.doubts) = (analysis.lockVerdict, analysis.doubts)
    explanation = race
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
  package var likely: [String] { causes.map(\.words) }

  /// A warning that it may be a false alarm; nil if there is no reason to think so.
  package var doubt: String? { explanation.doubts.isEmpty ? nil : "may be a false alarm" }

  /// What the locks say, where nothing else does.
  package var locks: String? {
    guard let found = explanation.lockVerdict, !settlesLocks else { return nil }
    return names.sentence(found.words(detector, report))
  }

  /// What it is on and why, for a row of the list: of a lock order the cycle, else the locks where no cause is known.
  package var row: [String?] {
    if let cycle { return [cycle, nil] }
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
    for cause in causes {
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

  /// Whether the lock verdict can be left out: the sentence or a cause covers it, or a lock would not help.
  var settlesLocks: Bool {
    // The sentence last: it costs most.
    causes.contains(where: \.kind.isAboutLocks) || explanation.verdict?.locksMatter == false
      || verdict?.saysLocks == true
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
