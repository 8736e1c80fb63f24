internal import RaceText
internal import RaceWork

/// The screens as a value: events go in, effects come out, and a frame can be drawn at any time.
package struct App: Sendable {
  /// What all screens share.
  package internal(set) var context: Context
  /// The screens, the visible one last; never empty.
  package private(set) var screens: [any Screen] = [RacesScreen()]
  /// Closed screens, as the user left them.
  private var left: [ScreenID: any Screen] = [:]
  /// The text being typed in the footer.
  package internal(set) var prompt: Prompt?
  /// Pressed keys that begin a sequence.
  var pending: KeySequence?
  /// Earlier typed lines, the latest last.
  var history: [Prompt.Purpose: [String]] = [:]
  /// The state before the prompt changed it.
  var origin: Origin?
  /// A number typed before a command.
  var count: Int?

  /// The screens before anything is read.
  package init(_ logs: Logs, settings: Settings = Settings(), size: Size) {
    var settings = settings
    settings.screens = ScreenTable.all.map { $0.facts }
    context = Context(logs, settings: settings, size: size)
    sayIfTooSmall()
    arrange()
  }

  /// Adds a screen that is in no table, and shows it: for tests of the screen protocol.
  package mutating func add(_ kind: any Screen.Type) {
    context.settings.screens.append(kind.facts)
    screens.append(kind.init())
    arrange()
  }

  /// Shows the tour of the built-in sample above the list.
  package mutating func showTour() {
    screens.append(TourScreen(isDemo: true))
    arrange()
  }

  /// The visible screen.
  package var screen: any Screen { screens[screens.count - 1] }

  /// Takes an event and says what the program must do for it.
  package mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .input(let input): take(input)
    case .log(let event): take(event)
    case .answer(let answer):
      context.take(answer)
      for position in screens.indices { screens[position].take(answer, &context) }
    case .edited(let message):
      // The files have changed since they were read.
      context.model.code.forget()
      context.message = message
    case .triaged(let answer): context.take(triage: answer)
    case .message(let message): context.message = message
    }
    arrange()
    defer { context.requests.effects = [] }
    return context.requests.effects
  }

  /// Draws a frame.
  package func draw() -> Grid {
    var grid = Grid(columns: context.size.columns, rows: context.size.rows)
    guard context.size.columns > 0, context.size.rows > 0 else { return grid }
    screen.draw(context, on: &grid)
    if context.size.rows > 1 { Footer(self).draw(on: &grid) }
    return grid
  }

  // MARK: Screens

  /// Calls a function with the visible screen.
  mutating func withScreen<Result>(_ body: (inout any Screen, inout Context) -> Result) -> Result {
    body(&screens[screens.count - 1], &context)
  }

  /// Goes to the requested screens, and arranges the visible one.
  private mutating func arrange() {
    goWhereAsked()
    screens[screens.count - 1].arrange(&context)
    // Arranging may find nothing to show.
    if !context.requests.transitions.isEmpty {
      goWhereAsked()
      screens[screens.count - 1].arrange(&context)
    }
    context.askNames()
  }

  private mutating func goWhereAsked() {
    // A command performed on the way may request more.
    while !context.requests.transitions.isEmpty { go(context.requests.transitions.removeFirst()) }
    context.screen = type(of: screen).id
    if let purpose = context.requests.prompt {
      open(purpose)
      context.requests.prompt = nil
    }
  }

  private mutating func go(_ transition: Transition) {
    switch transition {
    case .open(let screen): screens.append(screen)
    case .resume(let id): if type(of: screen).id != id { resume(id) }
    case .reveal(let id):
      if let place = screens.lastIndex(where: { type(of: $0).id == id }) {
        close(downTo: place)
      } else {
        resume(id)
      }
    case .home(let screen):
      close(downTo: 0)
      if let screen { screens.append(screen) }
    case .help(let isTyped): screens.append(HelpScreen(screen, isTyped: isTyped))
    case .perform(let command, let times):
      context.screen = type(of: screen).id
      withScreen { $0.perform(command, times: times, &$1) }
    case .close: if screens.count > 1 { close(downTo: screens.count - 2) }
    }
  }

  private mutating func resume(_ id: ScreenID) {
    if let screen = left[id] ?? ScreenTable.all.first(where: { $0.id == id })?.init() {
      screens.append(screen)
    }
  }

  /// Closes the screens above one.
  private mutating func close(downTo place: Int) {
    while screens.count > place + 1 {
      let screen = screens.removeLast()
      left[type(of: screen).id] = screen
    }
  }

  // MARK: Logs

  private mutating func take(_ event: LogEvent) {
    guard context.take(event) else { return }
    let isLost = !context.followReport()
    var kept: [any Screen] = []
    for var screen in screens where screen.follow(&context) { kept.append(screen) }
    screens = kept
    if isLost { context.say("the open report was a false start and was closed", isWarning: true) }
  }

  /// Says that the terminal is too small, unless there is another message.
  mutating func sayIfTooSmall() {
    guard context.size.isTooSmall, context.message == nil else { return }
    context.say("a small terminal (under 60x16)")
  }
}
