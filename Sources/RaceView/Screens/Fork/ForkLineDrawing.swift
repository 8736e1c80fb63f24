internal import RaceModel
internal import RaceText

/// Draws one line of the fork's tree.
struct ForkLineDrawing {
  let context: Context
  /// Whether frames are followed by their lines of code, if there is room.
  let showsCode: Bool
  let y: Int
  let isCursor: Bool

  func draw(_ line: ForkLine, on grid: inout Grid) {
    let half = context.size.columns / 2
    if let whole = line.whole {
      draw(whole, x: 0, end: context.size.columns - 1, ground: isCursor ? .selection : .plain, on: &grid)
    }
    for (side, cell) in zip(Side.allCases, [line.left, line.right]) {
      guard let cell else { continue }
      let isFocused = isCursor && (context.side == side || line.cell(side.other) == nil)
      let ground: Ground = isFocused ? .selection : isCursor ? .dimSelection : .plain
      draw(
        cell, x: side == .a ? 0 : half, end: side == .a ? half - 1 : context.size.columns - 1, ground: ground,
        on: &grid)
    }
  }

  private func draw(_ cell: ForkCell, x: Int, end: Int, ground: Ground, on grid: inout Grid) {
    let glyphs = context.glyphs
    grid.fill(x: x, y: y, width: end - x, " ", Style(.plain, on: ground))
    if ground == .selection { grid.put(String(glyphs.marker), x: x, y: y, Style(.plain, on: ground)) }
    switch cell {
    case .frame(let frame, let role, let isStale, let isSite):
      let indent = lead(role, x, ground, on: &grid)
      let style = Style(ink(frame, role, isStale, isSite), on: ground, bold: isSite || role == .fork)
      let isShared = role == .trunk || role == .fork
      let mark = isStale ? "~" : frame.isPlumbing && !isShared ? "." : nil
      if let mark { grid.put(mark, x: indent - 2, y: y, style) }
      let frameEnd = isShared ? trunkEnd(frame, indent, end) : branchEnd(indent, end)
      put(frame, x: indent, end: frameEnd, style, on: &grid)
      putCode(of: frame, x: frameEnd + 2, end: end, ground, on: &grid)
    case .fold(let text, let role):
      let indent = lead(role, x, ground, on: &grid)
      let shown = "\(glyphs.fold) \(text)"
      grid.put(
        Fitting.middle(shown, end - indent, glyphs.ellipsis), x: indent, y: y, limit: end,
        Style(role == .trunk ? .shared : .plumbing, on: ground))
    case .start(let text, let side):
      let after = grid.put(
        "\(glyphs.teeRight)\(glyphs.horizontal) \(text) ", x: x + 2, y: y, limit: end,
        Style(Ink(side), on: ground))
      grid.fill(x: after, y: y, width: end - after, glyphs.horizontal, Style(.quiet, on: ground))
    case .edge(let text, let side):
      let indent = lead(.branch(side), x, ground, on: &grid)
      grid.put("\(glyphs.down) \(text)", x: indent, y: y, limit: end, Style(Ink(side), on: ground))
    case .end(let text, let side):
      let style = Style(Ink(side), on: ground, bold: true)
      let shown = Fitting.end(text, end - x - 5, glyphs.ellipsis)
      grid.put("\(glyphs.bottomLeft)\(glyphs.horizontal) \(shown)", x: x + 2, y: y, limit: end, style)
    case .more(let text, let side):
      let shown = Fitting.end(text, end - x - 5, glyphs.ellipsis)
      grid.put(shown, x: x + 5, y: y, limit: end, Style(Ink(side), on: ground))
    case .step(let text, let side):
      let style = Style(Ink(side), on: ground, bold: true)
      grid.put(Fitting.end(text, end - x - 2, glyphs.ellipsis), x: x + 2, y: y, limit: end, style)
      grid.highlight(context.search, in: text, x: x + 2, y: y, limit: end)
    case .words(let label, let text):
      grid.put(label, x: 2, y: y, Style(.key, on: ground))
      grid.put(text, x: 11, y: y, limit: end, Style(.plain, on: ground))
      grid.highlight(context.search, in: text, x: 11, y: y, limit: end)
    }
  }

  /// Draws the line down the side of a branch.
  ///
  /// - Returns: where the frames' names begin.
  private func lead(_ role: ForkCell.Role, _ x: Int, _ ground: Ground, on grid: inout Grid) -> Int {
    guard case .branch(let side) = role else { return x + 3 }
    grid.put(String(context.glyphs.vertical), x: x + 2, y: y, Style(Ink(side), on: ground))
    return x + 5
  }

  /// The end of a shared frame. It may be above two columns: its place must not look like one of B's.
  private func trunkEnd(_ frame: Frame, _ x: Int, _ end: Int) -> Int {
    guard context.size.columns >= PairLayout.stackedWidth else { return min(end, x + 70) }
    let place = FrameWords.place(frame, width: 28, context.glyphs)
    let needed = x + Fitting.columns(context.model.names.function(frame)) + 2 + Fitting.columns(place)
    // The frames of A end below it, two columns further in.
    return min(end, max(min(context.size.columns / 2 - 1, x + 72), needed))
  }

  /// The end of a frame in a branch; its line of code follows if there is room.
  private func branchEnd(_ x: Int, _ end: Int) -> Int {
    let hasCode = showsCode && end - x >= Self.frame + Self.shortestCode
    return min(end, x + (hasCode ? Self.frame : 70))
  }

  /// Columns for a frame that is followed by its code.
  private static let frame = 52
  /// The fewest useful columns for a line of code.
  private static let shortestCode = 24

  /// The frame's line of code.
  private func putCode(of frame: Frame, x: Int, end: Int, _ ground: Ground, on grid: inout Grid) {
    guard showsCode, end - x >= Self.shortestCode, let line = context.codeLine(frame) else {
      return
    }
    let text = String(line.text.drop { $0 == " " || $0 == "\t" })
    grid.put(
      Fitting.end(text, end - x, context.glyphs.ellipsis), x: x, y: y, limit: end, Style(.plain, on: ground))
  }

  private func put(_ frame: Frame, x: Int, end: Int, _ style: Style, on grid: inout Grid) {
    let function = context.model.names.function(frame)
    let place = FrameWords.place(
      frame, width: FrameWords.placeWidth(in: end - x, beside: function, gap: 2), context.glyphs)
    let placeX = end - Fitting.columns(place)
    let name = FrameWords.fitted(function, max(1, placeX - 2 - x), context.glyphs.ellipsis)
    grid.put(name, x: x, y: y, limit: placeX, style)
    grid.highlight(context.search, in: name, x: x, y: y, limit: placeX)
    grid.put(place, x: placeX, y: y, limit: end, style)
    grid.highlight(context.search, in: place, x: placeX, y: y, limit: end)
  }

  private func ink(_ frame: Frame, _ role: ForkCell.Role, _ isStale: Bool, _ isSite: Bool) -> Ink {
    if case .branch(let side) = role, isSite { return Ink(side) }
    if isStale { return .plumbing }
    if role == .trunk || role == .fork { return .shared }
    return frame.isPlumbing ? .plumbing : .plain
  }
}
