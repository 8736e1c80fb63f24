internal import RaceModel
internal import RaceText

/// Groups the list, and folds groups.
extension RacesScreen {
  static let grouping: [Command<RacesScreen>] =
    [
      group(.family, "group by family: races that share a site", label: "group", ["gf"]),
      group(.variable, "group by what races are on", ["gv"]),
      group(.package, "group by package or folder of the first access", ["gp"]),
      group(.cause, "group by likely cause", ["gc"]),
      group(.test, "group by test", ["gt"]),
      group(.log, "group by log", ["gl"]),
      group(.owner, "group by who last changed the line (git blame)", ["go"]),
      Command("group.none", "do not group", short: "none", keys: ["gn"], when: isGrouped) { _, context, _ in
        context.group(by: nil)
      },
      Command(Common.fold, "fold or unfold the group", label: "fold", keys: ["za"], when: isGrouped) {
        _, context, _ in
        context.list.foldSelected(context.index)
      },
      Command(Common.foldAll, "fold or unfold all groups", keys: ["Z"], when: isGrouped) { _, context, _ in
        context.list.foldAll(context.index)
      },
    ]

  private static func group(
    _ grouping: RaceGrouping, _ title: String, label: String? = nil, _ keys: [KeySequence]
  ) -> Command<
    RacesScreen
  > {
    Command(
      CommandName("group.\(grouping.rawValue)"), title, label: label, short: grouping.rawValue, keys: keys,
      when: { _, context in context.list.rows.isEmpty ? .no("there is no race in the list") : .yes }
    ) { _, context, _ in context.group(by: grouping) }
  }

  private static let isGrouped: Command<RacesScreen>.Condition = { _, context in
    context.list.groups.isEmpty ? .no("races are not grouped") : .yes
  }
}

extension Context {
  /// ` so far` while more becomes known of what the list is grouped by.
  var groupedPart: String {
    let awaitsSource = list.grouping?.needsExplanations == true && model.explanations.awaitsSource
    return awaitsSource || list.listed.hasUnknownGroup ? " so far" : ""
  }

  /// Groups the list. A race that was chosen stays selected; else the cursor goes to the first heading.
  fileprivate mutating func group(by grouping: RaceGrouping?) {
    if let group = list.selectedGroup {
      list.forgetSelected()
      if grouping == nil { list.select(group.rows.lowerBound, index) }
    }
    list.grouping = grouping
    arrangeList()
    askOwners()
    // More becomes known, and groups change places: the cursor stays on this one.
    if list.selectedGroup?.isNamed == true { list.keepSelected(index) }
    guard let grouping else { return say("races are not grouped") }
    let groups = Counting.plural(list.groups.count, "group")
    say("\(Counting.plural(list.listed.raceCount, "race")) in \(groups), \(grouping.words)\(groupedPart)")
  }
}
