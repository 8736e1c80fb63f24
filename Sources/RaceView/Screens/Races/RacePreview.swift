internal import RaceModel
internal import RaceText

/// The selected race beside or below the list: both accesses by their whole names, what is worked out of it, the code
/// of both lines.
struct RacePreview: Sendable {
  /// The narrowest place with the code of both sides beside each other.
  private static let sideBySide = 100

  /// Where it is.
  let area: Rect
  /// Where the log has the race's first report.
  private let location: String
  /// Whole names and places of both sides.
  private let accesses: [(side: Side, text: String, isMissing: Bool)]
  /// What is worked out of it.
  private let explanation: [Explanation.Line]
  /// The lines of code that are meant.
  let places: Sides<CodePlace?>
  /// Why there is no code of either side; nil when there is some, or it is looked for.
  private let absence: String?
  /// The names that are on both lines.
  private let sharedNames: [String]

  /// The preview of a race by a report of it.
  init(_ area: Rect, _ entry: ReportEntry, _ context: Context) {
    self.area = area
    let log = Int(entry.log)
    location = "\(lastComponent(context.model.logTitle(log))):\(entry.line)"
    accesses = Self.accesses(entry, context)
    let race = context.index.race(of: entry)
    let marked = TriageWords.line(context.model.triage.entries[race.key]).map { [$0] } ?? []
    // What a person has said of it comes first: there may be no room for all.
    explanation =
      marked
      + (context.model.explanations[race.key].map { RaceWords.lines($0, race, context.model.names) } ?? [])
    places = context.places(of: entry)
    let lookups = places.map { context.model.code[$0] }
    let isPending = zip(places.both, lookups.both).contains { $0 != nil && $1 == nil }
    if isPending || lookups.both.contains(where: { $0?.excerpt != nil }) {
      absence = nil
    } else {
      absence =
        lookups.both.lazy.compactMap { if case .absent(let words)? = $0 { words } else { nil } }.first ?? ""
    }
    let lines = places.map { context.model.code[$0]?.excerpt?.lexed }
    if entry.kind.hasTwoSides, let first = lines.a, let second = lines.b {
      sharedNames = SharedIdentifiers.of(first, second)
    } else {
      sharedNames = []
    }
  }

  private static func accesses(_ entry: ReportEntry, _ context: Context) -> [(Side, String, Bool)] {
    zip(Side.allCases, [entry.first, entry.second]).compactMap { side, access in
      guard let access else {
        if !entry.kind.hasTwoSides { return nil }
        return (side, MissingSide(context.index.race(of: entry)).words, true)
      }
      guard let site = context.index[access.site] else { return (side, "no stack of it is in the log", true) }
      return (side, RaceWords.whole(site, context.model.names), false)
    }
  }

  // MARK: Drawing

  /// Rows for what is worked out: the same for all races, so that nothing jumps.
  private var explanationHeight: Int { area.height >= 26 ? 6 : area.height >= 16 ? 4 : 3 }

  func draw(_ context: Context, on grid: inout Grid) {
    let isBeside = area.x > 0
    drawRule(isBeside, context, on: &grid)
    let left = area.x + 1 + (isBeside ? 1 : 0)
    let width = area.x + area.width - left - 1
    var y = area.y + (isBeside ? 0 : 1)
    for access in accesses {
      let style = Style(access.isMissing ? .warning : Ink(access.side), bold: true)
      grid.put(access.isMissing ? "\(access.side.letter) ?" : access.side.letter, x: left, y: y, style)
      let indent = access.isMissing ? 4 : 2
      let lines = isBeside ? Array(Fitting.wrap(access.text, width - indent).prefix(2)) : [access.text]
      for (offset, line) in lines.enumerated() {
        let shown = Fitting.middle(line, width - indent, context.glyphs.ellipsis)
        grid.put(shown, x: left + indent, y: y + offset, Style(access.isMissing ? .quiet : .plain))
      }
      y += isBeside ? 2 : 1
    }
    if isBeside { y = area.y + 4 } else { y = area.y + 3 }
    let bottom = area.y + area.height
    if let absence {
      // What is worked out has the room of the code.
      drawExplanation(x: left, rows: y..<bottom - 1, width: width, context, on: &grid)
      let words = Fitting.end(absence, width, context.glyphs.ellipsis)
      return _ = grid.put(words, x: left, y: bottom - 1, Style(.quiet))
    }
    drawExplanation(x: left, rows: y..<y + explanationHeight, width: width, context, on: &grid)
    drawCode(top: y + explanationHeight, left: left - 1, context, on: &grid)
  }

  private func drawRule(_ isBeside: Bool, _ context: Context, on grid: inout Grid) {
    let glyphs = context.glyphs
    let place = " \(location) "
    if isBeside {
      for y in area.y..<area.y + area.height {
        grid.put(String(glyphs.vertical), x: area.x, y: y, Style(.quiet))
      }
    } else {
      for x in area.x..<area.x + area.width {
        grid.put(String(glyphs.horizontal), x: x, y: area.y, Style(.quiet))
      }
      grid.put(place, x: max(2, area.width - Fitting.columns(place) - 2), y: area.y, Style(.quiet))
    }
  }

  private func drawExplanation(
    x: Int, rows: Range<Int>, width: Int, _ context: Context, on grid: inout Grid
  ) {
    let labelWidth = 8
    var y = rows.lowerBound
    let bottom = rows.upperBound
    for (position, line) in explanation.enumerated() where y < bottom {
      grid.put(line.label, x: x, y: y, Style(.quiet))
      // Those that follow have a row each before one takes a second row.
      let rows = max(1, bottom - y - (explanation.count - position - 1))
      let room = width - labelWidth
      for text in Fitting.wrap(line.words, room, rows: rows, context.glyphs.ellipsis) {
        grid.put(text, x: x + labelWidth, y: y)
        y += 1
      }
    }
  }

  private func drawCode(top: Int, left: Int, _ context: Context, on grid: inout Grid) {
    let height = area.y + area.height - top
    let width = area.x + area.width - left
    guard height >= 3, !accesses.isEmpty else { return }
    if width >= Self.sideBySide {
      let half = width / 2
      draw(.a, Rect(x: left, y: top, width: half - 1, height: height), context, on: &grid)
      draw(.b, Rect(x: left + half, y: top, width: width - half, height: height), context, on: &grid)
      for y in top..<top + height {
        grid.put(String(context.glyphs.vertical), x: left + half - 1, y: y, Style(.quiet))
      }
    } else {
      let upper = (height + 1) / 2
      draw(.a, Rect(x: left, y: top, width: width, height: upper), context, on: &grid)
      draw(.b, Rect(x: left, y: top + upper, width: width, height: height - upper), context, on: &grid)
    }
  }

  private func draw(_ side: Side, _ area: Rect, _ context: Context, on grid: inout Grid) {
    guard area.height >= 2 else { return }
    CodePane(context: context, side: side, place: places[side], sharedNames: sharedNames, area: area)
      .draw(on: &grid)
  }
}
