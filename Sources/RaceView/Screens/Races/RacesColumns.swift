internal import RaceModel
internal import RaceText

/// The columns of the list, each as wide as what is shown needs and right behind the one before: what
/// belongs together is read together. Where room is scarce those on the right go first; the two sites
/// stay.
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
    wishes.settle(room: columns - 1 - x, columns)
    placeWidth = wishes.placeWidth
    sites = Column(x: x, width: wishes.sites)
    x = sites.end + 3
    explained = Self.column(&x, wishes.explained(before: columns - 1 - x))
    during = Self.column(&x, wishes.during)
    state = Self.column(&x, wishes.state)
  }

  private static func column(_ x: inout Int, _ width: Int) -> Column? {
    guard width > 0 else { return nil }
    defer { x += width + 3 }
    return Column(x: x, width: width)
  }

  /// The widths that the columns beside the sites would have, and what becomes of them.
  private struct Wishes {
    /// What the sites have in the end.
    private(set) var sites = 0
    private(set) var placeWidth = 0
    private(set) var during: Int
    let state: Int
    private var explained: Int
    private let widestExplained: Int
    /// What the sites on the screen need: names and places, of the widest both.
    private let needed: Int
    private let widestName: Int
    private let widestPlace: Int
    private let widestAbsence: Int

    init(_ shown: [ListedRace], columns: Int, _ context: Context) {
      let names = context.model.names
      let words = shown.flatMap(\.explained).compactMap(\.self)
      widestExplained = columns >= 70 ? words.map { Fitting.columns($0) }.max() ?? 0 : 0
      explained = widestExplained == 0 ? 0 : max(16, min(widestExplained, 28, columns / 4))
      during = columns >= (explained > 0 ? 120 : 90) ? Self.during(shown, columns) : 0
      let hasStates = context.model.logs.hasStates || context.list.hasReturned
      state = columns >= 80 && hasStates ? Self.state(shown, columns) : 0
      let sides = shown.flatMap(\.sides)
      let printed = sides.filter { $0.site != nil }
      needed = printed.map { Fitting.columns($0.function(names) + $0.place(context.glyphs)) + 5 }.max() ?? 0
      widestAbsence = sides.filter { $0.site == nil }.map { Fitting.columns($0.absence) + 5 }.max() ?? 0
      widestPlace = printed.map { Fitting.columns($0.place(context.glyphs)) }.max() ?? 0
      widestName = printed.map { Fitting.columns($0.function(names)) }.max() ?? 0
    }

    /// Columns for the kinds and the damage of the races on the screen.
    private static func state(_ shown: [ListedRace], _ columns: Int) -> Int {
      let widest = shown.compactMap(\.state).map { Fitting.columns($0) }.max() ?? 0
      return max(13, min(widest, columns >= 100 ? 28 : 18))
    }

    /// Columns for the tests and packages on the screen, 0 when none is known.
    private static func during(_ shown: [ListedRace], _ columns: Int) -> Int {
      let names = shown.compactMap(\.during).flatMap { [$0.test, $0.package] }.compactMap(\.self)
      let widest = names.map { Fitting.columns($0) }.max() ?? 0
      return widest == 0 ? 0 : max(14, min(widest, columns / 3, 48))
    }

    /// Shares the room out, from the first column of the sites to the end of the screen.
    mutating func settle(room: Int, _ columns: Int) {
      var room = room
      for width in [explained, during, state] where width > 0 { room -= width + 3 }
      // On a narrow screen what is explained has the room that the sites leave.
      if explained > 0, columns < 90, room < needed {
        room += explained + 3
        explained = 0
      }
      // What few races have does not cut the sites, which all have.
      if during > 0, room < min(needed, 56) {
        room += during + 3
        during = 0
      }
      placeWidth = max(8, min(widestPlace, 30, room * 2 / 5))
      sites = max(4, min(room, max(33, widestName + placeWidth + 5, widestAbsence)))
    }

    /// The width of what is explained: the rest of the row when nothing follows.
    func explained(before room: Int) -> Int {
      guard explained > 0, during == 0, state == 0 else { return explained }
      return max(explained, min(widestExplained, room))
    }
  }
}
