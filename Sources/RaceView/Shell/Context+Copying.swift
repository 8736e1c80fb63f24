internal import RaceModel
internal import RaceText
internal import RaceWork

/// What goes to the clipboard.
extension Context {
  /// Requests the race of a report as the text of an issue, with the code of both lines.
  mutating func copyIssue(_ request: ReportRequest) {
    let race = index.race(of: request.entry)
    let number = index.position(of: race.key).flatMap { position in
      list.rows.firstIndex { $0.race == position }
    }
    let places = places(of: request.entry).both.compactMap(\.self)
    ask(.issue(IssueRequest(race, request, of: index, number: (number ?? 0) + 1, places: places)))
  }

  /// Requests suppressions for the race, and what else they would hide, which reads all reports.
  mutating func copySuppression(_ request: ReportRequest) {
    let race = Int(request.entry.race)
    guard index.races.indices.contains(race) else { return }
    if index.reports.count > 1000 { say("reading \(index.reports.count) reports to see what it would hide") }
    ask(.suppressions(SuppressionRequest(race, of: index)))
  }

  /// Copies the result.
  mutating func take(_ advice: SuppressionAdvice) {
    guard let file = advice.file else {
      return message = Message("no suppression is known for this kind of report", isWarning: true)
    }
    ask(.copy(file, what: advice.words))
  }

  /// Copies both lines as editors read lists of places: `file:line: A read main.get`.
  mutating func copyBoth(_ request: ReportRequest) {
    let entry = request.entry
    let lines = zip(Side.allCases, [entry.first, entry.second]).compactMap { side, access -> String? in
      guard let access, let site = index[access.site], let file = site.file else { return nil }
      let words = [side.letter, access.operation?.rawValue, site.function].compactMap(\.self)
      return "\(file):\(site.line ?? 1): \(words.joined(separator: " "))\n"
    }
    if lines.isEmpty { return say("no line of code in this report", isWarning: true) }
    let text = ClipboardText(lines: Array(lines.joined().utf8))
    ask(.copy(text, what: lines.count == 1 ? "the line that is known" : "both lines"))
  }

  /// The lines of code of both accesses.
  func places(of entry: ReportEntry) -> Sides<CodePlace?> { CodePlace.places(of: entry, index) }
}
