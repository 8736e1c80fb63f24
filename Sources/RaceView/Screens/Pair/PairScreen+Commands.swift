internal import RaceModel
internal import RaceText
internal import RaceWork

extension PairScreen {
  package static let commands: [Command<PairScreen>] =
    sides + [
      fork(),
      Command(
        Common.source, "show or hide the code of both lines", label: "source", keys: ["s"], when: hasFiles
      ) { screen, context, _ in screen.toggleCode(&context) },
      Command(
        "blame", "who last changed both lines (git blame)", label: "blame", keys: ["b"], when: hasFiles
      ) { screen, context, _ in screen.blame(&context) },
      demangle(),
      Command(
        // Offered on every row, because nobody reads a footer that changes with each row.
        Common.fold, "fold or unfold here; on a frame, go into its code", label: "fold", keys: [.enter, "za"]
      ) { screen, context, _ in screen.activate(&context) },
      Command(Common.foldAll, "fold or unfold everything", keys: ["Z"]) { screen, context, _ in
        screen.toggleAllFolds(context)
      },
      Command("code.enter", "go into the code, or back to the stacks", keys: ["S"], when: hasCodeToEnter) {
        screen, context, _ in
        if screen.codeView == nil { screen.enterCode(context) } else { screen.codeView = nil }
      },
      Command("section.next", "next section: creation, memory, lock", keys: ["}"]) { screen, context, times in
        screen.stepSection(times ?? 1, &context)
      },
      Command("section.previous", "previous section", keys: ["{"]) { screen, context, times in
        screen.stepSection(-(times ?? 1), &context)
      },
    ] + otherRaces() + otherReports() + [raw()] + sharing(hasFiles: hasFiles) + arrangement + searching()
    + [family()] + mark()
    + general(pageUp: [.pageUp, .control("b")], back: [leave])

  /// Leaves the code, then the screen.
  private static let leave = Command<PairScreen>(
    Common.back, "back", label: "back", keys: ["q", .escape, .backspace, .control("o")], isEssential: true
  ) { screen, context, _ in
    if screen.codeView == nil { context.go(.close) } else { screen.codeView = nil }
  }

  private static let hasTwoColumns: Command<PairScreen>.Condition = { _, context in
    context.report?.isLone == true ? .no("this report has one part") : .yes
  }

  private static let hasParts: Command<PairScreen>.Condition = { screen, context in
    screen.parts(context).count < 2 ? .no("this report has one part") : .yes
  }

  private static let hasFiles: Command<PairScreen>.Condition = { screen, _ in
    screen.hasFiles ? .yes : .no("the report names no file")
  }

  private static let hasCodeToEnter: Command<PairScreen>.Condition = { screen, context in
    screen.codeView != nil || screen.canEnterCode(context) ? .yes : .no("no code is shown here")
  }

  private static let sides: [Command<PairScreen>] = [
    Command(
      "side.other", "go to the other access, then to memory and locks", label: "side", keys: [.tab],
      when: hasParts
    ) { screen, context, _ in screen.step(1, &context) },
    Command("side.previous", "the same, backwards", keys: [.backTab], when: hasParts) { screen, context, _ in
      screen.step(-1, &context)
    },
    Command("side.left", "go to the left column; in code, scroll left", keys: ["h", .left]) {
      screen, context, times in screen.goSideways(-(times ?? 1), &context)
    },
    Command("side.right", "go to the right column; in code, scroll right", keys: ["l", .right]) {
      screen, context, times in screen.goSideways(times ?? 1, &context)
    },
  ]

  private static let arrangement: [Command<PairScreen>] = [
    Command("whole", "show the focused row whole, or in two lines", label: "whole", keys: ["w"]) {
      _, context, _ in context.settings.showsWhole.toggle()
    },
    Command("scroll.right", "scroll right", short: "right", keys: ["zl"]) { screen, context, times in
      screen.scrollSideways(times ?? 1, &context)
    },
    Command("scroll.left", "scroll left", short: "left", keys: ["zh"]) { screen, context, times in
      screen.scrollSideways(-(times ?? 1), &context)
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

  // MARK: Parts

  /// Gives the focus to the next part, or the previous one; in code, to the code of the other access.
  private mutating func step(_ steps: Int, _ context: inout Context) {
    if codeView != nil {
      context.side = context.side.other
      // Code of both sides stays as it is.
      return layout.sharing == .same ? () : enterCode(context)
    }
    let parts = parts(context)
    guard let here = parts.firstIndex(of: focused(context)) else { return focus(parts[0], &context) }
    focus(parts[(here + steps + parts.count) % parts.count], &context)
  }

  private mutating func goSideways(_ steps: Int, _ context: inout Context) {
    if codeView != nil { return scrollSideways(steps, &context) }
    if context.report?.isLone == true { return context.say("this report has one part") }
    focus(steps < 0 ? .a : .b, &context)
  }

  /// Goes to another heading; from the last of a column on to memory and locks, and from there back.
  private mutating func stepSection(_ steps: Int, _ context: inout Context) {
    let part = focused(context)
    let isAtTop = part == .facts && facts.cursor.row == 0
    if steps > 0, part != .facts, !facts.rows.isEmpty, !self[part].canStepSection(1) {
      focus(.facts, &context)
      facts.cursor.row = 0
    } else if steps < 0, isAtTop {
      focus(PairPart(context.side), &context)
    } else {
      self[part].stepSection(steps)
    }
  }

  // MARK: Code

  private mutating func toggleCode(_ context: inout Context) {
    context.settings.showsCode.toggle()
    codeView = nil
    layout = PairLayout(self, context)
    context.say(codeWords(context))
  }

  /// The message when the code is shown or hidden.
  private func codeWords(_ context: Context) -> String {
    guard context.settings.showsCode else { return "source hidden; \(context.key(Common.source)) shows it" }
    let lookups = [context.side, context.side.other].map { code($0, context) }
    let isFound = lookups.contains { $0?.excerpt != nil }
    if isFound { return layout.codePanes.isEmpty ? "no room for source" : "the code of both lines" }
    for case .absent(let words) in lookups { return words }
    return "the code is shown when it is found"
  }

  private func blame(_ context: inout Context) {
    let places = Side.allCases.compactMap { codePlace($0, context) }
    if places.isEmpty { return context.say("the log names no line of code here", isWarning: true) }
    context.ask(.blame(places))
  }

  // MARK: Folds

  /// Opens or closes the fold here; enters the code of a frame, and leaves it.
  mutating func activate(_ context: inout Context) {
    if codeView != nil { return codeView = nil }
    if self[focused(context)].focused?.fold != nil { return toggleFold(context) }
    enterCode(context)
    if codeView == nil { context.say("no fold here; \(context.key(Common.foldAll)) opens all of them") }
  }

  /// Opens the fold under the cursor, or closes the one the cursor is in.
  mutating func toggleFold(_ context: Context) {
    let part = focused(context)
    guard let fold = self[part].focused?.fold else { return }
    if self[part].opened.remove(fold) == nil { self[part].opened.insert(fold) }
    update(context.report) { $0.show($1) }
    if let row = self[part].rows.firstIndex(where: { $0.fold == fold }) { self[part].cursor.row = row }
  }

  /// Opens all folds, or closes them when one is open.
  private mutating func toggleAllFolds(_ context: Context) {
    let isAnyOpen = PairPart.allCases.contains { self[$0].hasOpened }
    let focused = PairPart.allCases.map { self[$0].focused ?? self[$0].rows.first }
    for part in PairPart.allCases {
      self[part].opened = isAnyOpen ? [] : Set(self[part].rows.compactMap(\.fold))
    }
    update(context.report) { $0.show($1) }
    for (part, row) in zip(PairPart.allCases, focused) {
      guard let row else { continue }
      let found = self[part].rows.firstIndex {
        (row.fold != nil && $0.fold == row.fold)
          || (row.fold == nil && $0.frame != nil && $0.frame == row.frame)
      }
      if let found { self[part].cursor.row = found }
    }
  }
}
