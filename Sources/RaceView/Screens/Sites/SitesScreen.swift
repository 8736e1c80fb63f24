internal import RaceModel
package import RaceText
internal import RaceWork

/// The sites that take part in most reports, and how much of the log the first of them cover.
package struct SitesScreen: ListScreen {
  package static let id = ScreenID("sites")
  package static let title = "the sites in the most reports"
  package static let commands: [Command<SitesScreen>] =
    [
      Command(Common.open, "show the races of the site", label: "races", keys: [.enter, "l", .right]) {
        screen, context, _ in screen.activate(&context)
      },
      demangle(),
    ] + searching() + general()

  package var cursor = ListCursor()
  /// The sites, those in most reports first.
  private var sites = HotSites()
  /// Rows for the code of the selected site.
  private var codeHeight = 0
  /// For which logs, and for how many of their reports, they were computed; nil before the first time.
  private var known: Known?

  private struct Known: Equatable {
    var generation: Generation
    var reports: Int
    var races: Int

    init(_ context: Context) {
      generation = context.model.generation
      (reports, races) = (context.index.reports.count, context.index.races.count)
    }
  }

  package init() {}

  package static func legend(_ glyphs: Glyphs) -> [HelpLine] {
    [
      HelpLine("reports", "how many reports the site is in"),
      HelpLine("cumulative", "what share of all reports this site and those above it cover"),
    ]
  }

  package var rowCount: Int { sites.count }
  package func body(_ size: Size) -> Range<Int> { 2..<max(2, size.rows - 1 - codeHeight) }

  package mutating func arrange(_ context: inout Context) {
    if known != Known(context) { update(context) }
    let places = [codePlace(context)].compactMap(\.self)
    if context.settings.showsCode { context.wantCode(places) }
    // The code has the room that a short list leaves, at least two fifths of a tall screen.
    let rows = context.size.rows - 3
    let hasCode = context.settings.showsCode && places.contains { context.model.code[$0]?.excerpt != nil }
    codeHeight = hasCode && rows >= 27 ? max(rows - sites.count, rows * 2 / 5) : 0
    keepInView(context.size)
  }

  /// The line of the selected site, in the log of its first race.
  private func codePlace(_ context: Context) -> CodePlace? {
    guard let selected = selected(context), let file = selected.site.file, let line = selected.site.line,
      line > 0, let report = selected.races.first.flatMap({ context.index.races[$0].reports.first })
    else { return nil }
    return CodePlace(file: file, line: line, log: Int(context.index.reports[Int(report)].log))
  }

  private func selected(_ context: Context) -> HotSite? {
    sites.indices.contains(cursor.row) ? sites.site(cursor.row, context.index) : nil
  }

  private mutating func update(_ context: Context) {
    sites = HotSites(context.index)
    known = Known(context)
  }

  package mutating func follow(_ context: inout Context) -> Bool {
    update(context)
    return true
  }

  /// Shows the races of the selected site.
  package mutating func activate(_ context: inout Context) {
    guard let site = selected(context) else { return }
    let name = site.site.function.map(context.model.names.short) ?? "?"
    let races = Set(site.races.map { context.index.races[$0].key })
    let scope = RaceList.Scope(words: "at \(name)", races: races, isOfSite: true)
    context.show(scope, "at \(name); \(context.key(Common.back, on: .races)) goes back to the sites")
  }

  // MARK: Searching, places

  package mutating func searched(for pattern: SearchPattern, _ context: Context) -> (
    texts: [[String]], cursor: Int
  ) {
    let texts = sites.indices.map { row in
      guard let site = context.index[sites.id(row)] else { return [String]() }
      return context.model.names.searchable(site.function ?? "?") + [FrameWords.place(site, context.glyphs)]
    }
    return (texts, cursor.row)
  }

  package func searchedPart(_ context: Context) -> String { context.model.logs.isLoaded ? "" : " so far" }

  package func place(_ context: Context) -> PrintedPlace? {
    guard let selected = selected(context), let file = selected.site.file else { return nil }
    return PrintedPlace(file: file, line: selected.site.line)
  }

  // MARK: Drawing

  package func draw(_ context: Context, on grid: inout Grid) {
    let reports = context.index.reports.count
    let counts = "\(Counting.plural(sites.count, "site")) in \(Counting.plural(reports, "report"))"
    grid.bar(
      0, left: "racetui  \(counts)", right: context.model.logs.isLoaded ? "" : "still reading", context.glyphs
    )
    let columns = Columns(reports: reports, width: context.size.columns)
    drawHeading(columns, on: &grid)
    drawRows(context, on: &grid) { row, y, ground, grid in
      guard let site = sites.site(row, context.index) else { return }
      draw(site, columns, y, ground, context, on: &grid)
    }
    guard codeHeight > 1 else { return }
    let area = Rect(
      x: 0, y: context.size.rows - 1 - codeHeight, width: context.size.columns, height: codeHeight)
    CodePane(context: context, side: .a, place: codePlace(context), sharedNames: [], area: area).draw(
      on: &grid)
  }

  /// The ends or beginnings of the columns.
  private struct Columns {
    /// The ends of the numbers; nil without room for them, because the site matters more.
    let reports: Int
    let races: Int?
    let share: Int?
    let site: Int

    init(reports count: Int, width: Int) {
      reports = 2 + max(7, String(count).utf8.count)
      let isWide = width >= 60
      races = isWide ? reports + 9 : nil
      share = isWide ? reports + 21 : nil
      site = (share ?? reports) + 2
    }
  }

  private func drawHeading(_ columns: Columns, on grid: inout Grid) {
    grid.put("reports", x: columns.reports - 7, y: 1, Style(.quiet))
    if let races = columns.races { grid.put("races", x: races - 5, y: 1, Style(.quiet)) }
    if let share = columns.share { grid.put("cumulative", x: share - 10, y: 1, Style(.quiet)) }
    grid.put("site", x: columns.site, y: 1, Style(.quiet))
  }

  private func draw(
    _ site: HotSite, _ columns: Columns, _ y: Int, _ ground: Ground, _ context: Context, on grid: inout Grid
  ) {
    func number(_ text: String, end: Int?, _ style: Style) {
      if let end { grid.put(text, x: max(2, end - text.utf8.count), y: y, style) }
    }
    number(String(site.reports), end: columns.reports, Style(.plain, on: ground, bold: true))
    number(String(site.races.count), end: columns.races, Style(.quiet, on: ground))
    let share = "\(site.covered * 100 / max(1, context.index.reports.count)) %"
    number(share, end: columns.share, Style(.quiet, on: ground))
    let room = context.size.columns - 1 - columns.site
    let place = FrameWords.place(
      site.site, lines: site.lines, width: max(8, room * 2 / 5), context.glyphs)
    let name = FrameWords.fitted(
      site.site.function.map(context.model.names.short) ?? "?", max(1, room - Fitting.columns(place) - 2),
      context.glyphs.ellipsis)
    let end = grid.put(name, x: columns.site, y: y, limit: context.size.columns, Style(.plain, on: ground))
    grid.highlight(context.search, in: name, x: columns.site, y: y, limit: context.size.columns)
    grid.put(place, x: end + 2, y: y, limit: context.size.columns, Style(.quiet, on: ground))
  }
}
