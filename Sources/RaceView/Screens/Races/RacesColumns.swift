internal import RaceModel
internal import RaceText

/// The columns of the list, each as wide as its contents need and directly after the previous one, so that related text
/// is close. When room is scarce the rightmost go first; the two sites stay.
struct RacesColumns: Sendable {
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

  /// - Parameters:
  ///   - widths: what the contents need.
  ///   - columns: the columns that the list has.
  init(_ widths: inout RacesWidths, columns: Int, _ context: Context) {
    count = Column(x: 2, width: max(2, String(context.list.listed.mostReports).utf8.count))
    var x = count.end + 2
    let runCount = context.index.runCount
    runs =
      runCount > 1 && columns >= 60 ? Column(x: x, width: max(3, 2 * String(runCount).utf8.count + 1)) : nil
    if let runs { x = runs.end + 2 }
    runsBar = runCount > 1 && columns >= 80 ? Column(x: x - 1, width: Self.barWidth) : nil
    if runsBar != nil { x += Self.barWidth + 1 }
    var wishes = Wishes(widths, columns: columns, context)
    wishes.settle(room: columns - 1 - x, columns, &widths, context)
    placeWidth = wishes.placeWidth
    sites = Column(x: x, width: wishes.sites)
    x = sites.end + 3
    explained = Self.column(&x, wishes.explained)
    during = Self.column(&x, wishes.during)
    state = Self.column(&x, wishes.state)
  }

  private static func column(_ x: inout Int, _ width: Int) -> Column? {
    guard width > 0 else { return nil }
    defer { x += width + 3 }
    return Column(x: x, width: width)
  }

  /// The wanted widths of the columns beside the sites, and the final ones.
  private struct Wishes {
    /// The final width of the sites.
    private(set) var sites = 0
    private(set) var placeWidth = 0
    private(set) var during: Int
    private(set) var state: Int
    private(set) var explained: Int

    init(_ widest: RacesWidths, columns: Int, _ context: Context) {
      let words = columns >= 70 ? widest.explained : 0
      explained = words == 0 ? 0 : max(16, min(words, 28, columns / 4))
      let hasDuring = widest.during > 0 && columns >= (explained > 0 ? 120 : 90)
      during = hasDuring ? max(14, min(widest.during, columns / 3, 48)) : 0
      let hasStates = context.model.logs.hasStates || context.list.listed.hasReturned
      state = columns >= 80 && hasStates ? max(13, min(widest.state, columns >= 100 ? 28 : 18)) : 0
    }

    /// Distributes the room from the first column of the sites to the end of the screen.
    mutating func settle(room: Int, _ columns: Int, _ widest: inout RacesWidths, _ context: Context) {
      var room = room
      let needed = widest.site
      for width in [explained, during, state] where width > 0 { room -= width + 3 }
      // On a narrow screen the explanation has the room that the sites leave. Kinds and damage replace the
      // memory there.
      if explained > 0, columns < 90, room < needed, state > 0 {
        room += state + 3
        state = 0
      }
      if explained > 0, columns < 90, room < needed {
        room += explained + 3
        explained = 0
      }
      // A column that few races fill must not cut the sites, which all races have.
      let lack = min(needed, 56) - room
      if during > 0, lack > 0 {
        let isEnough = during - lack >= 14
        room += isEnough ? lack : during + 3
        during = isEnough ? during - lack : 0
      }
      // Places have at least two fifths, and what the names leave.
      placeWidth = max(8, min(widest.place, max(min(30, room * 2 / 5), room - widest.name - 5)))
      sites = max(4, min(room, max(33, widest.name + placeWidth + 5, widest.absence)))
      if widest.name + placeWidth + 5 > sites {
        // The room that shortened names do not need.
        let name = widest.fitted(max(1, sites - 4 - placeWidth), context)
        sites = max(4, min(sites, max(33, name + placeWidth + 5, widest.absence)))
      }
      share(room - sites, widest)
    }

    /// Gives the remaining room to columns that are cut.
    private mutating func share(_ left: Int, _ widest: RacesWidths) {
      var left = left
      func grow(_ width: inout Int, to widest: Int) {
        guard width > 0, width < widest else { return }
        let more = min(left, widest - width)
        width += more
        left -= more
      }
      let heading = Fitting.columns("memory, likely cause") + 1
      grow(&explained, to: max(widest.explained, heading))
      grow(&during, to: widest.during)
      grow(&state, to: widest.state)
    }
  }
}
