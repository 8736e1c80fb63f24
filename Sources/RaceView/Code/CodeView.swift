internal import RaceText

/// What of a piece of code is in view, where the user moves about in it.
package struct CodeView: Sendable {
  /// The place that the code is of.
  let place: CodePlace
  /// The focused line and the first one in view, as positions among the lines at hand.
  var cursor: ListCursor
  /// How far the text is moved to the left, in columns.
  var left = 0

  /// A view of the code of a place as a pane of so many rows shows it.
  init(_ place: CodePlace, _ excerpt: CodeExcerpt, height: Int) {
    self.place = place
    let row = excerpt.lines.firstIndex { $0.number >= place.line } ?? 0
    cursor = ListCursor(row: row, top: excerpt.window(height: height).startIndex)
  }
}
