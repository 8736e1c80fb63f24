/// A line of plain text that is written piece by piece, each at its column.
///
/// Characters that could control a terminal are replaced, as on the screen; the escape sequences of a
/// coloured line begin and end with each piece.
package struct TextLine {
  /// The line, without trailing blanks.
  package private(set) var text = ""
  private let isColored: Bool
  /// The column of the next piece.
  private var column = 0
  /// The column after the written text: blanks are written before a piece, so that none are at the end.
  private var written = 0

  /// An empty line.
  package init(isColored: Bool = false) { self.isColored = isColored }

  /// Writes a text from a column on, up to another (exclusive). Pieces come from left to right.
  package mutating func put(_ text: String, x: Int, limit: Int = .max, _ ink: TextInk = .plain) {
    guard x < limit else { return }
    column = max(column, x)
    let room = limit - column
    let clean = Cleaning.clean(text)
    let shown = Fitting.columns(clean) > room ? Fitting.prefix(clean, room) : clean
    let start = column
    column += Fitting.columns(shown)
    let kept = Self.withoutBlanks(shown)
    guard !kept.isEmpty else { return }
    self.text += String(repeating: " ", count: start - written)
    written = start + Fitting.columns(kept)
    if isColored, let parameters = ink.parameters {
      self.text += "\u{1B}[\(parameters)m\(kept)\u{1B}[0m"
    } else {
      self.text += kept
    }
  }

  /// The text without trailing blanks.
  private static func withoutBlanks(_ text: String) -> Substring {
    var rest = text[...]
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
