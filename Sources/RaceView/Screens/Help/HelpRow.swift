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
  /// Why the command cannot do anything now.
  var refusal: String?
  /// What Enter does; nil for words to read.
  var action: Action?

  /// The command; nil for words to read.
  var command: CommandName? { if case .command(let name) = action { name } else { nil } }
}
