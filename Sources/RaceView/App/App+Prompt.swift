internal import RaceModel
internal import RaceText

/// Typing in the footer. Queries and searches act while they are typed; Escape undoes them.
extension App {
  /// The state before a prompt changes it.
  struct Origin: Sendable {
    var screen: any Screen
    var list: RaceList
    var side: Side
    var search: SearchPattern?
  }

  /// How many lines of a history are kept.
  private static let longestHistory = 100

  /// Starts a prompt in the footer.
  mutating func open(_ purpose: Prompt.Purpose) {
    if purpose == .search { withScreen { $0.prepareSearch($1) } }
    origin = Origin(screen: screen, list: context.list, side: context.side, search: context.search)
    prompt = Prompt(purpose, text: text(for: purpose))
    context.isQueryTyped = purpose == .query
    context.askWords()
  }

  /// The text to edit: the present query, or the reason or link of the race.
  private func text(for purpose: Prompt.Purpose) -> String {
    switch purpose {
    case .query: context.list.query.text.isEmpty ? "" : context.list.query.text + " "
    case .reason: screen.race(context).flatMap { context.model.triage.entries[$0]?[.why] } ?? ""
    case .link: screen.race(context).flatMap { context.model.triage.entries[$0]?[.link] } ?? ""
    case .search: ""
    }
  }

  mutating func pressInPrompt(_ key: Key) {
    guard let prompt else { return }
    switch key {
    case .escape, .control("c"), .control("g"): cancelPrompt()
    case .backspace where prompt.line.text.isEmpty: cancelPrompt()
    case .enter: acceptPrompt(prompt)
    case .tab: complete(1)
    case .backTab: complete(-1)
    case .up, .control("p"): recall(1)
    case .down, .control("n"): recall(-1)
    default: editPrompt { _ = $0.take(key) }
    }
  }

  /// Edits the line that is being typed and applies it.
  mutating func editPrompt(_ edit: (inout TypedLine) -> Void) {
    guard var prompt else { return }
    let before = prompt.line.text
    edit(&prompt.line)
    prompt.completion = nil
    self.prompt = prompt
    if prompt.line.text != before { applyPrompt() }
  }

  /// Replaces the last part of the line with a completion.
  private mutating func complete(_ direction: Int) {
    guard var prompt, prompt.purpose == .query else { return }
    guard var completion = prompt.completion ?? Completion(prompt.line.head, context) else { return }
    prompt.line.replace(from: completion.start, with: completion.step(direction))
    // A single completion is accepted; the next Tab continues after it.
    prompt.completion = completion.candidates.count > 1 ? completion : nil
    self.prompt = prompt
    applyPrompt()
  }

  /// Replaces the typed line with an earlier one.
  private mutating func recall(_ direction: Int) {
    guard var prompt else { return }
    let lines = history[prompt.purpose] ?? []
    let index = prompt.historyIndex + direction
    guard index >= 0, index <= lines.count else { return }
    if prompt.historyIndex == 0 { prompt.draft = prompt.line.text }
    prompt.historyIndex = index
    prompt.line = TypedLine(index == 0 ? prompt.draft : lines[lines.count - index])
    prompt.completion = nil
    self.prompt = prompt
    applyPrompt()
  }

  // MARK: What it does

  private mutating func applyPrompt() {
    guard let prompt else { return }
    switch prompt.purpose {
    case .query: applyQuery(prompt.line.text)
    case .search: applySearch(prompt.line.text)
    case .reason, .link: break
    }
  }

  /// Shows the races that match the typed query; while it is invalid, those that were shown before.
  private mutating func applyQuery(_ text: String) {
    do throws(QueryError) {
      context.list.query = try Query(context.settings.queries.expanded(text))
      prompt?.objection = nil
    } catch {
      prompt?.objection = error.description
      if let origin { context.list.query = origin.list.query }
    }
    context.arrangeList()
    context.askWords()
  }

  /// Goes to the first match from where the search began.
  private mutating func applySearch(_ text: String) {
    context.message = nil
    context.found = nil
    prompt?.objection = nil
    restoreOrigin()
    if text.isEmpty { return }
    do throws(QueryError) {
      context.search = try SearchPattern(typed: text)
      withScreen { $0.find(forward: true, includingCurrent: true, &$1) }
    } catch {
      prompt?.objection = error.description
    }
  }

  private mutating func restoreOrigin() {
    guard let origin else { return }
    withScreen { screen, _ in screen = origin.screen }
    let latest = context.list
    let isArranged = latest.arrangements == origin.list.arrangements
    (context.list, context.side, context.search) = (origin.list, origin.side, origin.search)
    if isArranged { return }
    // A query was typed, or reports have come.
    context.list.countOn(from: latest)
    context.arrangeList()
  }

  private mutating func cancelPrompt() {
    restoreOrigin()
    context.message = nil
    context.found = nil
    closePrompt()
  }

  private mutating func closePrompt() {
    prompt = nil
    origin = nil
    context.isQueryTyped = false
  }

  private mutating func acceptPrompt(_ prompt: Prompt) {
    if let objection = prompt.objection { return context.say(objection, isWarning: true) }
    let text = prompt.line.text
    remember(text, prompt.purpose)
    let found = context.found
    closePrompt()
    switch prompt.purpose {
    case .query:
      // Without matches the previous race stays the chosen one.
      context.list.keepSelected(context.index)
      if context.list.query.isEmpty { return }
      let back = context.key(Common.back, on: .races)
      // The title counts what is shown, and keeps counting while reports are searched.
      context.say("\(back) shows all races")
    case .search:
      if text.isEmpty { return withScreen { $0.find(forward: true, includingCurrent: false, &$1) } }
      context.found = found
      withScreen { screen, context in
        if context.found == nil { screen.find(forward: true, includingCurrent: true, &context) }
      }
    case .reason: context.triage(screen.race(context), .why, text)
    case .link: context.triage(screen.race(context), .link, text)
    }
  }

  private mutating func remember(_ text: String, _ purpose: Prompt.Purpose) {
    let line = String(text.reversed().drop { $0 == " " }.reversed())
    guard !line.isEmpty else { return }
    history[purpose, default: []].removeAll { $0 == line }
    history[purpose, default: []].append(line)
    if history[purpose, default: []].count > Self.longestHistory { history[purpose]?.removeFirst() }
  }
}
