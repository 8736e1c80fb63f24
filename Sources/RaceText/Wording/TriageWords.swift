package import RaceModel

/// What people have found out about a race, in words.
package enum TriageWords {
  /// `known: the counter may be off (ann, 2026-11-29; https://...)`; nil where nothing is said.
  package static func line(_ entry: TriageEntry?) -> Explanation.Line? {
    entry.map { Explanation.Line(label: "marked", words: words($0, state($0))) }
  }

  /// The same where a title names the mark already: nil without a reason or a link.
  package static func reason(_ entry: TriageEntry?) -> String? {
    entry.flatMap { $0[.why] == nil && $0[.link] == nil ? nil : words($0, state($0)) }
  }

  /// The same of a race that is not in the log.
  package static func gone(_ entry: TriageEntry) -> String { words(entry, entry.stateText) }

  /// `data race: main.add a.go / main.get b.go`: what a race of another run is called, functions without their directories.
  package static func title(_ race: RecordedRace) -> String {
    guard !race.sides.isEmpty, let kind = race.title.split(separator: ":").first else { return race.title }
    return "\(kind): \(race.sides.map { $0.map(FrameWords.short) ?? "?" }.joined(separator: " / "))"
  }

  private static func words(_ entry: TriageEntry, _ state: String) -> String {
    let reason = entry[.why].map { ": \($0)" } ?? ""
    let source = [[entry[.by], entry[.on]].compactMap(\.self).joined(separator: ", "), entry[.link] ?? ""]
      .filter { !$0.isEmpty }.joined(separator: "; ")
    return state + reason + (source.isEmpty ? "" : " (\(source))")
  }

  /// A word for the title of a report: a check mark for a race that was seen.
  package static func short(_ state: TriageState, _ glyphs: Glyphs) -> String {
    switch state {
    case .seen: String(glyphs.check)
    case .fixed: "(fixed, but back)"
    default: "(\(state.rawValue))"
    }
  }

  private static func state(_ entry: TriageEntry) -> String {
    entry.state == .fixed ? "fixed, but it is back" : entry.stateText
  }

  /// How many races of a list are new, how many of the older ones are not there, and how many are marked as what:
  /// `4 new, 1 not seen, 2 known`; empty when none is.
  package static func counts(
    _ keys: some Sequence<RaceKey>, _ entries: [RaceKey: TriageEntry], _ comparison: RaceComparison?
  ) -> String {
    var new = 0
    var states: [TriageState: Int] = [:]
    for key in keys {
      if comparison?.novelties[key] == .new { new += 1 }
      if let entry = entries[key] { states[entry.state ?? .seen, default: 0] += 1 }
    }
    let gone = comparison?.outcomes.count { $0.outcome == .notSeen } ?? 0
    let marked = TriageState.allCases.compactMap { state in
      // A race that is marked as fixed and is in the log is back.
      states[state].map { "\($0) \(state == .fixed ? "fixed and back" : state.rawValue)" }
    }
    return ([new > 0 ? "\(new) new" : "", gone > 0 ? "\(gone) not seen" : ""] + marked)
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
