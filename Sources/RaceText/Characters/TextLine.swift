/// A line of plain text that is written piece by piece, each at its column.
///
/// What could make a terminal do something is replaced, as on the screen.
package struct TextLine {
  private var content = ""
  private var column = 0

  /// An empty line.
  package init() {}

  /// Writes a text from a column on, up to another (exclusive). Pieces come from left to right.
  package mutating func put(_ text: String, x: Int, limit: Int = .max) {
    guard x < limit else { return }
    if x > column {
      content += String(repeating: " ", count: x - column)
      column = x
    }
    let room = limit - column
    let clean = Cleaning.clean(text)
    let shown = Fitting.columns(clean) > room ? Fitting.prefix(clean, room) : clean
    content += shown
    column += Fitting.columns(shown)
  }

  /// The line, without blanks at its end.
  package var text: String {
    var text = content
    while text.last == " " { text.removeLast() }
    return text
  }
}
