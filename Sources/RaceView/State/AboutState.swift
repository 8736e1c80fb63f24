internal import RaceModel

/// Where the user is on the screen about the log.
public struct AboutState: Sendable {
  /// The focused row.
  public var cursor = 0
  /// The first row on the screen.
  public var top = 0

  /// The first row.
  public init() {}
}

/// A row of the screen about the log.
enum AboutRow: Hashable {
  /// A source, a position in the index.
  case source(Int)
  /// A sentence about a source.
  case remark(source: Int, text: String, isWarning: Bool)
  /// Something that a source holds beside reports.
  case note(source: Int, note: SourceNote)

  /// The rows: each source with what is to be said of it.
  static func rows(_ state: State) -> [AboutRow] {
    state.index.sources.enumerated().flatMap { position, source in
      var rows = [AboutRow.source(position)]
      if let failure = source.failure {
        rows.append(.remark(source: position, text: failure, isWarning: true))
      }
      if let change = state.changes[position] {
        let words: String
        if case .grown = change { words = "T reads on" } else { words = "what was read of it is kept" }
        rows.append(.remark(source: position, text: "\(change.words); \(words)", isWarning: true))
      }
      if source.notes.kept.isEmpty, source.isFinished {
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
  }

  /// What a search looks at.
  func text(_ index: LogIndex) -> String {
    switch self {
    case .source(let position): index.sources[position].name
    case .remark(_, let text, _): text
    case .note(_, let note): note.text
    }
  }

  /// Where the log is opened from this row.
  var place: LogPlace {
    switch self {
    case .source(let source), .remark(let source, _, _): LogPlace(source: source, start: 0, line: 1)
    case .note(let source, let note): LogPlace(source: source, start: note.start, line: note.line)
    }
  }
}
