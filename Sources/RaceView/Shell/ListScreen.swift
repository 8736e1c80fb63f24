internal import RaceText

/// A screen with one list of rows and one cursor.
package protocol ListScreen: Screen {
  /// The focused row and the visible part.
  var cursor: ListCursor { get set }
  /// How many rows there are.
  var rowCount: Int { get }
  /// The screen rows of the list.
  func body(_ size: Size) -> Range<Int>
  /// What a click on the focused row does; Enter does the same.
  mutating func activate(_ context: inout Context)
}

extension ListScreen {
  package mutating func activate(_ context: inout Context) {}

  package mutating func move(_ motion: Motion, _ context: inout Context) {
    cursor.move(motion, count: rowCount, height: body(context.size).count)
  }

  package func position(_ context: Context) -> String { cursor.words(of: rowCount) }

  package mutating func press(column: Int, row: Int, _ context: inout Context) {
    let body = body(context.size)
    guard body.contains(row), cursor.top + row - body.lowerBound < rowCount else { return }
    let target = cursor.top + row - body.lowerBound
    if cursor.row == target { return activate(&context) }
    cursor.row = target
  }

  package mutating func select(match row: Int, _ context: inout Context) { cursor.jump(to: row) }

  /// Keeps the cursor among the visible rows.
  mutating func keepInView(_ size: Size) { cursor.keepInView(count: rowCount, height: body(size).count) }

  /// Draws the ground of each visible row, with the marker on the cursor's, and then the row.
  func drawRows(_ context: Context, on grid: inout Grid, _ draw: (Int, Int, Ground, inout Grid) -> Void) {
    let body = body(context.size)
    for y in body where cursor.top + y - body.lowerBound < rowCount {
      let row = cursor.top + y - body.lowerBound
      let ground: Ground = row == cursor.row ? .selection : .plain
      grid.fill(x: 0, y: y, width: context.size.columns, " ", Style(.plain, on: ground))
      if ground == .selection {
        grid.put(String(context.settings.glyphs.marker), x: 0, y: y, Style(.plain, on: ground))
      }
      draw(row, y, ground, &grid)
    }
  }
}
