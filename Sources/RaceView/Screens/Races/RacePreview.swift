internal import RaceModel
internal import RaceText

/// The selected race beside or below the list: both accesses with their full names, the explanation, the code
/// of both lines.
struct RacePreview: Sendable {
  /// The narrowest place with the code of both sides side by side.
  private static let sideBySide = 100

  /// Columns of the word before a sentence that says what it is about.
  private static let labelWidth = 8

  /// Where it is.
  let area: Rect
  /// The place of the race's first report in the log.
  private let location: String
  /// Full names and places of both sides.
  private let accesses: [AccessLines]
  /// The explanation.
  private let explanation: [Explanation.Line]
  /// The marked lines of code.
  let places: Sides<CodePlace?>
  /// Why there is no code for either side; nil if there is some, or the search is pending.
  private let absence: String?
  /// How the code of both lines shares its room.
  private let sharing: CodeSharing
  /// The names on both lines.
  private let sharedNames: [String]
  /// Whether the report is about two accesses.
  private let isOfTwoSides: Bool
  /// The race's stacks, if there is no code; nil until its report is read.
  private let stacks: StackPreview?

  /// The preview of a race by a report of it.
  init(_ area: Rect, _ entry: ReportEntry, _ context: Context) {
    self.area = area
    let log = Int(entry.log)
    location = "\(lastComponent(context.model.logTitle(log))):\(entry.line)"
    let isBeside = area.x > 0
    accesses = AccessLines.all(
      entry, height: isBeside ? 2 : 1, width: area.width - (isBeside ? 3 : 2), context)
    let race = context.index.race(of: entry)
    let marked = TriageWords.line(context.model.triage.entries[race.key]).map { [$0] } ?? []
    let report = context.previewed.flatMap { $0.id == entry.id ? $0 : nil }
    isOfTwoSides = entry.kind.hasTwoSides
    places = context.places(of: entry)
    let lookups = places.map { context.model.code[$0] }
    sharing =
      places.a != nil && places.a == places.b
      ? .same : CodeSharing(without: Self.isBare(places, lookups))
    let isPending = zip(places.both, lookups.both).contains { $0 != nil && $1 == nil }
    if isPending || lookups.both.contains(where: { $0?.excerpt != nil }) {
      absence = nil
    } else {
      absence =
        lookups.both.lazy.compactMap { if case .absent(let words)? = $0 { words } else { nil } }.first ?? ""
    }
    // The header of a stack says it, too.
    let said = absence == nil ? report?.statements ?? [] : []
    // A person's mark comes first: there may not be room for everything.
    explanation =
      marked + said
      + (context.model.explanations[race.key].map { Findings($0, race, context.model.names).lines } ?? [])
    stacks = absence == nil ? nil : report.flatMap { StackPreview($0) }
    let lines = places.map { context.model.code[$0]?.excerpt?.lexed }
    if entry.kind.hasTwoSides, let first = lines.a, let second = lines.b {
      sharedNames = SharedIdentifiers.of(first, second)
    } else {
      sharedNames = []
    }
  }

  /// Which sides have no code and never will.
  private static func isBare(_ places: Sides<CodePlace?>, _ lookups: Sides<CodeLookup?>) -> Sides<Bool> {
    Sides { side in
      if case .absent? = lookups[side] { return true }
      return places[side] == nil
    }
  }

  /// Whether the whole report is needed: for the stacks, if there is no code for either side, or for what it says of
  /// something else than two accesses.
  var needsReport: Bool { absence != nil || !isOfTwoSides }

  // MARK: Drawing

  /// Rows for the explanation before stacks, with a gap: what it needs, as long as the stacks keep half of
  /// the place.
  private func explanationHeight(_ width: Int) -> Int {
    let needed = explanation.map { Fitting.wrap($0.words, width - Self.labelWidth).count }.reduce(0, +)
    return min(needed, max(explanationHeight, area.height / 2)) + (needed == 0 ? 0 : 1)
  }

  /// Rows for the explanation: the same for all races, so that nothing jumps.
  private var explanationHeight: Int { area.height >= 26 ? 6 : area.height >= 16 ? 4 : 3 }

  func draw(_ context: Context, on grid: inout Grid) {
    let isBeside = area.x > 0
    drawRule(isBeside, context, on: &grid)
    let left = area.x + 1 + (isBeside ? 1 : 0)
    let width = area.x + area.width - left - 1
    var y = area.y + (isBeside ? 0 : 1)
    for access in accesses {
      access.draw(x: left, y: y, on: &grid)
      y += isBeside ? 2 : 1
    }
    if isBeside { y = area.y + 4 } else { y = area.y + 3 }
    let bottom = area.y + area.height
    if let absence {
      // The explanation and the stacks use the room of the code.
      let end = stacks == nil ? bottom - 1 : min(bottom - 1, y + explanationHeight(width))
      drawExplanation(x: left, rows: y..<end, width: width, context, on: &grid)
      if let stacks {
        let columns = area.x + area.width - left + 1
        let rest = Rect(x: left - 1, y: end, width: columns, height: bottom - 1 - end)
        stacks.draw(in: rest, context, on: &grid)
      }
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
    var y = rows.lowerBound
    let bottom = rows.upperBound
    for (position, line) in explanation.enumerated() where y < bottom {
      grid.put(line.label, x: x, y: y, Style(.quiet))
      // Each of the following gets a row before any takes a second one.
      let rows = max(1, bottom - y - (explanation.count - position - 1))
      let room = width - Self.labelWidth
      for text in Fitting.wrap(line.words, room, rows: rows, context.glyphs.ellipsis) {
        grid.put(text, x: x + Self.labelWidth, y: y)
        y += 1
      }
    }
  }

  private func drawCode(top: Int, left: Int, _ context: Context, on grid: inout Grid) {
    let height = area.y + area.height - top
    let width = area.x + area.width - left
    guard height >= 3, !accesses.isEmpty else { return }
    let whole = Rect(x: left, y: top, width: width, height: height)
    switch sharing {
    case .same: draw(.a, whole, context, on: &grid)
    case .only(let side): draw(only: side, whole, context, on: &grid)
    case .each where width >= Self.sideBySide:
      let half = width / 2
      draw(.a, Rect(x: left, y: top, width: half - 1, height: height), context, on: &grid)
      draw(.b, Rect(x: left + half, y: top, width: width - half, height: height), context, on: &grid)
      for y in top..<top + height {
        grid.put(String(context.glyphs.vertical), x: left + half - 1, y: y, Style(.quiet))
      }
    case .each:
      let upper = (height + 1) / 2
      draw(.a, Rect(x: left, y: top, width: width, height: upper), context, on: &grid)
      draw(.b, Rect(x: left, y: top + upper, width: width, height: height - upper), context, on: &grid)
    }
  }

  /// Draws the code of one side, and the line that says why the other has none.
  private func draw(only side: Side, _ area: Rect, _ context: Context, on grid: inout Grid) {
    // The rows above say which side is not in the log.
    let reason = places[side.other] == nil ? 0 : 1
    let isFirst = side == .a
    let top = isFirst ? area.y : area.y + reason
    draw(
      side, Rect(x: area.x, y: top, width: area.width, height: area.height - reason), context, on: &grid)
    guard reason > 0 else { return }
    let y = isFirst ? area.y + area.height - 1 : area.y
    draw(side.other, Rect(x: area.x, y: y, width: area.width, height: 1), context, on: &grid)
  }

  private func draw(_ side: Side, _ area: Rect, _ context: Context, on grid: inout Grid) {
    guard area.height >= 1 else { return }
    CodePane(
      context: context, side: side, place: places[side], sharedNames: sharedNames, area: area,
      isOfBoth: sharing == .same
    ).draw(on: &grid)
  }
}
