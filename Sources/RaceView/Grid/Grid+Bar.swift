internal import RaceText

extension Grid {
  /// Draws a bar over a row: `left` from its beginning, `right` up to its end, never over each other.
  mutating func bar(_ y: Int, left: String, right: String, _ glyphs: Glyphs) {
    let style = Style(.plain, on: .bar)
    fill(x: 0, y: y, width: columns, " ", style)
    let room = columns - Fitting.columns(left) - 3
    let shown = room >= Fitting.columns(right) ? right : ""
    let limit = columns - (shown.isEmpty ? 0 : Fitting.columns(shown) + 1)
    put(
      Fitting.end(left, limit - 1, glyphs.ellipsis), x: 1, y: y, limit: limit,
      Style(.plain, on: .bar, bold: true))
    if !shown.isEmpty { put(shown, x: columns - 1 - Fitting.columns(shown), y: y, style) }
  }

  /// Marks the matches of a pattern in the part of `text` drawn at `x`.
  mutating func highlight(_ search: SearchPattern?, in text: String, x: Int, y: Int, limit: Int) {
    guard let search else { return }
    for match in search.matches(in: text) {
      let utf8 = text.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: match.lowerBound)
      let end = utf8.index(start, offsetBy: match.count)
      let from = x + Fitting.columns(text[..<start])
      restyle(x: from, y: y, width: min(limit - from, Fitting.columns(text[start..<end]))) { $0.ink = .match }
    }
  }
}
