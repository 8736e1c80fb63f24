internal import RaceModel
internal import RaceText

/// Draws the code around a line of one side: a header, then the lines around the marked one.
struct CodePane {
  /// Columns of a tab.
  private static let tab = 4

  let context: Context
  let side: Side
  /// The marked place; nil if the log names none.
  let place: CodePlace?
  /// The names on the lines of both sides, the likeliest first.
  let sharedNames: [String]
  /// The whole pane, with its header.
  let area: Rect
  /// Where the header is, if not from edge to edge.
  var heading: Rect?
  /// The visible part, if the user moves in it; nil for the lines around the marked one.
  var view: CodeView?
  /// Whether the place is that of a caller, because the frame has no code.
  var isCaller = false
  /// Whether the place is that of both sides.
  var isOfBoth = false
  /// The message without a place; may be empty.
  var absence = ""

  private var ink: Ink { isOfBoth ? .plain : Ink(side) }
  private var end: Int { area.x + area.width }

  func draw(on grid: inout Grid) {
    let lookup = context.model.code[place]
    drawHeader(lookup, on: &grid)
    guard let excerpt = lookup?.excerpt else { return }
    let lines = lines(of: excerpt)
    let gutter = String(lines.last?.number ?? 0).utf8.count
    let cut =
      view?.left ?? lines.filter { !$0.text.allSatisfy(\.isWhitespace) }.map { indent($0.text) }.min() ?? 0
    for (position, line) in zip(lines.indices, lines) {
      let y = area.y + 1 + position - lines.startIndex
      if position == view?.cursor.row {
        grid.fill(x: area.x, y: y, width: area.width, " ", Style(.plain, on: .selection))
      }
      draw(
        line, isMeant: line.number == excerpt.line,
        ground: position == view?.cursor.row ? .selection : .plain,
        y: y, gutter: gutter, cut: cut, on: &grid)
    }
  }

  private func lines(of excerpt: CodeExcerpt) -> ArraySlice<CodeExcerpt.Line> {
    guard let view else { return excerpt.window(height: area.height - 1) }
    return excerpt.lines.dropFirst(view.cursor.top).prefix(area.height - 1)
  }

  private func drawHeader(_ lookup: CodeLookup?, on grid: inout Grid) {
    let row = heading ?? area
    let end = row.x + row.width
    for x in row.x..<end { grid.put(String(context.glyphs.horizontal), x: x, y: row.y, Style(.quiet)) }
    let text = header(lookup, width: row.width)
    guard !text.isEmpty else { return }
    let hasDoubts = lookup?.excerpt?.doubts.isEmpty == false
    let mark = view == nil ? "" : String(context.glyphs.marker)
    let shown = " \(mark)" + Fitting.end(text, row.width - 6, context.glyphs.ellipsis) + " "
    let style = Style(hasDoubts ? .warning : view == nil ? .quiet : ink, bold: view != nil)
    grid.put(shown, x: row.x + 1, y: row.y, limit: end, style)
  }

  /// The file, or who last changed the line; then why it may be another line. The path may be cut, a doubt
  /// never.
  private func header(_ lookup: CodeLookup?, width: Int) -> String {
    let sides = isOfBoth ? "A and B  " : ""
    switch lookup {
    case .found(let view):
      let blame = place.flatMap { context.model.code.blames[$0] }
      let words = (view.doubts + [blame == nil ? view.means : nil].compactMap(\.self)).joined(separator: ", ")
      let rest = words.isEmpty ? "" : ": \(words)"
      let lead = sides + (isCaller ? "caller: " : "")
      let room = max(12, width - 5 - Fitting.columns(lead + rest))
      if let blame { return lead + Fitting.end(blame, room, context.glyphs.ellipsis) + rest }
      return lead + Fitting.middle(view.path, room, context.glyphs.ellipsis) + rest
    case .absent(let words):
      // Cuts the path, not the remarks about it.
      guard let file = place?.file, words.hasPrefix(file) else { return sides + words }
      let rest = String(words.dropFirst(file.count))
      let room = max(12, width - 5 - Fitting.columns(sides + rest))
      return sides + Fitting.middle(file, room, context.glyphs.ellipsis) + rest
    case nil: return place == nil ? absence : sides + "looking for the file"
    }
  }

  private func draw(
    _ line: CodeExcerpt.Line, isMeant: Bool, ground: Ground, y: Int, gutter: Int, cut: Int,
    on grid: inout Grid
  ) {
    let number = String(line.number)
    let lead = Style(isMeant ? ink : .quiet, on: ground, bold: isMeant)
    if isMeant { grid.put(String(context.glyphs.marker), x: area.x, y: y, lead) }
    grid.put(number, x: area.x + 1 + gutter - number.utf8.count, y: y, lead)
    grid.put(String(context.glyphs.vertical), x: area.x + 2 + gutter, y: y, Style(.quiet, on: ground))
    let start = area.x + 4 + gutter
    var column = -cut
    var offset = 0
    for scalar in line.text.unicodeScalars {
      let kind = line.spans.first { $0.range.contains(offset) }?.kind
      offset += scalar.utf8.count
      if scalar == "\t" {
        column += Self.tab - (column + cut) % Self.tab
        continue
      }
      let width = CharacterWidth.columns(of: scalar)
      guard start + column + width <= end else { break }
      if column >= 0 {
        let style = Style(Self.ink(kind), on: ground, bold: isMeant)
        grid.put(String(scalar), x: start + column, y: y, limit: end, style)
      }
      column += width
    }
    highlightMatches(line, y: y, start: start, cut: cut, on: &grid)
    guard isMeant else { return }
    highlightNames(line, y: y, start: start, cut: cut, on: &grid)
  }

  /// Marks search matches while the user is in the code.
  private func highlightMatches(_ line: CodeExcerpt.Line, y: Int, start: Int, cut: Int, on grid: inout Grid) {
    guard view != nil, let search = context.search else { return }
    let bytes = line.text.utf8
    for match in search.matches(in: line.text) {
      let from = Self.columns(String(decoding: bytes.prefix(match.lowerBound), as: UTF8.self))
      let to = Self.columns(String(decoding: bytes.prefix(match.upperBound), as: UTF8.self))
      let x = max(start, start + from - cut)
      grid.restyle(x: x, y: y, width: min(start + to - cut, end) - x) { $0.ink = .match }
    }
  }

  /// Marks the names of both lines on the marked line.
  private func highlightNames(_ line: CodeExcerpt.Line, y: Int, start: Int, cut: Int, on grid: inout Grid) {
    for name in sharedNames.prefix(1) {
      // A field here may belong to another object.
      let last = name.split(separator: ".").last.map(String.init) ?? name
      for range in words(last, in: line.text) {
        let before = Self.columns(String(decoding: line.text.utf8.prefix(range.lowerBound), as: UTF8.self))
        grid.restyle(x: start + before - cut, y: y, width: min(last.count, end - start - before + cut)) {
          $0.ink = ink
          $0.isUnderlined = true
        }
      }
    }
  }

  /// The position of a word in a line, as UTF-8 offsets.
  private func words(_ word: String, in text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    let wanted = Array(word.utf8)
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return [] }
    func isPart(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte == UInt8(ascii: "_")
        || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
        || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
    }
    return (0...bytes.count - wanted.count).compactMap { start in
      let end = start + wanted.count
      guard bytes[start..<end].elementsEqual(wanted), start == 0 || !isPart(bytes[start - 1]),
        end == bytes.count || !isPart(bytes[end])
      else { return nil }
      return start..<end
    }
  }

  /// Columns of a text with its tabs.
  static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { column, scalar in
      scalar == "\t" ? column + tab - column % tab : column + CharacterWidth.columns(of: scalar)
    }
  }

  private func indent(_ text: String) -> Int { Self.columns(String(text.prefix { $0 == " " || $0 == "\t" })) }

  private static func ink(_ kind: SyntaxColoring.Kind?) -> Ink {
    switch kind {
    case .comment: .comment
    case .string, .number: .literal
    case .keyword: .keyword
    case nil: .plain
    }
  }
}
