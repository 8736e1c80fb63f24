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
      Take only races that meet all terms, as typed in the list of the screens: 'fn:Restock -path:vendor'; \
      @NAME for a query that the configuration has. \
      Fields: \(QueryField.allCases.map(\.rawValue).joined(separator: ", ")).
      """, valueName: "terms"))
  var query: String?

  /// The query; says on standard error why it is none, and ends the program.
  ///
  /// - Parameter saved: what `@NAME` means.
  func parsed(_ saved: SavedQueries) throws -> Query {
    do throws(QueryError) {
      return try Query(saved.expanded(query ?? ""))
    } catch {
      StandardError.say("--query: \(error)")
      throw ExitCode.validationFailure
    }
  }

  /// The races of an index that meet a query; says on standard error when not all reports were asked.
  static func races(meeting query: Query, _ index: LogIndex, _ workspace: Workspace) -> RaceSelection {
    let races = workspace.races(meeting: query, index: index)
    if races.unaskedCount > 0 {
      let all = Counting.plural(index.reports.count, "report")
      StandardError.say(
        "--query: \(races.unaskedCount) of \(all) were asked for their sites alone: too many words")
    }
    return races
  }
}
