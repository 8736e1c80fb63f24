internal import RaceModel

/// Commands that mark races.
extension Screen {
  /// Marks the race of the screen, and goes to marked races.
  ///
  /// - Parameter opens: whether the target race is opened.
  static func mark(
    when condition: @escaping Command<Self>.Condition = { _, _ in .yes }, opens: Bool = true
  ) -> [Command<Self>] {
    [
      triage("mark", .seen, "mark the race as seen, or not", label: "mark", ["mm"], when: condition),
      triage("mark.important", .important, "mark the race as important", ["mi"], when: condition),
      triage("mark.ours", .ours, "mark the race as ours to fix", ["mo"], when: condition),
      triage("mark.known", .known, "mark the race as known", ["mk"], when: condition),
      triage("mark.benign", .benign, "mark the race as benign", ["mb"], when: condition),
      triage("mark.fixed", .fixed, "mark the race as fixed", ["mf"], when: condition),
      Command("mark.why", "give a reason", short: "reason", keys: ["mw"], when: condition) {
        screen, context, _ in
        guard screen.race(context) != nil else { return context.say("select a race, not a group") }
        context.requests.prompt = .reason
      },
      Command("mark.link", "add a link", short: "link", keys: ["ml"], when: condition) {
        screen, context, _ in
        guard screen.race(context) != nil else { return context.say("select a race, not a group") }
        context.requests.prompt = .link
      },
      Command("mark.undo", "undo the last mark", short: "undo", keys: ["mu"]) {
        _, context, _ in
        context.undoTriage()
      },
      Command("mark.next", "next race that is marked", short: "marked", keys: ["'m"], when: condition) {
        _, context, _ in context.goToNext(isMarked: true, opens: opens)
      },
      Command("mark.none", "next race that is not marked", short: "not marked", keys: ["'n"], when: condition)
      {
        _, context, _ in context.goToNext(isMarked: false, opens: opens)
      },
    ]
  }

  private static func triage(
    _ name: CommandName, _ state: TriageState, _ title: String, label: String? = nil, _ keys: [KeySequence],
    when condition: @escaping Command<Self>.Condition
  ) -> Command<Self> {
    Command(name, title, label: label, short: state.rawValue, keys: keys, when: condition) {
      screen, context, _ in
      context.triage(screen.races(context), as: state)
    }
  }
}
