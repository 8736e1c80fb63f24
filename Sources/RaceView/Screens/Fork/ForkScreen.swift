internal import RaceModel
package import RaceText
package import RaceWork

/// The two origins of a race as one tree: the common trunk, the fork, the two branches.
package struct ForkScreen: ListScreen {
  package static let id = ScreenID.fork
  package static let title = "where the two paths fork"
  package static let commands: [Command<ForkScreen>] =
    [
      Command("side.other", "go to the other access", label: "side", keys: [.tab, .backTab]) {
        _, context, _ in
        context.side = context.side.other
      },
      Command("side.left", "go to the left column", keys: ["h", .left]) { _, context, _ in context.side = .a
      },
      Command("side.right", "go to the right column", keys: ["l", .right]) { _, context, _ in
        context.side = .b
      },
      toggle(Common.fork, keys: ["f"]), demangle(),
      Command(Common.fold, "fold or unfold", label: "fold", keys: [.enter, "za"]) { screen, _, _ in
        screen.isOpen.toggle()
      },
      Command(Common.foldAll, "fold or unfold everything", keys: ["Z"]) { screen, _, _ in
        screen.isOpen.toggle()
      },
    ] + otherRaces() + otherReports() + [raw()] + sharing()
    + [
      Command(Common.source, "show or hide the code of each step", label: "source", keys: ["s"]) {
        _, context, _ in context.settings.showsCode.toggle()
      }
    ] + searching() + mark() + general()

  package var cursor = ListCursor()
  private var lines: [ForkLine] = []
  /// Whether folds are open.
  private(set) var isOpen = false
  /// The report of that tree.
  private var shown: ReportID?
  /// Whether code was found for any line, which keeps its room.
  private var hasCode = false
  /// Rows for the code of the focused frames.
  private var codeHeight = 0

  package init() {}

  package static func legend(_ glyphs: Glyphs) -> [HelpLine] {
    [
      HelpLine("~", "a stale frame: its call had returned, but the detector kept it"),
      HelpLine(".", "plumbing: the runtime, the test runner"),
      HelpLine(String(glyphs.down), "a thread begins"),
      HelpLine("inferred", "worked out, not in the report"),
    ]
  }

  package var rowCount: Int { lines.count }
  package func body(_ size: Size) -> Range<Int> { 1..<max(1, size.rows - 2 - codeHeight) }

  package mutating func arrange(_ context: inout Context) {
    if let kind = context.report?.detail?.report.kind, !kind.hasTwoSides, kind != .lockOrder {
      context.go(.close)
      return context.go(.resume(.pair))
    }
    let isNew = shown != context.report?.id || lines.isEmpty
    if shown != context.report?.id {
      (cursor, isOpen, hasCode) = (ListCursor(), false, false)
      shown = context.report?.id
    }
    lines = ForkLines.lines(context, isOpen: isOpen)
    // The fork is the subject of the screen.
    if isNew { cursor.row = lines.firstIndex { $0.whole?.isFork == true } ?? 0 }
    arrangeCode(&context)
    keepInView(context.size)
  }

  /// Requests the code of the steps, and gives the room that the tree leaves to the code of the focused
  /// frames.
  private mutating func arrangeCode(_ context: inout Context) {
    codeHeight = 0
    guard context.settings.showsCode else { return }
    let frames = lines.flatMap { [$0.whole, $0.left, $0.right] }.compactMap { $0?.frame }
    context.wantCode(
      frames.prefix(Self.mostSteps).filter { !$0.isPlumbing }.compactMap { context.codePlace($0) })
    let places = codePlaces(context)
    context.wantCode(places.both.compactMap(\.self))
    if !hasCode {
      hasCode = frames.contains { context.model.code[context.codePlace($0)]?.excerpt != nil }
    }
    let rows = context.size.rows - 3
    guard hasCode, rows >= 16 else { return }
    codeHeight = max(rows - lines.count, min(9, rows * 2 / 5))
  }

  /// How many frames to request code for: more than a usual path has.
  private static let mostSteps = 256

  /// The code of the frames under the cursor, or the ones it just left, by side; otherwise of the nearest
  /// frames with code.
  private func codePlaces(_ context: Context) -> Sides<CodePlace?> {
    Sides { side in
      let places = frames(nearest: cursor.row, side, context).compactMap { context.codePlace($0) }
      // What was not looked for yet may be there: later frames take its place only if it is not.
      return places.first { place in context.model.code[place].map { $0.excerpt != nil } ?? true }
        ?? places.first
    }
  }

  /// The frames of a side from a row upwards, then those below it.
  private func frames(nearest row: Int, _ side: Side, _ context: Context) -> [Frame] {
    func frame(_ row: Int) -> Frame? {
      let cell = lines[row].whole ?? (side == .a ? lines[row].left : lines[row].right)
      guard let cell, cell.side == nil || cell.side == side else { return nil }
      return self.frame(of: cell, side, context)
    }
    guard lines.indices.contains(row) else { return [] }
    return ((0...row).reversed() + Array(row..<lines.count)).prefix(Self.mostSteps).compactMap(frame)
  }

  /// Which lines are visible, if not all are.
  package func position(_ context: Context) -> String {
    let height = body(context.size).count
    guard lines.count > height else { return "" }
    return "\(cursor.top + 1)-\(min(lines.count, cursor.top + height)) of \(lines.count)"
  }
  package mutating func follow(_ context: inout Context) -> Bool { context.report != nil }
  package func report(_ context: Context) -> ReportRequest? { context.request }

  package mutating func press(column: Int, row: Int, _ context: inout Context) {
    let body = body(context.size)
    guard body.contains(row), cursor.top + row - body.lowerBound < lines.count else { return }
    cursor.row = cursor.top + row - body.lowerBound
    let columns = context.size.columns
    context.side = columns >= PairLayout.stackedWidth && column >= columns / 2 ? .b : .a
  }

  package func place(_ context: Context) -> PrintedPlace? {
    guard lines.indices.contains(cursor.row),
      let frame = frame(of: lines[cursor.row].cell(context.side), context.side, context),
      let file = frame.file
    else { return nil }
    return PrintedPlace(file: file, line: frame.line)
  }

  /// The frame of a cell; the frame in which the paths part has a line on each side.
  private func frame(of cell: ForkCell?, _ focused: Side, _ context: Context) -> Frame? {
    let side: Side
    switch cell {
    case .frame(_, .fork, _, _): side = focused
    case .start(_, let own): side = own
    default: return cell?.frame
    }
    guard let fork = context.report?.analysis?.fork, let detail = context.report?.detail else { return nil }
    return detail.frames[fork.branches[side].frame]
  }

  // MARK: Searching

  package mutating func searched(for pattern: SearchPattern, _ context: Context) -> (
    texts: [[String]], cursor: Int
  ) {
    openFold(holding: pattern, context)
    return (Self.texts(lines, context), cursor.row)
  }

  private static func texts(_ lines: [ForkLine], _ context: Context) -> [[String]] {
    lines.map { line in
      [line.whole, line.left, line.right].compactMap(\.self).flatMap { $0.searchText(context.model.names) }
    }
  }

  /// Opens folds that hide a match; the focused frame stays focused.
  private mutating func openFold(holding pattern: SearchPattern, _ context: Context) {
    guard !isOpen else { return }
    func matches(_ lines: [ForkLine]) -> Int {
      Self.texts(lines, context).count { $0.contains(where: pattern.matches) }
    }
    let open = ForkLines.lines(context, isOpen: true)
    guard matches(open) > matches(lines) else { return }
    if lines.indices.contains(cursor.row), let frame = lines[cursor.row].cell(context.side)?.frame,
      let row = open.firstIndex(where: { $0.cell(context.side)?.frame == frame })
    {
      cursor.row = row
    }
    lines = open
    isOpen = true
  }

  /// Puts the cursor on the branch that holds the match.
  package mutating func select(match row: Int, _ context: inout Context) {
    cursor.jump(to: row)
    guard let search = context.search, lines.indices.contains(row), lines[row].whole == nil else { return }
    let names = context.model.names
    let cell = context.side == .a ? lines[row].left : lines[row].right
    if cell?.searchText(names).contains(where: search.matches) != true { context.side = context.side.other }
  }

  // MARK: Drawing

  package func draw(_ context: Context, on grid: inout Grid) {
    guard let report = context.report else { return }
    let inferred = report.analysis?.fork?.isInferred == true ? ", inferred" : ""
    let paths = report.detail?.report.accesses.count == 1 ? "one path" : "both paths"
    let isOrder = report.entry.kind == .lockOrder
    let what = isOrder ? "" : report.analysis?.fork == nil ? paths : "same code path\(inferred)"
    let title = "\(context.reportTitle)  \(what)"
    // Side by side the two would look like one.
    let fits = Fitting.columns(title + report.location) + 5 <= context.size.columns
    grid.bar(0, left: title, right: fits ? report.location : "", context.glyphs)
    let body = body(context.size)
    for y in body where cursor.top + y - body.lowerBound < lines.count {
      let row = cursor.top + y - body.lowerBound
      ForkLineDrawing(
        context: context, showsCode: hasCode && context.settings.showsCode, y: y, isCursor: row == cursor.row
      ).draw(lines[row], on: &grid)
    }
    drawCode(context, on: &grid)
    guard context.size.rows > 4 else { return }
    let whole = Fitting.middle(whole(context), context.size.columns - 2, context.glyphs.ellipsis)
    grid.put(whole, x: 1, y: context.size.rows - 2)
  }

  /// The code of the focused frames: both side by side, or one if both are the same or there is room for one.
  private func drawCode(_ context: Context, on grid: inout Grid) {
    guard codeHeight > 1 else { return }
    let places = codePlaces(context)
    let columns = context.size.columns
    let y = context.size.rows - 2 - codeHeight
    func draw(_ side: Side, _ area: Rect) {
      CodePane(context: context, side: side, place: places[side], sharedNames: [], area: area).draw(on: &grid)
    }
    let focused =
      lines.indices.contains(cursor.row) ? lines[cursor.row].whole?.side ?? context.side : context.side
    guard columns >= PairLayout.stackedWidth, let first = places.a, let second = places.b, first != second,
      context.report?.detail?.report.kind.hasTwoSides == true
    else { return draw(focused, Rect(x: 0, y: y, width: columns, height: codeHeight)) }
    draw(.a, Rect(x: 0, y: y, width: columns / 2 - 1, height: codeHeight))
    draw(.b, Rect(x: columns / 2, y: y, width: columns - columns / 2, height: codeHeight))
  }

  /// Everything known about the focused frame.
  private func whole(_ context: Context) -> String {
    guard lines.indices.contains(cursor.row) else { return "" }
    switch lines[cursor.row].cell(context.side) {
    case .frame(let frame, let role, let isStale, _):
      let mark = isStale ? "   stale: its call had returned" : role == .trunk ? "   both sides" : ""
      return context.model.names.whole(frame) + mark
    case .fold: return "\(context.key(Common.fold)) unfolds them"
    default: return ""
    }
  }
}

extension Context {
  /// `Race 1 of 5  ×27  [3/27]  data race`: the open report in the title of a screen.
  var reportTitle: String {
    guard let report else { return "racetui" }
    let number = list.position(of: report.row, index).map { ($0 + 1, of: list.rows.count) }
    return report.title(number: number, mark: model.triage.state(report.row.race), glyphs)
  }
}
