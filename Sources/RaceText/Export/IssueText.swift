package import RaceModel

/// A race as the text of an issue, for the clipboard.
package enum IssueText {
  /// The text; nil if the log has changed.
  ///
  /// - Parameters:
  ///   - entry: the report that is shown.
  ///   - explanation: what is needed to explain the race.
  ///   - number: its number in the list, from 1.
  ///   - files: the logs.
  ///   - code: the code of both lines, as far as available.
  ///   - testimony: what source files say of a report; nil if none was asked.
  package static func text(
    _ race: Race, _ entry: ReportEntry, during: PrintedDuring?, explanation: ExplanationRequest, number: Int,
    files: [LogFile], code: [CodeExcerpt], testimony: (DetailedReport) -> SourceTestimony?
  ) -> ClipboardText? {
    let file = files[Int(entry.log)]
    guard let detail = entry.read(from: file, during: during) else { return nil }
    var explainer = RaceExplainer()
    var explained = explainer.explain(explanation, files: files)
    let analysis = explained.weigh(testimony(detail), of: detail)
    let shown = ExportedRace(
      race: race, entry: entry, during: during, logName: file.name, explanation: explained, detail: detail,
      analysis: analysis)
    let text = MarkdownRace(shown, number: number, code: code).text(RawReport(entry, file))
    return ClipboardText(lines: Array(text.utf8))
  }
}
