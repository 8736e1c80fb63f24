internal import RaceModel
internal import RaceText

/// Draws one row of a column.
struct PairRowDrawing {
  let context: Context
  /// The ink of the part.
  let ink: Ink
  let ground: Ground
  let area: Rect
  /// How far the text is scrolled to the left, in columns.
  let left: Int

  func draw(_ row: PairRow, on grid: inout Grid) {
    grid.fill(x: area.x, y: area.y, width: area.width, " ", Style(.plain, on: ground))
    let text = PairRowText(row, width: area.width, left: left, context.model.names, context.glyphs)
    if ground == .selection, !row.isHeading { drawMarker(Style(.plain, on: ground), on: &grid) }
    for piece in text.pieces {
      let (x, limit) = (area.x + piece.x, area.x + piece.limit)
      grid.put(piece.text, x: x, y: area.y, limit: limit, style(piece.role, row))
      if row.frame != nil, piece.role != .glyph {
        grid.highlight(context.search, in: piece.text, x: x, y: area.y, limit: limit)
      }
    }
    // A heading has its rule in the place of the marker of other rows.
    if ground == .selection, row.isHeading { drawMarker(Style(ink, on: ground), on: &grid) }
  }

  private func drawMarker(_ style: Style, on grid: inout Grid) {
    grid.put(String(context.glyphs.marker), x: area.x, y: area.y, limit: area.x + area.width, style)
  }

  private func style(_ role: PairRowText.Role, _ row: PairRow) -> Style {
    if role == .rule { return Style(.quiet, on: ground) }
    switch row.content {
    case .frame(let frame):
      if role == .glyph { return Style(row.isFork || row.isShared ? .shared : .plumbing, on: ground) }
      return Style(ink(of: frame, row), on: ground, bold: row.isSite)
    case .fold: return Style(row.isShared ? .shared : .plumbing, on: ground)
    case .heading: return Style(ink, on: ground)
    case .absence: return Style(.warning, on: ground)
    }
  }

  private func ink(of frame: Frame, _ row: PairRow) -> Ink {
    if row.isSite { return ink }
    if row.staleCount > 0 { return .plumbing }
    if row.isFork || row.isShared { return .shared }
    return frame.isPlumbing ? .plumbing : .plain
  }
}

extension Ink {
  /// The ink of everything that belongs to an access.
  init(_ side: Side) { self = side == .a ? .left : .right }

  /// The ink of a part of the Pair screen.
  init(_ part: PairPart) { self = part.side.map { Ink($0) } ?? .plain }
}
