package import RaceModel

/// The result of a comparison of runs as plain text.
package struct ComparisonText {
  private let comparison: RaceComparison
  private let index: LogIndex
  /// The races of the older side.
  private let olds: [RaceKey: RecordedRace]
  /// How many runs there are on either side; nil if the older side is a list.
  private let runs: (old: Int?, new: Int)

  /// What has changed in a race that is still there; nil if unknown or not requested.
  package var changes: (Race) -> [RaceChange]? = { _ in nil }

  /// The text of a comparison.
  ///
  /// - Parameters:
  ///   - index: the newer run.
  ///   - oldRuns: how many runs the older side has; nil for a list of races.
  package init(_ comparison: RaceComparison, _ index: LogIndex, oldRuns: Int?) {
    (self.comparison, self.index) = (comparison, index)
    olds = Dictionary(comparison.outcomes.map { ($0.race.key, $0.race) }) { first, _ in first }
    runs = (oldRuns, max(1, index.runCount))
  }

  /// The words for the status of a race.
  package static func words(_ novelty: RaceComparison.Novelty) -> String {
    switch novelty {
    case .new: "NEW"
    case .perhaps: "PERHAPS"
    case .still: "STILL"
    }
  }

  /// The words for the outcome of an older race; nil if a race of the newer run shows it.
  package static func words(_ outcome: RaceComparison.Outcome) -> String? {
    switch outcome {
    case .still, .perhaps: nil
    case .notSeen: "NOT SEEN"
    case .cannotTell: "CANNOT TELL"
    }
  }

  /// A line for each race, new ones first, missing ones last.
  ///
  /// - Parameter hasStill: whether races that are still there are listed.
  package func lines(hasStill: Bool) -> [String] {
    let order: [String] = hasStill ? ["NEW", "PERHAPS", "STILL"] : ["NEW", "PERHAPS"]
    let races = index.races.compactMap { race in comparison.novelties[race.key].map { (race, $0) } }
    let found = order.flatMap { word in
      races.filter { Self.words($0.1) == word }.flatMap { lines($0.0, $0.1) }
    }
    let gone = comparison.outcomes.compactMap { race, outcome in
      Self.words(outcome).map { line($0, race.title, race.key) + counts(race, nil) }
    }
    return found + gone
  }

  private func lines(_ race: Race, _ novelty: RaceComparison.Novelty) -> [String] {
    let old = olds[race.key]
    let first = line(Self.words(novelty), index.title(of: race), race.key) + counts(old, race)
    let places = index.sites(of: race).compactMap { site in
      site.flatMap { site in site.fileName.map { FrameWords.place(file: String($0), line: site.line) } }
    }
    let tests = index.tests(of: race)
    let during =
      tests.prefix(3).joined(separator: ", ")
      + (tests.count > 3 ? " and \(Counting.plural(tests.count - 3, "other test"))" : "")
    let facts = [
      places.joined(separator: ", "), Counting.plural(race.reports.count, "report"),
      during.isEmpty ? "" : "in \(during)",
    ]
    var lines = [first, Self.indent + facts.filter { !$0.isEmpty }.joined(separator: "; ")]
    if novelty == .still, let changes = changes(race) {
      lines += (changes.isEmpty ? [RaceChange.none] : changes.map(\.words)).map { Self.indent + $0 }
    }
    if case .perhaps(let keys) = novelty {
      lines.append(
        Self.indent
          + "a side is not known: perhaps \(keys.prefix(3).map(\.description).joined(separator: ", "))")
    }
    return lines
  }

  private static let indent = String(repeating: " ", count: 13)

  private func line(_ word: String, _ title: String, _ key: RaceKey) -> String {
    word + String(repeating: " ", count: max(1, 13 - word.utf8.count)) + "\(title)  \(key)"
  }

  /// `  (in 3 of 5 runs, then in 1 of 4)`
  private func counts(_ old: RecordedRace?, _ new: Race?) -> String {
    guard let oldRuns = runs.old, oldRuns > 1 || runs.new > 1 else { return "" }
    return
      "  (in \(old?.runCount ?? 0) of \(Counting.plural(oldRuns, "run")), now in \(new?.runCount ?? 0) of \(runs.new))"
  }

  /// One line that sums up: `1 new race, 2 still, 1 not seen`.
  package var summary: String {
    let gone = comparison.outcomes.count { $0.outcome == .notSeen }
    let unknown = comparison.outcomes.count { $0.outcome == .cannotTell }
    let parts: [(count: Int, words: String)] = [
      (comparison.perhapsCount, "perhaps known"), (comparison.stillCount, "known"),
      (gone, "not seen, which does not mean fixed"), (unknown, "undetermined"),
    ]
    let others = parts.filter { $0.count > 0 }.map { "\($0.count) \($0.words)" }
    return ([Counting.plural(comparison.newCount, "new race")] + others).joined(separator: ", ")
  }
}
