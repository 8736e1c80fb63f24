package import RaceModel
package import RaceText
package import RaceWork

/// The heart: two columns, A the access that was caught, B the other one; each with its stack, then the creation of its
/// thread; below them what the report says of memory and locks, and the code of both lines.
package struct PairScreen: Screen {
  package static let id = ScreenID.pair
  package static let title = "a race, its two accesses side by side"

  /// The column of each access.
  package internal(set) var columns = Sides(PairRowList(), PairRowList())
  /// What belongs to neither access: memory, locks, other threads.
  package internal(set) var facts = PairRowList()
  /// The subject of those rows, in a word or two.
  private(set) var factsTitle = ""
  /// Whether memory and locks have the focus rather than an access.
  var isOnFacts = false
  /// The visible part of the code that the user entered; nil outside of it.
  var codeView: CodeView?
  /// Whether code was found for any frame of the report under the cursors, which keeps its room.
  private(set) var hasCode = false
  /// Whether the report names any file; true while it is being read.
  private(set) var hasFiles = true
  /// Whether both columns scroll together.
  var isLinked = false
  /// Whether the focused column has the whole screen.
  var isMaximized = false
  /// How far the rows are scrolled to the left, in columns.
  var left = 0
  /// Whether the divider is being dragged: the press was on it.
  var isDragging = false
  /// Where the parts of the screen are.
  package internal(set) var layout = PairLayout()
  /// The names on both lines of code under the cursors.
  private(set) var sharedNames: [String] = []
  /// The lines of those names.
  private var namedLines: Sides<CodePlace?> = Sides(nil, nil)
  /// The report of the rows.
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
      HelpLine("?", "what is not in the log, or what the detector does not say"),
      HelpLine("=", "a frame that both sides came through"),
      HelpLine(String(glyphs.fork), "where the two paths fork"),
      HelpLine("~", "a stale frame: its call had returned, but the detector kept it"),
      HelpLine(".", "plumbing: the runtime, the test runner"),
      HelpLine(String(glyphs.up), "where the thread was created"),
    ]
  }

  // MARK: Parts

  /// The rows of a part.
  package subscript(part: PairPart) -> PairRowList {
    get { part.side.map { columns[$0] } ?? facts }
    set {
      if let side = part.side { columns[side] = newValue } else { facts = newValue }
    }
  }

  /// The focused part.
  func focused(_ context: Context) -> PairPart { isOnFacts ? .facts : PairPart(context.side) }

  /// The focused row of a column.
  package func row(_ side: Side) -> PairRow? { columns[side].focused }

  /// The parts that can have the focus, in their order on the screen.
  func parts(_ context: Context) -> [PairPart] {
    let sides: [PairPart] = context.report?.isLone == true ? [.a] : [.a, .b]
    return facts.rows.isEmpty ? sides : sides + [.facts]
  }

  /// Gives the focus to a part.
  mutating func focus(_ part: PairPart, _ context: inout Context) {
    isOnFacts = part == .facts
    if let side = part.side { context.side = side }
    codeView = nil
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
      isAnother ? settle(report, &context) : update(report) { $0.replace($1) }
    }
    if context.settings.showsCode, report.detail != nil { wantCode(&context) }
    updateSharedNames(context)
    if !hasCode { hasCode = Side.allCases.contains { code($0, context)?.excerpt != nil } }
    layout = PairLayout(self, context)
    for pane in layout.panes {
      self[pane.part].cursor.keepInView(count: self[pane.part].rows.count, height: pane.body.height)
    }
    keepCodeInView(context)
  }

  /// Shows another report: the cursors are on its sites.
  private mutating func settle(_ report: ShownReport, _ context: inout Context) {
    (columns, facts, codeView, left) = (Sides(PairRowList(), PairRowList()), PairRowList(), nil, 0)
    (hasCode, isOnFacts) = (false, false)
    hasFiles = report.detail?.frames.hasFiles ?? true
    factsTitle = report.factsTitle
    update(report) { $0.show($1) }
    for side in Side.allCases {
      columns[side].cursor = ListCursor(row: columns[side].rows.firstIndex { $0.isSite } ?? 0)
    }
    let own = columns[context.side].rows, other = columns[context.side.other].rows
    if own.isEmpty || own.first?.isAbsence == true, other.first?.isAbsence == false {
      context.side = context.side.other
    }
  }

  /// Recomputes the rows.
  mutating func update(_ report: ShownReport?, _ show: (inout PairRowList, [PairRow]) -> Void) {
    guard let report else { return }
    for side in Side.allCases { show(&columns[side], report.rows(side, opened: columns[side].opened)) }
    show(&facts, report.facts(opened: facts.opened))
  }

  package mutating func move(_ motion: Motion, _ context: inout Context) {
    if codeView != nil { return moveInCode(motion, context) }
    let focused = focused(context)
    for part in isLinked && focused != .facts ? [.a, .b] : [focused] {
      let height = layout.pane(part)?.body.height ?? 1
      self[part].cursor.move(motion, count: self[part].rows.count, height: height)
    }
  }

  package func position(_ context: Context) -> String { "" }

  package mutating func follow(_ context: inout Context) -> Bool { context.report != nil }

  package func report(_ context: Context) -> ReportRequest? { context.request }

  package func place(_ context: Context) -> PrintedPlace? {
    if let place = placeInCode(context) { return place }
    guard let frame = self[focused(context)].focused?.frame, let file = frame.file else { return nil }
    return PrintedPlace(file: file, line: frame.line)
  }

  // MARK: Code

  /// Says who last changed a line, if no visible code says it.
  package mutating func take(_ answer: Answer, _ context: inout Context) {
    guard case .blame(_, let words) = answer, context.screen == Self.id else { return }
    if !context.settings.showsCode || code(context.side, context)?.excerpt == nil { context.say(words) }
  }

  /// The names on both lines under the cursors, which the code marks. They are searched when the lines under
  /// the cursors change, not with each frame: a line can be very long.
  private mutating func updateSharedNames(_ context: Context) {
    let lines = Sides { side in code(side, context)?.excerpt == nil ? nil : codePlace(side, context) }
    guard lines != namedLines else { return }
    namedLines = lines
    sharedNames = []
    guard context.report?.entry.kind.hasTwoSides == true else { return }
    guard let first = code(.a, context)?.excerpt?.lexed, let second = code(.b, context)?.excerpt?.lexed else {
      return
    }
    sharedNames = SharedIdentifiers.of(first, second)
  }
}
