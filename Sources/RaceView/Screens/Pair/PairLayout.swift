internal import RaceModel
internal import RaceText

/// Where the parts of the Pair screen are.
package struct PairLayout: Sendable {
  /// How the two accesses share the screen.
  package enum Arrangement: Hashable, Sendable {
    /// Two columns.
    case sideBySide
    /// One above the other.
    case stacked
    /// Only one; Tab shows the other.
    case single
  }

  /// A part of the screen.
  package struct Pane: Hashable, Sendable {
    /// Its contents.
    package var part: PairPart
    /// The row and columns of its header.
    package var header: Rect
    /// Its rows.
    package var body: Rect
  }

  /// How the two accesses share the screen.
  package let arrangement: Arrangement
  /// The visible parts.
  package let panes: [Pane]
  /// The rows with everything known about the focused frame.
  package let whole: Rect
  /// The places of the code under the cursors, by side; empty if it is hidden.
  package let codePanes: [Pane]
  /// How both sides share them.
  let sharing: CodeSharing
  /// Rows under the title that say what the race is on, where the report comes from and what is damaged.
  package let informationHeight: Int
  /// The contents of those rows.
  let information: PairInformation?

  /// Rows that a text shown in full leaves: the title, what the race is on, two stacked columns, the footer.
  private static let leastAbove = 11

  /// The narrowest terminal that shows two columns.
  static let stackedWidth = 100

  /// An empty layout.
  init() {
    arrangement = .single
    panes = []
    codePanes = []
    sharing = .each
    whole = Rect(x: 0, y: 0, width: 0, height: 0)
    informationHeight = 0
    information = nil
  }

  /// The layout of a pair.
  init(_ screen: PairScreen, _ context: Context) {
    let size = context.size
    information = PairInformation(context)
    informationHeight = information?.height ?? 0
    let wholeHeight = Self.wholeHeight(screen, context)
    whole = Rect(x: 0, y: size.rows - 1 - wholeHeight, width: size.columns, height: wholeHeight)
    let shape = Self.arrangement(
      size, isLone: context.report?.isLone == true, isMaximized: screen.isMaximized)
    let top = 1 + informationHeight
    let whole = Rect(
      x: 0, y: top, width: size.columns, height: whole.y - (shape == .sideBySide ? 1 : 0) - top)
    let columns = shape == .sideBySide ? (size.columns - 3) / 2 : size.columns
    let counts = screen.columns.map { $0.height(width: columns, context.model.names) }
    let heights = Heights(
      screen, counts, shape, rows: whole.height, showsCode: context.settings.showsCode)
    let area = Rect(x: 0, y: top, width: size.columns, height: max(2, heights.stacks))
    // Without room beside the stacks, memory and locks replace them while they have the focus.
    let isPage = screen.isOnFacts && heights.facts == 0
    arrangement = isPage ? .single : shape
    let side = context.report?.isLone == true ? Side.a : context.side
    let facts = Rect(x: 0, y: area.y + area.height, width: size.columns, height: heights.facts)
    let below = Rect(x: 0, y: facts.y + facts.height, width: size.columns, height: heights.code)
    let isBoxed = arrangement == .sideBySide
    var panes = isPage ? [Self.pane(.facts, area)] : []
    if !isPage {
      switch arrangement {
      case .sideBySide: panes = Self.columns(area, split: context.settings.divider)
      case .stacked: panes = Self.stack(area, counts)
      case .single: panes = [Self.pane(PairPart(side), area)]
      }
      if heights.facts > 0 { panes.append(Self.pane(.facts, isBoxed ? facts.inset : facts)) }
    }
    self.panes = panes
    sharing = arrangement == .single || heights.code == 0 ? .each : screen.sharing(context)
    codePanes =
      heights.code == 0
      ? []
      : Self.codePanes(sharing, arrangement, below, side: side, split: context.settings.divider)
  }

  /// The pane of a part; nil if it is not on the screen.
  func pane(_ part: PairPart) -> Pane? { panes.first { $0.part == part } }

  private static func arrangement(_ size: Size, isLone: Bool, isMaximized: Bool) -> Arrangement {
    if isLone { return .single }
    if isMaximized || size.rows < 15 || size.columns < 60 {
      return size.columns >= stackedWidth && !isMaximized ? .sideBySide : .single
    }
    return size.columns >= stackedWidth ? .sideBySide : .stacked
  }

  /// The same number of rows for every frame, so that nothing jumps; on demand as many as the longest row
  /// needs, as long as each column keeps two rows.
  private static func wholeHeight(_ screen: PairScreen, _ context: Context) -> Int {
    let rows = context.size.rows
    guard rows >= 8 else { return 0 }
    let height = rows >= 20 ? 2 : 1
    guard context.settings.showsWhole else { return height }
    let longest = screen.allWhole(context).max { $0.utf8.count < $1.utf8.count } ?? ""
    let lines = Fitting.wrap(longest, context.size.columns - 2).count
    return max(height, min(lines, max(rows / 2, rows - leastAbove)))
  }

  static func columns(_ area: Rect, split: Int) -> [Pane] {
    // Three rules: left, middle, right.
    let inner = area.width - 3
    let left = max(10, min(inner - 10, inner * split / 100))
    return [
      pane(PairPart.a, Rect(x: 1, y: area.y, width: left, height: area.height)),
      pane(.b, Rect(x: left + 2, y: area.y, width: inner - left, height: area.height)),
    ]
  }

  private static func stack(_ area: Rect, _ counts: Sides<Int>) -> [Pane] {
    // The room that a short stack does not need goes to the other one.
    let half = area.height / 2
    let needed = counts.map { $0 + 1 }
    var upper = half
    if needed.a < half { upper = max(2, needed.a) }
    if needed.b < area.height - half { upper = max(upper, area.height - needed.b) }
    return halves(area, upper: max(2, min(upper, area.height - 2)))
  }

  /// Two panes, one above the other.
  static func halves(_ area: Rect, upper: Int? = nil) -> [Pane] {
    let upper = upper ?? area.height / 2
    return [
      pane(.a, Rect(x: area.x, y: area.y, width: area.width, height: upper)),
      pane(.b, Rect(x: area.x, y: area.y + upper, width: area.width, height: area.height - upper)),
    ]
  }

  static func pane(_ part: PairPart, _ area: Rect) -> Pane {
    Pane(
      part: part, header: Rect(x: area.x, y: area.y, width: area.width, height: 1),
      body: Rect(x: area.x, y: area.y + 1, width: area.width, height: max(1, area.height - 1)))
  }
}

/// How many rows the stacks, memory and locks, and the code have.
private struct Heights {
  /// Rows for the stacked code of both accesses: a header and two lines each.
  private static let shortestCode = 6

  private(set) var stacks: Int
  private(set) var facts = 0
  private(set) var code = 0

  init(
    _ screen: PairScreen, _ counts: Sides<Int>, _ arrangement: PairLayout.Arrangement, rows: Int,
    showsCode: Bool
  ) {
    let isStacked = arrangement == .stacked
    let needed = isStacked ? counts.a + counts.b + 2 : max(counts.a, counts.b) + 1
    let hasCode = showsCode && screen.hasCode && rows >= 14
    let factCount = screen.facts.rows.count
    if factCount > 0, arrangement != .single, rows >= 14 {
      let free = hasCode ? 0 : rows - needed
      let most = max(rows >= (isStacked ? 28 : 14) ? max(4, rows / 4) : 0, free)
      facts = most < 4 ? 0 : min(factCount + 1, most)
    }
    if hasCode { code = Self.code(isStacked: isStacked, rows: rows - facts, needed: needed) }
    stacks = rows - facts - code
  }

  /// Rows for the code: what the stacks leave, at least two fifths of the room.
  private static func code(isStacked: Bool, rows: Int, needed: Int) -> Int {
    let free = rows - needed
    guard isStacked else { return max(min(11, rows * 2 / 5), free) }
    // Stacks that fit completely above a shorter excerpt of code are shown completely.
    return free >= shortestCode ? free : min(16, rows / 2)
  }
}
