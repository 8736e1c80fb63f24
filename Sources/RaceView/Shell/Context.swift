package import RaceModel
package import RaceText
package import RaceWork

/// What all screens share: what is known, which races are listed, which report is open; and their requests.
package struct Context: Sendable {
  /// Everything known.
  package var model: Model
  /// How things are shown.
  package var settings: Settings
  /// The size of the terminal.
  package var size: Size
  /// Which screen is shown.
  package internal(set) var screen: ScreenID
  /// The races that are listed.
  package var list = RaceList()
  /// The report that is open.
  package var report: ShownReport?
  /// The report whose stacks the list shows beside its races.
  var previewed: ShownReport?
  /// Which of its two accesses has the focus.
  package var side = Side.a
  /// What the next search looks for.
  package var search: SearchPattern?
  /// What was known when the list was last computed.
  var arranged = Arranged()
  /// Whether a query is being typed.
  var isQueryTyped = false
  /// The match under the cursor, directly after a search.
  package var found: SearchResult?
  /// What the footer says until the next key.
  package var message: Message?
  /// Requests to the world, to other screens, and to the footer.
  var requests = Requests()

  struct Arranged: Sendable {
    /// How much of what a query needs.
    var facts = 0
    /// For how many races the owners.
    var owners = 0
  }

  struct Requests: Sendable {
    var effects: [Effect] = []
    var transitions: [Transition] = []
    var prompt: Prompt.Purpose?
  }

  /// The state before anything is read.
  package init(_ logs: Logs, settings: Settings, size: Size) {
    model = Model(logs)
    model.triage = settings.triage
    model.comparison = ComparisonFacts(settings.older)
    self.settings = settings
    self.size = size
    screen = .races
    (list.query, list.order, list.grouping) = (
      settings.list.query, settings.list.order, settings.list.grouping
    )
  }

  // MARK: Shorthands

  /// What has been read.
  package var index: LogIndex { model.index }

  /// The characters to draw with.
  var glyphs: Glyphs { settings.glyphs }

  /// The selected race of the list.
  var selectedRace: Race? { list.selected.map { index.races[$0.race] } }

  /// The name of a command's first key, for a sentence; from another screen if it has none here.
  package func key(_ command: CommandName, on screen: ScreenID? = nil) -> String {
    let screens = [screen ?? self.screen] + settings.screens.map(\.id)
    let key = screens.lazy.compactMap { settings.keys.keys(of: command, on: $0).first }.first
    return key.map { $0.name(glyphs) } ?? command.description
  }

  // MARK: Asking

  /// Requests a job.
  package mutating func ask(_ job: Job) { requests.effects.append(.job(job)) }

  /// Requests something that is not a job.
  package mutating func ask(_ effect: Effect) { requests.effects.append(effect) }

  /// Goes to another screen.
  mutating func go(_ transition: Transition) { requests.transitions.append(transition) }

  /// Shows a message in the footer.
  package mutating func say(_ text: String, isWarning: Bool = false) {
    message = Message(text, isWarning: isWarning)
  }

  /// Recomputes which races are listed.
  mutating func arrangeList() {
    model.comparison.update(index, isFollowing: model.logs.isFollowing)
    list.arrange(&model)
    arranged.facts = knownFacts
  }
}
