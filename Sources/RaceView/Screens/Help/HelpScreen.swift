package import RaceText

/// Every key of the screen under it, from the table that dispatches them.
package struct HelpScreen: Screen {
  package static let id = ScreenID("help")
  package static let title = "help"
  package static let commands: [Command<HelpScreen>] =
    searching() + general(help: toggle(Common.help, keys: ["?", .function(1)]))

  /// The screen that it is about.
  private var subject = ScreenID.races
  /// What it calls that screen.
  private var title = ""
  /// The lines as they fit the screen.
  private var lines: [HelpLine] = []
  private var keyWidth = 0
  private var top = 0

  package init() {}

  /// Help for a screen.
  init(_ subject: ScreenID) { self.subject = subject }

  // MARK: Rows

  package mutating func arrange(_ context: inout Context) {
    guard let facts = context.settings.screens.first(where: { $0.id == subject }) else { return }
    title = facts.title
    let all = Self.lines(facts, context.settings)
    let columns = context.size.columns
    keyWidth = min(all.map { Fitting.columns($0.keys) }.max() ?? 0, max(6, columns / 3))
    let room = max(8, columns - keyWidth - 5)
    lines = all.flatMap { line in
      Fitting.wrap(line.words, room).enumerated().map {
        HelpLine($0.offset == 0 ? line.keys : "", $0.element)
      }
    }
    top = max(0, min(top, lines.count - height(context)))
  }

  private static func lines(_ screen: ScreenFacts, _ settings: Settings) -> [HelpLine] {
    let keys = screen.entries.compactMap { entry -> HelpLine? in
      let keys = settings.keys.keys(of: entry.name, on: screen.id)
      if keys.isEmpty { return nil }
      return HelpLine(keys.map { $0.name(settings.glyphs) }.joined(separator: " "), entry.title)
    }
    let legend = screen.legend(settings.glyphs)
    return keys + [HelpLine("5 j", "a number before a motion repeats it")]
      + (legend.isEmpty ? [] : [HelpLine("", "")] + legend)
  }

  private func height(_ context: Context) -> Int { max(1, context.size.rows - 2) }

  package mutating func move(_ motion: Motion, _ context: inout Context) {
    // There is no cursor: the text moves.
    let height = height(context)
    var cursor = ListCursor(row: top, top: top)
    cursor.move(motion, count: lines.count, height: height)
    top = max(0, min(cursor.row, lines.count - height))
  }

  package func position(_ context: Context) -> String {
    let last = min(lines.count, top + height(context))
    return top == 0 && last == lines.count ? "" : "\(top + 1)-\(last) of \(lines.count)"
  }

  package mutating func searched(for pattern: SearchPattern, _ context: Context) -> (
    texts: [[String]], cursor: Int
  ) {
    (lines.map { [$0.keys, $0.words] }, top)
  }

  package mutating func select(match row: Int, _ context: inout Context) { top = row }

  // MARK: Drawing

  package func draw(_ context: Context, on grid: inout Grid) {
    grid.bar(0, left: "Help: \(title)", right: "", context.glyphs)
    for y in 1..<max(1, context.size.rows - 1) where lines.indices.contains(top + y - 1) {
      let line = lines[top + y - 1]
      grid.put(Fitting.end(line.keys, keyWidth, context.glyphs.ellipsis), x: 2, y: y, Style(.key))
      let room = context.size.columns - keyWidth - 5
      grid.put(Fitting.end(line.words, room, context.glyphs.ellipsis), x: keyWidth + 4, y: y)
      grid.mark(context.search, in: line.words, x: keyWidth + 4, y: y, limit: context.size.columns)
    }
  }
}
