internal import RaceModel

/// The columns of the list, each as wide as what is shown needs and right behind the one before: what
/// belongs together is read together. Where room is scarce those on the right go first; the two sites
/// stay.
struct RacesColumns {
  struct Column: Equatable {
    var x: Int
    var width: Int
    var end: Int { x + width }
  }

  /// Columns of the bar.
  static let barWidth = 4

  let count: Column
  /// In how many of the runs it occurs, in numbers and as a bar.
  let runs: Column?
  let runsBar: Column?
  let sites: Column
  /// Columns for the places of sites, inside `sites`.
  let placeWidth: Int
  /// What races are on, and the likely causes below.
  let explained: Column?
  let during: Column?
  let state: Column?

  init(_ screen: State) {
    let most = screen.list.rows.lazy.map { $0.count(screen.index) }.max() ?? 0
    count = Column(x: 2, width: max(2, String(most).utf8.count))
    var x = count.end + 2
    let runCount = screen.index.runCount
    if runCount > 1, screen.columns >= 60 {
      let width = max(3, 2 * String(runCount).utf8.count + 1)
      runs = Column(x: x, width: width)
      x += width + 2
    } else {
      runs = nil
    }
    if runCount > 1, screen.columns >= 80 {
      runsBar = Column(x: x - 1, width: Self.barWidth)
      x += Self.barWidth + 1
    } else {
      runsBar = nil
    }
    let entries = Self.shownRows(screen).compactMap { $0.first(screen.index) }
    let widestExplained = screen.columns >= 70 ? Self.widestExplained(screen) : 0
    var explainedWidth = widestExplained == 0 ? 0 : max(16, min(widestExplained, 28, screen.columns / 4))
    var duringWidth =
      screen.columns >= (explainedWidth > 0 ? 120 : 90) ? Self.duringWidth(screen, entries) : 0
    let stateWidth = screen.columns >= 80 ? Self.stateWidth(screen) : 0
    var room = screen.columns - 1 - x
    for width in [explainedWidth, duringWidth, stateWidth] where width > 0 { room -= width + 3 }
    let sides = Self.shownRows(screen).flatMap { RaceSide.sides(screen.index, $0) }
    let shown = sides.filter { $0.site != nil }
    let needed = shown.map { Fitting.columns($0.function(screen.names) + $0.place(screen.glyphs)) + 5 }
    // On a narrow screen what is explained has the room that the sites leave.
    if explainedWidth > 0, screen.columns < 90, room < needed.max() ?? 0 {
      room += explainedWidth + 3
      explainedWidth = 0
    }
    // What few races have does not cut the sites, which all have.
    if duringWidth > 0, room < min(needed.max() ?? 0, 56) {
      room += duringWidth + 3
      duringWidth = 0
    }
    let absences = sides.filter { $0.site == nil }.map { Fitting.columns($0.absence) + 5 }
    let widestPlace = shown.map { Fitting.columns($0.place(screen.glyphs)) }.max() ?? 0
    placeWidth = max(8, min(widestPlace, 30, room * 2 / 5))
    let widestName = shown.map { Fitting.columns($0.function(screen.names)) }.max() ?? 0
    sites = Column(x: x, width: max(4, min(room, max(33, widestName + placeWidth + 5, absences.max() ?? 0))))
    x = sites.end + 3
    if explainedWidth > 0, duringWidth == 0, stateWidth == 0 {
      explainedWidth = max(explainedWidth, min(widestExplained, screen.columns - 1 - x))
    }
    explained = explainedWidth > 0 ? Column(x: x, width: explainedWidth) : nil
    if explainedWidth > 0 { x += explainedWidth + 3 }
    during = duringWidth > 0 ? Column(x: x, width: duringWidth) : nil
    if duringWidth > 0 { x += duringWidth + 3 }
    state = stateWidth > 0 ? Column(x: x, width: stateWidth) : nil
  }

  /// The rows on the screen.
  private static func shownRows(_ screen: State) -> ArraySlice<RaceRow> {
    screen.list.rows.dropFirst(screen.list.top).prefix(RacesLayout(screen).racesShown + 1)
  }

  /// Columns for what is worked out of the races on the screen; 0 when nothing is, or not yet.
  private static func widestExplained(_ screen: State) -> Int {
    let words = shownRows(screen).compactMap { screen.explanations[screen.index.races[$0.race].key] }.flatMap
    {
      RacesScreen.explanationWords($0, screen.names)
    }
    return words.compactMap(\.self).map { Fitting.columns($0) }.max() ?? 0
  }

  /// Columns for the kinds and the damage of the races on the screen; 0 when no race has any.
  private static func stateWidth(_ screen: State) -> Int {
    guard screen.index.races.contains(where: { RacesScreen.stateWords($0) != nil }) else { return 0 }
    let words = shownRows(screen).compactMap { RacesScreen.stateWords(screen.index.races[$0.race]) }
    let widest = words.map { Fitting.columns($0) }.max() ?? 0
    return max(13, min(widest, screen.columns >= 100 ? 28 : 18))
  }

  /// Columns for the tests and packages on the screen, 0 when none is known.
  private static func duringWidth(_ screen: State, _ entries: [ReportEntry]) -> Int {
    let printed = entries.compactMap { screen.index.printedDuring($0) }
    let names = printed.flatMap { [$0.test, $0.package] }.compactMap(\.self)
    let widest = names.map { Fitting.columns($0) }.max() ?? 0
    return widest == 0 ? 0 : max(14, min(widest, screen.columns / 3, 48))
  }
}
