internal import RaceModel

/// The columns of the list. Where room is scarce those on the right go first; the two sites stay.
struct RacesColumns {
  struct Column: Equatable {
    var x: Int
    var width: Int
    var end: Int { x + width }
  }

  let count: Column
  let sources: Column?
  let sites: Column
  /// Columns for the places of sites: they stand right behind the longest name.
  let placeWidth: Int
  let during: Column?
  let state: Column?

  init(_ screen: State) {
    let most = screen.index.races.lazy.map(\.reports.count).max() ?? 0
    count = Column(x: 2, width: max(2, String(most).utf8.count))
    var x = count.end + 2
    if screen.sourceCount > 1, screen.columns >= 60 {
      let width = max(3, 2 * String(screen.sourceCount).utf8.count + 1)
      sources = Column(x: x, width: width)
      x += width + 2
    } else {
      sources = nil
    }
    var end = screen.columns - 1
    let hasDamage = screen.index.races.contains { RacesScreen.damage($0) != nil }
    let hasTests = screen.index.reports.first { screen.index.printedDuring($0) != nil } != nil
    if hasDamage, screen.columns >= 80 {
      state = Column(x: end - 14, width: 14)
      end -= 16
    } else {
      state = nil
    }
    if hasTests, screen.columns >= 100 {
      let width = min(32, (end - x) / 4)
      during = Column(x: end - width, width: width)
      end -= width + 2
    } else {
      during = nil
    }
    // A name far from its place is hard to read across: the column is as wide as what is shown needs.
    let room = max(4, end - x)
    let shown = RacesColumns.shownSites(screen)
    let widestPlace = shown.map { Fitting.columns(Names.place(file: $0.file, line: $0.line)) }.max() ?? 0
    placeWidth = max(8, min(widestPlace, 30, room * 2 / 5))
    let widestName = shown.map { Fitting.columns($0.function.map(Names.short) ?? "?") }.max() ?? 0
    sites = Column(x: x, width: min(room, max(32, widestName + placeWidth + 4)))
  }

  /// The sites of the races on the screen.
  private static func shownSites(_ screen: State) -> [Site] {
    let rows = screen.list.order.dropFirst(screen.list.top).prefix(RacesLayout(screen).racesShown + 1)
    return rows.flatMap { race -> [Site] in
      guard let first = screen.index.races[race].reports.first else { return [] }
      let entry = screen.index.reports[Int(first)]
      return [entry.first, entry.second].compactMap { $0.flatMap { screen.index[$0.site] } }
    }
  }
}
