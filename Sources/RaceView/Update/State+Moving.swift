internal import RaceModel

/// Cursors and what of the text is in view.
extension State {
  /// Moves the cursor of the screen that is shown.
  mutating func move(_ motion: Motion) {
    switch screen {
    case .races:
      list.cursor = motion.target(from: list.cursor, count: list.order.count)
      list.isChosen = true
    case .sites: sites.cursor = motion.target(from: sites.cursor, count: sites.sites.count)
    case .about: about.cursor = motion.target(from: about.cursor, count: AboutRow.rows(self).count)
    case .pair: movePair(motion)
    case .fork:
      guard let pair else { return }
      let count = forkLines(pair).count
      self.pair?.fork.cursor = motion.target(from: pair.fork.cursor, count: count)
    case .raw:
      guard let raw else { return }
      self.raw?.cursor = motion.target(from: raw.cursor, count: raw.text.lines.count)
    case .help: helpTop = motion.target(from: helpTop, count: HelpText.lines(self).count)
    }
  }

  private mutating func movePair(_ motion: Motion) {
    guard var pair else { return }
    let focus = pair.focus
    let before = pair.sides[focus].cursor
    pair.sides[focus].cursor = motion.target(from: before, count: pair.rows[focus].count)
    if pair.isLinked {
      let other = 1 - focus
      pair.sides[other].cursor = motion.target(from: pair.sides[other].cursor, count: pair.rows[other].count)
    }
    self.pair = pair
  }

  /// How many rows a page has on the screen that is shown; in the list, how many races.
  var bodyHeight: Int {
    switch screen {
    case .races: RacesLayout(self).racesShown
    case .pair: PairLayout(self).panes.first { $0.side == pair?.focus }?.body.height ?? 1
    case .sites, .fork: max(1, rows - 3)
    case .about, .raw, .help: max(1, rows - 2)
    }
  }

  /// Scrolls so that cursors stay on the screen, whatever changed.
  mutating func keepInView() {
    let layout = RacesLayout(self)
    list.top = Self.scrolled(
      list.top, cursor: list.cursor, height: layout.racesShown, count: list.order.count)
    sites.top = Self.scrolled(
      sites.top, cursor: sites.cursor, height: max(1, rows - 3), count: sites.sites.count)
    if var pair {
      let panes = PairLayout(self).panes
      for side in 0...1 {
        let height = panes.first { $0.side == side }?.body.height ?? 1
        pair.sides[side].top = Self.scrolled(
          pair.sides[side].top, cursor: pair.sides[side].cursor, height: height, count: pair.rows[side].count)
      }
      if screen == .fork {
        let count = forkLines(pair).count
        pair.fork.cursor = max(0, min(pair.fork.cursor, count - 1))
        pair.fork.top = Self.scrolled(
          pair.fork.top, cursor: pair.fork.cursor, height: max(1, rows - 3), count: count)
      }
      self.pair = pair
    }
    if let raw {
      self.raw?.top = Self.scrolled(
        raw.top, cursor: raw.cursor, height: max(1, rows - 2), count: raw.text.lines.count)
    }
    if screen == .about {
      let count = AboutRow.rows(self).count
      about.cursor = max(0, min(about.cursor, count - 1))
      about.top = Self.scrolled(about.top, cursor: about.cursor, height: max(1, rows - 2), count: count)
    }
    helpTop = max(0, min(helpTop, HelpText.lines(self).count - max(1, rows - 2)))
  }

  /// The first row to show so that the cursor is among `height` rows and no row is wasted.
  static func scrolled(_ top: Int, cursor: Int, height: Int, count: Int) -> Int {
    let height = max(1, height)
    let lowest = max(cursor - height + 1, min(top, cursor))
    return max(0, min(lowest, count - height))
  }
}
