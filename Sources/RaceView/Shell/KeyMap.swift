/// The keys of commands, by screen.
package struct KeyMap: Hashable, Sendable {
  /// A command and its keys.
  package struct Binding: Hashable, Sendable {
    /// The keys.
    package let keys: KeySequence
    /// The command.
    package let command: CommandName
  }

  private var commands: [ScreenID: [KeySequence: CommandName]] = [:]
  private var bindings: [ScreenID: [Binding]] = [:]

  /// The keys of the commands of some screens.
  ///
  /// - Parameter changes: keys that the user chose for commands, in place of the defaults; an empty list
  ///   unbinds. A key that the user gave to a command is taken from all others.
  package init(_ screens: [ScreenFacts], changes: [CommandName: [KeySequence]] = [:]) {
    for screen in screens {
      // The user's choices take precedence over the defaults.
      let chosen = screen.commandFacts.filter { changes[$0.name] != nil }
      for command in chosen + screen.commandFacts.filter({ changes[$0.name] == nil }) {
        for keys in changes[command.name] ?? command.keys { add(keys, command.name, screen.id) }
      }
    }
  }

  /// Binds keys, unless they, or their beginning, are already bound.
  private mutating func add(_ keys: KeySequence, _ command: CommandName, _ screen: ScreenID) {
    let isTaken = bindings[screen, default: []].contains {
      $0.keys.keys.starts(with: keys.keys) || keys.keys.starts(with: $0.keys.keys)
    }
    guard !isTaken, !keys.keys.isEmpty else { return }
    commands[screen, default: [:]][keys] = command
    bindings[screen, default: []].append(Binding(keys: keys, command: command))
  }

  /// The command bound to keys.
  package func command(for keys: KeySequence, on screen: ScreenID) -> CommandName? { commands[screen]?[keys] }

  /// What can follow an incomplete key sequence, in the order of help.
  package func continuations(of keys: KeySequence, on screen: ScreenID) -> [Binding] {
    (bindings[screen] ?? []).filter {
      $0.keys.keys.count > keys.keys.count && $0.keys.keys.starts(with: keys.keys)
    }
  }

  /// The keys of a command, the most usual ones first; none when it is not bound on that screen.
  package func keys(of command: CommandName, on screen: ScreenID) -> [KeySequence] {
    (bindings[screen] ?? []).lazy.filter { $0.command == command }.map(\.keys)
  }
}
