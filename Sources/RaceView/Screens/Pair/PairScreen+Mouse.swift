internal import RaceModel

/// The mouse. Keys can do everything that it does.
extension PairScreen {
  package mutating func press(column: Int, row: Int, _ context: inout Context) {
    isDragging = layout.isDivider(column, row)
    if let pane = layout.codePanes.first(where: { $0.body.contains(column, row) }) {
      return press(line: row - pane.body.y, of: pane, &context)
    }
    guard let pane = layout.panes.first(where: { $0.body.contains(column, row) }) else { return }
    let target = self[pane.part].cursor.top + row - pane.body.y
    guard target < self[pane.part].rows.count else { return }
    let isSelected = focused(context) == pane.part && self[pane.part].cursor.row == target && codeView == nil
    focus(pane.part, &context)
    self[pane.part].cursor.row = target
    if isSelected { activate(&context) }
  }

  /// A press on a line of code enters it.
  private mutating func press(line: Int, of pane: PairLayout.Pane, _ context: inout Context) {
    guard let side = pane.part.side else { return }
    if codeView == nil || context.side != side {
      context.side = side
      enterCode(context)
    }
    guard var view = codeView else { return }
    view.cursor.row = view.cursor.top + line
    codeView = view
  }

  /// The divider between the columns follows the mouse if the press was on it.
  package mutating func drag(column: Int, row: Int, _ context: inout Context) {
    guard isDragging, context.size.columns > 0 else { return }
    context.settings.divider = Settings.divider(column * 100 / context.size.columns)
  }

  /// The wheel moves the cursor of the column under the mouse; over code it scrolls that.
  package mutating func wheel(column: Int, row: Int, lines: Int, _ context: inout Context) {
    if let pane = layout.codePanes.first(where: { $0.body.contains(column, row) }), let side = pane.part.side
    {
      if codeView == nil || context.side != side {
        (context.side, isOnFacts) = (side, false)
        enterCode(context)
      }
      return move(.scroll(lines), &context)
    }
    if let pane = layout.panes.first(where: { $0.body.contains(column, row) }) { focus(pane.part, &context) }
    move(.by(lines), &context)
  }
}
