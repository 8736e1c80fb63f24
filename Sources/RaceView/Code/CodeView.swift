internal import RaceText

/// The visible part of a piece of code in which the user moves.
package struct CodeView: Sendable {
  /// The place of the code.
  let place: CodePlace
  /// The focused line and the first visible one, as positions among the available lines.
  var cursor: ListCursor
  /// How far the text is scrolled to the left, in columns.
  var left = 0

  /// A view of the code of a place in a pane with a number of rows.
  init(_ place: CodePlace, _ excerpt: CodeExcerpt, height: Int) {
    self.place = place
    let row = excerpt.lines.firstIndex { $0.number >= place.line } ?? 0
    cursor = ListCursor(row: row, top: excerpt.window(height: height).startIndex)
  }
}
