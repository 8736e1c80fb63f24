internal import RaceModel
internal import RaceText

/// The selected group below or beside the list: its totals and its first races.
struct GroupPreview: Sendable {
  /// The fewest useful rows for the first race below.
  private static let lowest = 9

  /// Its place: as much of the place for a race's code as its races need, at most half.
  private let area: Rect
  private let group: RaceGroup
  /// Its first races, one per line.
  private let races: [(count: String, sides: [RaceSide])]

  /// The preview of the selected group; nil if a race is selected.
  init?(_ area: Rect, _ context: Context) {
    guard let group = context.list.selectedGroup else { return nil }
    self.group = group
    // A row for the title, and one for the rule above or a gap below.
    let height = group.rows.count + 2
    let isDivided = area.height - min(height, area.height / 2) >= Self.lowest
    self.area = Rect(
      x: area.x, y: area.y, width: area.width,
      height: isDivided ? min(height, area.height / 2) : area.height)
    let room = max(0, area.height - 1)
    races = context.list.rows[group.rows].prefix(room).map { row in
      ("\(context.glyphs.times)\(row.count(context.index))", RaceSide.sides(context.index, row))
    }
  }

  /// The place below it; nil if it takes everything.
  func rest(of whole: Rect) -> Rect? {
    let top = area.y + area.height
    let height = whole.y + whole.height - top
    return height > 0 ? Rect(x: whole.x, y: top, width: whole.width, height: height) : nil
  }

  func draw(_ context: Context, on grid: inout Grid) {
    let glyphs = context.glyphs
    let isBeside = area.x > 0
    var y = area.y
    let left = area.x + (isBeside ? 2 : 1)
    if isBeside {
      for y in area.y..<area.y + area.height {
        grid.put(String(glyphs.vertical), x: area.x, y: y, Style(.quiet))
      }
    } else {
      for x in area.x..<area.x + area.width { grid.put(String(glyphs.horizontal), x: x, y: y, Style(.quiet)) }
      y += 1
    }
    let end = area.x + area.width - 1
    let totals = ": \(group.totals)"
    let title = Fitting.middle(
      group.title(context.model.names), end - left - Fitting.columns(totals), glyphs.ellipsis)
    let x = grid.put(title, x: left, y: y, limit: end, Style(.plain, bold: true))
    grid.put(totals, x: x, y: y, limit: end, Style(.quiet))
    y += 1
    let bottom = area.y + area.height
    let widest = races.map { Fitting.columns($0.count) }.max() ?? 0
    for (position, race) in races.enumerated() where y < bottom {
      let rest = group.rows.count - position
      // The last line counts the rest.
      if y == bottom - 1, rest > 1, bottom - area.y > 3 {
        return _ = grid.put("and \(rest) more", x: left, y: y, Style(.quiet))
      }
      grid.put(race.count, x: left + widest - Fitting.columns(race.count), y: y, Style(.plain, bold: true))
      draw(race.sides, x: left + widest + 2, y: y, end: end, context, on: &grid)
      y += 1
    }
  }

  /// Draws both sides of a race on a line.
  private func draw(_ sides: [RaceSide], x: Int, y: Int, end: Int, _ context: Context, on grid: inout Grid) {
    let room = max(1, (end - x - 3) / max(1, sides.count))
    var x = x
    for (side, line) in zip(Side.allCases, sides) {
      let start = grid.put(line.letters, x: x, y: y, limit: end, Style(Ink(side), bold: true)) + 1
      let width = room - (start - x)
      let place = line.place(context.glyphs)
      let shown =
        line.site == nil
        ? Fitting.end("(\(line.absence))", width, context.glyphs.ellipsis)
        : FrameWords.fitted(line.function(context.model.names), at: place, orAt: place, width, context.glyphs)
      grid.put(shown, x: start, y: y, limit: end, Style(.plain))
      x += room + 3
    }
  }
}
