/// All commands of all screens.
package enum CommandTable {
  /// The facts about all commands, each name once, in the order of the README's key table.
  package static let all: [CommandFacts] = {
    var seen: Set<CommandName> = []
    return ScreenTable.all.flatMap { $0.commandFacts }.filter { seen.insert($0.name).inserted }
  }()
}
