internal import RaceText

/// The widths that the contents of the list's columns need: of its first rows, and of all that were on the screen. They
/// only grow, so that columns keep their places as one scrolls.
struct RacesWidths: Sendable {
  /// How many of the first rows are measured.
  private static let sample = 100

  /// Of what races are on, and of the likely causes.
  private(set) var explained = 0
  /// Of the tests, and of the packages.
  private(set) var during = 0
  private(set) var state = 0
  /// Of a function with its place, of functions, of places, and of what stands for sites that are not in the log.
  private(set) var site = 0
  private(set) var name = 0
  private(set) var place = 0
  private(set) var absence = 0

  private var basis: Basis?
  /// The functions of the first rows, and of those on the screen.
  private var names: (first: [String], shown: [String]) = ([], [])
  private var fitted: (room: Int, width: Int) = (0, 0)

  /// What the first rows depend on.
  private struct Basis: Equatable {
    var arrangements: Int
    var explained: Int
    var names: Int
    var isDemangled: Bool
    var isLoaded: Bool
  }

  /// Measures the races on the screen, and the first ones when they have changed.
  mutating func measure(_ shown: [ListedRace], _ context: Context) {
    let names = context.model.names
    let now = Basis(
      arrangements: context.list.arrangements, explained: context.model.explanations.found.revision,
      names: names.revision, isDemangled: names.isDemangled, isLoaded: context.model.logs.isLoaded)
    // Other names have other widths.
    if let basis, basis.isDemangled != now.isDemangled { self = RacesWidths() }
    if basis != now, now.isLoaded {
      let first = context.list.rows.prefix(Self.sample).map { ListedRace($0, context) }
      self.names.first = include(first, context)
      fitted.room = 0
    }
    basis = now
    self.names.shown = include(shown, context)
  }

  /// - Returns: the functions of the races.
  private mutating func include(_ races: [ListedRace], _ context: Context) -> [String] {
    var functions: [String] = []
    func grow(_ width: inout Int, _ text: String?) { text.map { width = max(width, Fitting.columns($0)) } }
    for race in races {
      for words in race.explained { grow(&explained, words) }
      for words in race.during { grow(&during, words) }
      grow(&state, race.state)
      for side in race.sides {
        guard side.site != nil else {
          absence = max(absence, Fitting.columns(side.absence) + 5)
          continue
        }
        let function = side.function(context.model.names)
        let width = (name: Fitting.columns(function), place: Fitting.columns(side.place(context.glyphs)))
        (name, place) = (max(name, width.name), max(place, width.place))
        site = max(site, width.name + width.place + 5)
        functions.append(function)
      }
    }
    return functions
  }

  /// The width of the functions when they are shortened to a number of columns.
  mutating func fitted(_ room: Int, _ context: Context) -> Int {
    let all = room == fitted.room ? names.shown : names.first + names.shown
    let widest =
      all.lazy.map { Fitting.columns(FrameWords.fitted($0, room, context.glyphs.ellipsis)) }.max() ?? 0
    fitted = (room, room == fitted.room ? max(fitted.width, widest) : widest)
    return fitted.width
  }
}
