package import RaceModel

/// A row of a column.
package struct PairRow: Sendable {
  /// What a row shows.
  package enum Content: Sendable {
    /// A frame.
    case frame(Frame)
    /// A fold that is closed; the number of frames it hides.
    case fold(Int)
    /// What the stack below is: where a thread was created, a lock, a location.
    case heading(String)
    /// A sentence about what is missing.
    case note(String)
  }

  /// What the row shows.
  package var content: Content
  /// The fold it belongs to or stands for.
  package var fold: PairFold?
  /// Whether both sides came through the frame.
  package var isShared = false
  /// Whether the two paths part here.
  package var isFork = false
  /// Whether the frame stands for the access.
  package var isSite = false
  /// Whether the row is the heading of a thread's creation.
  package var isCreation = false
  /// How many of its frames are stale: calls that had already returned.
  package var staleCount = 0
  /// More on the row, for whoever looks at it: why something is inferred, why frames are stale.
  package var remark: String?

  /// The frame of the row.
  package var frame: Frame? { if case .frame(let frame) = content { frame } else { nil } }
  /// Whether two rows show the same frame or stand for the same fold.
  package func isSameThing(as other: PairRow) -> Bool {
    fold != nil && fold == other.fold || frame != nil && frame == other.frame && isSite == other.isSite
  }
  /// Whether the row says what the stack below is.
  package var isHeading: Bool { if case .heading = content { true } else { false } }
  /// Whether the row says what is missing.
  package var isNote: Bool { if case .note = content { true } else { false } }
}

extension PairRow {
  /// What a search looks at.
  package func searchText(_ names: ShownNames) -> [String] {
    switch content {
    case .frame(let frame):
      names.searchable(frame.function)
        + [Names.place(file: frame.file, line: frame.line), frame.file ?? ""]
    case .heading(let text), .note(let text): [text, names.sentence(text)]
    case .fold: []
    }
  }
}
