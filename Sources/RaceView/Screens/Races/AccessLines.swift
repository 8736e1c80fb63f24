internal import RaceModel
internal import RaceText

/// An access of the selected race in the available rows: its function and place, as complete as they fit, or
/// why the log does not have it.
struct AccessLines: Sendable {
  let side: Side
  /// The rows, without the letter of the side.
  let rows: [String]
  /// Whether the access, or its stack, is not in the log.
  let isMissing: Bool

  /// The accesses of a report.
  ///
  /// - Parameters:
  ///   - height: rows for each.
  ///   - width: columns for each.
  static func all(_ entry: ReportEntry, height: Int, width: Int, _ context: Context) -> [AccessLines] {
    zip(Side.allCases, [entry.first, entry.second]).compactMap { side, access in
      func missing(_ words: String) -> AccessLines {
        let rows = Fitting.wrap(words, width - 4, rows: height, context.glyphs.ellipsis)
        return AccessLines(side: side, rows: rows, isMissing: true)
      }
      guard let access else {
        return entry.kind.hasTwoSides ? missing(MissingSide(context.index.race(of: entry)).words) : nil
      }
      guard let site = context.index[access.site] else { return missing(MissingSide.stack) }
      return AccessLines(
        side: side, rows: rows(site, height: height, width: width - 2, context), isMissing: false)
    }
  }

  private static func rows(_ site: Site, height: Int, width: Int, _ context: Context) -> [String] {
    let names = context.model.names
    let whole = Fitting.wrap(RaceWords.whole(site, names), width)
    if whole.count <= height { return whole }
    if height == 1 { return [RaceWords.fitted(site, width, names, context.glyphs)] }
    let name = FrameWords.fitted(site.function.map(names.whole) ?? "?", width, context.glyphs.ellipsis)
    return [name, Fitting.middle(RaceWords.place(site), width, context.glyphs.ellipsis)]
  }

  func draw(x: Int, y: Int, on grid: inout Grid) {
    let style = Style(isMissing ? .warning : Ink(side), bold: true)
    grid.put(isMissing ? "\(side.letter) ?" : side.letter, x: x, y: y, style)
    for (offset, row) in rows.enumerated() {
      grid.put(row, x: x + (isMissing ? 4 : 2), y: y + offset, Style(isMissing ? .quiet : .plain))
    }
  }
}
