package import RaceModel
package import RaceText

extension Workspace {
  /// How many reports to read for their words at a time.
  private static let batchSize = 512

  /// The races that match a query. Reports are read, races are explained and the triage file is read only if
  /// the query needs it; functions have their printed names.
  ///
  /// - Parameters:
  ///   - index: what was read from the logs, to their ends.
  ///   - comparison: how its races compare with those of an older run; nil for none.
  package func races(
    meeting query: Query, index: LogIndex, _ comparison: RaceComparison? = nil
  ) -> RaceSelection {
    guard query.isOn else { return .all }
    var words = query.needsReports ? self.words(of: index) : WordIndex()
    let explanations = query.needsExplanations ? self.explanations(of: index.races, index) : ExplainedRaces()
    var facts = RaceFacts(index, explanations: explanations)
    facts.comparison = comparison
    if query.needsTriage { facts.triage = (try? triage?.read())?.entries ?? [:] }
    let answer = QueryAnswer(query, facts, &words)
    let unasked = query.needsReports ? index.reports.count - words.reportCount : 0
    return RaceSelection(query, answer, unaskedCount: unasked)
  }

  /// The explanations of some races.
  package func explanations(of races: some Sequence<Race>, _ index: LogIndex) -> ExplainedRaces {
    var explainer = RaceExplainer()
    var explanations = ExplainedRaces()
    for race in races {
      explanations[race.key] = explainer.explain(ExplanationRequest(race, of: index), files: logs.files)
    }
    return explanations
  }

  /// The words of all reports, or of as many as fit.
  private func words(of index: LogIndex) -> WordIndex {
    var words = WordIndex()
    var reader = WordReader()
    while words.reportCount < index.reports.count, !words.isFull {
      let next = index.reports[words.reportCount...].prefix(Self.batchSize)
      words.append(reader.read(Array(next), of: logs.files))
    }
    return words
  }
}
