internal import RaceModel

/// The report as it stands in the log, with its surroundings: the evidence.
enum RawScreen {
  static func draw(_ state: State, on grid: inout Grid) {
    guard let raw = state.raw else { return }
    let name = LogFile.title(state.index.sources[raw.source].name)
    let lines =
      raw.report == nil
      ? "line \(raw.lines.lowerBound)" : "lines \(raw.lines.lowerBound) to \(raw.lines.upperBound)"
    let left = "\(name)   \(lines)"
    grid.bar(0, left: left, right: race(raw, state, beside: left), state.glyphs)
    if let failure = raw.text.failure { grid.put(failure, x: 2, y: 2, Style(.warning)) }
    let last = raw.text.firstNumber + raw.text.lines.count
    let gutter = String(last).utf8.count
    for y in 1..<max(1, state.rows - 1) {
      let position = raw.top + y - 1
      guard raw.text.lines.indices.contains(position) else { continue }
      drawLine(state, raw, position, y, gutter, on: &grid)
    }
  }

  /// `in race 1 of 5  [2/3]`, with the numbers that the list and the pair have; `in race 1` where there
  /// is no room for more.
  private static func race(_ raw: RawState, _ state: State, beside left: String) -> String {
    guard let report = raw.report else { return "" }
    let entry = state.index.reports[report]
    let isHere = { (row: RaceRow) in
      row.race == entry.race && row.group?.contains(Int32(report)) != false
    }
    guard let row = state.list.rows.firstIndex(where: isHere) else { return "" }
    let reports = state.list.rows[row].reports(state.index)
    let word = state.list.rows[row].group == nil ? "race" : "group"
    var text = "in \(word) \(row + 1) of \(state.list.rows.count)"
    if reports.count > 1, let place = reports.firstIndex(of: Int32(report)) {
      text += "  [\(place + 1)/\(reports.count)]"
    }
    let isRoomy = Fitting.columns(left) + Fitting.columns(text) + 3 <= state.columns
    return isRoomy ? text : "in \(word) \(row + 1)"
  }

  private static func drawLine(
    _ state: State, _ raw: RawState, _ position: Int, _ y: Int, _ gutter: Int, on grid: inout Grid
  ) {
    let number = raw.text.firstNumber + position
    let isInside = raw.lines.contains(number)
    let ground: Ground = position == raw.cursor ? .selection : .plain
    grid.fill(x: 0, y: y, width: state.columns, " ", Style(.plain, on: ground))
    let text = String(number)
    grid.put(text, x: gutter - text.utf8.count, y: y, Style(.quiet, on: ground))
    grid.put(isInside ? String(state.glyphs.vertical) : " ", x: gutter + 1, y: y, Style(.quiet, on: ground))
    let line = shown(raw.text.lines[position], left: raw.left)
    let x = gutter + 3
    let room = state.columns - x
    let style = isInside ? self.style(of: raw.text.lines[position], ground) : Style(.quiet, on: ground)
    grid.put(Fitting.end(line, room, state.glyphs.ellipsis), x: x, y: y, style)
    grid.mark(state.search, in: line, x: x, y: y, limit: state.columns)
  }

  /// The line with its control characters made visible, from a column on.
  static func shown(_ line: String, left: Int) -> String {
    var text = String.UnicodeScalarView()
    // Counted along: the view would count anew for each tab.
    var count = 0
    func append(_ scalar: Unicode.Scalar) {
      text.append(scalar)
      count += 1
    }
    for scalar in line.unicodeScalars {
      if scalar == "\t" {
        repeat { append(" ") } while count % 8 != 0
      } else if scalar.value < 0x20 {
        append("^")
        append(Unicode.Scalar(UInt8(scalar.value) + 0x40))
      } else {
        append(CharacterWidth.isControl(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    let whole = String(text)
    return left == 0 ? whole : "<" + whole.dropFirst(left + 1)
  }

  /// Headers stand out: A's, B's, creations. KCSAN prints both accesses alike; neither has a hue.
  private static func style(of line: String, _ ground: Ground) -> Style {
    func has(_ texts: [String]) -> Bool { texts.contains { line.contains($0) } }
    if has([" by "]), has(["Previous ", " a previous "]) { return Style(.right, on: ground, bold: true) }
    if has([" by "]), has(accessHeaders) { return Style(.left, on: ground, bold: true) }
    if has(["WARNING: ", "BUG: KCSAN: "]) { return Style(.warning, on: ground) }
    if has([" created at:", ") created by ", " was created"]) {
      return Style(.shared, on: ground, bold: true)
    }
    return Style(.plain, on: ground)
  }

  /// What the header of the access that was caught holds: Go, ThreadSanitizer, Helgrind and DRD.
  private static let accessHeaders = [
    "Read at", "Write at", "ead of size", "rite of size", "odifying access", "Conflicting load",
    "Conflicting store",
  ]
}
