internal import RaceModel
internal import RaceText

/// The last row: what is being typed, what just happened, or the keys that matter.
struct Footer {
  private let app: App
  private let context: Context
  private let screen: ScreenFacts
  private let y: Int

  init(_ app: App) {
    self.app = app
    context = app.context
    screen = type(of: app.screen).facts
    y = app.context.size.rows - 1
  }

  func draw(on grid: inout Grid) {
    if let prompt = app.prompt { return draw(prompt, on: &grid) }
    if let pending = app.pending { return draw(pending, on: &grid) }
    let columns = context.size.columns
    let place = app.screen.position(context)
    let match = context.found.map { "match \($0.words)" + (place.isEmpty ? "" : ", \(place)") }
    let position = app.count.map { "\($0) times" } ?? match ?? place
    let right = columns - Fitting.columns(position) - 1
    guard let message = context.message else {
      drawKeys(on: &grid, limit: position.isEmpty ? columns : right - 2)
      grid.put(position, x: max(0, right), y: y, Style(.quiet))
      return
    }
    let style = Style(message.isWarning ? .warning : .plain, bold: true)
    grid.put(Fitting.end(message.text, columns - 2, context.glyphs.ellipsis), x: 1, y: y, style)
    if Fitting.columns(message.text) + 3 < right { grid.put(position, x: right, y: y, Style(.quiet)) }
  }

  private func draw(_ prompt: Prompt, on grid: inout Grid) {
    let lead = context.key(prompt.purpose == .search ? Common.search : Common.query)
    let columns = context.size.columns
    let hint = hint(prompt)
    let room = columns - 3 - Fitting.columns(lead)
    var x = grid.put(lead, x: 1, y: y, Style(.plain, bold: true))
    // What is before the cursor is shown first, then as much behind it as there is room for.
    x = grid.put(Fitting.suffix(prompt.line.head, room), x: x, y: y, Style(.plain, bold: true))
    let tail = prompt.line.tail
    grid.fill(x: x, y: y, width: 1, " ", Style(.plain, on: .selection))
    if let under = tail.first {
      x = grid.put(String(under), x: x, y: y, limit: columns, Style(.plain, on: .selection, bold: true))
      let rest = Fitting.end(String(tail.dropFirst()), max(0, columns - x - 1), context.glyphs.ellipsis)
      x = grid.put(rest, x: x, y: y, limit: columns, Style(.plain, bold: true))
    } else {
      x += 1
    }
    if x + 2 + Fitting.columns(hint.text) < columns {
      let style = Style(hint.isWarning ? .warning : .quiet)
      grid.put(hint.text, x: columns - 1 - Fitting.columns(hint.text), y: y, style)
    }
  }

  /// What is said beside the line that is being typed.
  private func hint(_ prompt: Prompt) -> Message {
    if let objection = prompt.objection { return Message(objection, isWarning: true) }
    switch prompt.purpose {
    case .search:
      if let found = context.found { return Message(found.words) }
      if let message = context.message { return message }
      return Message("text, or /expression/; \(Key.enter.name(context.glyphs)) keeps the place")
    case .query:
      if prompt.line.text.isEmpty {
        return Message("TEXT, -TEXT, /expression/, \(Key.tab.name(context.glyphs)) lists fields")
      }
      let count = "\(context.list.raceCount) of \(Counting.plural(context.index.races.count, "race"))"
      return Message(context.unasked.map { "\(count) so far; \($0)" } ?? count)
    }
  }

  // MARK: Keys

  /// What can follow the keys that were pressed.
  private func draw(_ pending: KeySequence, on grid: inout Grid) {
    var x = grid.put(pending.name(context.glyphs), x: 1, y: y, Style(.plain, bold: true)) + 2
    for binding in context.settings.keys.continuations(of: pending, on: screen.id) {
      guard let entry = screen.entries.first(where: { $0.name == binding.command }) else { continue }
      let rest = KeySequence(Array(binding.keys.keys.dropFirst(pending.keys.count))).name(context.glyphs)
      let words = entry.short ?? entry.title
      guard x + Fitting.columns(rest) + 1 + Fitting.columns(words) < context.size.columns else { return }
      x = grid.put(rest, x: x, y: y, Style(.key)) + 1
      x = grid.put(words, x: x, y: y, Style(.quiet)) + 2
    }
  }

  /// A command as the footer shows it.
  private struct Hint {
    var keys: String
    var label: String
    var isEssential: Bool
    var width: Int { Fitting.columns(keys) + 1 + Fitting.columns(label) }
  }

  /// Draws the keys of the screen in the order of its commands. The way out and help have their place
  /// before others; where there is room for one, it is help, which names all.
  private func drawKeys(on grid: inout Grid, limit: Int) {
    let all = hints
    let width = { (hints: [Hint]) in hints.reduce(1) { $0 + $1.width + 2 } }
    var shown = all
    while width(shown) > limit + 2, let least = shown.lastIndex(where: { !$0.isEssential }) {
      shown.remove(at: least)
    }
    if width(shown) > limit + 2 { shown = Array(all.filter(\.isEssential).prefix(1)) }
    var x = 1
    for hint in shown where x + hint.width <= limit {
      let end = grid.put(hint.keys, x: x, y: y, Style(.key))
      x = grid.put(hint.label, x: end + 1, y: y, Style(.quiet)) + 2
    }
  }

  /// The commands that can do something now: what would be refused is left to help.
  private var hints: [Hint] {
    screen.entries.compactMap { entry in
      guard let label = entry.label, let key = key(entry.name), isAvailable(entry) else { return nil }
      let keys = entry.partner.flatMap { self.key($0) }.map { pair(key, $0) } ?? name(key)
      return Hint(keys: keys, label: label, isEssential: entry.isEssential)
    }
  }

  /// Whether the command can do something now, or its partner can.
  private func isAvailable(_ entry: CommandEntry) -> Bool {
    ([entry.name] + [entry.partner].compactMap(\.self)).contains {
      app.screen.availability(of: $0, context) == .yes
    }
  }

  private func key(_ command: CommandName) -> KeySequence? {
    context.settings.keys.keys(of: command, on: screen.id).first
  }
  private func name(_ key: KeySequence) -> String { key.name(context.glyphs) }

  /// `J/K`, `[ ]`: two keys that belong together, in the order of the alphabet.
  private func pair(_ one: KeySequence, _ other: KeySequence) -> String {
    let names = [name(one), name(other)].sorted()
    let isWord = names.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber } }
    return names.joined(separator: isWord ? "/" : " ")
  }
}
