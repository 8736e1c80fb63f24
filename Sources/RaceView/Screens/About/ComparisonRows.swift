internal import RaceModel
internal import RaceText

/// Lays out the comparison with an older run, or a list of races: which of its races are not in this one, and
/// what has changed in the selected race.
struct ComparisonRows {
  private let context: Context
  private let older: OlderRaces
  private let result: RaceComparison
  private let folds: AboutFolds

  /// Races that are listed without unfolding.
  private static let few = 8

  /// The rows; empty without a comparison.
  static func rows(_ context: Context, _ folds: AboutFolds) -> [AboutRow] {
    guard let older = context.model.comparison.older, let result = context.model.comparison.result else {
      return []
    }
    let rows = ComparisonRows(context: context, older: older, result: result, folds: folds)
    return rows.summary + rows.gone + rows.selected
  }

  // MARK: Missing races

  /// The older races that are not in this run, as far as it was read.
  private var missing: [(race: RecordedRace, words: String)] {
    guard context.model.logs.isLoaded else { return [] }
    return result.outcomes.compactMap { race, outcome in
      ComparisonText.words(outcome).map { (race, $0) }
    }
  }

  private var summary: [AboutRow] {
    let counts: [(count: Int, words: String)] = [
      (result.newCount, "new"), (result.perhapsCount, "perhaps known"), (result.stillCount, "still there"),
      (missing.count { $0.words == "NOT SEEN" }, "not seen"),
      (missing.count { $0.words == "CANNOT TELL" }, "undetermined"),
    ]
    let words = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.words)" }.joined(separator: ", ")
    return [.heading("compared with \(older.title)", words)] + remarks
  }

  /// Doubts about the answers.
  private var remarks: [AboutRow] {
    guard context.model.logs.isLoaded else {
      return [.sentence("races not seen are listed once all is read", isWarning: false)]
    }
    var doubts = older.doubts + (context.model.comparison.doubts ?? [])
    if context.model.logs.isFollowing, !missing.isEmpty {
      doubts.append("the log is followed: the run may not be over")
    }
    return doubts.map { .sentence("the comparison is in doubt: \($0)", isWarning: true) }
  }

  private var gone: [AboutRow] {
    let missing = missing
    guard missing.count > Self.few else { return missing.flatMap(rows) }
    let fold = AboutRow.manyGone(count: missing.count, isOpen: folds.showsGone)
    return [fold] + (folds.showsGone ? missing.flatMap(rows) : [])
  }

  private func rows(_ race: RecordedRace, _ words: String) -> [AboutRow] {
    let row = AboutRow.gone(outcome: words, race: TriageWords.title(race))
    // A later mark on the race takes precedence over the line of the list.
    guard let entry = context.model.triage.entries[race.key] ?? race.entry else { return [row] }
    return [row, .sentence(TriageWords.gone(entry), isWarning: false)]
  }

  // MARK: Then and now

  private var selected: [AboutRow] {
    guard let race = context.selectedRace, result.novelties[race.key] == .still else { return [] }
    return [.heading("then and now", TriageWords.title(RecordedRace(race, of: context.index)))]
      + words(race).map { .sentence($0, isWarning: false) }
  }

  private func words(_ race: Race) -> [String] {
    if older.isList {
      let entry = older.races.first { $0.key == race.key }?.entry
      return (entry.map { ["then: \(TriageWords.gone($0))"] } ?? [])
        + ["a list has no reports: earlier lines and stacks are not known"]
    }
    switch context.model.comparison.changes(race.key) {
    case .none: return ["reading the reports"]
    case .some(.none): return ["the older log has changed since it was read"]
    case .some(.some(let changes)): return changes.isEmpty ? [RaceChange.none] : changes.map(\.words)
    }
  }
}
