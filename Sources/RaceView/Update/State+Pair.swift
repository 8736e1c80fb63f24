internal import RaceModel

/// Opening races and going through their reports and columns.
extension State {
  mutating func openSelected() -> [Effect] {
    guard let row = list.selectedRow else { return [] }
    list.isChosen = true
    if screen != .pair { screens.append(.pair) }
    if pair?.row.isSame(as: row) == true, pair?.detail != nil { return [] }
    return showReport(PairState(row, place: 0))
  }

  private mutating func showReport(_ pair: PairState) -> [Effect] {
    var next = pair
    next.focus = self.pair?.focus ?? 0
    next.isLinked = self.pair?.isLinked ?? false
    next.isMaximized = self.pair?.isMaximized ?? false
    next.split = self.pair?.split ?? 50
    self.pair = next
    guard let position = reportPosition(of: next) else { return [] }
    return screen == .raw && raw?.report != position
      ? [.readReport(position), .readRaw(position)] : [.readReport(position)]
  }

  /// Shows a report that was read whole; nil when its log has changed.
  mutating func show(_ detail: DetailedReport?, at position: Int) -> [Effect] {
    guard var pair, reportPosition(of: pair) == position else { return [] }
    if let detail {
      pair.show(detail)
    } else {
      pair.showLost(index.sites(of: position))
    }
    pair.compare(index)
    self.pair = pair
    if screen == .fork, !index.reports[position].kind.hasTwoSides {
      screens.removeLast()
      if screen != .pair { screens.append(.pair) }
    }
    keepInView()
    // Only reports of Go have frames that a line of code can speak for or against.
    let asks = detail?.report.detector == .go
    return (asks ? [.askSources(position)] : []) + neededSources() + neededNames()
  }

  /// Goes to another race without going back to the list.
  mutating func stepRace(_ steps: Int) -> [Effect] {
    guard !list.order.isEmpty else { return [] }
    let target = max(0, min(list.cursor + steps, list.order.count - 1))
    guard target != list.cursor else {
      message = Message(steps > 0 ? "this is the last race" : "this is the first race")
      return []
    }
    list.cursor = target
    list.isChosen = true
    guard screen != .races else { return [] }
    return showReport(PairState(list.rows[target], place: 0))
  }

  /// Goes to another report of the same race.
  mutating func stepReport(_ steps: Int) -> [Effect] {
    guard let pair else { return [] }
    let count = pair.row.count(index)
    let target = max(0, min(pair.place + steps, count - 1))
    guard target != pair.place else {
      let what = pair.row.group == nil ? "race" : "group"
      message = Message(
        count == 1
          ? "this \(what) has one report" : steps > 0 ? "this is its last report" : "this is its first report"
      )
      return []
    }
    return showReport(PairState(pair.row, place: target))
  }

  /// Opens the tree of the two paths, from any screen.
  mutating func openFork() -> [Effect] {
    if let report = currentReport, !index.reports[report].kind.hasTwoSides {
      message = Message("this report is not about two accesses")
      return []
    }
    var opened = screen == .races ? openSelected() : []
    // Raw text can be opened before the report was read whole.
    if opened.isEmpty, let pair, pair.detail == nil { opened = showReport(pair) }
    if screens.contains(.fork) {
      while screen != .fork { screens.removeLast() }
    } else {
      screens.append(.fork)
    }
    return opened
  }

  mutating func openRaw() -> [Effect] {
    guard let position = currentReport else { return [] }
    if screen == .races, let row = list.selectedRow {
      pair = pair?.row.isSame(as: row) == true ? pair : PairState(row, place: 0)
    }
    return [.readRaw(position)]
  }

  /// The actions of the two columns.
  mutating func performInPair(_ action: Action) {
    if screen == .raw {
      scrollRaw(action)
      return
    }
    if screen == .fork {
      performInFork(action)
      return
    }
    guard screen == .pair, var pair else { return }
    if pair.isLone, [.otherSide, .leftSide, .rightSide, .linkColumns, .maximize].contains(action) {
      message = Message("this report has one part")
      return
    }
    switch action {
    case .otherSide: pair.focus = 1 - pair.focus
    case .leftSide: pair.focus = 0
    case .rightSide: pair.focus = 1
    case .linkColumns:
      pair.isLinked.toggle()
      message = Message(pair.isLinked ? "both columns move together" : "each column moves alone")
    case .maximize: pair.isMaximized.toggle()
    case .fold where pair.focusedRow?.fold == nil: message = Message("no fold here; Z opens all of them")
    case .fold: Self.toggleFold(&pair)
    case .foldAll: Self.toggleAllFolds(&pair)
    default: break
    }
    self.pair = pair
  }

  /// Moves the raw text sideways, as far as a line that is shown goes on.
  private mutating func scrollRaw(_ action: Action) {
    guard let raw else { return }
    let step = max(8, columns / 2)
    if action == .leftSide { self.raw?.left = max(0, raw.left - step) }
    guard action == .rightSide else { return }
    let shown = raw.text.lines.dropFirst(raw.top).prefix(max(1, rows - 2))
    let room = columns - String(raw.text.firstNumber + raw.text.lines.count).utf8.count - 3
    let widest = shown.map { Fitting.columns(RawScreen.shown($0, left: 0)) }.max() ?? 0
    if widest - raw.left > room {
      self.raw?.left = min(raw.left + step, widest - room)
    } else {
      message = Message("no line goes on to the right")
    }
  }

  private mutating func performInFork(_ action: Action) {
    switch action {
    case .otherSide:
      let focus = pair?.focus ?? 0
      pair?.focus = 1 - focus
    case .leftSide: pair?.focus = 0
    case .rightSide: pair?.focus = 1
    case .fold, .foldAll: pair?.fork.isOpen.toggle()
    default: break
    }
  }

  /// Opens the fold under the cursor, or closes the one the cursor is in.
  private static func toggleFold(_ pair: inout PairState) {
    guard let fold = pair.focusedRow?.fold else { return }
    if pair.sides[pair.focus].opened.remove(fold) == nil { pair.sides[pair.focus].opened.insert(fold) }
    pair.arrange()
    if let row = pair.rows[pair.focus].firstIndex(where: { $0.fold == fold }) {
      pair.sides[pair.focus].cursor = row
    }
  }

  /// Opens all folds of both columns, or closes them when one is open.
  private static func toggleAllFolds(_ pair: inout PairState) {
    let cursors = (0...1).map { side in
      pair.rows[side].indices.contains(pair.sides[side].cursor) ? pair.sides[side].cursor : 0
    }
    let kept = (0...1).map { side in pair.rows[side].isEmpty ? nil : pair.rows[side][cursors[side]] }
    let isAnyOpen = pair.sides.contains { !$0.opened.isEmpty }
    for side in 0...1 {
      pair.sides[side].opened = isAnyOpen ? [] : Set(pair.rows[side].compactMap(\.fold))
    }
    pair.arrange()
    for side in 0...1 {
      guard let row = kept[side] else { continue }
      let found = pair.rows[side].firstIndex {
        (row.fold != nil && $0.fold == row.fold)
          || (row.fold == nil && $0.frame != nil && $0.frame == row.frame)
      }
      if let found { pair.sides[side].cursor = found }
    }
  }

  // MARK: What a place is good for

  /// The place that `e` and `y` are about.
  var currentPlace: PrintedPlace? {
    switch screenUnderHelp {
    case .pair:
      guard let frame = pair?.focusedRow?.frame, let file = frame.file else { return nil }
      return PrintedPlace(file: file, line: frame.line)
    case .fork:
      guard let pair else { return nil }
      let lines = forkLines(pair)
      guard lines.indices.contains(pair.fork.cursor),
        let frame = pair.frame(of: lines[pair.fork.cursor].cell(pair.focus)), let file = frame.file
      else { return nil }
      return PrintedPlace(file: file, line: frame.line)
    case .raw:
      guard let raw, raw.text.lines.indices.contains(raw.cursor) else { return nil }
      return RawText.place(in: raw.text.lines[raw.cursor])
    case .sites:
      guard sites.sites.indices.contains(sites.cursor), let file = sites.sites[sites.cursor].site.file else {
        return nil
      }
      return PrintedPlace(file: file, line: sites.sites[sites.cursor].site.line)
    case .races, .about, .help:
      guard let position = currentReport else { return nil }
      let entry = index.reports[position]
      let side = entry.first ?? entry.second
      guard let side, let site = index[side.site], let file = site.file else { return nil }
      return PrintedPlace(file: file, line: site.line)
    }
  }

  mutating func edit() -> [Effect] {
    guard let place = currentPlace else {
      message = Message("no file on this line", isWarning: true)
      return []
    }
    message = Message("looking for \(lastComponent(place.file))")
    guard !isLocating else { return [] }
    isLocating = true
    return [.locate(place)]
  }

  /// Opens an editor on the file that was found for a place.
  mutating func edit(_ place: PrintedPlace, _ finding: SourceFinding) -> [Effect] {
    isLocating = false
    message = finding.absence(of: place.file).map { Message($0, isWarning: true) }
    return finding.path.map { [.edit(path: $0, line: place.line)] } ?? []
  }

  mutating func copyPlace() -> [Effect] {
    guard let place = currentPlace else {
      message = Message("no file on this line", isWarning: true)
      return []
    }
    let text = ClipboardText(line: place.file + (place.line.map { ":\($0)" } ?? "")).text
    return [.copy(text, what: text)]
  }
}

extension PairState {
  /// The frame that a cell of the fork's tree stands for; that in which the paths part has a line on each side.
  fileprivate func frame(of cell: ForkCell?) -> Frame? {
    let side: Int
    switch cell {
    case .frame(_, .fork, _, _): side = focus
    case .start(_, let own): side = own
    default: return cell?.frame
    }
    return analysis?.fork.flatMap { fork in detail?.frames[fork.branches[side].frame] }
  }
}

extension RawText {
  /// `FILE:LINE` in a line of a report: the file may hold blanks and colons.
  static func place(in line: String) -> PrintedPlace? {
    var text = line[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    if let plus = text.range(of: "+0x") {
      text = text[..<plus.lowerBound]
      while text.last?.isWhitespace == true { text.removeLast() }
    }
    guard let colon = text.lastIndex(of: ":"), let number = Int(text[text.index(after: colon)...]) else {
      return nil
    }
    let file = text[..<colon].drop { $0.isWhitespace }
    return file.isEmpty ? nil : PrintedPlace(file: String(file), line: number)
  }
}

extension Substring {
  /// The last place where `text` stands.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = endIndex
    while start > startIndex {
      formIndex(before: &start)
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
    }
    return nil
  }
}
