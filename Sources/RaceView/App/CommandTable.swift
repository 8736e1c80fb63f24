/// All commands of all screens.
package enum CommandTable {
  /// What the commands say of themselves, a name once, in the order of the README's key table.
  package static let all: [CommandEntry] = {
    var seen: Set<CommandName> = []
    return ScreenTable.all.flatMap { $0.entries }.filter { seen.insert($0.name).inserted }
  }()
}
