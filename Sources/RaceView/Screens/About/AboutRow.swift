internal import RaceModel
internal import RaceText

/// A row of the log screen.
enum AboutRow: Hashable {
  /// A log, by its number.
  case log(Int)
  /// A sentence about a log.
  case remark(log: Int, text: String, isWarning: Bool)
  /// The damaged reports of a log.
  case damaged(DamagedReports)
  /// Something that a log holds besides reports.
  case note(log: Int, note: LogNote)
  /// A number of logs without findings.
  case quiet(count: Int, isOpen: Bool)
  /// Messages about files that were not read.
  case leftOut(String)
  /// The title of the next part, and more about it.
  case heading(String, String)
  /// A sentence below a title.
  case sentence(String, isWarning: Bool)
  /// A race of the older run that is not in this one, and its mark.
  case gone(outcome: String, race: String)
  /// A number of races of the older run that are not in this one.
  case manyGone(count: Int, isOpen: Bool)

  /// The searched text.
  func text(_ index: LogIndex) -> String {
    switch self {
    case .log(let log): index.logs[log].name
    case .remark(_, let text, _): text
    case .damaged(let reports): reports.words
    case .note(_, let note): note.text
    case .quiet(let count, _): Self.words(quiet: count)
    case .leftOut(let text), .sentence(let text, _): text
    case .heading(let title, let more): "\(title)  \(more)"
    case .gone(let outcome, let race): "\(outcome)  \(race)"
    case .manyGone(let count, _): Self.words(gone: count)
    }
  }

  /// The row for logs without findings.
  static func words(quiet count: Int) -> String { "\(count) files with nothing to report" }

  /// The row for older races that are not listed.
  static func words(gone count: Int) -> String { "\(count) races that are not seen here" }

  /// The place to open in the log from this row; nil if the row is about several.
  var place: LogPlace? {
    switch self {
    case .log(let log), .remark(let log, _, _): LogPlace(log: log, start: 0, line: 1)
    case .damaged(let reports): reports.place
    case .note(let log, let note): LogPlace(log: log, start: note.start, line: note.line)
    case .quiet, .leftOut, .heading, .sentence, .gone, .manyGone: nil
    }
  }
}

/// Lays out what is known about the logs: each with its messages; below them those without findings, as one
/// row, and what was not read.
struct AboutRows {
  private let logs: Logs
  /// By log.
  private let damaged: [Int: DamagedReports]
  /// What is unfolded.
  private let folds: AboutFolds
  /// The key that reads on.
  private let followKey: String

  /// The rows.
  static func rows(_ context: Context, _ folds: AboutFolds) -> [AboutRow] {
    let rows = AboutRows(
      logs: context.model.logs, damaged: DamagedReports.all(context.index), folds: folds,
      followKey: context.key(Common.follow, on: AboutScreen.id))
    return ComparisonRows.rows(context, folds) + rows.logRows()
      + (rows.logs.leftOut.map { [.leftOut($0)] } ?? [])
  }

  private func logRows() -> [AboutRow] {
    let all = logs.index.logs.indices
    var quiet = all.filter(isQuiet)
    // A single one takes no more room than its row.
    if quiet.count < 2 { quiet = [] }
    let folded = Set(quiet)
    var rows = all.filter { !folded.contains($0) }.flatMap(rows(of:))
    if quiet.isEmpty { return rows }
    rows.append(.quiet(count: quiet.count, isOpen: folds.showsQuiet))
    for log in folds.showsQuiet ? quiet : [] { rows += [.log(log)] + contentRemark(log) }
    return rows
  }

  /// Whether there is nothing to report about a log except that it was read.
  private func isQuiet(_ log: Int) -> Bool {
    let state = logs.index.logs[log]
    return state.isFinished && state.reportCount == 0 && state.notes.kept.isEmpty && state.failure == nil
      && state.copyEnd == nil && logs.changes[log] == nil
  }

  private func rows(of log: Int) -> [AboutRow] {
    let state = logs.index.logs[log]
    var rows = [AboutRow.log(log)]
    if let failure = state.failure { rows.append(.remark(log: log, text: "\(failure)", isWarning: true)) }
    if let end = state.copyEnd { rows.append(.remark(log: log, text: "\(end)", isWarning: true)) }
    if let change = logs.changes[log] {
      let words: String
      if case .grown = change {
        words = "\(followKey) follows"
      } else {
        words = "what was read is kept"
      }
      rows.append(.remark(log: log, text: "\(change.words); \(words)", isWarning: true))
    }
    rows += contentRemark(log)
    if let damaged = damaged[log] { rows.append(.damaged(damaged)) }
    // With many logs, only those with notes are listed.
    if state.notes.kept.isEmpty, state.isFinished, logs.index.logs.count == 1 {
      let words = "no crashes, fatal messages or detector summaries"
      rows.append(.remark(log: log, text: words, isWarning: false))
    }
    rows += state.notes.kept.map { .note(log: log, note: $0) }
    if state.notes.omitted > 0 {
      let words = "and \(Counting.plural(state.notes.omitted, "line")) more like these"
      rows.append(.remark(log: log, text: words, isWarning: false))
    }
    return rows
  }

  private func contentRemark(_ log: Int) -> [AboutRow] {
    guard let words = NoteText.contentWords(logs.index.logs[log]) else { return [] }
    return [.remark(log: log, text: words, isWarning: true)]
  }
}
