internal import RaceModel
package import RaceText

/// How things are shown and asked for: what the user, the configuration and the terminal decide.
package struct Settings: Sendable {
  /// The characters to draw with.
  package var glyphs: Glyphs
  /// Which keys ask for what.
  package private(set) var keys: KeyMap
  /// Whether the code under the cursors is shown.
  package var showsCode = true
  /// Whether the list shows the selected race, where there is room.
  package var showsPreview = true
  /// Whether the focused frame is shown whole, whatever room that takes.
  package var showsWhole = false
  /// The share of the left column of a pair, in percent.
  package var divider = middle
  /// How the list begins.
  package var list = ListSettings()
  /// What is said of races.
  package var triage = TriageFacts()
  /// The races of an older run, or of a list, that these are compared with; nil where there are none.
  package var older: OlderRaces?
  /// What `@NAME` means in a query.
  package var queries = SavedQueries()
  /// Keys that the user chose for commands, in place of those that they have.
  private let bindings: [CommandName: [KeySequence]]
  /// What is said of the screens.
  package internal(set) var screens: [ScreenFacts] = [] {
    didSet { keys = KeyMap(screens, changes: bindings) }
  }

  /// Both columns alike.
  package static let middle = 50

  /// A share of the left column that leaves room for the right one.
  static func divider(_ percent: Int) -> Int { max(20, min(80, percent)) }

  /// The settings of a user.
  ///
  /// - Parameter bindings: keys that the user chose for commands; none unbind one.
  package init(glyphs: Glyphs = .unicode, bindings: [CommandName: [KeySequence]] = [:]) {
    self.glyphs = glyphs
    self.bindings = bindings
    keys = KeyMap([])
  }
}

/// How the list of races begins.
package struct ListSettings: Sendable {
  /// The query that shown races match.
  package var query: Query
  /// The order.
  package var order: RaceOrder
  /// What they are grouped by; nil where they are not.
  package var grouping: RaceGrouping?

  /// All races, most reports first, unless something else is wanted.
  package init(query: Query = Query(), order: RaceOrder = RaceOrder(), grouping: RaceGrouping? = nil) {
    (self.query, self.order, self.grouping) = (query, order, grouping)
  }
}
