package import RaceModel

/// What people have found out about a race, in words.
package enum TriageWords {
  /// `known: the counter may be off (ann, 2026-11-29; https://...)`; nil where nothing is said.
  package static func line(_ entry: TriageEntry?) -> Explanation.Line? {
    guard let entry else { return nil }
    let reason = entry[.why].map { ": \($0)" } ?? ""
    let source = [[entry[.by], entry[.on]].compactMap(\.self).joined(separator: ", "), entry[.link] ?? ""]
      .filter { !$0.isEmpty }.joined(separator: "; ")
    return Explanation.Line(
      label: "marked", words: state(entry) + reason + (source.isEmpty ? "" : " (\(source))"))
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

  /// How many races of a list are new, and how many are marked as what: `4 new, 2 known`; empty when none is.
  package static func counts(
    _ keys: some Sequence<RaceKey>, _ entries: [RaceKey: TriageEntry], _ comparison: RaceComparison?
  ) -> String {
    var new = 0
    var states: [TriageState: Int] = [:]
    for key in keys {
      if comparison?.novelties[key] == .new { new += 1 }
      if let entry = entries[key] { states[entry.state ?? .seen, default: 0] += 1 }
    }
    let marked = TriageState.allCases.compactMap { state in states[state].map { "\($0) \(state.rawValue)" } }
    return ((new > 0 ? ["\(new) new"] : []) + marked).joined(separator: ", ")
  }
}
