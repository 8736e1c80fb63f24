internal import RaceModel

/// The line being typed in the footer, searching and filtering.
extension State {
  mutating func pressInPrompt(_ key: Key) -> [Effect] {
    guard let prompt else { return [] }
    switch key {
    case .character(let scalar): type(String(scalar))
    case .backspace, .delete:
      if prompt.text.isEmpty { return cancelPrompt() }
      self.prompt?.text.removeLast()
      applyPrompt()
    case .control("u"):
      self.prompt?.text = ""
      applyPrompt()
    case .control("w"):
      let words = prompt.text.split(separator: " ").dropLast()
      self.prompt?.text = words.isEmpty ? "" : words.joined(separator: " ") + " "
      applyPrompt()
    case .escape: return cancelPrompt()
    case .enter: return acceptPrompt(prompt)
    default: break
    }
    return []
  }

  /// How long the line being typed can become: nobody types more, and a paste may be anything.
  private static let longestPrompt = 1000

  /// Adds text to the line being typed.
  mutating func type(_ text: String) {
    guard let prompt else { return }
    let room = max(0, Self.longestPrompt - prompt.text.unicodeScalars.count)
    let kept = text.unicodeScalars.lazy.filter { !CharacterWidth.isControl($0) }.prefix(room)
    self.prompt?.text += String(String.UnicodeScalarView(kept))
    applyPrompt()
  }

  /// A filter acts while it is typed; a search waits for Enter.
  private mutating func applyPrompt() {
    guard let prompt, prompt.purpose == .filter else { return }
    list.filter = prompt.text
    arrangeList()
  }

  private mutating func cancelPrompt() -> [Effect] {
    if let prompt, prompt.purpose == .filter {
      list.filter = prompt.previous
      arrangeList()
      list.letGo()
    }
    prompt = nil
    return []
  }

  private mutating func acceptPrompt(_ prompt: Prompt) -> [Effect] {
    self.prompt = nil
    switch prompt.purpose {
    case .filter:
      list.isChosen = true
      // Of none the one before stays the wanted one.
      if !list.order.isEmpty { list.letGo() }
      if !list.filter.isEmpty {
        message = Message("\(list.order.count) of \(index.races.count) races; Esc shows all")
      }
    case .search:
      search = SearchPattern(prompt.text) ?? search
      find(forward: true, includingCurrent: true)
    }
    return []
  }

  /// Moves the cursor to the next match, going round at the end.
  mutating func find(forward: Bool, includingCurrent: Bool) {
    guard let search else {
      message = Message("nothing to search for; / asks")
      return
    }
    let (texts, cursor) = searchable()
    guard !texts.isEmpty else { return }
    let step = forward ? 1 : -1
    for distance in (includingCurrent ? 0 : 1)...texts.count {
      let position = ((cursor + step * distance) % texts.count + texts.count) % texts.count
      guard texts[position].contains(where: search.matches) else { continue }
      if distance == texts.count {
        message = Message("no other match for \(search.text)")
      } else if forward ? position < cursor : position > cursor {
        message = Message("search went round the end")
      }
      select(position)
      return
    }
    message = Message("no match for \(search.text)\(searchedPart)", isWarning: true)
  }

  /// What was searched, where that is not all there is or will be.
  private var searchedPart: String {
    switch screen {
    case .races, .sites, .about: return isLoaded ? "" : " so far"
    case .raw:
      guard let raw, let last = raw.text.lastNumber,
        raw.text.firstNumber > 1 || last < index.sources[raw.source].lines
      else { return "" }
      return " in lines \(raw.text.firstNumber) to \(last) of the log, which are shown"
    case .pair, .fork, .help: return ""
    }
  }

  /// The texts of the rows of the screen, and the row of the cursor.
  private mutating func searchable() -> (texts: [[String]], cursor: Int) {
    switch screen {
    case .races: return (list.rows.map { RaceText.lines(index, $0, names, explanations) }, list.cursor)
    case .sites:
      let texts = sites.sites.map { site in
        names.searchable(site.site.function ?? "?")
          + [Names.place(site.site, glyphs)]
      }
      return (texts, sites.cursor)
    case .about:
      if let search { about.openFold(holding: search, self) }
      return (AboutRow.rows(self).map { [$0.text(index)] }, about.cursor)
    case .pair:
      // Both columns, A's first.
      guard var pair, let search else { return ([], 0) }
      for side in 0...1 { pair.openFolds(holding: search, names, side: side) }
      self.pair = pair
      let texts = pair.rows.flatMap { $0.map { $0.searchText(names) } }
      return (texts, pair.sides[pair.focus].cursor + (pair.focus == 0 ? 0 : pair.rows[0].count))
    case .fork:
      openForkFold()
      guard let pair else { return ([], 0) }
      return (forkTexts(pair), pair.fork.cursor)
    case .raw: return (raw?.text.lines.map { [$0] } ?? [], raw?.cursor ?? 0)
    case .help: return (HelpText.lines(self).map { [$0.keys, $0.words] }, helpTop)
    }
  }

  private func forkTexts(_ pair: PairState) -> [[String]] {
    forkLines(pair).map { line in
      [line.whole, line.left, line.right].compactMap(\.self).flatMap { $0.searchText(names) }
    }
  }

  /// Opens what folds in the fork's tree when it hides a match; the focused frame stays focused.
  private mutating func openForkFold() {
    guard let pair, let search, !pair.fork.isOpen else { return }
    var open = pair
    open.fork.isOpen = true
    func matches(_ pair: PairState) -> Int {
      forkTexts(pair).count { $0.contains(where: search.matches) }
    }
    guard matches(open) > matches(pair) else { return }
    let lines = forkLines(pair)
    let frame =
      lines.indices.contains(pair.fork.cursor) ? lines[pair.fork.cursor].cell(pair.focus)?.frame : nil
    if let frame {
      let place = forkLines(open).firstIndex { $0.cell(pair.focus)?.frame == frame }
      open.fork.cursor = place ?? pair.fork.cursor
    }
    self.pair = open
  }

  /// Puts the cursor on a line of the fork's tree, on the branch that holds the match.
  private mutating func selectFork(_ position: Int) {
    pair?.fork.cursor = position
    guard let pair, let search else { return }
    let line = forkLines(pair)[position]
    let holding = [line.left, line.right].map {
      $0?.searchText(names).contains(where: search.matches) == true
    }
    if line.whole == nil, !holding[pair.focus] { self.pair?.focus = 1 - pair.focus }
  }

  private mutating func select(_ position: Int) {
    switch screen {
    case .races:
      list.cursor = position
      list.isChosen = true
    case .pair:
      let left = pair?.rows[0].count ?? 0
      let side = position < left ? 0 : 1
      pair?.focus = side
      pair?.sides[side].cursor = position - (side == 0 ? 0 : left)
    case .sites: sites.cursor = position
    case .about: about.cursor = position
    case .fork: selectFork(position)
    case .raw: raw?.cursor = position
    case .help: helpTop = position
    }
  }
}
