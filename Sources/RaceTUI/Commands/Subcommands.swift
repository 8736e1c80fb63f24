internal import ArgumentParser

/// The commands of the program.
enum Subcommands {
  /// All of them, in the order of the help.
  static let all: [any ParsableCommand.Type] = [
    OpenCommand.self, ListCommand.self, ShowCommand.self, ExportCommand.self, DiffCommand.self,
    CheckCommand.self, TriageCommand.self, SuppressCommand.self, SuppressionsCommand.self,
    ConfigCommand.self,
  ]

  /// Their names, and that of help.
  static var names: [String] { all.compactMap { $0.configuration.commandName } + ["help"] }
}
