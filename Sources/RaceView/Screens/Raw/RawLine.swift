internal import RaceText

/// A line of the log on the screen.
struct RawLine {
  private let text: String
  private let number: Int
  /// Whether it belongs to the report.
  private let isInside: Bool

  init(_ text: String, number: Int, isInside: Bool) {
    self.text = text
    self.number = number
    self.isInside = isInside
  }

  /// Draws the line.
  ///
  /// - Parameters:
  ///   - gutter: columns for the numbers of lines.
  ///   - left: the first visible column of the text.
  func draw(y: Int, gutter: Int, left: Int, _ ground: Ground, _ context: Context, on grid: inout Grid) {
    let numeral = String(number)
    grid.fill(x: 0, y: y, width: gutter, " ", Style(.plain, on: ground))
    grid.put(numeral, x: gutter - numeral.utf8.count, y: y, Style(.quiet, on: ground))
    let bar = isInside ? String(context.glyphs.vertical) : " "
    grid.put(bar, x: gutter + 1, y: y, Style(.quiet, on: ground))
    let line = Self.shown(text, left: left)
    let x = gutter + 3
    let style = isInside ? style(ground) : Style(.quiet, on: ground)
    grid.put(Fitting.end(line, context.size.columns - x, context.glyphs.ellipsis), x: x, y: y, style)
    grid.highlight(context.search, in: line, x: x, y: y, limit: context.size.columns)
  }

  /// The line with its control characters made visible, from a column on.
  static func shown(_ line: String, left: Int) -> String {
    var text = String.UnicodeScalarView()
    // Counted along the way, because the view would count again for each tab.
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

  /// Headers stand out: A's, B's, creations. KCSAN prints both accesses alike, so neither has a hue.
  private func style(_ ground: Ground) -> Style {
    func has(_ texts: [String]) -> Bool { texts.contains { text.contains($0) } }
    if has([" by "]), has(["Previous ", " a previous "]) { return Style(.right, on: ground, bold: true) }
    if has([" by "]), has(Self.accessHeaders) { return Style(.left, on: ground, bold: true) }
    if has(["WARNING: ", "BUG: KCSAN: "]) { return Style(.warning, on: ground) }
    if has([" created at:", ") created by ", " was created"]) {
      return Style(.shared, on: ground, bold: true)
    }
    return Style(.plain, on: ground)
  }

  /// Text in the header of the caught access: Go, ThreadSanitizer, Helgrind and DRD.
  private static let accessHeaders = [
    "Read at", "Write at", "ead of size", "rite of size", "odifying access", "Conflicting load",
    "Conflicting store",
  ]
}
