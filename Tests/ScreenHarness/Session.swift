package import RaceModel
package import RaceText
package import RaceView
package import RaceWork

/// The screens after a log was read, without a terminal: all their requests are done at once.
package struct Session {
  /// The screens and the world around them.
  package var interpreter: Interpreter<ImmediateWorld>

  /// Reads open logs.
  ///
  /// - Parameters:
  ///   - title: the name of the logs in the title.
  ///   - names: the names of the logs, if they differ from their paths.
  ///   - older: the races to compare with.
  package init(
    _ files: [LogFile], title: String, names: [String]? = nil, columns: Int, rows: Int,
    glyphs: Glyphs = .unicode, queries: SavedQueries = SavedQueries(),
    code: any CodeSearch = NoCode(), older: (races: OlderRaces, run: OlderRun?)? = nil
  ) {
    let workspace = Workspace(OpenLogs(files: files), code: code, older: older?.run)
    var settings = Settings(glyphs: glyphs)
    settings.queries = queries
    settings.older = older?.races
    let app = App(
      Logs(title: title, count: files.count), settings: settings,
      size: Size(columns: columns, rows: rows))
    interpreter = Interpreter(app, world: ImmediateWorld(workspace))
    var batches: [IndexBatch] = []
    workspace.read { batch in
      batches.append(batch)
      return true
    }
    for var batch in batches {
      if let names { batch.loaded.name = names[Int(batch.log)] }
      send(.log(.batch(batch)))
    }
    send(.log(.loaded))
  }

  // MARK: Input

  /// Gives an event to the screens and does what they ask for.
  package mutating func send(_ event: Event) { interpreter.send(event) }

  /// Gives an answer to the screens.
  package mutating func answer(_ answer: Answer) { send(.answer(answer)) }

  /// Presses keys: single characters as text, others by name.
  package mutating func press(_ keys: String...) {
    for key in keys {
      if let key = Self.named[key] {
        press(key)
      } else {
        type(key)
      }
    }
  }

  private static let named: [String: Key] = [
    "Enter": .enter, "F2": .function(2), "Esc": .escape, "Tab": .tab, "Down": .down, "PgDn": .pageDown,
    "Backspace": .backspace,
  ]

  /// Presses a key.
  package mutating func press(_ key: Key) { send(.input(.key(key))) }

  /// Presses the keys of a text; a carriage return is Enter.
  package mutating func type(_ keys: String) {
    for scalar in keys.unicodeScalars { press(scalar == "\r" ? .enter : .character(scalar)) }
  }

  /// Changes the size.
  package mutating func resize(columns: Int, rows: Int) {
    send(.input(.resize(columns: columns, rows: rows)))
  }

  // MARK: Screen

  /// The screen.
  package var grid: Grid { app.draw() }
  /// The screen as text.
  package var text: String { grid.text }
  /// The rows of the screen.
  package var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  // MARK: State

  /// The screens.
  package var app: App { interpreter.app }
  /// Requests that were not done: editors, copies, the end.
  package var effects: [Effect] { interpreter.world.effects }
  /// The index of what has been read.
  package var index: LogIndex { app.context.index }
  /// The list of races.
  package var list: RaceList { app.context.list }
  /// The races of the list's rows, as positions in the index.
  package var order: [Int] { list.rows.map(\.race) }
  /// The selected race, a position in the index.
  package var selected: Int? { list.selected?.race }
  /// The name of the screen that is shown.
  package var screen: String { Swift.type(of: app.screen).id.description }
  /// The open pair.
  package var pair: PairScreen? { app.screens.lazy.compactMap { $0 as? PairScreen }.last }
  /// The access that has the focus.
  package var side: Side { app.context.side }
  /// The place that an editor would open, on the Pair screen.
  package var place: PrintedPlace? { pair?.place(app.context) }
  /// The focused row of the pair.
  package var focusedRow: PairRow? { pair?.row(side) }
}
