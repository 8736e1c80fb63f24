internal import RaceModel
internal import RaceText

/// The stacks of the selected race, if its code is not available: both accesses side by side, or stacked.
struct StackPreview: Sendable {
  /// The narrowest place with both side by side.
  private static let sideBySide = 100

  /// What is above the stack of each side.
  private let headers: Sides<String>
  /// The rows of each side.
  private let rows: Sides<[PairRow]>

  /// The stacks of a report; nil if it was not read yet.
  init?(_ report: ShownReport) {
    if report.detail == nil { return nil }
    headers = Sides { report.header($0) }
    rows = Sides { report.rows($0, opened: []) }
  }

  func draw(in area: Rect, _ context: Context, on grid: inout Grid) {
    guard !rows.b.isEmpty else { return draw(.a, area, context, on: &grid) }
    if area.width >= Self.sideBySide {
      let half = area.width / 2
      draw(.a, Rect(x: area.x, y: area.y, width: half - 1, height: area.height), context, on: &grid)
      let right = Rect(x: area.x + half, y: area.y, width: area.width - half, height: area.height)
      draw(.b, right, context, on: &grid)
      for y in area.y..<area.y + area.height {
        grid.put(String(context.glyphs.vertical), x: area.x + half - 1, y: y, Style(.quiet))
      }
      return
    }
    // The room that a short stack does not need goes to the other one.
    let (needed, other) = (rows.a.count + 1, rows.b.count + 1)
    let upper = max(min(needed, area.height - min(other, area.height / 2)), 0)
    draw(.a, Rect(x: area.x, y: area.y, width: area.width, height: upper), context, on: &grid)
    let rest = Rect(x: area.x, y: area.y + upper, width: area.width, height: area.height - upper)
    draw(.b, rest, context, on: &grid)
  }

  private func draw(_ side: Side, _ area: Rect, _ context: Context, on grid: inout Grid) {
    guard area.height >= 2 else { return }
    let glyphs = context.glyphs
    for x in area.x..<area.x + area.width {
      grid.put(String(glyphs.horizontal), x: x, y: area.y, Style(.quiet))
    }
    let title = Fitting.end(headers[side], area.width - 4, glyphs.ellipsis)
    grid.put(" \(title) ", x: area.x + 1, y: area.y, Style(Ink(side), bold: true))
    for (offset, row) in rows[side].prefix(area.height - 1).enumerated() {
      PairRowDrawing(
        context: context, ink: Ink(side), ground: .plain,
        area: Rect(x: area.x, y: area.y + 1 + offset, width: area.width - 1, height: 1), left: 0
      ).draw(row, on: &grid)
    }
  }
}
