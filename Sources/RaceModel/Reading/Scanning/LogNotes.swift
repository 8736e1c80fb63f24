/// The notes of a log: of very many the first ones, and a count of the rest.
package struct LogNotes: Hashable, Sendable {
  /// Notes kept of those that tell of an end, and as many of the others: thousands of programs that each say how
  /// many reports they made must not hide the one that crashed.
  static let limit = 100

  /// The notes, in the order of the log.
  package private(set) var kept: [LogNote] = []
  /// How many more there were.
  package private(set) var omitted = 0
  private var fatal = 0
  /// Whether any tells of an end.
  package var hasFatal: Bool { fatal > 0 }

  /// No notes.
  package init() {}

  /// Adds a note.
  mutating func add(_ note: LogNote) {
    guard (note.isFatal ? fatal : kept.count - fatal) < Self.limit else {
      omitted += 1
      return
    }
    if note.isFatal { fatal += 1 }
    kept.append(note)
  }

  /// Adds the notes of the next piece of the log, whose lines were counted from elsewhere.
  mutating func add(_ later: LogNotes, linesBefore: Int) {
    for var note in later.kept {
      note.line += linesBefore
      add(note)
    }
    omitted += later.omitted
  }

  /// The note that tells most when there is no report: the first that tells of an end, else the last.
  package var telling: LogNote? { kept.first { $0.isFatal } ?? kept.last }
}
