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
    var shown = Cleaning.clean(text)
    var width = Fitting.columns(shown)
    if width > room {
      shown = Fitting.prefix(shown, room)
      width = Fitting.columns(shown)
    }
    let start = column
    column += width
    let kept = Self.withoutBlanks(shown)
    guard !kept.isEmpty else { return }
    addBlanks(start - written)
    // A blank is one column.
    written = column - (shown.utf8.count - kept.utf8.count)
    if isColored, let parameters = ink.parameters {
      self.text += "\u{1B}[\(parameters)m\(kept)\u{1B}[0m"
    } else {
      self.text += kept
    }
  }

  private mutating func addBlanks(_ count: Int) {
    var rest = count
    while rest > 0 {
      text += Substring(Self.blanks.utf8.prefix(rest))
      rest -= Self.blanks.utf8.count
    }
  }

  private static let blanks = "                                        "

  /// The text without trailing blanks.
  private static func withoutBlanks(_ text: String) -> Substring {
    // A blank with a mark above it does not end in the byte of one.
    let blanks = text.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    return text[..<text.utf8.index(text.endIndex, offsetBy: -blanks)]
  }
}
