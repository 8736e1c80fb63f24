package import RaceModel
package import RaceText

/// Which race to write as the text of an issue.
package struct IssueRequest: Sendable {
  /// The race.
  package let race: Race
  /// Its sites; nil for a side that is not in the log.
  package let sites: [Site?]
  /// The shown report.
  package let report: ReportRequest
  /// The input for explaining the race.
  package let explanation: ExplanationRequest
  /// Its number in the list, from 1.
  package let number: Int
  /// The lines of code to show.
  package let places: [CodePlace]

  /// A request for a race of an index.
  package init(_ race: Race, _ report: ReportRequest, of index: LogIndex, number: Int, places: [CodePlace]) {
    (self.race, self.report, self.number, self.places) = (race, report, number, places)
    sites = index.sites(of: race)
    explanation = ExplanationRequest(race, of: index)
  }
}

extension IssueRequest: Equatable {
  /// Races are compared by their keys.
  package static func == (left: IssueRequest, right: IssueRequest) -> Bool {
    left.race.key == right.race.key && left.report == right.report && left.number == right.number
      && left.places == right.places
  }
}
