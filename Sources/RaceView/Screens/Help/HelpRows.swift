internal import RaceText

/// The rows of the list of commands: which are available on a screen, and why others are not.
struct HelpRows {
  private let commands: [HelpRow]
  private let names: [CommandName]
  private let legend: [HelpRow]
  private let races: Int
  private let noun: String

  init(_ subject: any Screen, _ context: Context) {
    let facts = type(of: subject).facts
    let glyphs = context.glyphs
    var commands: [HelpRow] = []
    for entry in facts.commandFacts {
      let keys = context.settings.keys.keys(of: entry.name, on: facts.id)
      var row = HelpRow(
        keys: keys.map { $0.name(glyphs) }.joined(separator: " "), words: entry.title,
        action: .command(entry.name))
      if case .no(let reason) = subject.availability(of: entry.name, context) { row.refusal = reason }
      commands.append(row)
    }
    self.commands = commands
    names = commands.compactMap(\.command)
    legend =
      [HelpRow(keys: "5 j", words: "a number before a motion repeats it")]
      + facts.legend(glyphs).map { HelpRow(keys: $0.keys, words: $0.words) }
    (races, noun) = (context.list.rows.count, context.list.rowNoun)
  }

  /// The rows that hold the typed text: first those with that key, then those whose name or title begins with
  /// it.
  func rows(_ typed: String, width: Int) -> [HelpRow] {
    let room = max(8, width - keyWidth(width) - 5)
    return rows(typed).flatMap { $0.wrapped(room) }
  }

  private func rows(_ typed: String) -> [HelpRow] {
    let text = String(typed.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    if text.isEmpty { return commands + [HelpRow(keys: "", words: "")] + legend }
    if let number = Int(text) {
      let isThere = number >= 1 && number <= races
      return [
        HelpRow(
          keys: text, words: "go to \(noun) \(number)",
          refusal: isThere ? nil : "the list has \(Counting.plural(races, noun))", action: .race(number))
      ]
    }
    let ranked = zip(commands, names).compactMap { row, name in
      rank(row, name, text).map { (row, rank: $0) }
    }
    return ranked.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element.0)
  }

  private func rank(_ row: HelpRow, _ name: CommandName, _ text: String) -> Int? {
    if row.keys.split(separator: " ").contains(Substring(text)) { return 0 }
    guard let pattern = SearchPattern(text) else { return nil }
    if name.description.hasPrefix(text) { return 1 }
    if row.words.lowercased().hasPrefix(text.lowercased()) { return 2 }
    if pattern.matches(name.description) { return 3 }
    return pattern.matches(row.words) ? 4 : nil
  }

  /// Columns for keys.
  func keyWidth(_ columns: Int) -> Int {
    let widest = (commands + legend).map { Fitting.columns($0.keys) }.max() ?? 0
    return min(widest, max(6, columns / 3))
  }
}
