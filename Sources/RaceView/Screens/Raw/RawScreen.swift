internal import RaceModel
package import RaceText
package import RaceWork

/// A report, or another line, as it is in the log, with its surroundings: the evidence.
package struct RawScreen: ListScreen {
  package static let id = ScreenID("raw")
  package static let title = "a report as it is in the log"
  package static let commands: [Command<RawScreen>] =
    [
      Command(
        Common.open, "open the report at the line", label: "open", keys: [.enter],
        when: { screen, context in screen.entry(context) == nil ? .no("not part of a report") : .yes }
      ) { screen, context, _ in if let entry = screen.entry(context) { context.open(entry) } },
      Command("left", "scroll left", keys: ["h", .left]) { screen, context, _ in screen.scroll(-1, &context)
      },
      Command("right", "scroll right", keys: ["l", .right]) { screen, context, _ in screen.scroll(1, &context)
      },
      fork(when: isOfReport),
    ] + otherRaces(when: isOfReport) { $0.showOpen(&$1) }
    + otherReports(when: isOfReport) { $0.showOpen(&$1) }
    + [toggle(Common.raw, keys: ["v"]), editLog, editCode]
    + sharing(isOfReport: isOfReport).filter { $0.facts.name != editLog.facts.name } + searching() + general()

  private static let editLog = Command<RawScreen>(
    "edit", "open the log in $RACETUI_EDITOR, $VISUAL or $EDITOR at the line", label: "editor", keys: ["e"],
    when: { screen, context in
      let isFile =
        context.index.logs.indices.contains(screen.log) && context.index.logs[screen.log].size != nil
      return isFile ? .yes : .no("an editor cannot open a stream")
    }
  ) { screen, context, _ in
    guard let number = screen.number else { return }
    context.ask(.edit([FilePlace(path: context.index.logs[screen.log].name, line: number)]))
  }

  private static let editCode = Command<RawScreen>(
    "edit.code", "open the code that the line names", keys: ["o"]
  ) { screen, context, _ in context.edit(screen.place(context).map { [$0] } ?? []) }

  package var cursor = ListCursor()
  /// The report shown or about to be shown; nil for another line.
  private var request: ReportRequest?
  /// The line shown or about to be shown; nil for a report.
  private var line: LogPlace?
  /// The log, by its number.
  private var log = 0
  /// The physical lines of the report, or the other line.
  private var lines = 0...0
  /// The text; nil until it is read.
  private var text: LogExcerpt?
  /// The report of that text.
  private var shown: ReportID?
  /// The first column on the screen.
  private var left = 0

  package init() {}

  private static let isOfReport: Command<RawScreen>.Condition = { screen, _ in
    screen.request == nil ? .no("not part of a report") : .yes
  }

  // MARK: Opening

  /// Shows a report once it is read; until then the previous text stays.
  mutating func show(_ request: ReportRequest, _ context: inout Context) {
    self.request = request
    line = nil
    context.ask(.text(request))
  }

  /// Shows a line of the log.
  mutating func show(_ place: LogPlace, _ context: inout Context) {
    line = place
    request = nil
    context.ask(.lines(place))
  }

  /// Shows the report that is open now.
  private mutating func showOpen(_ context: inout Context) {
    if let open = context.request, open != request { show(open, &context) }
  }

  package mutating func take(_ answer: Answer, _ context: inout Context) {
    switch answer {
    case .text(let request, let text, _) where request == self.request:
      let entry = request.entry
      take(
        text, of: Int(entry.log), entry.line...max(entry.line, entry.endLine), isSame: shown == entry.id)
      shown = entry.id
    case .lines(let place, let text) where place == line:
      take(text, of: place.log, place.line...place.line, isSame: false)
    default: break
    }
  }

  private mutating func take(_ text: LogExcerpt, of log: Int, _ lines: ClosedRange<Int>, isSame: Bool) {
    self.log = log
    self.lines = lines
    let before = self.text
    self.text = text
    if isSame, let before {
      // Keeps the visible lines when the report has grown.
      let moved = before.firstNumber - text.firstNumber
      cursor = ListCursor(row: cursor.row + moved, top: max(0, cursor.top + moved))
      return
    }
    let row = max(0, min(lines.lowerBound - text.firstNumber, text.lines.count - 1))
    cursor = ListCursor(row: row, top: max(0, row - 2))
    left = text.lines.indices.contains(row) ? Self.output(in: text.lines[row]) : 0
  }

  /// The beginning of the text in a record of `go test -json`: the part before it would fill a screen.
  private static func output(in line: String) -> Int {
    let (bytes, mark) = (Array(line.utf8), Array(#""Output":""#.utf8))
    guard line.hasPrefix("{"), bytes.count > mark.count else { return 0 }
    return (0...bytes.count - mark.count).first { bytes[$0...].starts(with: mark) } ?? 0
  }

  package mutating func follow(_ context: inout Context) -> Bool {
    guard let request else { return true }
    guard let position = context.index.position(of: request.entry.id) else { return false }
    let now = context.model.request(position)
    if now != request { request.entry.isOpenEnded ? show(now, &context) : (self.request = now) }
    return true
  }

  /// The number of the focused line; nil until something is read.
  private var number: Int? {
    guard let text, text.lines.indices.contains(cursor.row) else { return nil }
    return text.firstNumber + cursor.row
  }

  /// The report of the focused line, whatever the list shows.
  private func entry(_ context: Context) -> ReportEntry? {
    number.flatMap { number in
      context.index.reports.first { Int($0.log) == log && $0.line <= number && number <= $0.endLine }
    }
  }

  // MARK: Rows

  package var rowCount: Int { text?.lines.count ?? 0 }
  package func body(_ size: Size) -> Range<Int> { 1..<max(1, size.rows - 1) }
  package mutating func arrange(_ context: inout Context) { keepInView(context.size) }

  package func position(_ context: Context) -> String {
    text.map { "line \($0.firstNumber + cursor.row)" } ?? ""
  }

  /// Scrolls the text sideways, as far as a visible line reaches.
  private mutating func scroll(_ direction: Int, _ context: inout Context) {
    guard let text else { return }
    let step = max(8, context.size.columns / 2)
    if direction < 0 { return left = max(0, left - step) }
    let shown = text.lines.dropFirst(cursor.top).prefix(max(1, body(context.size).count))
    let room = context.size.columns - String(text.firstNumber + text.lines.count).utf8.count - 3
    let widest = shown.map { Fitting.columns(RawLine.shown($0, left: 0)) }.max() ?? 0
    if widest - left > room {
      left = min(left + step, widest - room)
    } else {
      context.say("nothing further right")
    }
  }

  package func place(_ context: Context) -> PrintedPlace? {
    guard let text, text.lines.indices.contains(cursor.row) else { return nil }
    return LogExcerpt.place(in: text.lines[cursor.row])
  }

  package func report(_ context: Context) -> ReportRequest? { request }

  // MARK: Searching

  package mutating func searched(for pattern: SearchPattern, _ context: Context) -> (
    texts: [[String]], cursor: Int
  ) {
    (text?.lines.map { [$0] } ?? [], cursor.row)
  }

  package func searchedPart(_ context: Context) -> String {
    guard let text, let last = text.lastNumber,
      text.firstNumber > 1 || last < context.index.logs[log].lineCount
    else { return "" }
    return " in the lines shown, \(text.firstNumber) to \(last) of the log"
  }

  // MARK: Drawing

  package func draw(_ context: Context, on grid: inout Grid) {
    guard let text else { return grid.bar(0, left: "reading", right: "", context.glyphs) }
    // Beyond the report only the line tells where the cursor is.
    let line = text.firstNumber + cursor.row
    let isInReport = shown != nil && lines.contains(line)
    let words = isInReport ? "lines \(lines.lowerBound) to \(lines.upperBound)" : "line \(line)"
    let title = "\(context.model.logTitle(log))   \(words)"
    grid.bar(0, left: title, right: isInReport ? race(context, beside: title) : "", context.glyphs)
    if let failure = text.failure { grid.put(failure, x: 2, y: 2, Style(.warning)) }
    let gutter = String(text.firstNumber + text.lines.count).utf8.count
    drawRows(context, on: &grid) { row, y, ground, grid in
      RawLine(
        text.lines[row], number: text.firstNumber + row, isInside: lines.contains(text.firstNumber + row)
      )
      .draw(y: y, gutter: gutter, left: left, ground, context, on: &grid)
    }
  }

  /// `in race 1 of 5  [2/3]`, with the numbers that the list and the pair have; `in race 1` if there is no
  /// room for more.
  private func race(_ context: Context, beside title: String) -> String {
    guard let shown, let report = context.index.position(of: shown) else { return "" }
    let race = context.index.reports[report].race
    let rows = context.list.rows
    guard
      let number = rows.firstIndex(where: { $0.race == race && $0.group?.contains(Int32(report)) != false })
    else { return "" }
    let count = rows[number].count(context.index)
    let word = rows[number].group == nil ? "race" : "group"
    var words = "in \(word) \(number + 1) of \(rows.count)"
    if count > 1, let position = rows[number].position(of: Int32(report), context.index) {
      words += "  [\(position + 1)/\(count)]"
    }
    let isRoomy = Fitting.columns(title) + Fitting.columns(words) + 3 <= context.size.columns
    return isRoomy ? words : "in \(word) \(number + 1)"
  }
}
