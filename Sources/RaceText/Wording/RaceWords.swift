package import RaceModel

/// What a list says of a race beside its sites.
package enum RaceWords {
  /// What the race is on, and the likely cause.
  package static func explanation(_ explanation: RaceExplanation, _ names: ShownNames) -> [String?] {
    if let order = explanation.lockOrder { return [cycle(order), nil] }
    let facts = explanation.verdict
    return [
      facts?.written?.name ?? (explanation.subject?.words).map(names.sentence),
      explanation.causes.first?.words ?? facts.flatMap { Verdict.locks($0) },
    ]
  }

  /// `pond -> shore -> pond`; what is known of a cycle that is not whole.
  static func cycle(_ order: LockOrderFacts) -> String {
    let held = order.steps.map(\.held)
    let end = order.isCycle ? held.prefix(1) : order.steps.suffix(1).map(\.wanted).prefix(1)
    return (held + end).joined(separator: " -> ")
  }

  /// What is worked out of a race, a line each: what it is on, what it likely comes from, why it may be a false alarm, what the
  /// locks say, where the paths part.
  package static func lines(
    _ explanation: RaceExplanation, _ race: Race, _ names: ShownNames
  ) -> [Explanation.Line] {
    var lines: [Explanation.Line] = []
    if let verdict = Verdict(explanation, names) {
      lines.append(Explanation.Line(label: "why", words: verdict.words))
    }
    lines += explanation.causes.prefix(1).map {
      Explanation.Line(
        label: "likely", words: names.sentence("\($0.words): \($0.evidence.joined(separator: "; "))"))
    }
    lines += explanation.doubts.map { Explanation.Line(label: "doubt", words: $0) }
    if let subject = explanation.subject {
      let inferred = subject.isInferred ? " (inferred)" : ""
      lines.append(Explanation.Line(label: "on", words: names.sentence(subject.words) + inferred))
    }
    if let verdict = explanation.lockVerdict {
      lines.append(Explanation.Line(label: "locks", words: verdict.words(race.detector)))
    }
    if let fork = explanation.fork, let function = fork.function.map(names.inSentence) {
      let sides = fork.lines.map { $0.map { "line \($0)" } ?? "an unknown line" }
      let inferred = fork.isInferred ? " (inferred)" : ""
      let words =
        fork.lines.a != nil && fork.lines.a == fork.lines.b
        ? "both leave \(function) at \(sides.a)" : "\(function), \(sides.a) leads to A, \(sides.b) to B"
      lines.append(Explanation.Line(label: "fork", words: words + inferred))
    }
    return lines
  }

  /// A site by all that the log says of it: `main.add  /app/add.go:8  in libadd.so`.
  package static func whole(_ site: Site, _ names: ShownNames) -> String {
    let place = place(site)
    return (site.function.map(names.whole) ?? "?") + (place.isEmpty ? "" : "  \(place)")
  }

  /// The same in `width` columns: what tells it from others is kept.
  package static func fitted(_ site: Site, _ width: Int, _ names: ShownNames, _ glyphs: Glyphs) -> String {
    FrameWords.fitted(
      site.function.map(names.whole) ?? "?", at: place(site), orAt: FrameWords.place(site, glyphs), width,
      glyphs)
  }

  /// Where a site is, in full.
  package static func place(_ site: Site) -> String {
    let lines = (site.line.map { ":\($0)" } ?? "") + (site.offset.map { "+\($0)" } ?? "")
    let file = site.file.map { $0 + lines }
    return [file, site.module.map { "in \($0)" }].compactMap(\.self).joined(separator: "  ")
  }

  /// The detector, where the logs have reports of several; the kind, unless it is a data race, or what is wrong with the
  /// reports.
  package static func state(_ race: Race, in index: LogIndex) -> String? {
    let own = race.kind == .dataRace ? damage(race) : race.kind.words
    let words = [detector(race, in: index), own].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// The detector, where the logs have reports of several.
  package static func detector(_ race: Race, in index: LogIndex) -> String? {
    index.detectors.count > 1 ? race.detector.name : nil
  }

  /// What is wrong with the reports.
  package static func damage(_ race: Race) -> String? {
    if race.isHalf, MissingSide(race) == .lost {
      return race.hasSite ? "one side missing" : "both sides missing"
    }
    if race.incompleteCount == 0 { return nil }
    return race.incompleteCount == race.reports.count ? "damaged" : "\(race.incompleteCount) damaged"
  }
}
