package import RaceText

/// The commands of the screen under it: with their keys, for reading, narrowing by typing, and performing.
package struct HelpScreen: ListScreen {
  package static let id = ScreenID("help")
  package static let title = "the list of commands"
  package static let commands: [Command<HelpScreen>] =
    [
      Command("perform", "perform the command", label: "perform", keys: [.enter], isEssential: true) {
        screen, context, _ in screen.activate(&context)
      },
      Command("down", "down", keys: [.down, .tab, .control("n"), .control("j")]) { screen, context, times in
        screen.move(.by(times ?? 1), &context)
      },
      Command("up", "up", keys: [.up, .backTab, .control("p"), .control("k")]) { screen, context, times in
        screen.move(.by(-(times ?? 1)), &context)
      },
      Command("page.down", "a page down", keys: [.pageDown, .control("f"), .control("d")]) {
        screen, context, _ in screen.move(.pages(1), &context)
      },
      Command("page.up", "a page up", keys: [.pageUp, .control("b")]) { screen, context, _ in
        screen.move(.pages(-1), &context)
      },
      Command("top", "to the first command", keys: [.home]) { screen, context, _ in
        screen.move(.top, &context)
      },
      Command("bottom", "to the last one", keys: [.end]) { screen, context, _ in
        screen.move(.bottom, &context)
      },
      Command("repaint", "redraw the screen", keys: [.control("l")]) { _, context, _ in
        context.ask(.repaint)
      },
      back([.escape, .function(1)]),
      Command("quit.anywhere", "quit from anywhere", keys: [.control("c")]) { _, context, _ in
        context.ask(.quit)
      },
    ]

  package var cursor = ListCursor()
  /// The screen of the commands.
  private var subject: (any Screen)?
  /// Whether it was opened to type a command.
  private var isTyped = false
  /// The typed text.
  package private(set) var line = TypedLine()
  /// The rows as they fit the screen.
  private var rows: [HelpRow] = []
  private var keyWidth = 0

  package init() {}

  private var subjectID: ScreenID? { subject.map { Swift.type(of: $0).id } }

  /// The commands of a screen.
  ///
  /// - Parameter isTyped: whether it is opened to type a command rather than to read.
  init(_ subject: any Screen, isTyped: Bool) {
    self.subject = subject
    self.isTyped = isTyped
  }

  // MARK: Rows

  package var rowCount: Int { rows.count }
  package func body(_ size: Size) -> Range<Int> { 2..<max(3, size.rows - 1) }

  package mutating func arrange(_ context: inout Context) {
    guard let subject else { return context.go(.close) }
    let all = HelpRows(subject, context)
    rows = all.rows(line.text, width: context.size.columns)
    keyWidth = all.keyWidth(context.size.columns)
    // Rows with only words cannot be performed.
    keepInView(context.size)
  }

  package func position(_ context: Context) -> String {
    let count = rows.count { $0.command != nil && !$0.isContinued }
    // A number means a race, not a command.
    if count == 0, !rows.isEmpty { return "" }
    return line.text.isEmpty ? cursor.words(of: rows.count) : Counting.plural(count, "command")
  }

  // MARK: Typing

  package mutating func type(_ key: Key, _ context: inout Context) -> Bool {
    let isEmpty = line.text.isEmpty
    switch key {
    // A reader leaves with the usual keys.
    case "q" where isEmpty && !isTyped, "?" where isEmpty && !isTyped:
      context.go(.close)
      return true
    case "Q" where isEmpty && !isTyped:
      context.ask(.quit)
      return true
    case .backspace where isEmpty:
      context.go(.close)
      return true
    case .character, .backspace, .delete, .left, .right, .control("u"), .control("w"):
      _ = line.take(key)
      cursor = ListCursor()
      return true
    default: return false
    }
  }

  package mutating func activate(_ context: inout Context) {
    guard rows.indices.contains(cursor.row) else { return context.say("no such command") }
    switch rows[cursor.row].action {
    case .command(let name):
      context.go(.close)
      context.go(.perform(name, times: nil))
    case .race(let number):
      context.go(.close)
      context.goToRace(number, opens: subjectID != .races)
    case nil: context.say("no command on this row")
    }
  }

  package mutating func searched(for pattern: SearchPattern, _ context: Context) -> (
    texts: [[String]], cursor: Int
  ) {
    (rows.map { [$0.keys, $0.words] }, cursor.row)
  }

  // MARK: Drawing

  package func draw(_ context: Context, on grid: inout Grid) {
    grid.bar(0, left: "Help: \(subject.map { Swift.type(of: $0).title } ?? "")", right: "", context.glyphs)
    drawLine(context, on: &grid)
    drawRows(context, on: &grid) { row, y, ground, grid in
      let line = rows[row]
      let isRefused = line.refusal != nil
      grid.put(
        Fitting.end(line.keys, keyWidth, context.glyphs.ellipsis), x: 2, y: y,
        Style(isRefused ? .quiet : .key, on: ground))
      let room = context.size.columns - keyWidth - 5
      let end = grid.put(
        Fitting.end(line.words, room, context.glyphs.ellipsis), x: keyWidth + 4, y: y,
        Style(isRefused ? .quiet : .plain, on: ground))
      guard let refusal = line.refusal, !line.isWithoutRefusal, end + 4 < context.size.columns else { return }
      let words = Fitting.end("(\(refusal))", context.size.columns - end - 2, context.glyphs.ellipsis)
      grid.put(words, x: end + 1, y: y, Style(.quiet, on: ground))
    }
  }

  private func drawLine(_ context: Context, on grid: inout Grid) {
    var x = grid.put(":", x: 1, y: 1, Style(.key))
    x = grid.put(line.head, x: x, y: 1, Style(.plain, bold: true))
    let tail = line.tail
    grid.put(tail.isEmpty ? " " : tail, x: x, y: 1, Style(.plain, bold: true))
    grid.fill(x: x, y: 1, width: 1, tail.unicodeScalars.first ?? " ", Style(.plain, on: .selection))
    guard line.text.isEmpty else { return }
    grid.put("type to narrow; a number goes to that race", x: x + 2, y: 1, Style(.quiet))
  }
}
