package import RaceModel
package import RaceText
package import RaceWork

/// The list of races: what there is, ranked, both sites of each.
package struct RacesScreen: Screen {
  package static let id = ScreenID.races
  package static let title = "the list of races"

  /// Where the parts of the screen are.
  private(set) var layout = RacesLayout(Size(columns: 0, rows: 0))
  /// The query's terms; nil when there is none.
  private(set) var chips: QueryChips?
  /// The races on the screen, the first at the list's top.
  private(set) var shown: [ListedRace] = []
  /// The selected race with its code; nil where there is no room, or no race.
  private(set) var preview: RacePreview?
  /// Where the columns are; nil while nothing is listed.
  private(set) var columns: RacesColumns?

  /// What a search looks through, and what it was made of: it is kept from one key of a search to the next.
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
      HelpLine(String(glyphs.times), "how many reports the race has"),
      HelpLine("in", "in how many runs it occurs: logs, and the processes told apart in them"),
    ]
  }

  // MARK: Rows

  package mutating func arrange(_ context: inout Context) {
    layout = RacesLayout(
      context.size, hasQuery: !context.list.query.isEmpty, showsPreview: context.settings.showsPreview)
    chips = layout.chips == nil ? nil : QueryChips(context)
    context.list.cursor.keepInView(count: context.list.rows.count, height: layout.racesShown)
    shown = context.list.rows.dropFirst(context.list.cursor.top).prefix(layout.racesShown + 1)
      .map { ListedRace($0, context) }
    columns = shown.isEmpty ? nil : RacesColumns(shown, columns: layout.width, context)
    arrangePreview(&context)
  }

  /// The selected race with the code of both lines, which is looked for when it is missing.
  private mutating func arrangePreview(_ context: inout Context) {
    preview = layout.preview.flatMap { RacePreview($0, context) }
    guard let preview else { return }
    let places = context.model.code.want(preview.places.both.compactMap(\.self))
    if !places.isEmpty { context.ask(.code(places)) }
  }

  package mutating func move(_ motion: Motion, _ context: inout Context) {
    var cursor = context.list.cursor
    cursor.move(motion, count: context.list.rows.count, height: layout.racesShown)
    context.list.cursor.top = cursor.top
    context.list.select(cursor.row, context.index)
  }

  package func position(_ context: Context) -> String {
    context.list.cursor.words(of: context.list.rows.count)
  }

  // MARK: The mouse

  /// A click selects; on what is selected it opens.
  package mutating func press(column: Int, row: Int, _ context: inout Context) {
    if row == layout.chips, let term = chips?.term(at: column) { return context.dropTerm(term) }
    guard row >= layout.bodyTop, row < layout.bottom, column < layout.width else { return }
    let target = context.list.cursor.top + (row - layout.bodyTop) / RacesLayout.rowsPerRace
    guard context.list.rows.indices.contains(target) else { return }
    if context.list.cursor.row == target, context.list.isChosen { return context.openSelected() }
    context.list.select(target, context.index)
  }

  package mutating func wheel(column: Int, row: Int, lines: Int, _ context: inout Context) {
    move(.by(lines.signum()), &context)
  }

  // MARK: Searching, and what keys are about

  package mutating func prepareSearch(_ context: Context) {
    let now = TextsOf(
      arrangements: context.list.arrangements, explained: context.model.explanations.byRace.count,
      isDemangled: context.model.names.isDemangled)
    if now != textsOf {
      let (index, names, explanations) = (
        context.index, context.model.names, context.model.explanations.byRace
      )
      texts = context.list.rows.map { RaceText.lines(index, $0, names, explanations) }
      textsOf = now
    }
  }

  package mutating func searched(for pattern: SearchPattern, _ context: Context) -> (
    texts: [[String]], cursor: Int
  ) {
    prepareSearch(context)
    return (texts, context.list.cursor.row)
  }

  package mutating func select(match row: Int, _ context: inout Context) {
    context.list.select(row, context.index)
  }

  package func searchedPart(_ context: Context) -> String { context.model.logs.isLoaded ? "" : " so far" }

  package func report(_ context: Context) -> ReportRequest? {
    context.list.selected.flatMap { $0.reports(context.index).first }.map { context.model.request(Int($0)) }
  }

  package func race(_ context: Context) -> RaceKey? { context.selectedRace?.key }

  package func place(_ context: Context) -> PrintedPlace? {
    guard let entry = context.list.selected?.first(context.index), let side = entry.first ?? entry.second,
      let site = context.index[side.site], let file = site.file
    else { return nil }
    return PrintedPlace(file: file, line: site.line)
  }
}
