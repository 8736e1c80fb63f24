internal import RaceModel

/// The heart: two columns, A the access that was caught, B the previous one; each with its stack, then
/// the creation of its thread.
enum PairScreen {
  static func draw(_ state: State, on grid: inout Grid) {
    guard let pair = state.pair else { return }
    let layout = PairLayout(state)
    let title = PairText.title(state, pair)
    grid.bar(0, left: title.left, right: title.right, state.glyphs)
    drawInformation(layout, state, pair, on: &grid)
    for pane in layout.panes { draw(pane, layout.arrangement, state, pair, on: &grid) }
    for pane in layout.sources {
      let area = Rect(
        x: pane.header.x, y: pane.header.y, width: pane.header.width, height: pane.body.height + 1)
      SourcePaneDrawing(state: state, side: pane.side, area: area).draw(on: &grid)
    }
    if layout.arrangement == .sideBySide { drawRules(layout, state, on: &grid) }
    drawDetail(layout, state, pair, on: &grid)
  }

  /// What the race is on and comes from; below it, where there is something to say, what is damaged and
  /// where the report comes from. Where there is one row, damage goes first.
  private static func drawInformation(
    _ layout: PairLayout, _ state: State, _ pair: PairState, on grid: inout Grid
  ) {
    guard layout.informationHeight > 0 else { return }
    let explanation = PairText.explanation(state, pair)
    let (text, damage) = PairText.information(state, pair)
    var x = 1
    if layout.informationHeight > 1 {
      grid.put(Fitting.end(explanation, state.columns - 2, state.glyphs.ellipsis), x: x, y: 1)
    } else if damage.isEmpty {
      x = grid.put(Fitting.end(explanation, state.columns - 2, state.glyphs.ellipsis), x: x, y: 1)
      if x > 1, !text.isEmpty { x = grid.put(" \(state.glyphs.dot) ", x: x, y: 1, Style(.quiet)) }
    }
    let isShort = layout.informationHeight == 1 && !damage.isEmpty
    let rest = isShort ? [explanation, text].filter { !$0.isEmpty } : [text]
    drawOrigin(
      rest.joined(separator: " \(state.glyphs.dot) "), damage, x: x, y: layout.informationHeight, state,
      on: &grid)
  }

  private static func drawOrigin(
    _ text: String, _ damage: String, x: Int, y: Int, _ state: State, on grid: inout Grid
  ) {
    var x = x
    if !damage.isEmpty {
      let shown = "! " + Fitting.end(damage, state.columns - 4, state.glyphs.ellipsis)
      x = grid.put(shown, x: x, y: y, Style(.warning)) + 2
    }
    if x < state.columns - 10 {
      grid.put(Fitting.end(text, state.columns - x - 1, state.glyphs.ellipsis), x: x, y: y, Style(.quiet))
    }
  }

  private static func draw(
    _ pane: PairLayout.Pane, _ arrangement: PairLayout.Arrangement, _ state: State, _ pair: PairState,
    on grid: inout Grid
  ) {
    drawHeader(pane, arrangement, state, pair, on: &grid)
    let side = pair.sides[pane.side]
    let rows = pair.rows[pane.side]
    for offset in 0..<pane.body.height where side.top + offset < rows.count {
      let position = side.top + offset
      let isCursor = position == side.cursor
      let ground: Ground = !isCursor ? .plain : pane.side == pair.focus ? .selection : .dimSelection
      let area = Rect(x: pane.body.x, y: pane.body.y + offset, width: pane.body.width, height: 1)
      PairRowDrawing(state: state, side: pane.side, ground: ground, area: area).draw(
        rows[position], on: &grid)
    }
    drawMore(pane, rows.count, side.top, state, on: &grid)
  }

  /// Says at the right of the header how much is above and below what is shown.
  private static func drawMore(
    _ pane: PairLayout.Pane, _ count: Int, _ top: Int, _ state: State, on grid: inout Grid
  ) {
    let text = more(pane, count, top)
    grid.put(
      text, x: pane.header.x + pane.header.width - text.utf8.count - 1, y: pane.header.y, Style(.quiet))
  }

  /// `1-9 of 17`; nothing where all is shown, or no room is.
  private static func more(_ pane: PairLayout.Pane, _ count: Int, _ top: Int) -> String {
    guard count > pane.body.height else { return "" }
    let text = " \(top + 1)-\(min(count, top + pane.body.height)) of \(count) "
    return pane.header.width > text.utf8.count + 22 ? text : ""
  }

  private static func drawHeader(
    _ pane: PairLayout.Pane, _ arrangement: PairLayout.Arrangement, _ state: State, _ pair: PairState,
    on grid: inout Grid
  ) {
    let isFocused = pane.side == pair.focus
    let ink: Ink = pane.side == 0 ? .left : .right
    let area = pane.header
    for x in area.x..<area.x + area.width {
      grid.put(String(state.glyphs.horizontal), x: x, y: area.y, Style(.quiet))
    }
    var text = PairText.header(pair, side: pane.side)
    if arrangement == .single, !pair.isLone { text += "  \(pane.side + 1)/2" }
    let mark = isFocused ? String(state.glyphs.marker) : " "
    let more = more(pane, pair.rows[pane.side].count, pair.sides[pane.side].top).utf8.count
    let shown = " \(mark)" + Fitting.end(text, area.width - 5 - more, state.glyphs.ellipsis) + " "
    grid.put(shown, x: area.x + 1, y: area.y, limit: area.x + area.width, Style(ink, bold: isFocused))
  }

  /// The rules around and between two columns.
  private static func drawRules(_ layout: PairLayout, _ state: State, on grid: inout Grid) {
    guard let left = layout.panes.first, let right = layout.panes.last else { return }
    let glyphs = state.glyphs
    let style = Style(.quiet)
    let columns = [0, right.body.x - 1, state.columns - 1]
    let top = left.header.y
    let middle = left.body.y + left.body.height
    let bottom = layout.sources.first.map { $0.body.y + $0.body.height } ?? middle
    for y in left.body.y..<bottom {
      for x in columns { grid.put(String(glyphs.vertical), x: x, y: y, style) }
    }
    for x in 0..<state.columns { grid.put(String(glyphs.horizontal), x: x, y: bottom, style) }
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

  private static func drawDetail(_ layout: PairLayout, _ state: State, _ pair: PairState, on grid: inout Grid)
  {
    let lines = Fitting.wrap(PairText.detail(pair, state.names), state.columns - 2)
    for (offset, line) in lines.prefix(layout.detail.height).enumerated() {
      // Blanks that stood between two parts do not begin a row.
      let shown = String(line.drop { offset > 0 && $0 == " " })
      grid.put(shown, x: 1, y: layout.detail.y + offset, Style(.plain))
    }
  }
}
