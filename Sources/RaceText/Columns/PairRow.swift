package import RaceModel

/// A row of a column.
package struct PairRow: Sendable {
  /// What a row shows.
  package enum Content: Sendable {
    /// A frame.
    case frame(Frame)
    /// A closed fold; the number of hidden frames.
    case fold(Int)
    /// The heading of the stack below: where a thread was created, a lock, a location.
    case heading(String)
    /// A sentence about what is missing.
    case absence(String)
  }

  /// What the row shows.
  package var content: Content
  /// The fold that it belongs to or represents.
  package var fold: PairFold?
  /// Whether both sides share the frame.
  package var isShared = false
  /// Whether the two paths part here.
  package var isFork = false
  /// Whether the frame represents the access.
  package var isSite = false
  /// Whether the row is the heading of a thread's creation.
  package var isCreation = false
  /// How many of its frames are stale: calls that had already returned.
  package var staleCount = 0
  /// Details about the row: why something is inferred, why frames are stale.
  package var remark: String?

  /// The frame of the row.
  package var frame: Frame? { if case .frame(let frame) = content { frame } else { nil } }
  /// Whether two rows show the same frame or represent the same fold.
  package func isSameThing(as other: PairRow) -> Bool {
    fold != nil && fold == other.fold || frame != nil && frame == other.frame && isSite == other.isSite
  }
  /// Whether the row is the heading of the stack below.
  package var isHeading: Bool { if case .heading = content { true } else { false } }
  /// Whether the row says what is missing.
  package var isAbsence: Bool { if case .absence = content { true } else { false } }
}

extension PairRow {
  /// The searched text.
  package func searchText(_ names: ShownNames) -> [String] {
    switch content {
    case .frame(let frame):
      names.searchable(frame.function)
        + [FrameWords.place(file: frame.file, line: frame.line), frame.file ?? ""]
    case .heading(let text), .absence(let text): [text, names.sentence(text)]
    case .fold: []
    }
  }
}
