internal import RaceModel
internal import RaceText

extension RacesScreen {
  package static let commands: [Command<RacesScreen>] =
    [
      Command(
        Common.open, "open the race: both accesses side by side", label: "open", keys: [.enter, "l", .right],
        when: hasRace
      ) { _, context, _ in context.openSelected() },
      fork(when: hasRace, before: { $0.openSelected() }), demangle(),
    ] + otherRaces(when: hasRace, opens: false) + [raw(when: hasRace, before: { $0.chooseReport() })]
    + sharing(when: hasRace)
    + searching(when: hasRace)
    + [
      Command(
        Common.query, "show only races that hold a text; -TEXT: that do not", label: "query",
        keys: ["&"], when: isNotEmpty
      ) { _, context, _ in context.requests.prompt = .query },
      Command(
        Common.dropTerm, "remove the last term of the query; with a number, that one", keys: [.backspace],
        when: hasQuery
      ) { _, context, times in context.dropTerm((times ?? context.list.query.terms.count) - 1) },
      Command(Common.toggleQuery, "switch the query off, or on again", keys: ["\\"], when: hasQuery) {
        _, context, _ in context.toggleQuery()
      },
      Command("sort", "sort by count, by first seen, by site", label: "sort", keys: ["s"], when: hasRace) {
        _, context, _ in context.changeSort()
      },
      Command(
        "split", "split races by verb and line, then by whole stacks, then not", keys: ["S"], when: hasRace
      ) {
        _, context, _ in context.changeSplit()
      },
      family(when: hasRace),
      Command(
        "sites", "the sites that take part in most reports", label: "sites", keys: ["H"],
        when: { _, context in context.index.races.isEmpty ? .no("no site yet") : .yes }
      ) { _, context, _ in context.go(.home(SitesScreen())) },
      Command(
        Common.about, "about the log: what was read, crashes and counts it tells of", label: "about",
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
      follow(), mark(when: hasRace),
    ] + general(back: [leave, Self.clear])

  private static let hasRace: Command<RacesScreen>.Condition = { _, context in
    context.list.rows.isEmpty ? .no("there is no race in the list") : .yes
  }

  private static let isNotEmpty: Command<RacesScreen>.Condition = { _, context in
    context.index.races.isEmpty ? .no("there is no race to ask for") : .yes
  }

  private static let hasQuery: Command<RacesScreen>.Condition = { _, context in
    context.list.query.isEmpty ? .no("no query; \(context.key(Common.query)) types one") : .yes
  }

  /// Quits; the races of a site, or of a family, are a screen to come back from.
  private static let leave = Command<RacesScreen>(
    Common.quit, "quit", label: "quit", keys: ["q"], isEssential: true
  ) { _, context, _ in
    if context.list.scope == nil { context.ask(.quit) } else { context.showAll() }
  }

  private static let clear = Command<RacesScreen>(
    Common.back, "show all races again, forget the search", keys: [.escape]
  ) { _, context, _ in context.showAll() }
}

extension Context {
  /// Makes the selected race the open one; its report is read when it is shown.
  fileprivate mutating func chooseReport() {
    guard let row = list.selected, report?.row != row.id(index) else { return }
    report = ShownReport(index, row, place: 0)
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

  /// Takes a term of the query away; the selected race stays the wanted one.
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

  fileprivate mutating func changeSort() {
    list.sort = Self.next(list.sort)
    list.keepSelected(index)
    arrangeList()
    say("sorted \(list.sort.words)")
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
