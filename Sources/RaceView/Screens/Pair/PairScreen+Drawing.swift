internal import RaceModel
internal import RaceText

extension PairScreen {
  package func draw(_ context: Context, on grid: inout Grid) {
    grid.bar(0, left: context.reportTitle, right: context.report?.location ?? "", context.glyphs)
    layout.information?.draw(context, on: &grid)
    for pane in layout.panes { draw(pane, context, on: &grid) }
    for pane in layout.sources {
      let area = Rect(
        x: pane.header.x, y: pane.header.y, width: pane.header.width, height: pane.body.height + 1)
      CodePane(
        context: context, side: pane.side, place: codePlace(pane.side, context), sharedNames: sharedNames,
        area: area
      ).draw(on: &grid)
    }
    if layout.arrangement == .sideBySide { drawRules(context, on: &grid) }
    drawDetail(context, on: &grid)
  }

  // MARK: Columns

  private func draw(_ pane: PairLayout.Pane, _ context: Context, on grid: inout Grid) {
    drawHeader(pane, context, on: &grid)
    let cursor = cursors[pane.side]
    for offset in 0..<pane.body.height where cursor.top + offset < rows[pane.side].count {
      let position = cursor.top + offset
      let ground: Ground =
        position != cursor.row ? .plain : pane.side == context.side ? .selection : .dimSelection
      let area = Rect(x: pane.body.x, y: pane.body.y + offset, width: pane.body.width, height: 1)
      PairRowDrawing(context: context, side: pane.side, ground: ground, area: area).draw(
        rows[pane.side][position], on: &grid)
    }
  }

  private func drawHeader(_ pane: PairLayout.Pane, _ context: Context, on grid: inout Grid) {
    let isFocused = pane.side == context.side
    let area = pane.header
    let glyphs = context.glyphs
    for x in area.x..<area.x + area.width {
      grid.put(String(glyphs.horizontal), x: x, y: area.y, Style(.quiet))
    }
    var text = context.report?.header(pane.side) ?? ""
    if layout.arrangement == .single, context.report?.isLone != true {
      text += "  \(pane.side.rawValue + 1)/2"
    }
    let mark = isFocused ? String(glyphs.marker) : " "
    let more = more(pane)
    let shown = " \(mark)" + Fitting.end(text, area.width - 5 - more.utf8.count, glyphs.ellipsis) + " "
    grid.put(
      shown, x: area.x + 1, y: area.y, limit: area.x + area.width, Style(Ink(pane.side), bold: isFocused))
    grid.put(more, x: area.x + area.width - more.utf8.count - 1, y: area.y, Style(.quiet))
  }

  /// How much is above and below what is shown, `1-9 of 17`; nothing where all is shown, or no room is.
  private func more(_ pane: PairLayout.Pane) -> String {
    let (count, top) = (rows[pane.side].count, cursors[pane.side].top)
    guard count > pane.body.height else { return "" }
    let text = " \(top + 1)-\(min(count, top + pane.body.height)) of \(count) "
    return pane.header.width > text.utf8.count + 22 ? text : ""
  }

  /// The rules around and between two columns.
  private func drawRules(_ context: Context, on grid: inout Grid) {
    guard let left = layout.panes.first, let right = layout.panes.last else { return }
    let glyphs = context.glyphs
    let width = context.size.columns
    let style = Style(.quiet)
    let columns = [0, right.body.x - 1, width - 1]
    let top = left.header.y
    let middle = left.body.y + left.body.height
    let bottom = layout.sources.first.map { $0.body.y + $0.body.height } ?? middle
    for y in left.body.y..<bottom {
      for x in columns { grid.put(String(glyphs.vertical), x: x, y: y, style) }
    }
    for x in 0..<width { grid.put(String(glyphs.horizontal), x: x, y: bottom, style) }
    let corners = [
      (glyphs.topLeft, glyphs.bottomLeft), (glyphs.teeDown, glyphs.teeUp),
      (glyphs.topRight, glyphs.bottomRight),
    ]
    if bottom > middle {
      for (x, glyph) in zip(columns, [glyphs.teeRight, glyphs.cross, glyphs.teeLeft]) {
        grid.put(String(glyph), x: x, y: middle, style)
      }
    }
    for (x, corner) in zip(columns, corners) {
      grid.put(String(corner.0), x: x, y: top, style)
      grid.put(String(corner.1), x: x, y: bottom, style)
    }
  }

  // MARK: The focused row

  /// Everything that is known of the focused row.
  func detail(_ context: Context) -> String {
    guard let row = row(context.side) else { return "" }
    let keys = "\(context.key(Common.fold)) unfolds them"
    return row.whole(context.model.names, of: context.report?.detail?.report, opening: keys)
  }

  private func drawDetail(_ context: Context, on grid: inout Grid) {
    let lines = Fitting.wrap(detail(context), context.size.columns - 2)
    let height = layout.detail.height
    for (offset, line) in lines.prefix(height).enumerated() {
      // The rest is a key away.
      if offset == height - 1, lines.count > height {
        let rest = lines.dropFirst(offset).joined()
        let shown = Fitting.middle(rest, context.size.columns - 2, context.glyphs.ellipsis)
        grid.put(shown, x: 1, y: layout.detail.y + offset)
        break
      }
      // Blanks between two parts do not begin a row.
      let shown = String(line.drop { offset > 0 && $0 == " " })
      grid.put(shown, x: 1, y: layout.detail.y + offset, Style(.plain))
    }
  }
}
