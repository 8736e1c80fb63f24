/// Which keys ask for what on which screen.
package struct KeyMap: Hashable, Sendable {
  /// A command that keys lead to.
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
  /// - Parameter changes: keys that the user chose for commands, in place of those that they have; none unbind them. A key
  ///   that the user gave to a command is that command's alone.
  package init(_ screens: [ScreenFacts], changes: [CommandName: [KeySequence]] = [:]) {
    for screen in screens {
      // What the user chose comes before what a command has.
      let chosen = screen.entries.filter { changes[$0.name] != nil }
      for command in chosen + screen.entries.filter({ changes[$0.name] == nil }) {
        for keys in changes[command.name] ?? command.keys { add(keys, command.name, screen.id) }
      }
    }
  }

  /// Binds keys, unless they, or their beginning, ask for something already.
  private mutating func add(_ keys: KeySequence, _ command: CommandName, _ screen: ScreenID) {
    let isTaken = bindings[screen, default: []].contains {
      $0.keys.keys.starts(with: keys.keys) || keys.keys.starts(with: $0.keys.keys)
    }
    guard !isTaken, !keys.keys.isEmpty else { return }
    commands[screen, default: [:]][keys] = command
    bindings[screen, default: []].append(Binding(keys: keys, command: command))
  }

  /// The command that keys ask for.
  package func command(for keys: KeySequence, on screen: ScreenID) -> CommandName? { commands[screen]?[keys] }

  /// What can follow keys that ask for nothing yet, in the order of help.
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
