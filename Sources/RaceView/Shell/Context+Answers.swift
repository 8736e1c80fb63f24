internal import RaceModel
internal import RaceText
internal import RaceWork

/// Takes the results of jobs that concern more than one screen.
extension Context {
  /// The message when a report in its log has changed since it was found.
  private static let changed = Message("the log has changed since it was read", isWarning: true)

  /// The same, unless the log was a stream without room for a copy.
  private func lost(_ entry: ReportEntry?) -> Message {
    guard let entry, let end = index.logs[Int(entry.log)].copyEnd, entry.bytes.upperBound > end.bytes else {
      return Self.changed
    }
    return Message("no copy of this part of the log was kept", isWarning: true)
  }

  mutating func take(_ answer: Answer) {
    switch answer {
    case .report(let request, let detail, let analysis): show(request, detail, analysis)
    case .testimony(let request, let testimony, let facts): weigh(request, testimony, facts)
    case .text(let request, _, let isThere): if !isThere { message = lost(request.entry) }
    case .copy(let request, let text): copy(request, text)
    case .issue(_, let text):
      guard let text else { return message = Self.changed }
      ask(.copy(text, what: "the race as Markdown"))
    case .suppressions(_, let advice): take(advice)
    case .doubts(let request, let doubts):
      // Later ones come if the logs have grown meanwhile.
      guard request == DoubtRequest(index) else { return }
      model.comparison.take(doubts)
      arrangeList()
    case .compared(let key, let changes): model.comparison.take(changes, of: key)
    case .explained(let found, let generation):
      take(found, isCurrent: generation == model.generation)
    case .stacks(let hashes, let request):
      model.stacks.take(hashes, request: request)
      splitByStacks()
    case .words(let batch, let request):
      model.words.take(batch, request: request)
      if list.query.needsReports { arrangeAsFactsGrow() }
      askWords()
    case .owners(let owners, let request):
      model.owners.take(owners, request: request)
      askOwners()
    case .code(let place, let lookup): model.code.take(place, lookup)
    case .blame(let place, let words): model.code.take(place, blame: words)
    case .demangled(let answer): take(answer)
    case .dropped(.code(let places)): model.code.give(up: places)
    case .located(let places, let findings): edit(places, findings)
    case .dropped(.testimony(let request)):
      if let race = index.race(of: request.entry.id) { model.explanations.giveUpSource(of: race.key) }
    case .dropped(.locate): model.code.isLocating = false
    case .lines, .dropped: break
    }
  }

  /// Takes the open report; drops an answer about another report, or about less of it.
  private mutating func show(
    _ request: ReportRequest, _ detail: DetailedReport?, _ analysis: ReportAnalysis?
  ) {
    let index = index
    if request.entry.id == previewed?.id { previewed?.show(detail, analysis, index) }
    guard request == self.request else { return }
    report?.show(detail, analysis, index)
    if detail == nil { message = lost(request.entry) }
    joinCauses()
    if detail != nil { ask(.testimony(request)) }
  }

  /// Gives the open report the causes of its race.
  private mutating func joinCauses() {
    guard let report else { return }
    self.report?.join(model.explanations[report.row.race]?.sharedCauses)
  }

  private mutating func take(_ found: [(RaceKey, RaceExplanation)], isCurrent: Bool) {
    model.explanations.take(found, isCurrent: isCurrent)
    for (_, explanation) in found { model.names.mention(explanation.subject) }
    joinCauses()
    if list.needsExplanations { arrangeAsFactsGrow() }
    askExplanations()
  }

  /// Splits the list by stacks if all are known, or asks for more of them.
  private mutating func splitByStacks() {
    if model.hasAllStacks {
      arrangeList()
      if list.split == .stacks { saySplit() }
    }
    askStacks()
  }

  private mutating func weigh(
    _ request: ReportRequest, _ testimony: SourceTestimony, _ facts: SourcedFacts?
  ) {
    if let race = index.race(of: request.entry.id) {
      // The first report represents the race.
      let isFirst = race.reports.first.map { index.reports[Int($0)].id } == request.entry.id
      let hasNewCauses = model.explanations.take(isFirst ? facts : nil, of: race.key)
      if hasNewCauses, list.needsExplanations { arrangeList() }
    }
    if request == self.request, !testimony.isEmpty { report?.weigh(testimony) }
    joinCauses()
  }

  /// Requests source files for the race that the list shows, once.
  ///
  /// - Returns: whether they were not requested before.
  @discardableResult
  mutating func askSource(of race: Race) -> Bool {
    guard let first = race.reports.first,
      model.explanations.wantSource(of: race.key)
    else { return false }
    ask(.testimony(model.request(Int(first))))
    return true
  }

  /// Requests source files for the races on the screen, one after the other; races scrolled to meanwhile go
  /// first.
  mutating func askSources(of races: some Sequence<Int>) {
    guard model.logs.isLoaded, !model.explanations.awaitsSource else { return }
    for race in races where askSource(of: index.races[race]) { return }
  }

  private mutating func copy(_ request: ReportRequest, _ text: ClipboardText?) {
    guard let text else { return message = lost(request.entry) }
    let lines = request.entry.endLine - request.entry.line + 1
    ask(.copy(text, what: "the report, \(lines) lines"))
  }

  // MARK: Background work

  /// Requests missing explanations, first for the listed races on the screen.
  mutating func wantExplanations() {
    let races = (list.rows.map(\.race) + index.races.indices).distinct()
    model.explanations.want(races.map { index.races[$0].key })
    askExplanations()
  }

  private mutating func askExplanations() {
    let questions = model.explanations.next().compactMap { key in
      index.race(of: key).map { ExplanationRequest($0, of: index) }
    }
    if !questions.isEmpty { ask(.explain(questions, model.generation)) }
  }

  /// The stacks are read when the list should be split by them and all reports are known.
  mutating func askStacks() {
    guard list.split == .stacks, model.logs.isLoaded, model.stacks.hashes.count < index.reports.count,
      let request = model.stacks.ask()
    else { return }
    let next = index.reports.dropFirst(model.stacks.hashes.count).prefix(StackFacts.batchSize)
    ask(.stacks(Array(next), request: request))
  }

  /// Recomputes which races match the query, when much more is known than the last time, or all.
  mutating func arrangeAsFactsGrow() {
    let isExplained = !list.needsExplanations || model.explanations.found.count >= index.races.count
    if knownFacts >= arranged.facts + max(1, arranged.facts / 8) || unasked == nil && isExplained {
      arrangeList()
    }
  }

  /// How much of what a query needs is known.
  var knownFacts: Int { model.words.index.reportCount + model.explanations.found.count }

  /// Reports are reread for their words when a query needs them.
  mutating func askWords() {
    let known = model.words.index.reportCount
    guard list.query.needsReports || isQueryTyped, known < index.reports.count, !model.words.index.isFull,
      let request = model.words.ask()
    else { return }
    ask(.words(Array(index.reports[known...].prefix(WordFacts.batchSize)), request: request))
  }

  /// What the query has not searched yet, or never will; nil if it has searched everything.
  var unasked: String? {
    let all = index.reports.count
    let known = model.words.index.reportCount
    if list.query.needsReports, known < all {
      let share = "\(known * 100 / all) % of the reports"
      return model.words.index.isFull
        ? "searched \(share); the rest does not fit in memory" : "searching: \(share)"
    }
    let explained = model.explanations.found.count
    if list.query.needsExplanations, explained < index.races.count {
      return "explaining: \(explained * 100 / index.races.count) % of the races"
    }
    return model.logs.isLoaded || !list.query.isOn ? nil : "reading"
  }

  /// Says how the list is split.
  mutating func saySplit() {
    guard let words = list.split.words else { return say("races are not split") }
    if list.split == .stacks, !model.hasAllStacks { return say("the stacks are being read") }
    let races = Counting.plural(Set(list.rows.map(\.race)).count, "race")
    say("\(races) in \(Counting.plural(list.rows.count, "row")), \(words)")
  }

  // MARK: Names

  /// Shows mangled names demangled, or as printed.
  mutating func toggleNames() {
    model.names.isDemangled.toggle()
    defer { arrangeList() }
    guard model.names.isDemangled else {
      return say("names as printed; \(key(Common.demangle)) demangles them")
    }
    model.names.isAwaited = true
    say("demangling names")
    // The pending answer serves both.
    if model.names.isWaiting { return }
    model.names.askAnew()
    askNames()
    if model.names.isWaiting { return }
    model.names.isAwaited = false
    say(namesWords)
    if model.names.isEmpty { model.names.isDemangled = false }
  }

  /// The message when there is nothing to ask about.
  private var namesWords: String {
    if !model.names.isEmpty { return "names are demangled; \(key(Common.demangle)) shows them as printed" }
    return model.logs.isLoaded ? "no name here is mangled" : "no name so far is mangled"
  }

  /// Takes the answers of programs about names. If they demangled none, the key asks again.
  private mutating func take(_ answer: Demangling) {
    model.names.take(answer)
    arrangeList()
    guard model.names.isDemangled, model.names.isAwaited else { return }
    model.names.isAwaited = false
    if model.names.isEmpty { model.names.isDemangled = false }
    if answer.problems.isEmpty {
      say(namesWords)
    } else {
      say(answer.problems.map(\.description).joined(separator: "; "), isWarning: true)
    }
  }

  /// Asks about the mangled names to show that were not asked about yet.
  mutating func askNames() {
    guard model.names.isDemangled, !model.names.isWaiting else { return }
    let needed = model.names.needed(index, report?.detail)
    if !needed.isEmpty { ask(.demangle(needed)) }
  }
}
