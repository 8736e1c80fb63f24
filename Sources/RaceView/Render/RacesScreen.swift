internal import RaceModel

/// The list of races: what there is, ranked, both sites of each.
enum RacesScreen {
  static func draw(_ state: State, on grid: inout Grid) {
    drawTitle(state, on: &grid)
    let layout = RacesLayout(state)
    let columns = RacesColumns(state)
    if state.list.order.isEmpty { return drawNothing(state, layout, on: &grid) }
    if layout.hasHeader { drawHeader(state, columns, on: &grid) }
    var y = layout.bodyTop
    for row in state.list.top..<state.list.order.count where y < layout.bodyTop + layout.bodyHeight {
      drawRace(state, columns, row, y, bottom: layout.bodyTop + layout.bodyHeight, on: &grid)
      y += layout.rowsPerRace
    }
    if layout.detailHeight > 0 { drawDetail(state, layout, on: &grid) }
  }

  private static func drawTitle(_ state: State, on grid: inout Grid) {
    let reports = state.index.reports.count
    let races = state.index.races.count
    var text = "   \(plural(races, "race")) in \(plural(reports, "report"))"
    text += inputs(files: state.sourceCount, runs: state.index.runCount)
    if let scope = state.list.scope { text += "   only \(scope.words)" }
    if !state.list.filter.isEmpty { text += "   & \(state.list.filter)" }
    var right = state.isLoaded ? following(state) : progress(state)
    if right.isEmpty, !state.index.races.isEmpty, Fitting.columns(text) + 45 < state.columns {
      right = fatal(state)
    }
    // The counts have their place before the middle of a long path.
    let room = state.columns - Fitting.columns("racetui  " + text + right) - (right.isEmpty ? 2 : 4)
    let title = room < 12 ? state.title : Fitting.middle(state.title, room, state.glyphs.ellipsis)
    grid.bar(0, left: "racetui  " + title + text, right: right, state.glyphs)
  }

  /// What has become of the logs since they were read.
  private static func following(_ state: State) -> String {
    let lasting = state.changes.values.compactMap { change -> String? in
      if case .grown = change { nil } else { change.words }
    }
    if let words = lasting.min() {
      return state.sourceCount > 1 ? "a file \(words)" : "the file \(words)"
    }
    if state.isFollowing { return "following" }
    let added = state.changes.values.reduce(0) { sum, change in
      if case .grown(let bytes) = change { sum + bytes } else { sum }
    }
    return added > 0 ? "\(bytes(added)) more by now, T reads on" : ""
  }

  /// What a list of races does not tell: a detector, or the program, ended by something else.
  private static func fatal(_ state: State) -> String {
    state.index.sources.contains { $0.notes.hasFatal } ? "a fatal message, i shows it" : ""
  }

  /// How far reading is: `reading 62 % of 250 MB` and a bar, or the bytes of a stream.
  private static func progress(_ state: State) -> String {
    let done = state.index.sources.reduce(0) { $0 + $1.bytes }
    let sizes = state.index.sources.compactMap(\.size)
    guard sizes.count == state.index.sources.count, state.index.sources.count == state.sourceCount,
      case let total = sizes.reduce(0, +), total > 0
    else { return "reading \(bytes(done))" }
    let share = min(100, done * 100 / total)
    let full = share / 10
    let bar =
      String(repeating: String(state.glyphs.full), count: full)
      + String(repeating: String(state.glyphs.empty), count: 10 - full)
    return "reading \(share) % of \(bytes(total)) \(bar)"
  }

  /// `, 3 files`; `, 5 processes` where reports of one file name several; `, 3 runs in 81 files` where not every file
  /// is one.
  static func inputs(files: Int, runs: Int) -> String {
    if runs > files { return (files > 1 ? ", \(files) files" : "") + ", \(runs) processes" }
    if files > 1 { return runs > 1 && runs < files ? ", \(runs) runs in \(files) files" : ", \(files) files" }
    return ""
  }

  static func bytes(_ count: Int) -> String {
    if count < 1000 { return plural(count, "byte") }
    return count < 10_000_000 ? "\(count / 1000) kB" : "\(count / 1_000_000) MB"
  }

  static func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private static func drawHeader(_ state: State, _ columns: RacesColumns, on grid: inout Grid) {
    let style = Style(.quiet)
    let times = String(state.glyphs.times)
    grid.put(times, x: columns.count.x + columns.count.width - 1, y: 1, style)
    if let runs = columns.runs { grid.put("in", x: runs.end - 2, y: 1, style) }
    // Where no column follows, the rest of the row is free.
    let isLast = columns.explained == nil && columns.during == nil && columns.state == nil
    let width = isLast ? state.columns - columns.sites.x - 1 : columns.sites.width
    let order = Fitting.end(order(state), width, state.glyphs.ellipsis)
    grid.put(order, x: columns.sites.x, y: 1, style)
    if let explained = columns.explained {
      grid.put("on, likely cause", x: explained.x, y: 1, limit: explained.end, style)
    }
    if let during = columns.during { grid.put("printed during", x: during.x, y: 1, limit: during.end, style) }
    if let state = columns.state { grid.put("state", x: state.x, y: 1, limit: state.end, style) }
  }

  /// `sites, sorted by count`; `sites split by verb and line, sorted by count`
  private static func order(_ state: State) -> String {
    let sort = ", sorted \(state.list.sort.words)"
    guard let split = state.list.split.words else { return "sites\(sort)" }
    guard state.list.split == .stacks, !state.hasAllStacks else { return "sites \(split)\(sort)" }
    let done = state.stackHashes.count * 100 / max(1, state.index.reports.count)
    return "sites \(split): \(state.isLoaded ? "\(done) % read" : "later")"
  }

  private static func drawNothing(_ state: State, _ layout: RacesLayout, on grid: inout Grid) {
    var y = layout.bodyTop
    for line in nothing(state) {
      for part in Fitting.wrap(line.text, state.columns - 4) where y < layout.bodyTop + layout.bodyHeight {
        grid.put(part, x: 2, y: y, Style(line.isWarning ? .warning : .plain))
        y += 1
      }
    }
  }

  /// What is said when no race is shown.
  private static func nothing(_ state: State) -> [Message] {
    let failures = state.index.failures.map { Message("\($0)", isWarning: true) }
    if !state.index.races.isEmpty {
      return [Message("No race holds \"\(state.list.filter)\"; Esc shows all.")]
    }
    if !state.isLoaded { return [Message("No report yet: reading.")] + failures }
    let more = NoteText.count(state.index) > 1 ? [Message("i lists what else the detector said.")] : []
    let advice = NoteText.advice(state.index).map { [Message(""), Message($0)] } ?? []
    return [Message(NoteText.noRace(state.index))] + more + failures + advice
  }

  private static func drawRace(
    _ state: State, _ columns: RacesColumns, _ row: Int, _ y: Int, bottom: Int, on grid: inout Grid
  ) {
    let shown = state.list.rows[row]
    let race = state.index.races[shown.race]
    guard let entry = shown.first(state.index) else { return }
    let isSelected = row == state.list.cursor
    let ground: Ground = isSelected ? .selection : .plain
    for line in 0...1 where y + line < bottom {
      grid.fill(x: 0, y: y + line, width: state.columns, " ", Style(.plain, on: ground))
    }
    if isSelected { grid.put(String(state.glyphs.marker), x: 0, y: y, Style(.plain, on: ground)) }
    if state.marks.contains(race.key) {
      grid.put(String(state.glyphs.check), x: 1, y: y, Style(.key, on: ground))
    }
    let count = String(shown.count(state.index))
    grid.put(
      count, x: max(2, columns.count.end - count.utf8.count), y: y, Style(.plain, on: ground, bold: true))
    drawRuns(state, columns, shown, y, ground, on: &grid)
    for (line, side) in RaceSide.sides(state.index, shown).enumerated() where y + line < bottom {
      drawSide(state, columns, side, line, y + line, ground, on: &grid)
    }
    drawExplanation(state, columns, shown.race, y, bottom, ground, on: &grid)
    if let during = columns.during, let printed = state.index.printedDuring(entry) {
      let text = Fitting.middle(printed.test ?? "", during.width, state.glyphs.ellipsis)
      grid.put(text, x: during.x, y: y, Style(.quiet, on: ground))
      let package = Fitting.middle(printed.package ?? "", during.width, state.glyphs.ellipsis)
      if y + 1 < bottom { grid.put(package, x: during.x, y: y + 1, Style(.quiet, on: ground)) }
    }
    if let column = columns.state, let words = stateWords(race) {
      grid.put(
        Fitting.end(words, column.width, state.glyphs.ellipsis), x: column.x, y: y,
        Style(.warning, on: ground))
    }
  }

  /// In how many of the runs the race occurs.
  private static func drawRuns(
    _ state: State, _ columns: RacesColumns, _ row: RaceRow, _ y: Int, _ ground: Ground, on grid: inout Grid
  ) {
    guard let column = columns.runs else { return }
    let (part, whole) = (row.runCount(state.index), state.index.runCount)
    let text = "\(part)/\(whole)"
    let style = Style(.quiet, on: ground)
    grid.put(text, x: max(column.x, column.end - text.utf8.count), y: y, limit: column.end, style)
    guard let bar = columns.runsBar else { return }
    grid.put(state.glyphs.bar(part, of: whole, width: bar.width), x: bar.x, y: y, limit: bar.end, style)
  }

  /// What the race is on; below it the likely cause.
  private static func drawExplanation(
    _ state: State, _ columns: RacesColumns, _ race: Int, _ y: Int, _ bottom: Int, _ ground: Ground,
    on grid: inout Grid
  ) {
    guard let column = columns.explained, let explanation = state.explanations[state.index.races[race].key]
    else { return }
    for (offset, words) in explanationWords(explanation, state.names).enumerated() where y + offset < bottom {
      let text = Fitting.end(words ?? "", column.width, state.glyphs.ellipsis)
      grid.put(text, x: column.x, y: y + offset, Style(offset == 0 ? .quiet : .plain, on: ground))
    }
  }

  /// What the race is on, and the likely cause.
  static func explanationWords(_ explanation: RaceExplanation, _ names: ShownNames) -> [String?] {
    [(explanation.subject?.words).map(names.sentence), explanation.causes.first?.kind.words]
  }

  /// The kind, unless it is a data race, or what is wrong with the reports.
  static func stateWords(_ race: Race) -> String? {
    race.kind == .dataRace ? damage(race) : race.kind.words
  }

  /// What a list says of a race with damaged reports.
  static func damage(_ race: Race) -> String? {
    if race.isHalf, MissingSide(race) == .lost { return "half a report" }
    if race.incompleteCount == 0 { return nil }
    return race.incompleteCount == race.reports.count ? "damaged" : "\(race.incompleteCount) damaged"
  }

  private static func drawSide(
    _ state: State, _ columns: RacesColumns, _ side: RaceSide, _ line: Int, _ y: Int, _ ground: Ground,
    on grid: inout Grid
  ) {
    let ink: Ink = line == 0 ? .left : .right
    let column = columns.sites
    guard side.site != nil else {
      let letters = side.isPrinted ? side.letters : "?"
      grid.put(letters, x: column.x, y: y, Style(.warning, on: ground))
      grid.put(
        "(\(side.absence))", x: column.x + 3, y: y, limit: column.end,
        Style(.quiet, on: ground))
      return
    }
    grid.put(side.letters, x: column.x, y: y, limit: column.x + 2, Style(ink, on: ground, bold: true))
    let room = column.width - 3
    let place = side.place(width: columns.placeWidth, state.glyphs)
    let name = Fitting.middle(
      side.function(state.names), max(1, room - columns.placeWidth - 1), state.glyphs.ellipsis)
    grid.put(name, x: column.x + 3, y: y, limit: column.end, Style(.plain, on: ground))
    grid.mark(state.search, in: name, x: column.x + 3, y: y, limit: column.end)
    let x = column.end - columns.placeWidth
    grid.put(place, x: x, y: y, limit: column.end, Style(ink, on: ground))
    grid.mark(state.search, in: place, x: x, y: y, limit: column.end)
  }

  /// The selected race's names, whole.
  private static func drawDetail(_ state: State, _ layout: RacesLayout, on grid: inout Grid) {
    guard let entry = state.list.selectedRow?.first(state.index) else { return }
    let top = state.rows - 1 - layout.detailHeight
    for x in 0..<state.columns { grid.put(String(state.glyphs.horizontal), x: x, y: top, Style(.quiet)) }
    let source = state.index.sources[Int(entry.source)]
    let place = " \(lastComponent(LogFile.title(source.name))):\(entry.line) "
    grid.put(place, x: max(2, state.columns - Fitting.columns(place) - 2), y: top, Style(.quiet))
    for (side, access) in [entry.first, entry.second].enumerated() {
      guard let access else { continue }
      guard let site = state.index[access.site] else {
        grid.put(side == 0 ? "A ?" : "B ?", x: 1, y: top + 1 + side, Style(.warning))
        grid.put("no stack of it is in the log", x: 5, y: top + 1 + side, Style(.quiet))
        continue
      }
      var text = site.function.map(state.names.whole) ?? "?"
      if let file = site.file { text += "  \(file)" + (site.line.map { ":\($0)" } ?? "") }
      if let offset = site.offset { text += "+\(offset)" }
      if let module = site.module { text += "  in \(module)" }
      let mark = side == 0 ? "A " : "B "
      grid.put(mark, x: 1, y: top + 1 + side, Style(side == 0 ? .left : .right, bold: true))
      grid.put(Fitting.middle(text, state.columns - 4, state.glyphs.ellipsis), x: 3, y: top + 1 + side)
    }
  }
}
