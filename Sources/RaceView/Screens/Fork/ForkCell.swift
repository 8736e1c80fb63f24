internal import RaceModel
internal import RaceText

/// A piece of the fork's tree.
enum ForkCell {
  /// The role of a frame in the tree.
  enum Role: Equatable {
    /// Both sides share it.
    case trunk
    /// The two paths part here.
    case fork
    /// On the way to an access.
    case branch(Side)
  }

  /// A frame; whether its call had returned, and whether it represents the access.
  case frame(Frame, Role, isStale: Bool, isSite: Bool)
  /// Frames that are not shown.
  case fold(String, Role)
  /// The line of the fork where a branch begins.
  case start(String, Side)
  /// A thread that begins here.
  case edge(String, Side)
  /// The access at the end of a branch.
  case end(String, Side)
  /// More on the access, below it.
  case more(String, Side)
  /// What a thread does, above the frames in which it does it.
  case step(String, Side)
  /// A sentence under a word that says what it is about.
  case words(label: String, String)

  /// The frame, if the cell is one.
  var frame: Frame? { if case .frame(let frame, _, _, _) = self { frame } else { nil } }

  /// Whether it is the frame in which the paths fork.
  var isFork: Bool { if case .frame(_, .fork, _, _) = self { true } else { false } }

  /// The only side that it belongs to; nil for both or none.
  var side: Side? {
    switch self {
    case .frame(_, .branch(let side), _, _), .fold(_, .branch(let side)): side
    case .start(_, let side), .edge(_, let side), .end(_, let side), .more(_, let side), .step(_, let side):
      side
    case .frame, .fold, .words: nil
    }
  }

  /// The searched text.
  func searchText(_ names: ShownNames) -> [String] {
    switch self {
    case .frame(let frame, _, _, _):
      let place = FrameWords.place(file: frame.file, line: frame.line)
      return names.searchable(frame.function ?? "").map { "\($0) \(place)" }
    case .fold(let text, _), .start(let text, _), .edge(let text, _), .end(let text, _),
      .more(let text, _), .step(let text, _):
      return [text]
    case .words(let label, let text): return ["\(label) \(text)"]
    }
  }
}
