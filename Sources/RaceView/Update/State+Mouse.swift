internal import RaceModel

/// The mouse: everything it does, keys do too.
extension State {
  /// A click selects; on what is selected it opens.
  mutating func click(_ column: Int, _ row: Int) -> [Effect] {
    message = nil
    switch screen {
    case .races:
      let layout = RacesLayout(self)
      guard row >= layout.bodyTop, row < layout.bodyTop + layout.bodyHeight else { return [] }
      let target = list.top + (row - layout.bodyTop) / layout.rowsPerRace
      guard list.order.indices.contains(target) else { return [] }
      if list.cursor == target, list.isChosen { return openSelected() }
      list.cursor = target
      list.isChosen = true
    case .sites:
      guard row >= 2, row < rows - 1, sites.top + row - 2 < sites.sites.count else { return [] }
      if sites.cursor == sites.top + row - 2 { return perform(.open, 1) }
      sites.cursor = sites.top + row - 2
    case .about:
      guard row >= 1, row < rows - 1, about.top + row - 1 < AboutRow.rows(self).count else { return [] }
      if about.cursor == about.top + row - 1 { return perform(.open, 1) }
      about.cursor = about.top + row - 1
    case .pair: clickPair(column, row)
    case .fork:
      guard row >= 1, row < rows - 2, let pair else { return [] }
      let target = pair.fork.top + row - 1
      guard target < forkLines(pair).count else { return [] }
      self.pair?.fork.cursor = target
      self.pair?.focus = columns >= PairLayout.stackedWidth && column >= columns / 2 ? 1 : 0
    case .raw:
      guard row >= 1, row < rows - 1, let raw, raw.top + row - 1 < raw.text.lines.count else { return [] }
      self.raw?.cursor = raw.top + row - 1
    case .help: break
    }
    keepInView()
    return []
  }

  private mutating func clickPair(_ column: Int, _ row: Int) {
    guard var pair else { return }
    guard let pane = PairLayout(self).panes.first(where: { $0.body.contains(column, row) }) else { return }
    let target = pair.sides[pane.side].top + row - pane.body.y
    guard target < pair.rows[pane.side].count else { return }
    let isSelected = pair.focus == pane.side && pair.sides[pane.side].cursor == target
    pair.focus = pane.side
    pair.sides[pane.side].cursor = target
    self.pair = pair
    if isSelected { performInPair(.fold) }
  }

  /// The divider between the columns follows the mouse.
  mutating func dragDivider(to column: Int) {
    guard screen == .pair, PairLayout(self).arrangement == .sideBySide, columns > 0 else { return }
    pair?.split = max(20, min(80, column * 100 / columns))
  }

  /// The wheel moves the cursor of what is under the mouse.
  mutating func wheel(_ column: Int, _ row: Int, _ lines: Int) {
    if screen == .pair, let pane = PairLayout(self).panes.first(where: { $0.body.contains(column, row) }) {
      pair?.focus = pane.side
    }
    move(.by(screen == .races ? lines.signum() : lines))
  }
}
