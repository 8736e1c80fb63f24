internal import RaceText

/// A command in the footer: its keys, its label, and where a click triggers it.
struct FooterKey: Hashable, Sendable {
  /// The keys as they are shown.
  var keys: String
  /// What the command does.
  var label: String
  /// The column of the keys.
  var x: Int
  /// How many rows above the last one it is.
  var rowsUp = 0
  /// The command, from a column on: two where a partner's key is shown beside its own.
  var commands: [Target]

  /// A command and its first column.
  struct Target: Hashable, Sendable {
    var command: CommandName
    var x: Int
  }

  /// The column after the label.
  var end: Int { x + Fitting.columns(keys) + 1 + Fitting.columns(label) }

  /// Moves it to another column.
  mutating func move(to column: Int) {
    for index in commands.indices { commands[index].x += column - x }
    x = column
  }

  /// The command under a column; nil beside it.
  func command(at column: Int) -> CommandName? {
    column < end ? commands.last { column >= $0.x }?.command : nil
  }
}

/// Which keys the footer shows, and where.
struct FooterLayout {
  private let app: App
  private let context: Context
  private let screen: ScreenFacts

  init(_ app: App) {
    self.app = app
    context = app.context
    screen = type(of: app.screen).facts
  }

  /// What can follow the pressed keys: on the last row, and above it if that is too short.
  func keys(after pending: KeySequence) -> [FooterKey] {
    let start = 3 + Fitting.columns(pending.name(context.glyphs))
    var x = start
    var shown: [FooterKey] = []
    for binding in context.settings.keys.continuations(of: pending, on: screen.id) {
      guard let entry = screen.commandFacts.first(where: { $0.name == binding.command }) else { continue }
      let rest = KeySequence(Array(binding.keys.keys.dropFirst(pending.keys.count))).name(context.glyphs)
      let target = FooterKey.Target(command: entry.name, x: x)
      var key = FooterKey(keys: rest, label: entry.short ?? entry.title, x: x, commands: [target])
      if key.end >= context.size.columns, x > start {
        key.move(to: start)
        for index in shown.indices { shown[index].rowsUp += 1 }
      }
      shown.append(key)
      x = key.end + 2
    }
    return shown.filter { $0.rowsUp < context.size.rows - 1 }
  }

  /// The keys of the screen in the order of its commands, up to a column. The way out and help take
  /// precedence over others; if there is room for one, it is help, which names all.
  func keys(limit: Int) -> [FooterKey] {
    let all = hints
    let width = { (hints: [Hint]) in hints.reduce(1) { $0 + $1.width + 2 } }
    var shown = all
    while width(shown) > limit + 2, let least = shown.lastIndex(where: { !$0.isEssential }) {
      shown.remove(at: least)
    }
    if width(shown) > limit + 2 { shown = Array(all.filter(\.isEssential).prefix(1)) }
    var x = 1
    var keys: [FooterKey] = []
    for hint in shown where x + hint.width <= limit {
      keys.append(hint.key(at: x))
      x += hint.width + 2
    }
    return keys
  }

  /// A command as the footer shows it.
  private struct Hint {
    var command: CommandName
    /// The command and its partner, each with its key.
    var parts: [(key: String, command: CommandName)]
    var separator: String
    var label: String
    var isEssential: Bool

    var keys: String { parts.map(\.key).joined(separator: separator) }
    var width: Int { Fitting.columns(keys) + 1 + Fitting.columns(label) }

    func key(at x: Int) -> FooterKey {
      var targets: [FooterKey.Target] = []
      var start = x
      for part in parts {
        targets.append(FooterKey.Target(command: part.command, x: start))
        start += Fitting.columns(part.key + separator)
      }
      // The label belongs to the command, wherever its key is.
      targets.append(FooterKey.Target(command: command, x: x + Fitting.columns(keys)))
      return FooterKey(keys: keys, label: label, x: x, commands: targets)
    }
  }

  /// The commands that are available now; help lists the others.
  private var hints: [Hint] {
    screen.commandFacts.compactMap { entry in
      guard let label = entry.label, let key = key(entry.name), isAvailable(entry) else { return nil }
      var parts = [(key: key, command: entry.name)]
      if let partner = entry.partner, let key = self.key(partner) { parts.append((key, partner)) }
      // Two keys that belong together are in alphabetical order: `J/K`, `[ ]`.
      parts.sort { $0.key < $1.key }
      let isWord = parts.allSatisfy { $0.key.allSatisfy { $0.isLetter || $0.isNumber } }
      return Hint(
        command: entry.name, parts: parts, separator: isWord ? "/" : " ", label: label,
        isEssential: entry.isEssential)
    }
  }

  /// Whether the command or its partner is available.
  private func isAvailable(_ entry: CommandFacts) -> Bool {
    ([entry.name] + [entry.partner].compactMap(\.self)).contains {
      app.screen.availability(of: $0, context) == .yes
    }
  }

  private func key(_ command: CommandName) -> String? {
    context.settings.keys.keys(of: command, on: screen.id).first?.name(context.glyphs)
  }
}
