import RaceModel
import RaceView

/// A user who presses any key on any screen: whether every screen can be drawn and is harmless.
struct ScreenCheck {
  private static let glyphs = [Glyphs.unicode, .alternate, .ascii]
  private static let widths = [0, 1, 2, 7, 40, 59, 60, 80, 99, 100, 120, 200, 300]
  private static let heights = [0, 1, 2, 3, 4, 8, 15, 16, 24, 36, 60, 100]
  private static let keys: [Key] =
    KeyMap.standard.bindings.flatMap(\.keys) + "ijJKvfe[]zZ/&!s".unicodeScalars.map { .character($0) }
    + "0195".unicodeScalars.map { .character($0) } + [.enter, .enter, .enter, .tab, .delete, .function(5)]

  private let log: ReadLog
  private var state: State
  private var clock = WorkClock()
  private(set) var faults: [Fault] = []

  init(_ log: ReadLog, using generator: inout SeededGenerator) {
    self.log = log
    let glyphs = Self.glyphs[Int.random(in: Self.glyphs.indices, using: &generator)]
    state = State(columns: 120, rows: 36, glyphs: glyphs, title: "log")
  }

  /// Reads the log, then presses so many keys, each on the screen that the ones before led to.
  mutating func run(events count: Int, using generator: inout SeededGenerator) {
    for batch in log.batches { send(.batch(batch)) }
    send(.loaded)
    for _ in 0..<count where faults.isEmpty { send(.input(Self.event(state, &generator))) }
    for text in printed(using: &generator) where faults.isEmpty {
      check(text.unicodeScalars.lazy.filter { $0 != "\n" }.map(\.value), "in the printed text")
    }
  }

  private static func event(_ state: State, _ generator: inout SeededGenerator) -> InputEvent {
    func random(_ limit: Int) -> Int { Int.random(in: -1...limit, using: &generator) }
    switch Int.random(in: 0..<20, using: &generator) {
    case 0: return .press(column: random(state.columns), row: random(state.rows))
    case 1: return .wheel(column: random(state.columns), row: random(state.rows), lines: random(4))
    case 2: return .drag(column: random(state.columns), row: random(state.rows))
    case 3:
      return .paste(["main", "a\u{1B}[2J\u{7}", "é\u{301}日", ""][Int.random(in: 0..<4, using: &generator)])
    case 4, 5:
      return .resize(
        columns: widths[Int.random(in: widths.indices, using: &generator)],
        rows: heights[Int.random(in: heights.indices, using: &generator)])
    default:
      let key = keys[Int.random(in: keys.indices, using: &generator)]
      return .key(key)
    }
  }

  /// Sends an event, performs what it asks for and looks at the screen.
  private mutating func send(_ event: Event) {
    clock.restart()
    for effect in state.update(event) { perform(effect) }
    let grid = render(state)
    // A second of work for a key is felt by every user.
    if clock.seconds > WorkClock.allowance(bytes: 0) {
      faults.append(Fault(.time, "\(state.screen) after \(event)"))
    }
    check(grid.cells.lazy.map(\.scalar).filter { $0 != Cell.continuation }, "on the screen \(state.screen)")
    check(grid.cells.lazy.map(\.mark).filter { $0 != 0 }, "on the screen \(state.screen)")
  }

  private mutating func perform(_ effect: Effect) {
    let index = state.index
    switch effect {
    case .readReport(let position): send(.report(position, log.detailed(index.reports[position])))
    case .readStacks(let request):
      var hasher = StackHasher()
      send(.stacks(index.reports.map { hasher.hash($0, in: log.file) }, request))
    case .explain(let races):
      var explainer = RaceExplainer()
      send(
        .explained(
          races.prefix(200).map {
            (index.races[$0].key, explainer.explain(index.races[$0], of: index, files: [log.file]))
          }))
    case .readRaw(let position):
      let entry = index.reports[position]
      send(.raw(position, RawText(log.file.bytes(RawText.range(of: entry)), around: entry)))
    case .readLines(let place):
      let range = RawText.range(around: place.start..<place.start)
      send(.lines(place, RawText(log.file.bytes(range), around: place)))
    case .readSource(let places):
      // The log itself is as hostile a source file as any.
      let file = SourceFile(
        path: "/src/app.go", modified: FileTime(seconds: 0), bytes: log.file.bytes(0..<1 << 16))
      for place in places {
        let view = SourceView(file, line: place.line, means: .nameOnly, logModified: nil)
        send(.source(place, .found(view)))
      }
    case .askSources(let position):
      // Files that say yes, no and nothing in turn, of all stacks.
      let answers: [SourceSupport] = [.calls, .doesNotCall, .unknown]
      guard let report = state.pair?.detail?.report else { return }
      let stacks = report.accesses.indices.map { StackPlace.access($0) }
      let calls = stacks.map { place in
        (place, report.stack(at: place).indices.dropLast().map { answers[($0 + position) % 3] })
      }
      send(.testimony(position, SourceTestimony(calls: Dictionary(uniqueKeysWithValues: calls))))
    case .blame(let places): for place in places { send(.blame(place, "nobody yet")) }
    case .demangle(let names):
      send(.demangled(Demangling(names: Dictionary(uniqueKeysWithValues: names.map { ($0, "duck::\($0)") }))))
    case .locate(let place): send(.located(place, .found(path: "/src/app.go", by: .nameOnly)))
    case .edit: send(.edited(Message("back from vi")))
    case .quit, .follow, .copy, .copyReport, .repaint: break
    }
  }

  /// What `racetui list` and `racetui show` print.
  private func printed(using generator: inout SeededGenerator) -> [String] {
    let width = Self.widths[Int.random(in: Self.widths.indices, using: &generator)]
    let isFolded = Bool.random(using: &generator)
    return [
      ListText.text(log.index, sort: .count, width: width, glyphs: state.glyphs),
      SitesText.text(log.index, width: width, glyphs: state.glyphs),
    ]
      + log.index.races.indices.prefix(4).map { race in
        let entry = log.index.reports[Int(log.index.races[race].reports[0])]
        return ShowText(
          index: log.index, race: race, place: 0, detail: log.detailed(entry), isFolded: isFolded
        ).text(width: width, glyphs: state.glyphs)
      }
  }

  /// The test for what can steer a terminal, on its own terms: not the one that the screens use.
  private mutating func check(_ scalars: some Sequence<UInt32>, _ place: String) {
    let isHarmful = { (value: UInt32) in
      value < 0x20 || (0x7F...0x9F).contains(value) || (0x2028...0x202E).contains(value)
        || (0x2066...0x2069).contains(value) || Unicode.Scalar(value) == nil
    }
    guard let found = scalars.first(where: isHarmful) else { return }
    faults.append(Fault(.control, "U+\(String(found, radix: 16)) \(place)"))
  }
}
