internal import RaceModel
internal import RaceText

extension RacesScreen {
  package static let commands: [Command<RacesScreen>] =
    [
      Command(
        Common.open, "open the race: both accesses side by side; fold or unfold a group", label: "open",
        keys: [.enter, "l", .right], when: isListed
      ) { _, context, _ in
        if context.list.selectedGroup == nil { return context.openSelected() }
        context.list.foldSelected(context.index)
      },
      fork(when: hasRace, before: { $0.chooseReport() }), demangle(),
    ] + otherRaces(when: isListed, opens: false) + [raw(when: hasRace, before: { $0.chooseReport() })]
    + sharing(when: hasRace)
    + searching(when: isListed)
    + [
      Command(
        Common.query, "show only races with a text; -TEXT: without", label: "query",
        keys: ["&"], when: isNotEmpty
      ) { _, context, _ in context.requests.prompt = .query },
      Command(
        Common.dropTerm, "remove the last term of the query; with a number, that one", keys: [.backspace],
        when: hasQuery
      ) { _, context, times in context.dropTerm((times ?? context.list.query.terms.count) - 1) },
      Command(Common.toggleQuery, "switch the query off, or on again", keys: ["\\"], when: hasQuery) {
        _, context, _ in context.toggleQuery()
      },
      Command(
        "sort", "sort by the next column: count, runs, first seen, site, memory, cause, test, kind",
        label: "sort",
        keys: ["s"], when: isListed
      ) { _, context, _ in context.changeSort() },
      Command("sort.reverse", "reverse the order", keys: ["r"], when: isListed) { _, context, _ in
        context.reverseSort()
      },
      Command(
        "split", "split races by verb and line, then by whole stacks, then not", keys: ["S"], when: isListed
      ) {
        _, context, _ in context.changeSplit()
      },
    ] + grouping
    + [
      family(when: hasRace),
      Command(
        "sites", "the sites in the most reports", label: "sites", keys: ["H"],
        when: { _, context in context.index.races.isEmpty ? .no("no site yet") : .yes }
      ) { _, context, _ in context.go(.home(SitesScreen())) },
      Command(
        Common.about, "about the log: what was read, crashes and counts in it", label: "about",
        keys: ["i"]
      ) { _, context, _ in context.go(.open(AboutScreen())) },
      Command("tour", "the keys that matter, on one page", keys: [.function(2)]) { _, context, _ in
        context.go(.open(TourScreen()))
      },
      Command("preview", "show or hide the selected race below or beside the list", keys: ["p"]) {
        screen, context, _ in
        context.settings.showsPreview.toggle()
        let isShown = context.settings.showsPreview
        let hasRoom = RacesLayout(context.size, showsPreview: true).preview != nil
        context.say(
          isShown ? (hasRoom ? "preview" : "no room for a preview: 30 rows are needed") : "no preview")
      },
      follow(), reload(),
    ] + mark(when: isListed, opens: false) + [
      Command(
        "mark.settled", "hide races that are known, benign or fixed, or show them", short: "hide settled",
        keys: ["mh"], when: isNotEmpty
      ) { _, context, _ in context.toggleSettled() }
    ] + general(back: [leave, Self.clear])

  private static let isListed: Command<RacesScreen>.Condition = { _, context in
    context.list.rows.isEmpty ? .no("there is no race in the list") : .yes
  }

  private static let hasRace: Command<RacesScreen>.Condition = { screen, context in
    isListed(screen, context).and(
      context.list.selectedGroup == nil ? .yes : .no("select a race, not a group"))
  }

  private static let isNotEmpty: Command<RacesScreen>.Condition = { _, context in
    context.index.races.isEmpty ? .no("there is no race") : .yes
  }

  private static let hasQuery: Command<RacesScreen>.Condition = { _, context in
    context.list.query.isEmpty ? .no("no query; \(context.key(Common.query)) types one") : .yes
  }

  /// Quits, or goes back from the races of a site or a family.
  private static let leave = Command<RacesScreen>(
    Common.quit, "quit", label: "quit", keys: ["q"], isEssential: true
  ) { _, context, _ in
    if context.list.scope == nil { context.ask(.quit) } else { context.showAll() }
  }

  private static let clear = Command<RacesScreen>(
    Common.back, "show all races again, clear the search", keys: [.escape]
  ) { _, context, _ in context.showAll() }
}

extension Context {
  /// Opens the selected race; its report is read when it is shown.
  fileprivate mutating func chooseReport() {
    guard let row = list.selected, report?.row != row.id(index) else { return }
    report = ShownReport(index, row, position: 0)
  }

  /// Lists all races again and forgets the search; the races of a site lead back to the sites.
  fileprivate mutating func showAll() {
    guard !list.query.isEmpty || list.scope != nil || search != nil else { return }
    if list.scope?.isOfSite == true, list.query.isEmpty { go(.resume(SitesScreen.id)) }
    list.query = Query()
    list.scope = nil
    search = nil
    arrangeList()
  }

  /// Removes a term of the query; the selected race stays the chosen one.
  mutating func dropTerm(_ position: Int) {
    guard list.query.terms.indices.contains(position) else {
      return say("the query has \(Counting.plural(list.query.terms.count, "term"))")
    }
    list.keepSelected(index)
    list.query.remove(at: position)
    arrangeList()
    askWords()
  }

  /// Switches all terms off, or on again.
  fileprivate mutating func toggleQuery() {
    list.keepSelected(index)
    list.query.isOff.toggle()
    arrangeList()
    askWords()
  }

  /// Sorts by the next column in which races differ.
  fileprivate mutating func changeSort() {
    var order = RaceOrder(Self.next(list.order.sort))
    while order.sort == .runs && index.runCount < 2 || order.sort == .kind && !model.logs.hasStates {
      order.sort = Self.next(order.sort)
    }
    sort(order)
  }

  /// Reverses the order.
  fileprivate mutating func reverseSort() {
    sort(RaceOrder(list.order.sort, isReversed: !list.order.isReversed))
  }

  /// Sorts by a column, or reverses the order if the list is sorted by it already.
  mutating func changeSort(to sort: RaceSort) {
    self.sort(RaceOrder(sort, isReversed: list.order.sort == sort && !list.order.isReversed))
  }

  private mutating func sort(_ order: RaceOrder) {
    list.keepSelected(index)
    list.order = order
    arrangeList()
    say("sorted \(order.words)")
  }

  fileprivate mutating func changeSplit() {
    list.split = Self.next(list.split)
    list.keepSelected(index)
    arrangeList()
    saySplit()
    askStacks()
  }

  private static func next<Choice: CaseIterable & Equatable>(_ choice: Choice) -> Choice {
    let all = Array(Choice.allCases)
    return all[((all.firstIndex(of: choice) ?? 0) + 1) % all.count]
  }
}
