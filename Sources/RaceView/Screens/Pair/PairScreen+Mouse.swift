internal import RaceModel

/// The mouse: everything it does, keys do too.
extension PairScreen {
  package mutating func press(column: Int, row: Int, _ context: inout Context) {
    isDragging = layout.isDivider(column, row)
    guard let pane = layout.panes.first(where: { $0.body.contains(column, row) }) else { return }
    let target = cursors[pane.side].top + row - pane.body.y
    guard target < rows[pane.side].count else { return }
    let isSelected = context.side == pane.side && cursors[pane.side].row == target
    context.side = pane.side
    cursors[pane.side].row = target
    if isSelected { toggleFold(context) }
  }

  /// The divider between the columns follows the mouse, when the press was on it.
  package mutating func drag(column: Int, row: Int, _ context: inout Context) {
    guard isDragging, context.size.columns > 0 else { return }
    split = max(20, min(80, column * 100 / context.size.columns))
  }

  /// The wheel moves the cursor of the column under the mouse.
  package mutating func wheel(column: Int, row: Int, lines: Int, _ context: inout Context) {
    if let pane = layout.panes.first(where: { $0.body.contains(column, row) }) { context.side = pane.side }
    move(.by(lines), &context)
  }
}
