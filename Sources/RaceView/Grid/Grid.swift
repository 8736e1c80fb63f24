internal import RaceText

/// One column of the screen. A wide character fills its cell and leaves a `continuation` after it.
package struct Cell: Hashable, Sendable {
  /// The character, a Unicode scalar; `continuation` in the second column of a wide one.
  package var scalar: UInt32 = 0x20
  /// A combining mark drawn over the character, 0 for none.
  package var mark: UInt32 = 0
  /// What the cell means.
  package var style = Style.plain

  /// The scalar of a column covered by the wide character on its left.
  package static let continuation: UInt32 = 0

  /// A blank cell.
  package init() {}
}

/// A screenful of cells: what a frame shows, before any terminal is involved.
///
/// Drawing cannot leave its row or its column limit, and no control character can enter a cell: `put`
/// replaces characters without a width.
package struct Grid: Equatable, Sendable {
  /// The width in columns.
  package let columns: Int
  /// The height in rows.
  package let rows: Int
  /// The cells, row by row.
  package private(set) var cells: [Cell]

  /// A blank screen.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    cells = Array(repeating: Cell(), count: self.columns * self.rows)
  }

  /// The cell at a place, nil outside.
  package subscript(x: Int, y: Int) -> Cell? {
    guard x >= 0, y >= 0, x < columns, y < rows else { return nil }
    return cells[y * columns + x]
  }

  /// Draws `text` from column `x` of row `y` rightward, up to column `limit` (exclusive).
  ///
  /// - Returns: the column after the last one drawn.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, x: Int, y: Int, limit: Int? = nil, _ style: Style = .plain
  ) -> Int {
    let start = x
    var x = x
    guard y >= 0, y < rows else { return x }
    let end = min(columns, limit ?? columns)
    for scalar in text.unicodeScalars {
      let drawn = CharacterWidth.isControl(scalar) ? "\u{FFFD}" : scalar
      let width = CharacterWidth.columns(of: drawn)
      if width == 0 {
        mark(drawn.value, before: x, from: start, y: y)
        continue
      }
      guard x >= 0, x + width <= end else { break }
      set(drawn.value, x: x, y: y, style)
      if width == 2 { set(Cell.continuation, x: x + 1, y: y, style) }
      x += width
    }
    return x
  }

  /// Fills part of a row with one character.
  package mutating func fill(
    x: Int, y: Int, width: Int, _ scalar: Unicode.Scalar = " ", _ style: Style = .plain
  ) {
    guard y >= 0, y < rows else { return }
    let from = max(0, x)
    let to = min(columns, x + width)
    guard from < to else { return }
    for column in from..<to { set(scalar.value, x: column, y: y, style) }
  }

  /// Changes the style of part of a row, but not its text.
  package mutating func restyle(x: Int, y: Int, width: Int, _ change: (inout Style) -> Void) {
    guard y >= 0, y < rows else { return }
    let from = max(0, x)
    let to = min(columns, x + width)
    guard from < to else { return }
    for column in from..<to { change(&cells[y * columns + column].style) }
  }

  /// The text of a row, without trailing blanks.
  package func text(row y: Int) -> String {
    guard y >= 0, y < rows else { return "" }
    var line = String.UnicodeScalarView()
    for x in 0..<columns {
      let cell = cells[y * columns + x]
      guard cell.scalar != Cell.continuation else { continue }
      line.append(Unicode.Scalar(cell.scalar) ?? "\u{FFFD}")
      if cell.mark != 0 { line.append(Unicode.Scalar(cell.mark) ?? "\u{FFFD}") }
    }
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// The text of the whole screen, one line per row.
  package var text: String {
    (0..<rows).map { text(row: $0) + "\n" }.joined()
  }

  /// Puts a combining mark over the last character of a text drawn from `start` on. A mark that begins a text
  /// has no character below it.
  private mutating func mark(_ mark: UInt32, before x: Int, from start: Int, y: Int) {
    var column = x - 1
    if column > start, self[column, y]?.scalar == Cell.continuation { column -= 1 }
    guard column >= max(0, start), column < columns else { return }
    cells[y * columns + column].mark = mark
  }

  private mutating func set(_ scalar: UInt32, x: Int, y: Int, _ style: Style) {
    cells[y * columns + x].scalar = scalar
    cells[y * columns + x].mark = 0
    cells[y * columns + x].style = style
  }
}
