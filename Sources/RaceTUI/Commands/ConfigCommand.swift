internal import ArgumentParser

/// `racetui config`: what can be set, and what is set.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Print the settings that hold, as lines of a configuration file.",
    discussion: """
      Redirect it to a file to begin a configuration. What a file sets has a line before it that says which.
      """)

  @Flag(name: .customLong("default"), help: "Print the defaults.")
  var isDefault = false

  func run() throws {
    let text = isDefault ? Configuration.defaultText : try Configuration.held().text
    try StandardOutput.write(text)
  }
}
