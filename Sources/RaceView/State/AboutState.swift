internal import RaceModel

/// Where the user is on the screen about the log.
public struct AboutState: Sendable {
  /// The focused row.
  public var cursor = 0
  /// The first row on the screen.
  public var top = 0
  /// Whether inputs in which nothing was found have rows of their own.
  public var showsQuiet = false

  /// The first row.
  public init() {}

  /// Opens the row of quiet inputs when it hides a match.
  mutating func openFold(holding search: SearchPattern, _ state: State) {
    guard !showsQuiet else { return }
    var open = state
    open.about.showsQuiet = true
    let rows = AboutRow.rows(open)
    guard let fold = rows.firstIndex(where: { if case .quiet = $0 { true } else { false } }) else { return }
    showsQuiet = rows[(fold + 1)...].contains { search.matches($0.text(state.index)) }
  }
}

/// A row of the screen about the log.
enum AboutRow: Hashable {
  /// A source, a position in the index.
  case source(Int)
  /// A sentence about a source.
  case remark(source: Int, text: String, isWarning: Bool)
  /// Something that a source holds beside reports.
  case note(source: Int, note: SourceNote)
  /// So many sources in which nothing was found.
  case quiet(count: Int, isOpen: Bool)
  /// What is to be said of files that were not read.
  case leftOut(String)

  /// The rows: each source with what is to be said of it; below them those in which nothing was found, as one row,
  /// and what was not read.
  static func rows(_ state: State) -> [AboutRow] {
    sourceRows(state) + (state.leftOut.map { [.leftOut($0)] } ?? [])
  }

  private static func sourceRows(_ state: State) -> [AboutRow] {
    let sources = state.index.sources.indices
    var quiet = sources.filter { isQuiet($0, state) }
    // One of them takes no more room than the row for it would.
    if quiet.count < 2 { quiet = [] }
    let folded = Set(quiet)
    var rows = sources.filter { !folded.contains($0) }.flatMap { allRows(of: $0, state) }
    if quiet.isEmpty { return rows }
    let isOpen = state.about.showsQuiet
    rows.append(.quiet(count: quiet.count, isOpen: isOpen))
    for position in isOpen ? quiet : [] {
      rows.append(.source(position))
      rows += contentRemark(position, state)
    }
    return rows
  }

  /// Whether there is nothing to tell of a source but that it was read.
  private static func isQuiet(_ position: Int, _ state: State) -> Bool {
    let source = state.index.sources[position]
    return source.isFinished && source.reports == 0 && source.notes.kept.isEmpty && source.failure == nil
      && state.changes[position] == nil
  }

  private static func allRows(of position: Int, _ state: State) -> [AboutRow] {
    let source = state.index.sources[position]
    var rows = [AboutRow.source(position)]
    if let failure = source.failure {
      rows.append(.remark(source: position, text: "\(failure)", isWarning: true))
    }
    if let change = state.changes[position] {
      let words: String
      if case .grown = change { words = "T reads on" } else { words = "what was read of it is kept" }
      rows.append(.remark(source: position, text: "\(change.words); \(words)", isWarning: true))
    }
    rows += contentRemark(position, state)
    // Of many sources those are told that have notes.
    if source.notes.kept.isEmpty, source.isFinished, state.index.sources.count == 1 {
      let words = "no crash, no fatal message and no count of a detector in it"
      rows.append(.remark(source: position, text: words, isWarning: false))
    }
    rows += source.notes.kept.map { .note(source: position, note: $0) }
    if source.notes.omitted > 0 {
      let words = "and \(RacesScreen.plural(source.notes.omitted, "line")) more like these"
      rows.append(.remark(source: position, text: words, isWarning: false))
    }
    return rows
  }

  private static func contentRemark(_ position: Int, _ state: State) -> [AboutRow] {
    guard let words = NoteText.contentWords(state.index.sources[position]) else { return [] }
    return [.remark(source: position, text: words, isWarning: true)]
  }

  /// What a search looks at.
  func text(_ index: LogIndex) -> String {
    switch self {
    case .source(let position): index.sources[position].name
    case .remark(_, let text, _): text
    case .note(_, let note): note.text
    case .quiet(let count, _): Self.words(quiet: count)
    case .leftOut(let text): text
    }
  }

  /// What is said of sources in which nothing was found.
  static func words(quiet count: Int) -> String { "\(count) files without a report, a crash or a count" }

  /// Where the log is opened from this row; nil when it is of several.
  var place: LogPlace? {
    switch self {
    case .source(let source), .remark(let source, _, _): LogPlace(source: source, start: 0, line: 1)
    case .note(let source, let note): LogPlace(source: source, start: note.start, line: note.line)
    case .quiet, .leftOut: nil
    }
  }
}
