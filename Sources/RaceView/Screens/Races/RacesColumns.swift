internal import RaceModel
internal import RaceText

/// The columns of the list, each as wide as its visible contents need and directly after the previous one, so
/// that related text is close. When room is scarce the rightmost go first; the two sites stay.
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
  ///   - shown: the races on the screen.
  ///   - columns: the columns that the list has.
  init(_ shown: [ListedRace], columns: Int, _ context: Context) {
    count = Column(x: 2, width: max(2, String(context.list.mostReports).utf8.count))
    var x = count.end + 2
    let runCount = context.index.runCount
    runs =
      runCount > 1 && columns >= 60 ? Column(x: x, width: max(3, 2 * String(runCount).utf8.count + 1)) : nil
    if let runs { x = runs.end + 2 }
    runsBar = runCount > 1 && columns >= 80 ? Column(x: x - 1, width: Self.barWidth) : nil
    if runsBar != nil { x += Self.barWidth + 1 }
    var wishes = Wishes(shown, columns: columns, context)
    wishes.settle(room: columns - 1 - x, columns, shown, context)
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
    private let widestExplained: Int
    private let widestDuring: Int
    private let widestState: Int
    /// The width that the visible sites need: the widest name and the widest place.
    private let needed: Int
    private let widestName: Int
    private let widestPlace: Int
    private let widestAbsence: Int

    init(_ shown: [ListedRace], columns: Int, _ context: Context) {
      let names = context.model.names
      func widest(_ texts: [String?]) -> Int {
        texts.lazy.compactMap(\.self).map { Fitting.columns($0) }.max() ?? 0
      }
      let words = columns >= 70 ? widest(shown.flatMap(\.explained)) : 0
      widestExplained = words == 0 ? 0 : max(words, Fitting.columns("memory, likely cause") + 1)
      explained = words == 0 ? 0 : max(16, min(words, 28, columns / 4))
      widestDuring = widest(shown.flatMap(\.during))
      let hasDuring = widestDuring > 0 && columns >= (explained > 0 ? 120 : 90)
      during = hasDuring ? max(14, min(widestDuring, columns / 3, 48)) : 0
      let hasStates = context.model.logs.hasStates || context.list.hasReturned
      widestState = widest(shown.map(\.state))
      state = columns >= 80 && hasStates ? max(13, min(widestState, columns >= 100 ? 28 : 18)) : 0
      let sides = shown.flatMap(\.sides)
      let printed = sides.filter { $0.site != nil }
      needed = printed.map { Fitting.columns($0.function(names) + $0.place(context.glyphs)) + 5 }.max() ?? 0
      widestAbsence = sides.filter { $0.site == nil }.map { Fitting.columns($0.absence) + 5 }.max() ?? 0
      widestPlace = printed.map { Fitting.columns($0.place(context.glyphs)) }.max() ?? 0
      widestName = printed.map { Fitting.columns($0.function(names)) }.max() ?? 0
    }

    /// Distributes the room from the first column of the sites to the end of the screen.
    mutating func settle(room: Int, _ columns: Int, _ shown: [ListedRace], _ context: Context) {
      var room = room
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
      placeWidth = max(8, min(widestPlace, max(min(30, room * 2 / 5), room - widestName - 5)))
      sites = max(4, min(room, max(33, widestName + placeWidth + 5, widestAbsence)))
      if widestName + placeWidth + 5 > sites { shrinkSites(shown, context) }
      share(room - sites)
    }

    /// Takes from the sites the room that their shortened names do not need.
    private mutating func shrinkSites(_ shown: [ListedRace], _ context: Context) {
      let room = max(1, sites - 4 - placeWidth)
      let names = shown.lazy.flatMap(\.sides).filter { $0.site != nil }.map {
        Fitting.columns(Names.fitted($0.function(context.model.names), room, context.glyphs.ellipsis))
      }
      sites = max(4, min(sites, max(33, (names.max() ?? 0) + placeWidth + 5, widestAbsence)))
    }

    /// Gives the remaining room to columns that are cut.
    private mutating func share(_ left: Int) {
      var left = left
      func grow(_ width: inout Int, to widest: Int) {
        guard width > 0, width < widest else { return }
        let more = min(left, widest - width)
        width += more
        left -= more
      }
      grow(&explained, to: widestExplained)
      grow(&during, to: widestDuring)
      grow(&state, to: widestState)
    }
  }
}
