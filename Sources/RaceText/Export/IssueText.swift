package import RaceModel

/// A race as the text of an issue, for the clipboard.
package struct IssueText {
  private let race: Race
  private let sites: [Site?]
  private let explanation: ExplanationRequest
  private let number: Int
  private let code: [CodeExcerpt]

  /// The text of a race.
  ///
  /// - Parameters:
  ///   - sites: its sites; nil for a side that is not in the log.
  ///   - explanation: what is needed to explain the race.
  ///   - number: its number in the list, from 1.
  ///   - code: the code of both lines, as far as available.
  package init(
    _ race: Race, _ sites: [Site?], explanation: ExplanationRequest, number: Int, code: [CodeExcerpt]
  ) {
    (self.race, self.sites, self.explanation, self.number, self.code) = (
      race, sites, explanation, number, code
    )
  }

  /// The text with one report of the race; nil if the log has changed.
  ///
  /// - Parameters:
  ///   - files: the logs.
  ///   - testimony: what source files say of a report; nil if none was asked.
  package func text(
    showing entry: ReportEntry, during: PrintedDuring?, files: [LogFile],
    testimony: (DetailedReport) -> SourceTestimony?
  ) -> ClipboardText? {
    let file = files[Int(entry.log)]
    guard let detail = entry.read(from: file, during: during) else { return nil }
    var explainer = RaceExplainer()
    var explained = explainer.explain(explanation, files: files)
    let analysis = explained.weigh(testimony(detail), of: detail)
    let shown = ExportedRace(
      race: race, sites: sites, entry: entry, during: during, logName: file.name,
      explanation: explained, detail: detail, analysis: analysis)
    let text = MarkdownRace(shown, number: number, code: code).text(RawReport(entry, file))
    return ClipboardText(lines: Array(text.utf8))
  }
}
