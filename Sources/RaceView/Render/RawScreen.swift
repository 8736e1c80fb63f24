internal import RaceModel

/// The report as it stands in the log, with its surroundings: the evidence.
enum RawScreen {
  static func draw(_ state: State, on grid: inout Grid) {
    guard let raw = state.raw else { return }
    let entry = state.index.reports[raw.report]
    let name = LogFile.title(state.index.sources[Int(entry.source)].name)
    grid.bar(
      0, left: "\(name)   lines \(raw.lines.lowerBound) to \(raw.lines.upperBound)",
      right: "in race \(Int(entry.race) + 1)", state.glyphs)
    if let failure = raw.text.failure { grid.put(failure, x: 2, y: 2, Style(.warning)) }
    let last = raw.text.firstNumber + raw.text.lines.count
    let gutter = String(last).utf8.count
    for y in 1..<max(1, state.rows - 1) {
      let position = raw.top + y - 1
      guard raw.text.lines.indices.contains(position) else { continue }
      drawLine(state, raw, position, y, gutter, on: &grid)
    }
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
    for scalar in line.unicodeScalars {
      if scalar == "\t" {
        repeat { text.append(" ") } while text.count % 8 != 0
      } else if scalar.value < 0x20 {
        text.append("^")
        text.append(Unicode.Scalar(UInt8(scalar.value) + 0x40))
      } else {
        text.append(CharacterWidth.isControl(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    let whole = String(text)
    return left == 0 ? whole : "<" + whole.dropFirst(left + 1)
  }

  /// Headers stand out: A's, B's, creations.
  private static func style(of line: String, _ ground: Ground) -> Style {
    if line.contains("Previous ") && line.contains(" by ") { return Style(.right, on: ground, bold: true) }
    if line.contains(" by ") && (line.contains("Read at") || line.contains("Write at")) {
      return Style(.left, on: ground, bold: true)
    }
    if line.contains("WARNING: ") { return Style(.warning, on: ground) }
    if line.contains(" created at:") { return Style(.shared, on: ground, bold: true) }
    return Style(.plain, on: ground)
  }
}
