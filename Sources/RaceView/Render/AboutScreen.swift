internal import RaceModel

/// About the log: its sources, how much was read of each, and what they hold beside reports.
enum AboutScreen {
  static func draw(_ state: State, on grid: inout Grid) {
    let sources = state.index.sources
    let lines = sources.reduce(0) { $0 + $1.lines }
    let left =
      "racetui  about the log   \(RacesScreen.plural(sources.count, "file")), \(RacesScreen.plural(lines, "line"))"
    grid.bar(0, left: left, right: state.isLoaded ? "" : "still reading", state.glyphs)
    let rows = AboutRow.rows(state)
    let numberWidth =
      rows.map { row in
        if case .note(_, let note) = row { String(note.line).utf8.count } else { 0 }
      }.max() ?? 0
    for y in 1..<max(1, state.rows - 1) {
      let position = state.about.top + y - 1
      guard rows.indices.contains(position) else { break }
      let ground: Ground = position == state.about.cursor ? .selection : .plain
      grid.fill(x: 0, y: y, width: state.columns, " ", Style(.plain, on: ground))
      if ground == .selection { grid.put(String(state.glyphs.marker), x: 0, y: y, Style(.plain, on: ground)) }
      draw(rows[position], state, numberWidth: max(4, numberWidth), y: y, ground, on: &grid)
    }
  }

  private static func draw(
    _ row: AboutRow, _ state: State, numberWidth: Int, y: Int, _ ground: Ground, on grid: inout Grid
  ) {
    switch row {
    case .source(let position): draw(state.index.sources[position], state, y, ground, on: &grid)
    case .remark(_, let text, let isWarning):
      put(text, x: 4, y: y, Style(isWarning ? .warning : .quiet, on: ground), state, on: &grid)
    case .quiet(let count, let isOpen):
      let text = "\(isOpen ? "-" : "+") \(AboutRow.words(quiet: count))"
      put(text, x: 2, y: y, Style(.quiet, on: ground), state, on: &grid)
    case .leftOut(let text): put(text, x: 2, y: y, Style(.quiet, on: ground), state, on: &grid)
    case .note(_, let note):
      let number = String(note.line)
      grid.put(number, x: 2 + numberWidth - number.utf8.count, y: y, Style(.quiet, on: ground))
      let style = Style(note.isFatal ? .warning : .plain, on: ground)
      put(note.text, x: 4 + numberWidth, y: y, style, state, on: &grid)
    }
  }

  private static func put(
    _ text: String, x: Int, y: Int, _ style: Style, _ state: State, on grid: inout Grid
  ) {
    let shown = Fitting.end(text, state.columns - x - 1, state.glyphs.ellipsis)
    grid.put(shown, x: x, y: y, style)
    grid.mark(state.search, in: shown, x: x, y: y, limit: state.columns)
  }

  /// The name, and how much of it was read: the numbers have their place before the beginning of a long path.
  private static func draw(
    _ source: LogIndex.Source, _ state: State, _ y: Int, _ ground: Ground, on grid: inout Grid
  ) {
    let words = words(source)
    let room = max(8, state.columns - 5 - Fitting.columns(words))
    let name = Fitting.middle(LogFile.title(source.name), room, state.glyphs.ellipsis)
    let end = grid.put(name, x: 2, y: y, Style(.plain, on: ground, bold: true))
    grid.mark(state.search, in: name, x: 2, y: y, limit: state.columns)
    grid.put(words, x: end + 2, y: y, Style(.quiet, on: ground))
  }

  /// `5.3 MB, 1018 lines, 20 reports`
  private static func words(_ source: LogIndex.Source) -> String {
    let read = [
      RacesScreen.bytes(source.bytes), RacesScreen.plural(source.lines, "line"),
      RacesScreen.plural(source.reports, "report"),
    ].joined(separator: ", ")
    return source.isFinished ? read : read + " so far"
  }
}
