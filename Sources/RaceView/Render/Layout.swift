internal import RaceModel

/// A rectangle of the screen, in columns and rows.
public struct Rect: Hashable, Sendable {
  /// Its first column.
  public var x: Int
  /// Its first row.
  public var y: Int
  /// How many columns it has.
  public var width: Int
  /// How many rows it has.
  public var height: Int

  /// Whether a cell is inside.
  public func contains(_ column: Int, _ row: Int) -> Bool {
    column >= x && column < x + width && row >= y && row < y + height
  }
}

/// Where the parts of the Races screen are.
struct RacesLayout {
  /// Rows that a race takes: one a side.
  let rowsPerRace = 2
  /// The first row of the list.
  let bodyTop: Int
  /// How many rows the list has.
  let bodyHeight: Int
  /// How many rows the whole names of the selected race take.
  let detailHeight: Int
  /// Whether the columns have a header.
  let hasHeader: Bool

  init(_ state: State) {
    hasHeader = state.rows >= 8
    detailHeight = state.rows >= 16 ? 3 : 0
    bodyTop = hasHeader ? 2 : 1
    bodyHeight = max(1, state.rows - bodyTop - 1 - detailHeight)
  }

  /// How many races are shown, the last one perhaps with its first row alone.
  var racesShown: Int { max(1, bodyHeight / rowsPerRace) }
}

/// Where the parts of the Pair screen are.
public struct PairLayout {
  /// How the two accesses share the screen.
  public enum Arrangement: Hashable, Sendable {
    /// Two columns.
    case sideBySide
    /// One above the other.
    case stacked
    /// One alone, Tab shows the other.
    case single
  }

  /// One access's part of the screen.
  public struct Pane: Hashable, Sendable {
    /// 0 for A, 1 for B.
    public var side: Int
    /// Its header's row and columns.
    public var header: Rect
    /// Its rows.
    public var body: Rect
  }

  /// How the two accesses share the screen.
  public let arrangement: Arrangement
  /// The parts that are shown.
  public let panes: [Pane]
  /// The rows with everything that is known of the focused frame.
  public let detail: Rect
  /// Where the code under the cursors is shown, by side; empty when it is not.
  public let sources: [Pane]
  /// Rows under the title that say what the race is on, where the report comes from and what is damaged.
  public let informationHeight: Int

  /// The narrowest terminal that shows two columns.
  static let stackedWidth = 100

  /// The layout of the open pair.
  public init(_ state: State) {
    let pair = state.pair ?? PairState(race: 0, place: 0)
    informationHeight = Self.informationHeight(state, pair)
    let top = 1 + informationHeight
    let detailHeight = Self.detailHeight(state, pair)
    arrangement = Self.arrangement(state.columns, state.rows, pair)
    let isBoxed = arrangement == .sideBySide
    let bottom = state.rows - 1 - detailHeight - (isBoxed ? 1 : 0)
    let sourceHeight = Self.sourceHeight(state, arrangement, rows: bottom - top)
    let area = Rect(x: 0, y: top, width: state.columns, height: max(2, bottom - top - sourceHeight))
    sources = Self.sources(
      state, arrangement, pair,
      Rect(x: 0, y: area.y + area.height, width: state.columns, height: sourceHeight))
    detail = Rect(x: 0, y: state.rows - 1 - detailHeight, width: state.columns, height: detailHeight)
    switch arrangement {
    case .sideBySide: panes = Self.columns(area, split: pair.split)
    case .stacked: panes = Self.stack(area, pair)
    case .single: panes = [Self.pane(pair.isLone ? 0 : pair.focus, area)]
    }
  }

  /// Rows for the code of both accesses, a header and two lines each.
  private static let shortestSource = 6

  /// Rows for the code: up to a third of what the columns have, when one of both lines is found.
  private static func sourceHeight(_ state: State, _ arrangement: Arrangement, rows: Int) -> Int {
    let isFound = (0...1).contains { state.source(side: $0)?.view != nil }
    guard state.showsSource, isFound, rows >= 14 else { return 0 }
    guard arrangement == .stacked else { return min(11, rows * 2 / 5) }
    // Stacks that a shorter piece of code would show whole are shown whole.
    let free = rows - (state.pair?.rows.reduce(0) { $0 + $1.count + 1 } ?? 0)
    return min(16, rows / 2, free >= shortestSource ? free : rows)
  }

  private static func sources(
    _ state: State, _ arrangement: Arrangement, _ pair: PairState, _ area: Rect
  ) -> [Pane] {
    guard area.height > 0 else { return [] }
    switch arrangement {
    case .sideBySide: return columns(area, split: pair.split)
    case .single: return [pane(pair.isLone ? 0 : pair.focus, area)]
    case .stacked:
      let upper = area.height / 2
      return [
        pane(0, Rect(x: 0, y: area.y, width: area.width, height: upper)),
        pane(1, Rect(x: 0, y: area.y + upper, width: area.width, height: area.height - upper)),
      ]
    }
  }

  private static func arrangement(_ columns: Int, _ rows: Int, _ pair: PairState) -> Arrangement {
    if pair.isLone { return .single }
    if pair.isMaximized || rows < 15 || columns < 60 {
      return columns >= stackedWidth && !pair.isMaximized ? .sideBySide : .single
    }
    return columns >= stackedWidth ? .sideBySide : .stacked
  }

  private static func informationHeight(_ state: State, _ pair: PairState) -> Int {
    guard state.rows >= 10 else { return 0 }
    let (text, damage) = PairText.information(state, pair)
    let isNeeded = !text.isEmpty || !damage.isEmpty
    return state.rows >= 20 && isNeeded && !PairText.explanation(state, pair).isEmpty ? 2 : 1
  }

  /// As many rows as the whole of the focused frame needs, up to a third of the screen.
  private static func detailHeight(_ state: State, _ pair: PairState) -> Int {
    guard state.rows >= 8 else { return 0 }
    let text = PairText.detail(pair, state.names)
    return max(1, min(Fitting.wrap(text, state.columns - 2).count, state.rows / 3))
  }

  private static func columns(_ area: Rect, split: Int) -> [Pane] {
    // Three rules: left, middle, right.
    let inner = area.width - 3
    let left = max(10, min(inner - 10, inner * split / 100))
    return [
      pane(0, Rect(x: 1, y: area.y, width: left, height: area.height)),
      pane(1, Rect(x: left + 2, y: area.y, width: inner - left, height: area.height)),
    ]
  }

  private static func stack(_ area: Rect, _ pair: PairState) -> [Pane] {
    // A short stack leaves its room to the other one.
    let half = area.height / 2
    let needed = [pair.rows[0].count + 1, pair.rows[1].count + 1]
    var upper = half
    if needed[0] < half { upper = max(2, needed[0]) }
    if needed[1] < area.height - half { upper = max(upper, area.height - needed[1]) }
    upper = max(2, min(upper, area.height - 2))
    return [
      pane(0, Rect(x: 0, y: area.y, width: area.width, height: upper)),
      pane(1, Rect(x: 0, y: area.y + upper, width: area.width, height: area.height - upper)),
    ]
  }

  private static func pane(_ side: Int, _ area: Rect) -> Pane {
    Pane(
      side: side, header: Rect(x: area.x, y: area.y, width: area.width, height: 1),
      body: Rect(x: area.x, y: area.y + 1, width: area.width, height: max(1, area.height - 1)))
  }
}
