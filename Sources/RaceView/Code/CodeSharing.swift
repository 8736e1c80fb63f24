internal import RaceModel

/// How the code of both sides shares its room.
enum CodeSharing: Hashable, Sendable {
  /// Each side has its part.
  case each
  /// Both have the same line, which is shown once.
  case same
  /// One side alone has code: a line says why the other has none.
  case only(Side)

  /// The sharing of two sides, of which some have no code and never will.
  init(without isBare: Sides<Bool>) {
    switch (isBare.a, isBare.b) {
    case (false, true): self = .only(.a)
    case (true, false): self = .only(.b)
    default: self = .each
    }
  }
}
