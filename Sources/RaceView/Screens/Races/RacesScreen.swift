package import RaceModel
package import RaceText
package import RaceWork

/// The ranked list of races, with both sites of each.
package struct RacesScreen: Screen {
  package static let id = ScreenID.races
  package static let title = "the list of races"

  /// Where the parts of the screen are.
  private(set) var layout = RacesLayout(Size(columns: 0, rows: 0))
  /// The query's terms; nil without a query.
  private(set) var chips: QueryChips?
  /// The lines on the screen, the first at the list's top.
  private(set) var shown: [ListedLine] = []
  /// The selected race with its code, or the first one of the selected group; nil without room or race.
  private(set) var preview: RacePreview?
  /// The selected group; nil without room or selection.
  private(set) var groupPreview: GroupPreview?
  private var packages = GroupPackages()
  /// The places of the columns; nil for an empty list.
  private(set) var columns: RacesColumns?
  private var widths = RacesWidths()
  /// The headings; nil for an empty list.
  private(set) var headings: RacesHeadings?

  /// The text to search, and what it was made from: kept from one key of a search to the next.
  private var texts: [[String]] = []
  private var textsOf: TextsOf?

  private struct TextsOf: Equatable {
    var arrangements: Int
    var explained: Int
    var isDemangled: Bool
  }

  package init() {}

  package static func legend(_ glyphs: Glyphs) -> [HelpLine] {
    [
      HelpLine(
        "W R",
        "write, read (RW: both occurred): A above, the access that was caught; B below, the other one"),
      HelpLine("?", "a side that is not in the log, or that the detector does not name"),
      HelpLine("!", "an assertion of KCSAN: nobody else writes, or uses it"),
      HelpLine(String(glyphs.times), "how many reports the race has"),
      HelpLine("in", "in how many runs it occurs: logs, and the processes within them"),
    ]
  }

  // MARK: Rows

  package mutating func arrange(_ context: inout Context) {
    layout = RacesLayout(
      context.size, hasQuery: !context.list.query.isEmpty, showsPreview: context.settings.showsPreview)
    chips = layout.chips == nil ? nil : QueryChips(context)
    context.list.cursor.keepInView(window(context.list))
    let lines = linesOnScreen(context.list)
    shown = lines.map { ListedLine($0, &packages, context) }
    let races = shown.compactMap { if case .race(let race) = $0 { race } else { nil } }
    widths.measure(races, context)
    columns = shown.isEmpty ? nil : RacesColumns(&widths, columns: layout.width, context)
    headings = columns.map { RacesHeadings($0, width: layout.width, context) }
    arrangePreview(&context)
    let visible = lines.compactMap { line -> Int? in
      if case .row(let row) = line { context.list.rows[row].race } else { nil }
    }
    context.askSources(of: visible)
  }

  private func window(_ list: RaceList) -> ListWindow {
    ListWindow(count: list.lines.count, height: layout.bodyHeight) { ListedLine.height(list.lines[$0]) }
  }

  /// The lines from the top of the list to the last one that is at least partly visible.
  private func linesOnScreen(_ list: RaceList) -> ArraySlice<RaceList.Line> {
    let rest = list.lines.dropFirst(list.cursor.top)
    var height = 0
    return rest.prefix { line in
      defer { height += ListedLine.height(line) }
      return height < layout.bodyHeight
    }
  }

  /// The selected race with the code of both lines, requested if missing.
  private mutating func arrangePreview(_ context: inout Context) {
    let list = context.list
    let first = list.selectedGroup.map { list.rows[$0.rows.lowerBound] }
    var area = layout.preview
    groupPreview = layout.selection(context.size).flatMap { GroupPreview($0, context) }
    // Below the races of a group is the first of them.
    if let groupPreview { area = area.flatMap { groupPreview.rest(of: $0) } }
    let entry = (list.selected ?? first)?.first(context.index)
    preview = area.flatMap { area in entry.map { RacePreview(area, $0, context) } }
    guard let preview else { return }
    if preview.needsReport, let row = list.selected ?? first { context.wantPreview(of: row) }
    let places = context.model.code.want(preview.places.both.compactMap(\.self))
    if !places.isEmpty { context.ask(.code(places)) }
    if let entry { context.askSource(of: context.index.race(of: entry)) }
  }

  package mutating func move(_ motion: Motion, _ context: inout Context) {
    // Rows have the numbers of the footer: headings have none.
    if case .row(let number) = motion, !context.list.rows.isEmpty {
      let start = context.list.cursor.row
      context.list.select(max(0, min(number, context.list.rows.count) - 1), context.index)
      return context.list.cursor.recordJump(from: start)
    }
    var cursor = context.list.cursor
    cursor.move(motion, in: window(context.list))
    context.list.cursor = cursor
    context.list.select(line: cursor.row, context.index)
  }

  package func position(_ context: Context) -> String {
    let list = context.list
    if let row = list.selectedRow { return ListCursor(row: row).words(of: list.rows.count) }
    guard let group = list.selectedGroup else { return "" }
    let number = list.groups.firstIndex { $0.id == group.id } ?? 0
    return "group " + ListCursor(row: number).words(of: list.groups.count)
  }

  // MARK: The mouse

  /// A click selects, and opens what is selected already. On the heading of a group it folds, on that of a
  /// column it sorts.
  package mutating func press(column: Int, row: Int, _ context: inout Context) {
    if row == layout.chips, let term = chips?.term(at: column) { return context.dropTerm(term) }
    if layout.hasHeader, row == layout.bodyTop - 1, column < layout.width {
      if let sort = headings?.sort(at: column) { context.changeSort(to: sort) }
      return
    }
    guard row < layout.bottom, column < layout.width, let target = line(at: row, context.list) else { return }
    let isSelected = context.list.cursor.row == target && context.list.isChosen
    context.list.select(line: target, context.index)
    if context.list.selectedGroup != nil {
      context.list.foldSelected(context.index)
    } else if isSelected {
      context.openSelected()
    }
  }

  /// The line of the list on a row of the screen.
  private func line(at row: Int, _ list: RaceList) -> Int? {
    var y = layout.bodyTop
    for (offset, line) in shown.enumerated() {
      if row >= y, row < y + line.height { return list.cursor.top + offset }
      y += line.height
    }
    return nil
  }

  package mutating func wheel(column: Int, row: Int, lines: Int, _ context: inout Context) {
    move(.by(lines.signum()), &context)
  }

  // MARK: Searching, and what keys are about

  package mutating func prepareSearch(_ context: Context) {
    let now = TextsOf(
      arrangements: context.list.arrangements, explained: context.model.explanations.found.count,
      isDemangled: context.model.names.isDemangled)
    if now != textsOf {
      let (index, names, explanations) = (
        context.index, context.model.names, context.model.explanations.found
      )
      let list = context.list
      texts = list.unfolded.map { line in
        switch line {
        case .heading(let group): [list.groups[group].title(names)]
        case .row(let row): RaceText.lines(index, list.rows[row], names, explanations)
        }
      }
      textsOf = now
    }
  }

  package mutating func searched(for pattern: SearchPattern, _ context: Context) -> (
    texts: [[String]], cursor: Int
  ) {
    prepareSearch(context)
    return (texts, context.list.unfoldedCursor)
  }

  package mutating func select(match row: Int, _ context: inout Context) {
    guard context.list.unfolded.indices.contains(row) else { return }
    let start = context.list.cursor.row
    context.list.reveal(context.list.unfolded[row], context.index)
    context.list.cursor.recordJump(from: start)
  }

  package func searchedPart(_ context: Context) -> String { context.model.logs.isLoaded ? "" : " so far" }

  package func report(_ context: Context) -> ReportRequest? {
    context.list.selected.flatMap { $0.firstReport(context.index) }.map { context.model.request(Int($0)) }
  }

  package func race(_ context: Context) -> RaceKey? { context.selectedRace?.key }

  package func races(_ context: Context) -> [RaceKey] {
    if let group = context.list.selectedGroup {
      return group.rows.map { context.index.races[context.list.rows[$0].race].key }.distinct()
    }
    return race(context).map { [$0] } ?? []
  }

  package func place(_ context: Context) -> PrintedPlace? {
    guard let entry = context.list.selected?.first(context.index), let side = entry.first ?? entry.second,
      let site = context.index[side.site], let file = site.file
    else { return nil }
    return PrintedPlace(file: file, line: site.line)
  }
}
