internal import RaceModel
package import RaceText

/// Choices of the user, the configuration and the terminal.
package struct Settings: Sendable {
  /// The characters to draw with.
  package var glyphs: Glyphs
  /// The keys of commands.
  package private(set) var keys: KeyMap
  /// Whether the code under the cursors is shown.
  package var showsCode = true
  /// Whether the list shows the selected race if there is room.
  package var showsPreview = true
  /// Whether the focused frame is shown in full, however many lines that takes.
  package var showsWhole = false
  /// The share of the left column of a pair, in percent.
  package var divider = middle
  /// How the list begins.
  package var list = ListSettings()
  /// Marks on races.
  package var triage = TriageFacts()
  /// The races of an older run, or of a list, for comparison; nil if none.
  package var older: OlderRaces?
  /// What `@NAME` means in a query.
  package var queries = SavedQueries()
  /// Keys that the user chose for commands, in place of the defaults.
  private let bindings: [CommandName: [KeySequence]]
  /// The facts about the screens.
  package internal(set) var screens: [ScreenFacts] = [] {
    didSet { keys = KeyMap(screens, changes: bindings) }
  }

  /// Both columns equally wide.
  package static let middle = 50

  /// A share of the left column that leaves room for the right one.
  static func divider(_ percent: Int) -> Int { max(20, min(80, percent)) }

  /// The settings of a user.
  ///
  /// - Parameter bindings: keys that the user chose for commands; an empty list unbinds one.
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
  /// What they are grouped by; nil if ungrouped.
  package var grouping: RaceGrouping?

  /// By default all races, most reports first.
  package init(query: Query = Query(), order: RaceOrder = RaceOrder(), grouping: RaceGrouping? = nil) {
    (self.query, self.order, self.grouping) = (query, order, grouping)
  }
}
