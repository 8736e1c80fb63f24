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
    // Sites far from their places are hard to read across; a wide screen leaves room at the right.
    sites = Column(x: x, width: max(4, min(end - x, 110)))
  }
}
