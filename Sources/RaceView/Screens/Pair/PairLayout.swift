package import RaceModel
internal import RaceText

/// Where the parts of the Pair screen are.
package struct PairLayout: Sendable {
  /// How the two accesses share the screen.
  package enum Arrangement: Hashable, Sendable {
    /// Two columns.
    case sideBySide
    /// One above the other.
    case stacked
    /// One alone, Tab shows the other.
    case single
  }

  /// One access's part of the screen.
  package struct Pane: Hashable, Sendable {
    /// Which access.
    package var side: Side
    /// Its header's row and columns.
    package var header: Rect
    /// Its rows.
    package var body: Rect
  }

  /// How the two accesses share the screen.
  package let arrangement: Arrangement
  /// The parts that are shown.
  package let panes: [Pane]
  /// The rows with everything that is known of the focused frame.
  package let detail: Rect
  /// Where the code under the cursors is shown, by side; empty when it is not.
  package let sources: [Pane]
  /// Rows under the title that say what the race is on, where the report comes from and what is damaged.
  package let informationHeight: Int
  /// What those rows say.
  let information: PairInformation?

  /// The narrowest terminal that shows two columns.
  static let stackedWidth = 100

  /// A layout of nothing.
  init() {
    arrangement = .single
    (panes, sources) = ([], [])
    detail = Rect(x: 0, y: 0, width: 0, height: 0)
    informationHeight = 0
    information = nil
  }

  /// The layout of a pair.
  init(_ screen: PairScreen, _ context: Context) {
    let size = context.size
    let isLone = context.report?.isLone == true
    information = PairInformation(screen, context)
    informationHeight = information?.height ?? 0
    let top = 1 + informationHeight
    let detailHeight = Self.detailHeight(screen, context)
    arrangement = Self.arrangement(size, isLone: isLone, isMaximized: screen.isMaximized)
    let isBoxed = arrangement == .sideBySide
    let bottom = size.rows - 1 - detailHeight - (isBoxed ? 1 : 0)
    let counts = screen.rows.map(\.count)
    let showsCode = context.settings.showsCode && screen.hasCode
    let sourceHeight = showsCode ? Self.sourceHeight(arrangement, counts, rows: bottom - top) : 0
    let area = Rect(x: 0, y: top, width: size.columns, height: max(2, bottom - top - sourceHeight))
    let side = isLone ? Side.a : context.side
    detail = Rect(x: 0, y: size.rows - 1 - detailHeight, width: size.columns, height: detailHeight)
    let below = Rect(x: 0, y: area.y + area.height, width: size.columns, height: sourceHeight)
    switch arrangement {
    case .sideBySide:
      panes = Self.columns(area, split: screen.split)
      sources = sourceHeight > 0 ? Self.columns(below, split: screen.split) : []
    case .stacked:
      panes = Self.stack(area, counts)
      sources = sourceHeight > 0 ? Self.halves(below) : []
    case .single:
      panes = [Self.pane(side, area)]
      sources = sourceHeight > 0 ? [Self.pane(side, below)] : []
    }
  }

  /// Whether a cell is on the rule between two columns, or beside it.
  func isDivider(_ column: Int, _ row: Int) -> Bool {
    guard arrangement == .sideBySide, let right = panes.last else { return false }
    let top = right.header.y
    let bottom = (sources.last ?? right).body.y + (sources.last ?? right).body.height
    return abs(column - (right.body.x - 1)) <= 1 && row >= top && row < bottom
  }

  /// Rows for the code of both accesses, a header and two lines each.
  private static let shortestSource = 6

  /// Rows for the code: what the stacks leave, two fifths of what the columns have when they leave less.
  private static func sourceHeight(_ arrangement: Arrangement, _ counts: Sides<Int>, rows: Int) -> Int {
    guard rows >= 14 else { return 0 }
    guard arrangement == .stacked else {
      return max(min(11, rows * 2 / 5), rows - max(counts.a, counts.b) - 1)
    }
    // Stacks that a shorter piece of code would show whole are shown whole.
    let free = rows - counts.both.reduce(0) { $0 + $1 + 1 }
    return free >= shortestSource ? free : min(16, rows / 2)
  }

  private static func arrangement(_ size: Size, isLone: Bool, isMaximized: Bool) -> Arrangement {
    if isLone { return .single }
    if isMaximized || size.rows < 15 || size.columns < 60 {
      return size.columns >= stackedWidth && !isMaximized ? .sideBySide : .single
    }
    return size.columns >= stackedWidth ? .sideBySide : .stacked
  }

  /// As many rows for every frame, so that nothing jumps; on demand what the whole of it needs, up to half of the screen.
  private static func detailHeight(_ screen: PairScreen, _ context: Context) -> Int {
    let rows = context.size.rows
    guard rows >= 8 else { return 0 }
    let height = rows >= 20 ? 2 : 1
    guard screen.showsWhole else { return height }
    let lines = Fitting.wrap(screen.detail(context), context.size.columns - 2).count
    return max(height, min(lines, rows / 2))
  }

  private static func columns(_ area: Rect, split: Int) -> [Pane] {
    // Three rules: left, middle, right.
    let inner = area.width - 3
    let left = max(10, min(inner - 10, inner * split / 100))
    return [
      pane(.a, Rect(x: 1, y: area.y, width: left, height: area.height)),
      pane(.b, Rect(x: left + 2, y: area.y, width: inner - left, height: area.height)),
    ]
  }

  private static func stack(_ area: Rect, _ counts: Sides<Int>) -> [Pane] {
    // A short stack leaves its room to the other one.
    let half = area.height / 2
    let needed = counts.map { $0 + 1 }
    var upper = half
    if needed.a < half { upper = max(2, needed.a) }
    if needed.b < area.height - half { upper = max(upper, area.height - needed.b) }
    return halves(area, upper: max(2, min(upper, area.height - 2)))
  }

  /// Two panes, one above the other.
  private static func halves(_ area: Rect, upper: Int? = nil) -> [Pane] {
    let upper = upper ?? area.height / 2
    return [
      pane(.a, Rect(x: area.x, y: area.y, width: area.width, height: upper)),
      pane(.b, Rect(x: area.x, y: area.y + upper, width: area.width, height: area.height - upper)),
    ]
  }

  private static func pane(_ side: Side, _ area: Rect) -> Pane {
    Pane(
      side: side, header: Rect(x: area.x, y: area.y, width: area.width, height: 1),
      body: Rect(x: area.x, y: area.y + 1, width: area.width, height: max(1, area.height - 1)))
  }
}
