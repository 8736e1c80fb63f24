internal import GrammarExamples
import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness

/// A user who presses any key on any screen: checks that every screen can be drawn and is harmless.
struct ScreenCheck {
  private static let glyphs = [Glyphs.unicode, .alternate, .ascii]
  private static let widths = [0, 1, 2, 7, 40, 59, 60, 80, 99, 100, 120, 200, 300]
  private static let heights = [0, 1, 2, 3, 4, 8, 15, 16, 24, 36, 60, 100]
  private static let keys: [Key] = {
    var keys: [Key] = ScreenTable.all.flatMap { $0.commandFacts }.flatMap { $0.keys }.flatMap { $0.keys }
    // Keys that lead somewhere are repeated, and some are not commands.
    keys += "ijJKvfe[]zZ/&!s0195".unicodeScalars.map { Key.character($0) }
    keys += [.enter, .enter, .enter, .tab, .delete, .function(5)]
    return keys
  }()

  private let log: ReadLog
  private let glyphs: Glyphs
  private var screens: Interpreter<ImmediateWorld>
  private var clock = WorkClock()
  private(set) var faults: [Fault] = []

  init(_ log: ReadLog, using generator: inout SeededGenerator) {
    self.log = log
    glyphs = Self.glyphs[Int.random(in: Self.glyphs.indices, using: &generator)]
    let app = App(
      Logs(title: "log", count: 1), settings: Settings(glyphs: glyphs), size: Size(columns: 120, rows: 36))
    let workspace = Workspace(OpenLogs(files: [log.file]), code: HostileCode(log: log.file))
    var world = ImmediateWorld(workspace)
    world.isHeld = { _ in false }
    screens = Interpreter(app, world: world)
  }

  /// Reads the log, then presses the given number of keys, each on the screen that the previous one opened.
  mutating func run(events count: Int, using generator: inout SeededGenerator) {
    for batch in log.batches { send(.log(.batch(batch))) }
    send(.log(.loaded))
    for _ in 0..<count where faults.isEmpty { send(.input(event(&generator))) }
    for text in printed(using: &generator) where faults.isEmpty {
      check(text.unicodeScalars.lazy.filter { $0 != "\n" }.map(\.value), "in the printed text")
    }
  }

  private func event(_ generator: inout SeededGenerator) -> InputEvent {
    let size = screens.app.context.size
    func random(_ limit: Int) -> Int { Int.random(in: -1...limit, using: &generator) }
    switch Int.random(in: 0..<20, using: &generator) {
    case 0: return .press(column: random(size.columns), row: random(size.rows))
    case 1: return .wheel(column: random(size.columns), row: random(size.rows), lines: random(4))
    case 2: return .drag(column: random(size.columns), row: random(size.rows))
    case 3:
      return .paste(["main", "a\u{1B}[2J\u{7}", "é\u{301}日", ""][Int.random(in: 0..<4, using: &generator)])
    case 4, 5:
      return .resize(
        columns: Self.widths[Int.random(in: Self.widths.indices, using: &generator)],
        rows: Self.heights[Int.random(in: Self.heights.indices, using: &generator)])
    default: return .key(Self.keys[Int.random(in: Self.keys.indices, using: &generator)])
    }
  }

  /// Sends an event, does the jobs it asks for and checks the screen.
  private mutating func send(_ event: Event) {
    clock.restart()
    screens.send(event)
    for case .edit in screens.world.effects { screens.send(.edited(Message("back from vi"))) }
    screens.world.forget()
    let grid = screens.app.draw()
    let screen = type(of: screens.app.screen).id
    // Every user notices a second of work for a key.
    if clock.seconds > WorkClock.allowance(bytes: 0) {
      faults.append(Fault(.time, "\(screen) after \(event)"))
    }
    check(grid.cells.lazy.map(\.scalar).filter { $0 != Cell.continuation }, "on the screen \(screen)")
    check(grid.cells.lazy.map(\.mark).filter { $0 != 0 }, "on the screen \(screen)")
  }

  /// The output of `racetui list` and `racetui show`.
  private func printed(using generator: inout SeededGenerator) -> [String] {
    let width = Self.widths[Int.random(in: Self.widths.indices, using: &generator)]
    let isFolded = Bool.random(using: &generator)
    let index = log.index
    return [
      ListText.text(index, width: width, glyphs: glyphs),
      SitesText.text(index, width: width, glyphs: glyphs),
    ]
      + RaceListing().rows(RaceFacts(index)).prefix(4).compactMap { row in
        guard var report = ShownReport(index, row, position: 0) else { return nil }
        report.show(log.detailed(report.entry), index)
        return ShowText(report, number: nil, isFolded: isFolded).text(width: width, glyphs: glyphs)
      }
  }

  /// An independent check for text that can control a terminal, separate from the one that the screens use.
  private mutating func check(_ scalars: some Sequence<UInt32>, _ place: String) {
    let isHarmful = { (value: UInt32) in
      value < 0x20 || (0x7F...0x9F).contains(value) || (0x2028...0x202E).contains(value)
        || (0x2066...0x2069).contains(value) || Unicode.Scalar(value) == nil
    }
    guard let found = scalars.first(where: isHarmful) else { return }
    faults.append(Fault(.control, "U+\(String(found, radix: 16)) \(place)"))
  }
}
