package import RaceModel

/// What is worked out of a report, in sentences, each with what speaks for it.
package enum Explanation {
  /// A sentence under a word that says what it is about.
  package struct Line: Hashable {
    /// `fork`, `likely`, `locks`, ...
    package var label: String
    /// The sentence.
    package var words: String
  }

  /// Everything known about a report: the findings, with supporting details after the lines about locks and paths.
  ///
  /// - Parameter race: the race it belongs to, if the text is about the whole race.
  package static func lines(
    _ detail: DetailedReport, _ analysis: ReportAnalysis, of race: RaceExplanation? = nil,
    _ names: ShownNames = ShownNames()
  ) -> [Line] {
    let findings = Findings(detail, analysis, of: race, names)
    func shown(_ lines: [Line]) -> [Line] {
      lines.map { Line(label: $0.label, words: names.sentence($0.words)) }
    }
    let isSaid = findings.settlesLocks
    let locks =
      locks(detail, analysis, isSaid: isSaid)
      + sourceLocks(analysis, findings.verdictFacts, isSaid: isSaid) + guardingLock(analysis)
    let rest =
      creators(detail.report, analysis) + stale(detail, analysis) + source(detail, analysis)
      + analysis.advice.map { Line(label: "missing", words: $0) }
    return findings.facts + shown(order(detail, analysis) + locks) + findings.path + shown(rest)
  }

  /// What source files say of locks: which are held, since where; that a side holds none only where the sentence does not say so.
  ///
  /// - Parameter isSaid: whether other lines already say who holds what; if so, "no lock" is left out.
  private static func sourceLocks(
    _ analysis: ReportAnalysis, _ verdict: VerdictFacts?, isSaid: Bool
  ) -> [Line] {
    Side.allCases.compactMap { side in
      guard let locks = analysis.source.locks[side],
        !locks.held.isEmpty
          || (locks.isNone && !isSaid && verdict?.sides[side]?.locks != VerdictFacts.Locks.none)
      else { return nil }
      let held = locks.held.map { lock in
        let mode = lock.isRead ? " to read" : ""
        let end = lock.isDeferred ? ", until its function ends" : ""
        return "\(lock.name)\(mode) (\(FrameWords.place(file: lock.file, line: lock.line))\(end))"
      }
      let words = held.isEmpty ? "no lock" : held.joined(separator: ", ")
      return Line(label: "locks", words: "\(side.letter) holds \(words) (from the source)")
    }
  }

  /// How often the field is used under which lock: `3 of 5 uses of c.items in methods of Catalog hold c.mu; without: ...`.
  private static func guardingLock(_ analysis: ReportAnalysis) -> [Line] {
    guard let found = analysis.source.guardingLock else { return [] }
    func places(_ uses: [FieldUses.Use], _ label: String) -> String {
      guard !uses.isEmpty else { return "" }
      let shown = uses.prefix(mostUses).map { "\($0.method):\($0.place.line)" }.joined(separator: ", ")
      return "; \(label): \(shown)" + (uses.count > mostUses ? " and \(uses.count - mostUses) more" : "")
    }
    let words =
      "\(found.held.count) of \(Counting.plural(found.count, "use")) of \(found.field) in methods of \(found.type) "
      + "\(found.held.count == 1 ? "holds" : "hold") \(found.lock)"
    return [
      Line(
        label: "guard",
        words: words + places(found.without, "without") + places(found.unknown, "not known")
          + " (from the source)")
    ]
  }

  /// Uses of a field that are named at most.
  private static let mostUses = 6

  /// Who holds which lock and wants which.
  private static func order(_ detail: DetailedReport, _ analysis: ReportAnalysis) -> [Line] {
    guard let order = LockOrder(detail.report) else { return [] }
    let words = LockOrderWords(order, detail, analysis.source.lockOrder)
    let orders = order.steps.map(words.sentence) + [words.unprinted].compactMap(\.self)
    return (order.isCycle ? [Line(label: "cycle", words: words.cycle())] : [])
      + orders.map { Line(label: "order", words: $0) }
      + words.sourced.map { Line(label: "locks", words: $0) }
  }

  private static func creators(_ report: Report, _ analysis: ReportAnalysis) -> [Line] {
    zip(report.threads, analysis.lineage.parents).compactMap { thread, parent in
      guard let parent, let words = parent.words else { return nil }
      let creator = parent.thread.title(report.detector)
      return Line(label: "creator", words: "\(creator) created \(thread.name) (inferred: \(words))")
    }
  }

  private static func stale(_ detail: DetailedReport, _ analysis: ReportAnalysis) -> [Line] {
    var seen: Set<String> = []
    let runs = detail.report.stackIDs.compactMap { id in analysis.stale[id].map { (id, $0) } }
    return runs.sorted { $0.1.frames.count > $1.1.frames.count }.compactMap { id, stale in
      let words = StaleWords(id, detail).reason(stale)
      guard seen.insert(words).inserted else { return nil }
      return Line(
        label: "stale", words: "\(Counting.plural(stale.frames.count, "call")) had returned: \(words)")
    }
  }

  /// What source files say of calls beside stale frames.
  private static func source(_ detail: DetailedReport, _ analysis: ReportAnalysis) -> [Line] {
    analysis.callRemarks.map { StaleWords.sentence($0, detail) }.distinct().map {
      Line(label: "source", words: $0)
    }
  }

  /// Which locks the report says that each side holds.
  ///
  /// - Parameter isSaid: whether it is said who holds which; then only where they were made is added.
  private static func locks(_ detail: DetailedReport, _ analysis: ReportAnalysis, isSaid: Bool) -> [Line] {
    guard analysis.lockVerdict != nil else { return [] }
    return Side.allCases.compactMap { side in
      let held = detail.report.access(side)?.locks ?? []
      let places = held.map { made($0.id, detail) }
      guard isSaid ? places.contains(where: { $0 != nil }) : !held.isEmpty else { return nil }
      let words = zip(held, places).map { lock, place in
        let mode = lock.mode.map { " to \($0.rawValue)" } ?? ""
        return detail.report.lockTitle(lock.id) + mode + (place.map { " (first seen in \($0))" } ?? "")
      }
      return Line(label: "locks", words: "\(side.letter) holds \(words.joined(separator: ", "))")
    }
  }

  /// `Bank::withdraw mutexes.cpp:20`: where a lock was made.
  private static func made(_ lock: String, _ detail: DetailedReport) -> String? {
    detail.frames(of: detail.report.lock(lock)?.created).blamed.map {
      "\(FrameWords.function($0)) \(FrameWords.place(file: $0.file, line: $0.line))"
    }
  }
}
