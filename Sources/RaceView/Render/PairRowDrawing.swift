internal import RaceModel

/// Draws one row of a column.
struct PairRowDrawing {
  let state: State
  let side: Int
  let ground: Ground
  let area: Rect

  private var ink: Ink { side == 0 ? .left : .right }
  private var end: Int { area.x + area.width }

  func draw(_ row: PairRow, on grid: inout Grid) {
    grid.fill(x: area.x, y: area.y, width: area.width, " ", Style(.plain, on: ground))
    if ground == .selection { put(String(state.glyphs.marker), at: 0, Style(.plain, on: ground), &grid) }
    switch row.content {
    case .frame(let frame): draw(frame, row, on: &grid)
    case .fold(let count): drawFold(row, count, on: &grid)
    case .heading(let text): drawHeading(state.names.sentence(text), row, on: &grid)
    case .note(let text):
      let shown = Fitting.end("? " + text, area.width - 1, state.glyphs.ellipsis)
      put(shown, at: 1, Style(.warning, on: ground), &grid)
    }
  }

  private func draw(_ frame: Frame, _ row: PairRow, on grid: inout Grid) {
    let style = Style(self.ink(of: frame, row), on: ground, bold: row.isSite)
    // A mark says without colour what the ink says.
    let mark = mark(of: frame, row)
    put(mark, at: 1, Style(row.isFork || row.isShared ? .shared : .plumbing, on: ground), &grid)
    let room = area.width - 4
    let place = Names.place(frame, width: max(8, min(28, room * 2 / 5)), state.glyphs)
    let placeX = end - Fitting.columns(place)
    let name = Fitting.middle(
      state.names.function(frame), max(1, placeX - 1 - (area.x + 3)), state.glyphs.ellipsis)
    put(name, at: 3, style, &grid)
    grid.mark(state.search, in: name, x: area.x + 3, y: area.y, limit: placeX)
    grid.put(place, x: placeX, y: area.y, limit: end, style)
    grid.mark(state.search, in: place, x: placeX, y: area.y, limit: end)
  }

  private func mark(of frame: Frame, _ row: PairRow) -> String {
    if row.isFork { return String(state.glyphs.fork) }
    if row.staleCount > 0 { return "~" }
    return row.isShared ? "=" : frame.isPlumbing ? "." : " "
  }

  private func ink(of frame: Frame, _ row: PairRow) -> Ink {
    if row.isSite { return ink }
    if row.staleCount > 0 { return .plumbing }
    if row.isFork || row.isShared { return .shared }
    return frame.isPlumbing ? .plumbing : .plain
  }

  private func drawFold(_ row: PairRow, _ count: Int, on grid: inout Grid) {
    let style = Style(row.isShared ? .shared : .plumbing, on: ground)
    let mark = row.isShared ? "=" : row.staleCount > 0 ? "~" : String(state.glyphs.fold)
    put(mark, at: 1, style, &grid)
    put(PairText.fold(row, count), at: 3, style, &grid)
    grid.put("+", x: end - 2, y: area.y, limit: end, style)
  }

  private func drawHeading(_ text: String, _ row: PairRow, on grid: inout Grid) {
    let style = Style(ink, on: ground)
    let mark = row.isCreation ? state.glyphs.up : state.glyphs.horizontal
    let shown = " \(mark) " + Fitting.end(text, area.width - 6, state.glyphs.ellipsis) + " "
    let after = put(shown, at: 0, style, &grid)
    if ground == .selection { put(String(state.glyphs.marker), at: 0, style, &grid) }
    for x in after..<max(after, end) {
      grid.put(String(state.glyphs.horizontal), x: x, y: area.y, limit: end, Style(.quiet, on: ground))
    }
  }

  @discardableResult
  private func put(_ text: String, at offset: Int, _ style: Style, _ grid: inout Grid) -> Int {
    grid.put(text, x: area.x + offset, y: area.y, limit: end, style)
  }
}
