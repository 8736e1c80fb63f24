internal import RaceText

/// A row of the list of commands.
struct HelpRow: Sendable {
  /// What Enter does.
  enum Action: Sendable {
    /// Performs a command of the screen below.
    case command(CommandName)
    /// Goes to a race by its number in the list.
    case race(Int)
  }

  /// The keys, or a mark of the screen.
  var keys: String
  /// What the command does, or what the mark means.
  var words: String
  /// Why the command is unavailable.
  var refusal: String?
  /// What Enter does; nil for plain text.
  var action: Action?
  /// Whether it continues the words of the row above.
  var isContinued = false
  /// Whether the refusal is on another row, or missing.
  var isWithoutRefusal = false

  /// The command; nil for plain text.
  var command: CommandName? { if case .command(let name) = action { name } else { nil } }

  /// The row, wrapped into as many rows as its words need.
  func wrapped(_ width: Int) -> [HelpRow] {
    var lines = Fitting.wrap(words, width)
    let note = refusal.map { "(\($0))" } ?? ""
    // Without room after the words, the refusal goes below them.
    let isBehind = Fitting.columns(lines.last ?? "") + 1 + Fitting.columns(note) <= width
    if !isBehind { lines += Fitting.wrap(note, width) }
    return lines.enumerated().map { position, line in
      var row = self
      row.words = line
      row.isContinued = position > 0
      row.isWithoutRefusal = !isBehind || position < lines.count - 1
      if position > 0 { row.keys = "" }
      return row
    }
  }
}
