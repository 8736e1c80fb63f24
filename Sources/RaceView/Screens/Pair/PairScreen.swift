package import RaceModel
package import RaceText
package import RaceWork

/// The heart: two columns, A the access that was caught, B the other one; each with its stack, then the creation of its
/// thread; below them the code of both lines.
package struct PairScreen: Screen {
  package static let id = ScreenID.pair
  package static let title = "a race, its two accesses side by side"

  /// The rows of both columns, with the folds that are open.
  package internal(set) var rows: Sides<[PairRow]> = Sides([], [])
  /// The focused row of each column.
  package internal(set) var cursors = Sides(ListCursor(), ListCursor())
  /// Folds that the user opened.
  var opened: Sides<Set<PairFold>> = Sides([], [])
  /// Whether the focused frame is shown whole, whatever room that takes.
  var showsWhole = false
  /// Whether code was found for any frame of the report under the cursors: its room stays then.
  private(set) var hasCode = false
  /// Whether both columns move together.
  var isLinked = false
  /// Whether the focused column has the whole screen.
  var isMaximized = false
  /// The share of the left column in percent.
  package internal(set) var split = 50
  /// Whether the divider is being dragged: the press was on it.
  var isDragging = false
  /// Where the parts of the screen are.
  package internal(set) var layout = PairLayout()
  /// The names on both lines of code under the cursors.
  private(set) var sharedNames: [String] = []
  /// The lines that those are of.
  private var namedLines: Sides<CodePlace?> = Sides(nil, nil)
  /// What the rows are of.
  private var shown: Shown?

  private struct Shown: Equatable {
    var report: ReportID
    var revision: Int
    var isRead: Bool
    var isLost: Bool
  }

  package init() {}

  package static func legend(_ glyphs: Glyphs) -> [HelpLine] {
    [
      HelpLine("A", "the access that was caught"),
      HelpLine("B", "the other access: the one the detector remembered"),
      HelpLine("?", "what is not in the log, or what the detector does not tell"),
      HelpLine("=", "a frame that both sides came through"),
      HelpLine(String(glyphs.fork), "where the two paths part"),
      HelpLine("~", "a stale frame: its call had returned, the detector still had it"),
      HelpLine(".", "plumbing: the runtime, the test runner"),
      HelpLine(String(glyphs.up), "where the thread was created"),
    ]
  }

  // MARK: Rows

  package mutating func arrange(_ context: inout Context) {
    guard let report = context.report else { return context.go(.close) }
    let now = Shown(
      report: report.id, revision: report.revision, isRead: report.detail != nil,
      isLost: report.remains != nil)
    if now != shown {
      let isAnother = now.report != shown?.report || shown?.isRead != true || now.isLost
      shown = now
      isAnother ? settle(report, &context) : keepRows(report)
    }
    if context.settings.showsCode, report.detail != nil { wantCode(&context) }
    updateSharedNames(context)
    if !hasCode { hasCode = Side.allCases.contains { code($0, context)?.excerpt != nil } }
    layout = PairLayout(self, context)
    for pane in layout.panes {
      cursors[pane.side].keepInView(count: rows[pane.side].count, height: pane.body.height)
    }
  }

  /// Shows another report: the cursors are on its sites.
  private mutating func settle(_ report: ShownReport, _ context: inout Context) {
    opened = Sides([], [])
    hasCode = false
    update(report)
    cursors = rows.map { rows in ListCursor(row: rows.firstIndex { $0.isSite } ?? 0) }
    let own = rows[context.side], other = rows[context.side.other]
    if own.isEmpty || own.first?.isNote == true, other.first?.isNote == false {
      context.side = context.side.other
    }
  }

  /// Shows the same report anew: each cursor stays on its row.
  private mutating func keepRows(_ report: ShownReport) {
    let focused = Sides { side in row(side) }
    update(report)
    for side in Side.allCases {
      guard let row = focused[side] else { continue }
      if let found = rows[side].firstIndex(where: { $0.isSameThing(as: row) }) { cursors[side].row = found }
    }
  }

  /// Works out the rows anew.
  mutating func update(_ report: ShownReport?) {
    guard let report else { return }
    rows = Sides { side in report.rows(side, opened: opened[side]) }
    for side in Side.allCases { cursors[side].row = max(0, min(cursors[side].row, rows[side].count - 1)) }
  }

  /// The focused row of a column.
  package func row(_ side: Side) -> PairRow? {
    let row = cursors[side].row
    return rows[side].indices.contains(row) ? rows[side][row] : nil
  }

  package mutating func move(_ motion: Motion, _ context: inout Context) {
    for side in isLinked ? Side.allCases : [context.side] {
      let height = layout.panes.first { $0.side == side }?.body.height ?? 1
      cursors[side].move(motion, count: rows[side].count, height: height)
    }
  }

  package func position(_ context: Context) -> String { "" }

  package mutating func follow(_ context: inout Context) -> Bool { context.report != nil }

  package func report(_ context: Context) -> ReportRequest? { context.request }

  package func place(_ context: Context) -> PrintedPlace? {
    guard let frame = row(context.side)?.frame, let file = frame.file else { return nil }
    return PrintedPlace(file: file, line: frame.line)
  }

  // MARK: Code

  /// Says who last changed a line, where no code is shown that says it.
  package mutating func take(_ answer: Answer, _ context: inout Context) {
    guard case .blame(_, let words) = answer, context.screen == Self.id else { return }
    if !context.settings.showsCode || code(context.side, context)?.excerpt == nil { context.say(words) }
  }

  /// Asks for the code under both cursors.
  private func wantCode(_ context: inout Context) {
    context.wantCode(Side.allCases.compactMap { codePlace($0, context) })
  }

  /// The place of code that the cursor of a column is on.
  func codePlace(_ side: Side, _ context: Context) -> CodePlace? {
    context.codePlace(row(side)?.frame)
  }

  /// What is known of the code under the cursor of a column; nil while nothing is.
  func code(_ side: Side, _ context: Context) -> CodeLookup? { context.model.code[codePlace(side, context)] }

  /// The names on both lines under the cursors: perhaps what the race is on. They are looked for when other lines are
  /// under the cursors, not with each frame: a line can be very long.
  private mutating func updateSharedNames(_ context: Context) {
    let lines = Sides { side in code(side, context)?.excerpt == nil ? nil : codePlace(side, context) }
    guard lines != namedLines else { return }
    namedLines = lines
    sharedNames = []
    guard let first = code(.a, context)?.excerpt?.lexed, let second = code(.b, context)?.excerpt?.lexed else {
      return
    }
    sharedNames = SharedIdentifiers.of(first, second)
  }

  // MARK: Searching

  package mutating func searched(for pattern: SearchPattern, _ context: Context) -> (
    texts: [[String]], cursor: Int
  ) {
    for side in Side.allCases { openFolds(holding: pattern, side, context) }
    // Both columns, A's first.
    let texts = rows.both.flatMap { $0.map { $0.searchText(context.model.names) } }
    return (texts, cursors[context.side].row + (context.side == .a ? 0 : rows.a.count))
  }

  package mutating func select(match row: Int, _ context: inout Context) {
    context.side = row < rows.a.count ? .a : .b
    cursors[context.side].row = row - (context.side == .a ? 0 : rows.a.count)
  }

  /// Opens the folds of a column that hide a match.
  private mutating func openFolds(holding pattern: SearchPattern, _ side: Side, _ context: Context) {
    guard let report = context.report else { return }
    let all = report.rows(side, opened: opened[side].union(rows[side].compactMap(\.fold)))
    let holding = all.filter { $0.searchText(context.model.names).contains(where: pattern.matches) }
      .compactMap(\.fold)
    guard !holding.isEmpty else { return }
    let focused = row(side)
    opened[side].formUnion(holding)
    update(report)
    let found = rows[side].firstIndex { $0.fold == focused?.fold && $0.frame == focused?.frame }
    if let found { cursors[side].row = found }
  }
}
