internal import Glibc
internal import RaceTerminal
internal import RaceText
internal import RaceView
internal import RaceWork

/// The world around the screens as it really is: a terminal, a pool of threads that do jobs, an editor.
struct Desk: ~Copyable, World {
  /// The terminal.
  var terminal: Terminal
  /// Results of other threads for the screens.
  let mailbox: Mailbox<Event>
  /// Whether the logs are followed.
  let following: Following
  private let pool: JobPool
  private let triage: TriageStore?
  /// Whether the user wants to reload all logs.
  private(set) var wantsReload = false
  /// How many jobs that the user waits for are unanswered.
  private var awaited = 0

  /// A terminal, and threads that do jobs in a workspace; nil if the system has no descriptors left.
  init?(_ terminal: consuming Terminal, _ workspace: Workspace, isFollowing: Bool) {
    guard let mailbox = Mailbox<Event>() else { return nil }
    self.terminal = terminal
    self.mailbox = mailbox
    following = Following(isFollowing)
    triage = workspace.triage
    pool = JobPool(workspace) { mailbox.post(.answer($0)) }
  }

  /// The terminal, for another desk.
  consuming func handOver() -> Terminal { terminal }

  /// The size of the terminal.
  var size: Size { Size(columns: terminal.columns, rows: terminal.rows) }

  /// The characters that the terminal can show.
  var glyphs: Glyphs {
    switch terminal.lines {
    case .unicode: .unicode
    case .alternate: .alternate
    case .ascii: .ascii
    }
  }

  /// Whether the user waits for a job.
  var isAwaited: Bool { awaited > 0 }

  /// What other threads have sent.
  mutating func takeMail() -> [Event] {
    let events = mailbox.take()
    for case .answer(let answer) in events where answer.isAwaited { awaited -= 1 }
    return events
  }

  mutating func run(_ job: Job) -> [Answer] {
    if job.urgency == .now { awaited += 1 }
    pool.submit(job)
    return []
  }

  mutating func perform(_ effect: Effect) -> [Event] {
    switch effect {
    case .quit, .job: return []
    case .reload:
      wantsReload = true
      return []
    case .repaint:
      terminal.repaint()
      return []
    case .follow(let isOn):
      following.isOn = isOn
      return []
    case .copy(let text, let what):
      if terminal.copy(text) {
        return [.message(Message("copied \(what) (to the terminal's clipboard)"))]
      }
      return [.message(CopiedFile.message(text, what))]
    case .triage(let changes): return triage.map { [.triaged($0.answer(changes))] } ?? []
    case .edit(let places): return edit(places)
    }
  }

  private mutating func edit(_ places: [FilePlace]) -> [Event] {
    let editor = Editor.fromEnvironment()
    let shortened = places.map { FilePlace(path: InstalledCode.shortened($0.path), line: $0.line) }
    let outcome = terminal.run(editor.arguments(shortened))
    return [
      .input(.resize(columns: terminal.columns, rows: terminal.rows)),
      .edited(Self.message(outcome, editor.name)),
    ]
  }

  /// The message after an editor.
  private static func message(_ outcome: ChildOutcome, _ name: String) -> Message {
    switch outcome {
    case .exited(0): Message("back from \(name)")
    case .exited(let status): Message("\(name) ended with status \(status)", isWarning: true)
    case .signalled(let signal): Message("\(name) was killed by signal \(signal)", isWarning: true)
    case .notStarted(let error):
      Message("\(name) cannot be started: \(String(cString: strerror(error)))", isWarning: true)
    }
  }
}
