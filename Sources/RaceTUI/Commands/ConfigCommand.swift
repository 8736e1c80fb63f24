internal import ArgumentParser

/// `racetui config`: what can be set, and what is set.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Print the settings in effect, as lines of a configuration file.",
    discussion: """
      Redirect it to a file to start a configuration. A comment above a setting names the file and line that set it.
      """)

  @Flag(name: .customLong("default"), help: "Print the defaults.")
  var isDefault = false

  func run() throws {
    let text = isDefault ? Configuration.defaultText : try Configuration.held().text
    try StandardOutput.write(text)
  }
}
