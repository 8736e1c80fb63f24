internal import RaceModel
internal import RaceText

/// The headings of the columns; a click on one sorts by it.
struct RacesHeadings: Sendable {
  private struct Heading: Sendable {
    var text: String
    /// The column of the text.
    var x: Int
    /// Where a click means it.
    var target: Range<Int>
    /// What it sorts by.
    var sort: RaceSort
  }

  private var headings: [Heading] = []
  /// How the list is split and grouped, and sorted if no heading shows it.
  private let order: (text: String, x: Int)

  /// The headings for a list with a number of columns.
  init(_ columns: RacesColumns, width: Int, _ context: Context) {
    let list = context.list.order
    /// A heading followed by the mark of the order.
    func words(_ text: String, _ sort: RaceSort) -> String {
      guard sort == list.sort else { return text }
      return text + String(list.isDescending ? context.glyphs.descending : context.glyphs.ascending)
    }
    var all: [Heading] = []
    /// A heading right-aligned in its column, followed by the mark.
    func right(_ text: String, _ sort: RaceSort, _ column: RacesColumns.Column, from start: Int) {
      all.append(
        Heading(
          text: words(text, sort), x: column.end - Fitting.columns(text), target: start..<column.end + 1,
          sort: sort))
    }
    func left(_ text: String, _ sort: RaceSort, x: Int, end: Int) {
      let text = Fitting.end(words(text, sort), end - x, context.glyphs.ellipsis)
      all.append(Heading(text: text, x: x, target: x..<max(end, x + 1), sort: sort))
    }
    right(String(context.glyphs.times), .count, columns.count, from: 0)
    if let runs = columns.runs { right("in", .runs, runs, from: runs.x) }
    left("sites", .site, x: columns.sites.x, end: columns.sites.end)
    if let explained = columns.explained {
      let memory = words("memory", .memory) + ","
      let middle = min(explained.end, explained.x + Fitting.columns(memory) + 1)
      left("memory", .memory, x: explained.x, end: explained.end)
      all[all.count - 1].text = Fitting.end(memory, explained.width, context.glyphs.ellipsis)
      all[all.count - 1].target = explained.x..<middle
      left("likely cause", .cause, x: middle, end: explained.end)
    }
    if let during = columns.during { left("test", .test, x: during.x, end: during.end) }
    if let state = columns.state { left("kind, damage", .kind, x: state.x, end: state.end) }
    headings = all
    // Without a next column the rest of the row is free.
    let isLast = columns.explained == nil && columns.during == nil && columns.state == nil
    let end = isLast ? width - 1 : columns.sites.end
    let x = columns.sites.x + Fitting.columns(words("sites", .site))
    let text = Self.order(context, isShown: all.contains { $0.sort == list.sort })
    order = (Fitting.end(text, end - x, context.glyphs.ellipsis), x)
  }

  /// ` split by verb and line`; `, by family`; `, sorted by first seen`
  private static func order(_ context: Context, isShown: Bool) -> String {
    let list = context.list
    let group = list.grouping.map { ", grouped \($0.words)\(context.groupedPart)" } ?? ""
    let sort = isShown ? "" : ", sorted \(list.order.words)"
    guard let split = list.split.words else { return group + sort }
    guard list.split == .stacks, !context.model.hasAllStacks else { return " \(split)\(group)\(sort)" }
    let done = context.model.stacks.hashes.count * 100 / max(1, context.index.reports.count)
    return " \(split): \(context.model.logs.isLoaded ? "\(done) % read" : "later")"
  }

  /// What the heading under a column sorts by.
  func sort(at column: Int) -> RaceSort? { headings.first { $0.target.contains(column) }?.sort }

  func draw(y: Int, _ context: Context, on grid: inout Grid) {
    for heading in headings {
      let isSorted = heading.sort == context.list.order.sort
      grid.put(heading.text, x: heading.x, y: y, Style(isSorted ? .plain : .quiet))
    }
    grid.put(order.text, x: order.x, y: y, Style(.quiet))
  }
}
