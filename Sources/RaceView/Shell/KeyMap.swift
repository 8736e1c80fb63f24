/// Which key asks for what on which screen.
package struct KeyMap: Hashable, Sendable {
  private var commands: [ScreenID: [Key: CommandName]] = [:]
  private var keys: [ScreenID: [CommandName: [Key]]] = [:]

  /// The keys that the commands of some screens have by default.
  package init(_ screens: [ScreenFacts]) {
    for screen in screens {
      for command in screen.entries {
        for key in command.keys where commands[screen.id]?[key] == nil {
          commands[screen.id, default: [:]][key] = command.name
        }
        keys[screen.id, default: [:]][command.name] = command.keys
      }
    }
  }

  /// The command that a key asks for.
  package func command(for key: Key, on screen: ScreenID) -> CommandName? { commands[screen]?[key] }

  /// The keys of a command, the most usual one first; none when it is not bound on that screen.
  package func keys(of command: CommandName, on screen: ScreenID) -> [Key] { keys[screen]?[command] ?? [] }
}
