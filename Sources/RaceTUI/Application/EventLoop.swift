internal import Glibc
internal import RaceModel
internal import RaceTerminal
internal import RaceView

/// The one loop of the screens: waits for a key, a signal or the loader; changes the state; performs
/// what the state asks for; draws.
struct EventLoop: ~Copyable {
  /// The shortest time between two frames that only reading asks for.
  private static let frame = Duration.milliseconds(33)

  private let logs: OpenLogs
  private let sources: SourceReading
  private let following: Following
  private var terminal: Terminal
  private var state: State
  private var lastFrame = ContinuousClock.now
  private var needsFrame = true
  private var isWaiting = false
  private var mailbox: Mailbox<Event>?

  /// A loop over a terminal that was just opened.
  ///
  /// - Parameters:
  ///   - leftOut: what to say of files that are no logs.
  ///   - title: what to call the input.
  init(
    logs: OpenLogs, leftOut: String?, title: String, sources: SourceReading, isFollowing: Bool,
    terminal: consuming Terminal
  ) {
    self.logs = logs
    self.sources = sources
    let files = logs.files
    let canGrow = logs.hasFolders || files.contains { $0.size != nil }
    following = Following(isFollowing && canGrow)
    let glyphs: Glyphs =
      switch terminal.lines {
      case .unicode: .unicode
      case .alternate: .alternate
      case .ascii: .ascii
      }
    state = State(
      columns: terminal.columns, rows: terminal.rows, glyphs: glyphs, title: title, sourceCount: files.count)
    state.canGrow = canGrow
    state.leftOut = leftOut
    state.isFollowing = following.isOn
    self.terminal = terminal
  }

  /// Runs until the user quits or a signal ends the program.
  ///
  /// - Returns: why it ended and what could not be read; both are for when the terminal is given back.
  mutating func run() -> Ending {
    draw()
    guard let mailbox = Mailbox<Event>(), Loader.start(logs, into: mailbox, following: following) else {
      return .noThread
    }
    self.mailbox = mailbox
    sources.prepare()
    while true {
      // What the loader has is taken once a frame, so that keys never wait for it.
      let sinceFrame = ContinuousClock.now - lastFrame
      if isWaiting, sinceFrame >= Self.frame {
        for event in mailbox.take() {
          let wasLoaded = state.isLoaded
          handle(event)
          if state.isLoaded, !wasLoaded { tellFailures() }
        }
        isWaiting = false
        needsFrame = true
      }
      guard let event = next(mailbox.wake) else { continue }
      switch event {
      case .wake: isWaiting = true
      case .terminate(let signal): return Ending(status: 128 + signal)
      default:
        needsFrame = true
        if !handle(.input(event)) { return Ending(status: 0, failures: state.index.failures) }
      }
    }
  }

  /// The next event; before waiting for one the screen is brought up to date.
  private mutating func next(_ wake: Int32) -> InputEvent? {
    if let event = terminal.next(milliseconds: 0) { return event }
    if needsFrame { draw() }
    guard isWaiting else { return terminal.next(wake: wake) }
    let left = Self.frame - (ContinuousClock.now - lastFrame)
    return terminal.next(milliseconds: Int32(max(1, left / .milliseconds(1))))
  }

  private mutating func draw() {
    let grid = render(state)
    terminal.draw(grid)
    lastFrame = .now
    needsFrame = false
  }

  /// Gives an event to the state and does what it asks for.
  ///
  /// - Returns: false when the program should end.
  @discardableResult
  private mutating func handle(_ event: Event) -> Bool {
    for effect in state.update(event) {
      if effect == .quit { return false }
      perform(effect)
    }
    return true
  }

  /// Says which input could not be read to its end: the list alone looks complete.
  private mutating func tellFailures() {
    let failures = state.index.failures.map(\.description)
    if !failures.isEmpty { handle(.message(Message(failures.joined(separator: "; "), isWarning: true))) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .quit: break
    case .repaint: terminal.repaint()
    case .readSource(let places):
      let log = places.first.map { logs.files[$0.log].name } ?? ""
      if let mailbox { sources.read(places, log: log, into: mailbox) }
    case .askSources(let position):
      if let mailbox, let detail = state.pair?.detail {
        sources.ask(detail, report: position, log: file(position).name, into: mailbox)
      }
    case .blame(let places):
      if let mailbox { sources.blame(places, into: mailbox) }
    case .demangle(let names):
      if let mailbox { NameReading.demangle(names, into: mailbox) }
    case .explain(let races):
      if let mailbox { Explainer.start(races, of: state.index, logs.files, into: mailbox) }
    case .readStacks(let request):
      if let mailbox { StackReading.start(state.index, logs.files, request: request, into: mailbox) }
    case .readReport(let position):
      let detail = report(position)
      handle(.report(position, detail))
      if detail == nil { handle(.message(Self.changed)) }
    case .readRaw(let position):
      handle(.raw(position, RawReading.text(state.index.reports[position], in: file(position))))
      if report(position) == nil { handle(.message(Self.changed)) }
    case .follow(let isOn): following.isOn = isOn
    case .readLines(let place):
      handle(.lines(place, RawReading.text(place, in: logs.files[place.source])))
    case .locate(let place):
      if let mailbox { sources.locate(place, into: mailbox) }
    case .edit(let path, let line): edit(path, line)
    case .copy(let text, let what): copy(ClipboardText(line: text), what)
    case .copyReport(let position): copyReport(position)
    }
  }

  /// What is said when a report is not in its log any more as it was found.
  private static let changed = Message("the log was changed since it was read", isWarning: true)

  private borrowing func file(_ position: Int) -> LogFile {
    logs.files[Int(state.index.reports[position].source)]
  }

  private borrowing func report(_ position: Int) -> DetailedReport? {
    let entry = state.index.reports[position]
    return entry.read(from: file(position), during: state.index.printedDuring(entry))
  }

  private borrowing func bytes(of entry: ReportEntry) -> [UInt8] {
    logs.files[Int(entry.source)].bytes(entry.bytes)
  }

  private mutating func copyReport(_ position: Int) {
    guard report(position) != nil else {
      handle(.message(Self.changed))
      return
    }
    let entry = state.index.reports[position]
    copy(ClipboardText(lines: bytes(of: entry)), "the report, \(entry.endLine - entry.line + 1) lines")
  }

  private mutating func copy(_ text: ClipboardText, _ what: String) {
    terminal.copy(text)
    handle(.message(Message("copied \(what) (to the terminal's clipboard)")))
  }

  private mutating func edit(_ path: String, _ line: Int?) {
    let editor = Editor.fromEnvironment()
    let outcome = terminal.run(editor.arguments(file: SourceReading.shortened(path), line: line))
    handle(.input(.resize(columns: terminal.columns, rows: terminal.rows)))
    handle(.edited(Self.message(outcome, editor.name)))
  }

  /// What is said after an editor.
  private static func message(_ outcome: ChildOutcome, _ name: String) -> Message {
    switch outcome {
    case .exited(0): Message("back from \(name)")
    case .exited(let status): Message("\(name) ended with status \(status)", isWarning: true)
    case .signalled(let signal): Message("\(name) was ended by signal \(signal)", isWarning: true)
    case .notStarted(let error):
      Message("\(name) cannot be started: \(String(cString: strerror(error)))", isWarning: true)
    }
  }
}
