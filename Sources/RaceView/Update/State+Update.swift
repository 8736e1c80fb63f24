internal import RaceModel

extension State {
  /// Takes an event and says what the program must do for it.
  public mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .input(let input): return update(input)
    case .batch(let batch):
      index.append(batch)
      arrangeList()
    case .loaded:
      isLoaded = true
      return neededExplanations() + neededStacks()
    case .opened(let count): sourceCount = count
    case .changed(let source, let change): changes[source] = change
    case .grown(let batches):
      let effects = grow(batches)
      keepInView()
      return effects + neededSources() + neededNames() + neededStacks()
    case .stacks(let hashes, let request):
      guard request == stackRequests else { break }
      stackHashes += hashes
      guard hasAllStacks else { break }
      arrangeList()
      if list.split == .stacks { tellSplit() }
    case .explained(let found): take(found)
    case .report(let position, let detail):
      return show(detail, at: position)
    case .testimony(let position, let testimony):
      guard let pair, reportPosition(of: pair) == position else { return [] }
      self.pair?.weigh(testimony)
      // The list says what the pair says.
      if pair.place == 0, pair.row.group == nil, let causes = self.pair?.analysis?.causes {
        explanations[index.races[pair.race].key]?.causes = causes
      }
    case .source(let place, let lookup): sources[place] = lookup
    case .blame(let place, let words):
      blames[place] = words
      if !showsSource || source(side: pair?.focus ?? 0)?.view == nil { message = Message(words) }
    case .raw(let position, let text): show(text, of: position)
    case .lines(let place, let text):
      raw = RawState(report: nil, source: place.source, lines: place.line...place.line, text: text)
      if screen != .raw { screens.append(.raw) }
    case .demangled(let answer): take(answer)
    case .located(let place, let finding): return edit(place, finding)
    case .edited(let message):
      // What was read of files is not what is in them any more.
      sources = [:]
      asked = []
      blames = [:]
      self.message = message
    case .message(let message): self.message = message
    }
    keepInView()
    return neededSources() + neededNames()
  }

  /// What the program must work out of races: of the most frequent ones first, which are on the screen.
  private func neededExplanations() -> [Effect] {
    var seen: Set<Int> = []
    let races = (list.order + Array(index.races.indices)).filter {
      seen.insert($0).inserted && explanations[index.races[$0].key] == nil
    }
    return races.isEmpty ? [] : [.explain(races)]
  }

  private mutating func take(_ found: [(RaceKey, RaceExplanation)]) {
    for (race, explanation) in found {
      explanations[race] = explanation
      names.mention(explanation.subject)
    }
    // A filter looks at them, too.
    if !list.filter.isEmpty { arrangeList() }
  }

  /// Shows the text of a report as it stands in the log.
  private mutating func show(_ text: RawText, of position: Int) {
    let entry = index.reports[position]
    let old = raw
    raw = RawState(
      report: position, source: Int(entry.source), lines: entry.line...max(entry.line, entry.endLine),
      text: text)
    // A report that has grown: the eye stays where it is.
    if screen == .raw, let old, old.report == position { raw?.keepPlace(of: old) }
    if screen != .raw { screens.append(.raw) }
  }

  private mutating func update(_ input: InputEvent) -> [Effect] {
    let effects = react(to: input)
    // A click can do whatever a key does.
    keepInView()
    return effects + neededSources() + neededNames()
  }

  /// The code under the cursors that was not looked for yet.
  mutating func neededSources() -> [Effect] {
    guard screen == .pair, showsSource, pair?.detail != nil else { return [] }
    let places = (0...1).compactMap { place(side: $0) }.filter {
      sources[$0] == nil && !asked.contains($0)
    }
    guard !places.isEmpty else { return [] }
    asked.formUnion(places)
    return [.readSource(places)]
  }

  private mutating func react(to input: InputEvent) -> [Effect] {
    switch input {
    case .resize(let columns, let rows):
      self.columns = columns
      self.rows = rows
      tellIfTooSmall()
      return []
    case .key(let key): return press(key)
    case .paste(let text):
      if prompt != nil { type(text) }
      return []
    case .press(let column, let row): return click(column, row)
    case .drag(let column, _):
      dragDivider(to: column)
      return []
    case .wheel(let column, let row, let lines):
      wheel(column, row, lines)
      return []
    case .wake, .terminate: return []
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    message = nil
    if prompt != nil { return pressInPrompt(key) }
    if case .character(let scalar) = key, let digit = Character(scalar).wholeNumberValue, scalar.isASCII,
      digit > 0 || count != nil
    {
      count = min(99_999, (count ?? 0) * 10 + digit)
      return []
    }
    let times = count ?? 1
    count = nil
    guard let action = KeyMap.standard.action(for: key, on: screen) else {
      message = Message("\(KeyMap.name(of: key, glyphs)) does nothing on this screen; ? shows its keys")
      return []
    }
    // The races of a site, or of a family, are a screen to come back from.
    if key == .character("q"), screen == .races, list.scope != nil { return back() }
    return perform(action, times)
  }

  /// Does what a key asks for.
  mutating func perform(_ action: Action, _ times: Int) -> [Effect] {
    if let motion = Motion(action, times: times, page: bodyHeight) {
      move(motion)
      return []
    }
    if screen == .raw, raw?.report == nil, Self.reportActions.contains(action) {
      message = Message("this line is of no report")
      return []
    }
    if screen == .races, list.order.isEmpty, Self.raceActions.contains(action) {
      message = Message("there is no race in the list")
      return []
    }
    switch action {
    case .quit: return [.quit]
    case .help:
      if screen == .help { return back() }
      helpTop = 0
      screens.append(.help)
    case .back: return back()
    case .repaint: return [.repaint]
    case .search: prompt = Prompt(purpose: .search, text: "", previous: search?.text ?? "")
    case .filter:
      list.hold()
      prompt = Prompt(purpose: .filter, text: list.filter, previous: list.filter)
    case .searchNext: find(forward: true, includingCurrent: false)
    case .searchPrevious: find(forward: false, includingCurrent: false)
    case .sort: changeSort()
    case .split: return changeSplit()
    case .mark: toggleMark()
    case .follow: return toggleFollow()
    case .open:
      if screen == .about { return openSelectedNote() }
      if screen != .sites { return openSelected() }
      openSelectedSite()
    case .about:
      if screen == .about { return back() }
      about = AboutState()
      screens.append(.about)
    case .sites: openSites()
    case .source:
      showsSource.toggle()
      message = Message(sourceWords)
    case .blame: return askBlame()
    case .family: openFamily()
    case .demangle: return toggleNames()
    case .nextRace: return stepRace(times)
    case .previousRace: return stepRace(-times)
    case .nextReport: return stepReport(times)
    case .previousReport: return stepReport(-times)
    case .fork: return screen == .fork ? back() : openFork()
    case .raw: return screen == .raw ? back() : openRaw()
    case .edit: return edit()
    case .copyPlace: return copyPlace()
    case .copyReport: return currentReport.map { [.copyReport($0)] } ?? []
    default: performInPair(action)
    }
    return []
  }

  private mutating func toggleFollow() -> [Effect] {
    guard canGrow else {
      message = Message("nothing can be added to a stream or a compressed file")
      return []
    }
    isFollowing.toggle()
    message = Message(isFollowing ? "reads on while the log grows" : "does not read on")
    return [.follow(isFollowing)]
  }

  private mutating func askBlame() -> [Effect] {
    let places = (0...1).compactMap { place(side: $0) }
    if places.isEmpty { message = Message("no line of code here", isWarning: true) }
    return places.isEmpty ? [] : [.blame(places)]
  }

  /// What can only be done with a report.
  private static let reportActions: Set<Action> = [
    .nextRace, .previousRace, .nextReport, .previousReport, .fork, .copyReport,
  ]

  /// What can only be done with a race of the list.
  private static let raceActions: Set<Action> = [
    .open, .fork, .raw, .nextRace, .previousRace, .edit, .copyPlace, .copyReport, .mark, .family,
  ]

  /// Opens the log at the line of the selected note, or the files that were folded into the selected row.
  private mutating func openSelectedNote() -> [Effect] {
    let rows = AboutRow.rows(self)
    guard rows.indices.contains(about.cursor) else { return [] }
    if let place = rows[about.cursor].place { return [.readLines(place)] }
    if case .quiet = rows[about.cursor] { about.showsQuiet.toggle() }
    return []
  }

  private mutating func back() -> [Effect] {
    if screens.count > 1 {
      screens.removeLast()
    } else if !list.filter.isEmpty || list.scope != nil || search != nil {
      if list.scope?.isOfSite == true, list.filter.isEmpty { screens.append(.sites) }
      list.filter = ""
      list.scope = nil
      search = nil
      arrangeList()
      list.letGo()
    }
    return []
  }

  private mutating func changeSort() {
    let all = RaceList.Sort.allCases
    let next = (all.firstIndex(of: list.sort).map { $0 + 1 } ?? 0) % all.count
    list.sort = all[next]
    list.isChosen = true
    arrangeList()
    message = Message("sorted \(list.sort.words)")
  }

  private mutating func changeSplit() -> [Effect] {
    let all = RaceList.Split.allCases
    let next = (all.firstIndex(of: list.split).map { $0 + 1 } ?? 0) % all.count
    list.split = all[next]
    list.isChosen = true
    arrangeList()
    tellSplit()
    return neededStacks()
  }

  private mutating func tellSplit() {
    guard let words = list.split.words else { return message = Message("races are not split") }
    if list.split == .stacks, !hasAllStacks { return message = Message("the stacks are being read") }
    let races = RacesScreen.plural(Set(list.order).count, "race")
    message = Message("\(races) in \(RacesScreen.plural(list.rows.count, "row")), \(words)")
  }

  /// The stacks are read when a list is to be split by them and all reports are known.
  private mutating func neededStacks() -> [Effect] {
    guard list.split == .stacks, isLoaded, !asksStacks, !index.reports.isEmpty else { return [] }
    asksStacks = true
    stackHashes = []
    stackRequests += 1
    return [.readStacks(stackRequests)]
  }

  private mutating func toggleMark() {
    guard let race = currentRace else { return }
    let key = index.races[race].key
    if marks.remove(key) == nil { marks.insert(key) }
  }

  /// The race that keys are about: the open one, else the selected one.
  public var currentRace: Int? {
    [.races, .about].contains(screenUnderHelp) ? list.selected : pair?.race ?? list.selected
  }

  /// The report that keys are about, a position in the index.
  public var currentReport: Int? {
    switch screenUnderHelp {
    case .raw: raw?.report
    case .pair, .fork: pair.flatMap { reportPosition(of: $0) }
    case .races, .sites, .about, .help: list.selectedRow.flatMap { $0.reports(index).first.map(Int.init) }
    }
  }

  /// Whether the terminal is smaller than the screens are designed for.
  var isTooSmall: Bool { columns < 60 || rows < 16 }

  /// Says that the terminal is too small, unless something else is being said.
  mutating func tellIfTooSmall() {
    guard isTooSmall, message == nil else { return }
    message = Message("too small for comfort (under 60x16)")
  }

  /// Where the report of a pair stands in the index.
  func reportPosition(of pair: PairState) -> Int? {
    guard index.races.indices.contains(pair.race) else { return nil }
    let reports = pair.row.reports(index)
    return reports.indices.contains(pair.place) ? Int(reports[pair.place]) : nil
  }
}
