internal import RaceModel

/// The last row: what is being typed, what just happened, or the keys that matter.
enum Footer {
  static func draw(_ state: State, on grid: inout Grid) {
    let y = state.rows - 1
    if let prompt = state.prompt { return draw(prompt, state, on: &grid) }
    let position = position(state)
    let right = state.columns - Fitting.columns(position) - 1
    if let message = state.message {
      let style = Style(message.isWarning ? .warning : .plain, bold: true)
      let isRoomy = Fitting.columns(message.text) + 3 < right
      grid.put(Fitting.end(message.text, state.columns - 2, state.glyphs.ellipsis), x: 1, y: y, style)
      if isRoomy { grid.put(position, x: right, y: y, Style(.quiet)) }
      return
    }
    drawKeys(state, on: &grid, y: y, limit: position.isEmpty ? state.columns : right - 2)
    grid.put(position, x: max(0, right), y: y, Style(.quiet))
  }

  private static func draw(_ prompt: Prompt, _ state: State, on grid: inout Grid) {
    let lead = prompt.purpose == .search ? "/" : "&"
    let text = lead + Fitting.suffix(prompt.text, state.columns - 3)
    let end = grid.put(text, x: 1, y: state.rows - 1, Style(.plain, bold: true))
    grid.fill(x: end, y: state.rows - 1, width: 1, " ", Style(.plain, on: .selection))
    let hint =
      prompt.purpose == .filter
      ? "races that hold this; !TEXT: that do not" : "\(state.glyphs.enterName) finds, Esc leaves"
    if end + 3 + Fitting.columns(hint) < state.columns {
      grid.put(hint, x: state.columns - 1 - Fitting.columns(hint), y: state.rows - 1, Style(.quiet))
    }
  }

  /// Draws the keys of the screen in the order of the table. The way out and help have their place
  /// before others; where there is room for one, it is help, which names all.
  private static func drawKeys(_ state: State, on grid: inout Grid, y: Int, limit: Int) {
    let labelled = KeyMap.standard.bindings(on: state.screen).filter {
      $0.label != nil && isOffered($0.action, state)
    }
    let needed = labelled.filter { isNeeded($0) }
    let width = { (bindings: [Binding]) in bindings.reduce(1) { $0 + self.width(of: $1, state) + 2 } }
    var shown = labelled
    while width(shown) > limit + 2, let least = shown.lastIndex(where: { !isNeeded($0) }) {
      shown.remove(at: least)
    }
    if width(shown) > limit + 2 { shown = Array(needed.prefix(1)) }
    var x = 1
    for binding in shown where x + self.width(of: binding, state) <= limit {
      x = draw(binding, state, on: &grid, x: x, y: y)
    }
  }

  /// Whether a key does anything now: what it would refuse is left to help.
  private static func isOffered(_ action: Action, _ state: State) -> Bool {
    switch state.screen {
    case .races:
      let isEmpty = state.index.races.isEmpty
      switch action {
      case .filter, .sites: return !isEmpty
      case .about, .help, .quit: return true
      case .nextRace: return state.list.order.count > 1
      case .fork: return state.list.selectedRow?.first(state.index)?.kind.hasTwoSides == true
      default: return !state.list.order.isEmpty
      }
    case .pair, .fork, .raw:
      let report = state.currentReport.map { state.index.reports[$0] }
      switch action {
      case .nextRace: return report != nil && state.list.order.count > 1
      case .nextReport: return report != nil && state.pair.map { $0.row.count(state.index) > 1 } == true
      case .fork: return report?.kind.hasTwoSides == true
      case .otherSide: return state.pair?.isLone != true
      default: return true
      }
    case .sites, .about, .help: return true
    }
  }

  private static func isNeeded(_ binding: Binding) -> Bool {
    [.help, .quit, .back].contains(binding.action)
  }

  private static func keys(_ binding: Binding, _ state: State) -> String {
    switch binding.action {
    case .nextRace: "J/K"
    case .nextReport: "[ ]"
    default: binding.keys.first.map { KeyMap.name(of: $0, state.glyphs) } ?? ""
    }
  }

  private static func width(of binding: Binding, _ state: State) -> Int {
    Fitting.columns(keys(binding, state)) + 1 + Fitting.columns(binding.label ?? "")
  }

  private static func draw(_ binding: Binding, _ state: State, on grid: inout Grid, x: Int, y: Int) -> Int {
    let end = grid.put(keys(binding, state), x: x, y: y, Style(.key))
    return grid.put(binding.label ?? "", x: end + 1, y: y, Style(.quiet)) + 2
  }

  /// Where the user is: `1 of 5`.
  private static func position(_ state: State) -> String {
    if let count = state.count { return "\(count) times" }
    switch state.screen {
    case .races:
      return state.list.order.isEmpty ? "" : "\(state.list.cursor + 1) of \(state.list.order.count)"
    case .sites:
      return state.sites.sites.isEmpty ? "" : "\(state.sites.cursor + 1) of \(state.sites.sites.count)"
    case .about:
      let count = AboutRow.rows(state).count
      return count == 0 ? "" : "\(state.about.cursor + 1) of \(count)"
    case .pair, .fork: return ""
    case .raw: return state.raw.map { "line \($0.text.firstNumber + $0.cursor)" } ?? ""
    case .help:
      let count = HelpText.lines(state).count
      let last = min(count, state.helpTop + max(1, state.rows - 2))
      return state.helpTop == 0 && last == count ? "" : "\(state.helpTop + 1)-\(last) of \(count)"
    }
  }
}
