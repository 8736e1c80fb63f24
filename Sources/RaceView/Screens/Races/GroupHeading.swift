internal import RaceText

/// Where the parts of headings are: titles, then races and reports, then what all races of a group share.
struct GroupColumns: Sendable {
  /// The column of titles.
  private static let start = 4

  /// Columns for titles.
  private let titleWidth: Int
  /// Digits of the most races and the most reports.
  private let digits: (races: Int, reports: Int)

  /// The columns for the visible headings, in a list with a number of columns.
  init(_ shown: [ListedLine], _ names: ShownNames, columns: Int) {
    let groups = shown.compactMap { if case .heading(let group, _, _) = $0 { group } else { nil } }
    digits = (
      groups.map { String($0.races).utf8.count }.max() ?? 1,
      groups.map { String($0.reports).utf8.count }.max() ?? 1
    )
    let widest = groups.map { Fitting.columns($0.title(names)) }.max() ?? 0
    let rest = digits.races + digits.reports + " races".utf8.count + " reports".utf8.count + 7
    titleWidth = max(4, min(widest, columns - Self.start - rest))
  }

  /// Draws a heading: `▾ map        3 races   5 reports   example.com/shop/cart`.
  func draw(
    _ group: RaceGroup, isFolded: Bool, package: String?, on ground: Ground, y: Int, width: Int,
    _ context: Context,
    in grid: inout Grid
  ) {
    let glyphs = context.glyphs
    grid.fill(x: 0, y: y, width: width, " ", Style(.plain, on: ground))
    if ground == .selection { grid.put(String(glyphs.marker), x: 0, y: y, Style(.plain, on: ground)) }
    let fold = isFolded ? glyphs.closed : glyphs.opened
    grid.put(String(fold), x: Self.start - 2, y: y, limit: width, Style(.key, on: ground))
    let title = Fitting.middle(group.title(context.model.names), titleWidth, glyphs.ellipsis)
    let ink: Ink = group.isNamed ? .plain : .quiet
    grid.put(title, x: Self.start, y: y, limit: width, Style(ink, on: ground, bold: group.isNamed))
    grid.highlight(context.search, in: title, x: Self.start, y: y, limit: width)
    var x = Self.start + titleWidth + 3
    for (count, noun, digits) in [
      (group.races, "race", digits.races), (group.reports, "report", digits.reports),
    ] {
      let words = Counting.plural(count, noun)
      grid.put(words, x: x + digits - String(count).utf8.count, y: y, limit: width, Style(.quiet, on: ground))
      x += digits + noun.utf8.count + 5
    }
    guard let package, width - x > 12 else { return }
    grid.put(
      Fitting.middle(package, width - x - 1, glyphs.ellipsis), x: x, y: y, limit: width,
      Style(.quiet, on: ground))
  }
}
