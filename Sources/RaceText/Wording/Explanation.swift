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

  /// All there is to say, the path first.
  package static func lines(_ detail: DetailedReport, _ analysis: ReportAnalysis) -> [Line] {
    why(detail, analysis) + order(detail, analysis) + path(detail, analysis)
      + creators(detail.report, analysis)
      + stale(detail, analysis)
      + source(detail, analysis) + subject(detail.report, analysis) + locks(detail, analysis)
      + sourceLocks(analysis) + guardingLock(analysis)
      + causes(analysis)
      + analysis.doubts.map { Line(label: "doubt", words: $0) }
      + analysis.advice.map { Line(label: "missing", words: $0) }
  }

  /// Why it is a race.
  private static func why(_ detail: DetailedReport, _ analysis: ReportAnalysis) -> [Line] {
    Verdict(detail, analysis).map { [Line(label: "why", words: $0.words)] } ?? []
  }

  /// What source files say of locks: which are held, since where.
  private static func sourceLocks(_ analysis: ReportAnalysis) -> [Line] {
    Side.allCases.compactMap { side in
      guard let locks = analysis.source.locks[side], !locks.held.isEmpty || locks.isNone else { return nil }
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
    return (order.isCycle ? [Line(label: "cycle", words: words.cycle)] : [])
      + orders.map { Line(label: "order", words: $0) }
      + words.sourced.map { Line(label: "locks", words: $0) }
  }

  private static func path(_ detail: DetailedReport, _ analysis: ReportAnalysis) -> [Line] {
    guard detail.report.kind.hasTwoSides, detail.report.accesses.count == 2 else { return [] }
    guard let fork = analysis.fork else { return [] }
    let frames = fork.branches.map { detail.frames[$0.frame] }
    let name = FrameWords.inSentence(frames.a)
    // Those outside of the fork's own, which both sides share as well when they are at the same position of it.
    let count = fork.branches.a.trunk.count
    let shared = count == 0 ? "" : "; \(Counting.plural(count, "shared frame"))"
    if fork.isSamePosition {
      let line = frames.a.line.map { " at line \($0)" } ?? ""
      let words = "both leave \(name)\(line): a loop, or two calls on one line\(shared)"
      return [Line(label: "fork", words: words)]
    }
    let lines = frames.map { $0.line.map { "line \($0)" } ?? "an unknown line" }
    let words = "\(name), \(lines.a) leads to A, \(lines.b) to B\(shared)"
    return [Line(label: "fork", words: words)]
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

  private static func subject(_ report: Report, _ analysis: ReportAnalysis) -> [Line] {
    guard let subject = analysis.subject else { return [] }
    let source = [.map, .slice, .channel].contains(subject.kind) ? "the runtime's functions" : "the address"
    let reason = subject.isInferred ? " (inferred from \(source))" : ""
    return [Line(label: "on", words: subject.words + reason)]
  }

  private static func locks(_ detail: DetailedReport, _ analysis: ReportAnalysis) -> [Line] {
    guard let verdict = analysis.lockVerdict else { return [] }
    var lines = [Line(label: "locks", words: verdict.words(detail.report))]
    for (letter, access) in zip(["A", "B"], detail.report.accesses) where !access.locks.isEmpty {
      let held = access.locks.map { lock($0, detail) }.joined(separator: ", ")
      lines.append(Line(label: "locks", words: "\(letter) holds \(held)"))
    }
    return lines
  }

  /// `M0 to write (created in Bank::withdraw mutexes.cpp:20)`
  private static func lock(_ held: HeldLock, _ detail: DetailedReport) -> String {
    let mode = held.mode.map { " to \($0.rawValue)" } ?? ""
    let frames = detail.frames(of: detail.report.locks.first { $0.id == held.id }?.created)
    let name = detail.report.lockTitle(held.id)
    guard let frame = frames.blamed else { return name + mode }
    let place = FrameWords.place(file: frame.file, line: frame.line)
    return "\(name)\(mode) (created in \(FrameWords.function(frame)) \(place))"
  }

  private static func causes(_ analysis: ReportAnalysis) -> [Line] {
    analysis.causes.map {
      Line(label: "likely", words: "\($0.words): \($0.evidence.joined(separator: "; "))")
    }
  }
}
