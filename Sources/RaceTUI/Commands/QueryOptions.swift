internal import ArgumentParser
internal import RaceModel
internal import RaceText
internal import RaceWork

/// Which races to print.
struct QueryOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, parsing: .unconditional,
    help: ArgumentHelp(
      """
      Take only races that match all terms, as typed on the screens: 'fn:Restock -path:vendor'; \
      @NAME for a saved query. \
      Fields: \(QueryField.allCases.map(\.rawValue).joined(separator: ", ")).
      """, valueName: "terms"))
  var query: String?

  /// The query; if it is invalid, says why on standard error and ends the program.
  ///
  /// - Parameters:
  ///   - saved: what `@NAME` means.
  ///   - compares: whether the races are compared with those of an older run.
  func parsed(_ saved: SavedQueries, compares: Bool = false) throws -> Query {
    let parsed: Query
    do throws(QueryError) {
      parsed = try Query(saved.expanded(query ?? ""))
    } catch {
      StandardError.say("--query: \(error)")
      throw ExitCode.validationFailure
    }
    if !compares, let term = parsed.comparingTerm {
      StandardError.say(
        "--query: \(term.text) needs a baseline: racetui check and racetui --baseline compare with one")
      throw ExitCode.validationFailure
    }
    return parsed
  }

  /// The races of an index that match a query; says on standard error if not all reports were searched.
  ///
  /// - Parameter comparison: how they compare with those of an older run; nil for none.
  static func races(
    meeting query: Query, _ index: LogIndex, _ workspace: Workspace, _ comparison: RaceComparison? = nil
  ) -> RaceSelection {
    let races = workspace.races(meeting: query, index: index, comparison)
    if races.unaskedCount > 0 {
      let all = Counting.plural(index.reports.count, "report")
      StandardError.say(
        "--query: only the sites of \(races.unaskedCount) of \(all) were searched: too many words")
    }
    return races
  }
}
