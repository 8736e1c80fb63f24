internal import RaceModel
internal import RaceText

extension RacesScreen {
  package func draw(_ context: Context, on grid: inout Grid) {
    RacesTitle(context: context).draw(on: &grid)
    if let row = layout.chips { chips?.draw(row, context, on: &grid) }
    guard let columns else { return drawNothing(context, on: &grid) }
    if layout.hasHeader { headings?.draw(y: layout.bodyTop - 1, context, on: &grid) }
    let groups = GroupColumns(shown, context.model.names, columns: layout.width)
    var y = layout.bodyTop
    for (offset, line) in shown.enumerated() where y < layout.bottom {
      let isSelected = context.list.cursor.top + offset == context.list.cursor.row
      switch line {
      case .heading(let group, let isFolded, let package):
        groups.draw(
          group, isFolded: isFolded, package: package, on: isSelected ? .selection : .plain, y: y,
          width: layout.width, context,
          in: &grid)
      case .race(let race):
        RaceDrawing(
          race: race, columns: columns, context: context, y: y, width: layout.width, bottom: layout.bottom,
          isSelected: isSelected
        ).draw(on: &grid)
      }
      y += line.height
    }
    preview?.draw(context, on: &grid)
    groupPreview?.draw(context, on: &grid)
    if layout.preview == nil, layout.selectionHeight > 0 { drawSelection(context, on: &grid) }
  }

  private func drawNothing(_ context: Context, on grid: inout Grid) {
    var y = layout.bodyTop
    for line in nothing(context) {
      for part in Fitting.wrap(line.text, context.size.columns - 4) where y < layout.bottom {
        grid.put(part, x: 2, y: y, Style(line.isWarning ? .warning : .plain))
        y += 1
      }
    }
  }

  /// The message when no race is shown.
  private func nothing(_ context: Context) -> [Message] {
    let index = context.index
    let failures = index.failures.map { Message("\($0)", isWarning: true) }
    if !index.races.isEmpty { return unmet(context) }
    if !context.model.logs.isLoaded { return [Message("No report yet: reading.")] + failures }
    let more =
      NoteText.count(index) > 1
      ? [Message("\(context.key(Common.about)) lists what else the detector said.")] : []
    if context.model.logs.isFollowing {
      return [Message("No race report so far: waiting for the log to grow.")] + more + failures
    }
    let advice = NoteText.advice(index).map { [Message(""), Message($0)] } ?? []
    return [Message(NoteText.noRace(index))] + more + failures + advice
  }

  /// The message when no race matches the query.
  private func unmet(_ context: Context) -> [Message] {
    let query = context.list.query
    if let unasked = context.unasked { return [Message("No race matches \(query.text) so far; \(unasked).")] }
    let fields = QueryField.allCases.map(\.rawValue).joined(separator: ", ")
    let hints = query.terms.compactMap(\.unknownField).map { word in
      Message("There is no field \(word), so it was searched for as text. The fields are \(fields).")
    }
    return [Message("No race matches \(query.text); \(context.key(Common.back)) clears.")] + hints
  }

  /// Why the selected race is a race, and with room left what else is known about it.
  private func drawWhy(_ lines: [Explanation.Line], top: Int, _ context: Context, on grid: inout Grid) {
    let (indent, bottom) = (8, context.size.rows - 1)
    var y = top
    for line in lines where y < bottom {
      grid.put(line.label, x: 1, y: y, Style(.quiet))
      let room = context.size.columns - indent - 1
      for text in Fitting.wrap(line.words, room, rows: bottom - y, context.glyphs.ellipsis) {
        grid.put(text, x: indent, y: y)
        y += 1
      }
    }
  }

  /// Why the selected race is a race, or, if unknown, its full names.
  private func drawSelection(_ context: Context, on grid: inout Grid) {
    guard let entry = context.list.selected?.first(context.index) else { return }
    let columns = context.size.columns
    let top = context.size.rows - 1 - layout.selectionHeight
    for x in 0..<columns { grid.put(String(context.glyphs.horizontal), x: x, y: top, Style(.quiet)) }
    let place = " \(lastComponent(context.model.logTitle(Int(entry.log)))):\(entry.line) "
    grid.put(place, x: max(2, columns - Fitting.columns(place) - 2), y: top, Style(.quiet))
    let race = context.index.race(of: entry)
    let known = context.model.explanations[race.key].map { Findings($0, race, context.model.names).lines }
    if let known, known.first?.label == "why" { return drawWhy(known, top: top + 1, context, on: &grid) }
    for access in AccessLines.all(entry, height: 1, width: columns - 2, context) {
      access.draw(x: 1, y: top + 1 + access.side.rawValue, on: &grid)
    }
  }
}

/// Draws a race of the list, one row per side.
struct RaceDrawing {
  let race: ListedRace
  let columns: RacesColumns
  let context: Context
  let y: Int
  /// The columns of the list.
  let width: Int
  /// The row below the list: the last race may show only one row.
  let bottom: Int
  let isSelected: Bool

  private var ground: Ground { isSelected ? .selection : .plain }
  private var ellipsis: Unicode.Scalar { context.glyphs.ellipsis }

  func draw(on grid: inout Grid) {
    for line in 0...1 where y + line < bottom {
      grid.fill(x: 0, y: y + line, width: width, " ", Style(.plain, on: ground))
    }
    if isSelected { grid.put(String(context.glyphs.marker), x: 0, y: y, Style(.plain, on: ground)) }
    drawTriage(on: &grid)
    let x = max(2, columns.count.end - race.count.utf8.count)
    grid.put(race.count, x: x, y: y, Style(.plain, on: ground, bold: true))
    drawRuns(on: &grid)
    for (side, line) in zip(Side.allCases, race.sides) { draw(line, side, on: &grid) }
    for (offset, words) in race.explained.enumerated() {
      // Without a column for it, what is wrong with a race replaces the memory.
      let state = columns.state == nil && offset == 0 ? race.state : nil
      put(
        Fitting.end(state ?? words ?? "", columns.explained?.width ?? 0, ellipsis), in: columns.explained,
        offset,
        state != nil ? .warning : offset == 0 ? .quiet : .plain, on: &grid)
    }
    for (offset, name) in race.during.enumerated() {
      put(
        Fitting.middle(name ?? "", columns.during?.width ?? 0, ellipsis), in: columns.during, offset, .quiet,
        on: &grid)
    }
    put(
      Fitting.end(race.state ?? "", columns.state?.width ?? 0, ellipsis), in: columns.state, 0, .warning,
      on: &grid)
  }

  /// Its mark: a letter, or a check mark for a race that was seen; below, whether it is new.
  private func drawTriage(on grid: inout Grid) {
    if let state = race.triage {
      let letter =
        state == .seen ? String(context.glyphs.check) : String(state.rawValue.prefix(1)).uppercased()
      let ink: Ink = state == .important || state == .fixed ? .warning : .key
      grid.put(letter, x: 1, y: y, Style(ink, on: ground))
    }
    guard let novelty = race.novelty, y + 1 < bottom else { return }
    switch novelty {
    case .new: grid.put("N", x: 1, y: y + 1, Style(.warning, on: ground, bold: true))
    case .perhaps: grid.put("?", x: 1, y: y + 1, Style(.warning, on: ground))
    case .still: break
    }
  }

  private func put(
    _ text: String, in column: RacesColumns.Column?, _ offset: Int, _ ink: Ink, on grid: inout Grid
  ) {
    guard let column, y + offset < bottom else { return }
    grid.put(text, x: column.x, y: y + offset, Style(ink, on: ground))
  }

  /// In how many of the runs the race occurs.
  private func drawRuns(on grid: inout Grid) {
    guard let column = columns.runs else { return }
    let whole = context.index.runCount
    let text = "\(race.runs)/\(whole)"
    let style = Style(.quiet, on: ground)
    grid.put(text, x: max(column.x, column.end - text.utf8.count), y: y, limit: column.end, style)
    guard let bar = columns.runsBar else { return }
    grid.put(
      context.glyphs.bar(race.runs, of: whole, width: bar.width), x: bar.x, y: y, limit: bar.end, style)
  }

  private func draw(_ line: RaceSide, _ side: Side, on grid: inout Grid) {
    let y = y + side.rawValue
    guard y < bottom else { return }
    let column = columns.sites
    guard line.site != nil else {
      grid.put(line.isPrinted ? line.letters : "?", x: column.x, y: y, Style(.warning, on: ground))
      return _ = grid.put(
        "(\(line.absence))", x: column.x + 3, y: y, limit: column.end, Style(.quiet, on: ground))
    }
    grid.put(line.letters, x: column.x, y: y, limit: column.x + 2, Style(Ink(side), on: ground, bold: true))
    let room = max(1, column.width - 4 - columns.placeWidth)
    let name = FrameWords.fitted(line.function(context.model.names), room, ellipsis)
    grid.put(name, x: column.x + 3, y: y, limit: column.end, Style(.plain, on: ground))
    grid.highlight(context.search, in: name, x: column.x + 3, y: y, limit: column.end)
    let place = line.place(width: columns.placeWidth, context.glyphs)
    let x = column.end - columns.placeWidth
    grid.put(place, x: x, y: y, limit: column.end, Style(Ink(side), on: ground))
    grid.highlight(context.search, in: place, x: x, y: y, limit: column.end)
  }
}
