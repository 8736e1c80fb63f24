package import RaceModel
package import RaceText
internal import RaceWork

/// The log screen: how much of each file was read, and what it holds besides reports.
package struct AboutScreen: ListScreen {
  package static let id = ScreenID("about")
  package static let title = "about the log"
  package static let commands: [Command<AboutScreen>] =
    [
      Command(
        Common.open, "the log at this line; fold or unfold", label: "log",
        keys: [.enter, "l", .right]
      ) { screen, context, _ in screen.activate(&context) }
    ] + searching() + [toggle(Common.about, "back to the races", keys: ["i"]), follow(), reload()] + general()

  package var cursor = ListCursor()
  private var rows: [AboutRow] = []
  private var folds = AboutFolds()

  package init() {}

  package static func legend(_ glyphs: Glyphs) -> [HelpLine] {
    [HelpLine("812", "the line of a message from the detector's runtime: a crash, a count")]
  }

  package var rowCount: Int { rows.count }
  package func body(_ size: Size) -> Range<Int> { 1..<max(1, size.rows - 1) }

  package mutating func arrange(_ context: inout Context) {
    if let race = context.selectedRace, context.model.comparison.wantChanges(race.key) {
      context.ask(.compare(ComparedRace(race, of: context.index)))
    }
    rows = AboutRows.rows(context, folds)
    keepInView(context.size)
  }

  /// Opens the log at the line of the selected row, or unfolds the files in it.
  package mutating func activate(_ context: inout Context) {
    guard rows.indices.contains(cursor.row) else { return }
    if let place = rows[cursor.row].place {
      var raw = RawScreen()
      raw.show(place, &context)
      context.go(.open(raw))
      return
    }
    switch rows[cursor.row] {
    case .quiet: folds.showsQuiet.toggle()
    case .manyGone: folds.showsGone.toggle()
    default: break
    }
  }

  package func race(_ context: Context) -> RaceKey? { context.selectedRace?.key }

  // MARK: Searching

  package mutating func searched(for pattern: SearchPattern, _ context: Context) -> (
    texts: [[String]], cursor: Int
  ) {
    openFold(holding: pattern, context)
    return (rows.map { [$0.text(context.index)] }, cursor.row)
  }

  package func searchedPart(_ context: Context) -> String { context.model.logs.isLoaded ? "" : " so far" }

  /// Opens the folds that hide a match.
  private mutating func openFold(holding pattern: SearchPattern, _ context: Context) {
    for fold in [\AboutFolds.showsQuiet, \.showsGone] where !folds[keyPath: fold] {
      var open = folds
      open[keyPath: fold] = true
      let all = AboutRows.rows(context, open)
      func count(_ rows: [AboutRow]) -> Int { rows.count { pattern.matches($0.text(context.index)) } }
      guard count(all) > count(rows) else { continue }
      folds = open
      rows = all
    }
  }

  // MARK: Drawing

  package func draw(_ context: Context, on grid: inout Grid) {
    let logs = context.index.logs
    let lines = logs.reduce(0) { $0 + $1.lineCount }
    let left =
      "racetui  about the log   \(Counting.plural(logs.count, "file")), \(Counting.plural(lines, "line"))"
    grid.bar(0, left: left, right: context.model.logs.isLoaded ? "" : "still reading", context.glyphs)
    let widest = rows.lazy.map { row in
      if case .note(_, let note) = row { String(note.line).utf8.count } else { 0 }
    }.max()
    let numberWidth = max(4, widest ?? 0)
    drawRows(context, on: &grid) { row, y, ground, grid in
      draw(rows[row], numberWidth: numberWidth, y: y, ground, context, on: &grid)
    }
  }

  private func draw(
    _ row: AboutRow, numberWidth: Int, y: Int, _ ground: Ground, _ context: Context, on grid: inout Grid
  ) {
    switch row {
    case .log(let log): draw(context.index.logs[log], y, ground, context, on: &grid)
    case .remark(_, let text, let isWarning):
      put(text, x: 4, y: y, Style(isWarning ? .warning : .quiet, on: ground), context, on: &grid)
    case .damaged(let reports):
      put(reports.words, x: 4, y: y, Style(.warning, on: ground), context, on: &grid)
    case .quiet(let count, let isOpen):
      let text = "\(isOpen ? "-" : "+") \(AboutRow.words(quiet: count))"
      put(text, x: 2, y: y, Style(.quiet, on: ground), context, on: &grid)
    case .heading(let title, let more):
      let end = grid.put(title, x: 2, y: y, Style(.plain, on: ground, bold: true))
      put(more, x: end + 2, y: y, Style(.plain, on: ground), context, on: &grid)
    case .sentence(let text, let isWarning):
      put(text, x: 4, y: y, Style(isWarning ? .warning : .quiet, on: ground), context, on: &grid)
    case .gone(let outcome, let race):
      let style = Style(.plain, on: ground)
      put(
        outcome + String(repeating: " ", count: max(1, 13 - outcome.utf8.count)) + race, x: 4, y: y, style,
        context,
        on: &grid)
    case .manyGone(let count, let isOpen):
      put(
        "\(isOpen ? "-" : "+") \(AboutRow.words(gone: count))", x: 4, y: y, Style(.plain, on: ground),
        context, on: &grid)
    case .leftOut(let text): put(text, x: 2, y: y, Style(.quiet, on: ground), context, on: &grid)
    case .note(_, let note):
      let number = String(note.line)
      grid.put(number, x: 2 + numberWidth - number.utf8.count, y: y, Style(.quiet, on: ground))
      let style = Style(note.isFatal ? .warning : .plain, on: ground)
      put(note.text, x: 4 + numberWidth, y: y, style, context, on: &grid)
    }
  }

  private func put(_ text: String, x: Int, y: Int, _ style: Style, _ context: Context, on grid: inout Grid) {
    let shown = Fitting.end(text, context.size.columns - x - 1, context.glyphs.ellipsis)
    grid.put(shown, x: x, y: y, style)
    grid.highlight(context.search, in: shown, x: x, y: y, limit: context.size.columns)
  }

  /// The name, and how much was read: the numbers take precedence over the beginning of a long path.
  private func draw(
    _ log: LoadedLog, _ y: Int, _ ground: Ground, _ context: Context, on grid: inout Grid
  ) {
    let words = Self.words(log)
    let room = max(8, context.size.columns - 5 - Fitting.columns(words))
    let name = Fitting.middle(LogFile.title(log.name), room, context.glyphs.ellipsis)
    let end = grid.put(name, x: 2, y: y, Style(.plain, on: ground, bold: true))
    grid.highlight(context.search, in: name, x: 2, y: y, limit: context.size.columns)
    grid.put(words, x: end + 2, y: y, Style(.quiet, on: ground))
  }

  /// `5.3 MB, 1018 lines, 20 reports`
  private static func words(_ log: LoadedLog) -> String {
    let read = [
      Counting.bytes(log.bytes), Counting.plural(log.lineCount, "line"),
      Counting.plural(log.reportCount, "report"),
    ].joined(separator: ", ")
    return log.isFinished ? read : read + " so far"
  }
}
