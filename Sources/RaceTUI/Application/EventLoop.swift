internal import Glibc
internal import RaceModel
internal import RaceTerminal
internal import RaceText
internal import RaceView
internal import RaceWork

/// The one loop of the screens: waits for a key, a signal, the loader or an answer; gives it to the screens; draws.
struct EventLoop: ~Copyable {
  /// The shortest time between two frames caused only by reading.
  private static let frame = Duration.milliseconds(33)
  /// How long a frame waits for the answer to a key, so that a quick answer is drawn at once.
  private static let framePatience = Duration.milliseconds(40)
  /// How long the next key waits for it: a user who types ahead means the result of the previous key.
  private static let keyPatience = Duration.seconds(1)

  private var screens: Interpreter<Desk>
  private let workspace: Workspace
  private var lastFrame = ContinuousClock.now
  private var needsFrame = true
  private var isWaiting = false

  /// A loop over a terminal that was just opened.
  init(
    _ workspace: Workspace, _ logs: Logs, _ settings: Settings, _ remembered: Remembered,
    desk: consuming Desk
  ) {
    self.workspace = workspace
    let terminal = desk.size
    var app = App(logs, settings: settings, size: terminal)
    app.restore(remembered)
    screens = Interpreter(app, world: desk)
  }

  /// What to remember about the logs; nil while they are empty.
  var remembered: Remembered? { screens.app.context.index.races.isEmpty ? nil : screens.app.remembered }

  /// What was read; nil if not all was.
  var outline: LogsOutline? {
    let logs = screens.app.context.model.logs
    return logs.isLoaded ? LogsOutline(logs.index) : nil
  }

  /// Whether the logs are followed.
  var isFollowing: Bool { screens.world.following.isOn }

  /// The terminal, for a loop over the reloaded logs.
  consuming func handOver() -> Terminal { screens.handOver().handOver() }

  /// Shows the tour first.
  mutating func showTour() { screens.app.showTour() }

  /// Runs until the user quits or a signal ends the program.
  ///
  /// - Returns: why it ended and what could not be read; both are printed after the terminal is given back.
  mutating func run() -> Ending {
    draw()
    let mailbox = screens.world.mailbox
    let following = screens.world.following
    guard Loader.start(workspace, following: following, post: { mailbox.post(.log($0)) }) else {
      return .noThread
    }
    _ = screens.world.run(.listFolders)
    while true {
      // Results of the loader are taken once per frame, so that keys never wait for them.
      if isWaiting, ContinuousClock.now - lastFrame >= Self.frame { takeMail() }
      guard let event = next(mailbox.wake) else { continue }
      switch event {
      case .wake: isWaiting = true
      case .terminate(let signal): return Ending(status: 128 + signal)
      default:
        needsFrame = true
        if !screens.send(.input(event)) {
          following.finish()
          return Ending(
            status: 0, wantsReload: screens.world.wantsReload,
            failures: screens.app.context.index.failures)
        }
        waitForAnswer(Self.framePatience)
        if screens.world.isAwaited {
          draw()
          waitForAnswer(Self.keyPatience)
        }
      }
    }
  }

  private mutating func takeMail() {
    for event in screens.world.takeMail() { screens.send(event) }
    isWaiting = false
    needsFrame = true
  }

  /// Gives a job that a key requested, and that the user waits for, some time to answer.
  private mutating func waitForAnswer(_ patience: Duration) {
    let end = ContinuousClock.now + patience
    while screens.world.isAwaited, case let left = end - .now, left > .zero {
      guard screens.world.mailbox.wait(milliseconds: Int32(max(1, left / .milliseconds(1)))) else { return }
      takeMail()
    }
  }

  /// The next event; updates the screen before it waits.
  private mutating func next(_ wake: Int32) -> InputEvent? {
    if let event = screens.world.terminal.next(milliseconds: 0) { return event }
    if needsFrame { draw() }
    guard isWaiting else { return screens.world.terminal.next(wake: wake) }
    let left = Self.frame - (ContinuousClock.now - lastFrame)
    return screens.world.terminal.next(milliseconds: Int32(max(1, left / .milliseconds(1))))
  }

  private mutating func draw() {
    screens.world.terminal.draw(screens.app.draw())
    lastFrame = .now
    needsFrame = false
  }
}
