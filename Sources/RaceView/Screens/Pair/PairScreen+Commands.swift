internal import RaceModel
internal import RaceText
internal import RaceWork

extension PairScreen {
  package static let commands: [Command<PairScreen>] =
    sides + [
      fork(),
      Command(Common.source, "show or hide the code of both lines", label: "source", keys: ["s"]) {
        screen, context, _ in screen.toggleCode(&context)
      },
      Command("blame", "who last changed both lines (git blame)", label: "blame", keys: ["b"]) {
        screen, context, _ in screen.blame(&context)
      },
      demangle(),
      Command(
        // Offered on every row: a footer that changes with each row is not read.
        Common.fold, "fold or unfold here", label: "fold", keys: [.enter, "za"]
      ) { screen, context, _ in
        if screen.row(context.side)?.fold == nil {
          context.say("no fold here; \(context.key(Common.foldAll)) opens all of them")
        } else {
          screen.toggleFold(context)
        }
      },
      Command(Common.foldAll, "fold or unfold everything", keys: ["Z"]) { screen, context, _ in
        screen.toggleAllFolds(context)
      },
      Command("section.next", "next section: creation, memory, lock", keys: ["}"]) { screen, context, times in
        screen.stepSection(times ?? 1, context)
      },
      Command("section.previous", "previous section", keys: ["{"]) { screen, context, times in
        screen.stepSection(-(times ?? 1), context)
      },
    ] + otherRaces() + otherReports() + [raw()] + sharing() + arrangement + searching() + [family(), mark()]
    + general(pageUp: [.pageUp, .control("b")])

  private static let hasTwoColumns: Command<PairScreen>.Condition = { _, context in
    context.report?.isLone == true ? .no("this report has one part") : .yes
  }

  private static let sides: [Command<PairScreen>] = [
    Command(
      "side.other", "go to the other access", label: "side", keys: [.tab, .backTab], when: hasTwoColumns
    ) { _, context, _ in context.side = context.side.other },
    Command("side.left", "go to the left column", keys: ["h", .left], when: hasTwoColumns) { _, context, _ in
      context.side = .a
    },
    Command("side.right", "go to the right column", keys: ["l", .right], when: hasTwoColumns) {
      _, context, _ in
      context.side = .b
    },
  ]

  private static let arrangement: [Command<PairScreen>] = [
    Command("whole", "show the focused row whole, or in two lines", label: "whole", keys: ["w"]) {
      screen, _, _ in screen.showsWhole.toggle()
    },
    Command("columns.link", "move both columns together, or each alone", keys: ["="], when: hasTwoColumns) {
      screen, context, _ in
      screen.isLinked.toggle()
      context.say(screen.isLinked ? "both columns move together" : "each column moves alone")
    },
    Command("columns.maximize", "one access on the whole screen, or both", keys: ["O"], when: hasTwoColumns) {
      screen, _, _ in screen.isMaximized.toggle()
    },
  ]

  // MARK: Code

  private mutating func toggleCode(_ context: inout Context) {
    context.settings.showsCode.toggle()
    layout = PairLayout(self, context)
    context.say(codeWords(context))
  }

  /// What is said when the code is shown or hidden.
  private func codeWords(_ context: Context) -> String {
    guard context.settings.showsCode else { return "source hidden; \(context.key(Common.source)) shows it" }
    let lookups = [context.side, context.side.other].map { code($0, context) }
    let isFound = lookups.contains { $0?.excerpt != nil }
    if isFound { return layout.sources.isEmpty ? "no room for source" : "the code of both lines" }
    for case .absent(let words) in lookups { return words }
    return "the code is shown where it is found"
  }

  private func blame(_ context: inout Context) {
    let places = Side.allCases.compactMap { codePlace($0, context) }
    if places.isEmpty { return context.say("no line of code here", isWarning: true) }
    context.ask(.blame(places))
  }

  // MARK: Folds

  /// Opens the fold under the cursor, or closes the one the cursor is in.
  mutating func toggleFold(_ context: Context) {
    let side = context.side
    guard let fold = row(side)?.fold else { return }
    if opened[side].remove(fold) == nil { opened[side].insert(fold) }
    update(context.report)
    if let row = rows[side].firstIndex(where: { $0.fold == fold }) { cursors[side].row = row }
  }

  /// Opens all folds of both columns, or closes them when one is open.
  private mutating func toggleAllFolds(_ context: Context) {
    let focused = Sides { side in row(side) ?? rows[side].first }
    let isAnyOpen = opened.both.contains { !$0.isEmpty }
    opened = Sides { side in isAnyOpen ? [] : Set(rows[side].compactMap(\.fold)) }
    update(context.report)
    for side in Side.allCases {
      guard let row = focused[side] else { continue }
      let found = rows[side].firstIndex {
        (row.fold != nil && $0.fold == row.fold)
          || (row.fold == nil && $0.frame != nil && $0.frame == row.frame)
      }
      if let found { cursors[side].row = found }
    }
  }

  /// Goes to another heading of the column, or to its first row.
  private mutating func stepSection(_ steps: Int, _ context: Context) {
    let side = context.side
    let starts = rows[side].indices.filter { $0 == 0 || rows[side][$0].isHeading }
    let row = cursors[side].row
    let here = starts.lastIndex { $0 <= row } ?? 0
    // Back from the middle of a section leads to its heading first.
    let isInside = steps < 0 && starts.indices.contains(here) && starts[here] < row
    let target = max(0, min(here + steps + (isInside ? 1 : 0), starts.count - 1))
    if starts.indices.contains(target) { cursors[side].row = starts[target] }
  }
}
