internal import CNcurses
internal import RaceText
package import RaceView

extension Terminal {
  /// Makes the terminal show `grid`; everything outside of it is blank.
  ///
  /// Rows equal to those of the last grid are not passed again, and ncurses sends only the differences.
  package mutating func draw(_ grid: borrowing Grid) {
    let window = nc_stdscr()
    let width = min(grid.columns, columns)
    if let shown = painter.shown, (shown.columns, shown.rows) != (grid.columns, grid.rows) {
      painter.shown = nil
    }
    if painter.shown == nil { werase(window) }
    // Read once, because each read of a property of another module is a call.
    let cells = grid.cells
    for y in 0..<min(grid.rows, rows) {
      let row = cells[y * grid.columns..<(y + 1) * grid.columns]
      if let shown = painter.shown, shown.cells[row.indices] == row { continue }
      fillRow(row.prefix(width))
      mvwadd_wchnstr(window, Int32(y), 0, painter.row, Int32(painter.row.count))
    }
    wnoutrefresh(window)
    doupdate()
    painter.shown = (grid.columns, grid.rows, cells)
    if needsOwnModes {
      setOwnModes(true)
      needsOwnModes = false
    }
  }

  /// Makes the next frame send every cell, whatever the terminal seems to show.
  package mutating func repaint() {
    clearok(nc_curscr(), true)
    painter.shown = nil
  }

  /// Fills `painter.row` so that it takes exactly as many columns as there are cells, whatever they hold: a
  /// character to which the C library gives another width than the grid is replaced.
  private mutating func fillRow(_ cells: ArraySlice<Cell>) {
    painter.row.removeAll(keepingCapacity: true)
    var style = Style.plain
    var look = painter.look(of: style, theme)
    var index = cells.startIndex
    while index < cells.endIndex {
      let cell = cells[index]
      if cell.style != style {
        style = cell.style
        look = painter.look(of: style, theme)
      }
      let next = index + 1
      let isCovered = next < cells.endIndex && cells[next].scalar == Cell.continuation
      var character = cchar_t()
      character.attr = look.attributes | attr_t(min(look.pair, 255)) << 8
      character.ext_color = look.pair
      let columns = place(cell, isWide: isCovered && cell.isWide, in: &character)
      // A continuation reached here belongs to a wide character that was replaced or overdrawn.
      if cell.scalar == Cell.continuation, index > cells.startIndex, cells[index - 1].isWide {
        character.chars.0 = replacement
      }
      painter.row.append(character)
      index += columns
    }
  }

  /// Puts the cell's text, or its replacement, into `character` and returns its width.
  private borrowing func place(_ cell: Cell, isWide: Bool, in character: inout cchar_t) -> Int {
    let scalar = cell.scalar == Cell.continuation ? 0x20 : cell.scalar
    if scalar < 0x7F, scalar >= 0x20, cell.mark == 0 {
      character.chars.0 = wchar_t(scalar)
      return 1
    }
    if let letter = lines.substitute(for: scalar) {
      if lines == .alternate { character.attr |= nc_altcharset }
      character.chars.0 = wchar_t(letter)
      return 1
    }
    guard canShow(scalar, columns: isWide ? 2 : 1) else {
      character.chars.0 = replacement
      return 1
    }
    character.chars.0 = wchar_t(bitPattern: scalar)
    // A variation selector makes some terminals, not all, draw the character wider than it is.
    let isSelector = (0xFE00...0xFE0F).contains(cell.mark)
    if cell.mark != 0, !isSelector, canShow(cell.mark, columns: 0) {
      character.chars.1 = wchar_t(bitPattern: cell.mark)
    }
    return isWide ? 2 : 1
  }

  /// The replacement for a column that cannot be shown.
  private var replacement: wchar_t { isUTF8 ? 0xFFFD : 0x3F }

  private borrowing func canShow(_ scalar: UInt32, columns: Int32) -> Bool {
    nc_wcwidth(scalar) == columns && (isUTF8 || nc_can_encode(scalar) != 0)
  }
}

extension Cell {
  /// Whether the character takes this column and the next.
  fileprivate var isWide: Bool {
    scalar >= 0x300 && Unicode.Scalar(scalar).map { CharacterWidth.columns(of: $0) } == 2
  }
}
