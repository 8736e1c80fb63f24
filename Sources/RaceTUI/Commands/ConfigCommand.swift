internal import ArgumentParser
internal import RaceText
internal import RaceView

/// `racetui config`: what can be set, and what is.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Print the settings that hold, as lines of a configuration file.",
    discussion: "Redirect it to a file to begin a configuration. Lines behind # say where it comes from.")

  @Flag(name: .customLong("default"), help: "Print the defaults.")
  var isDefault = false

  func run() throws {
    let path = Configuration.ownPath
    let settings = isDefault ? Configuration() : try InputOptions.configuration()
    let origin = isDefault ? "the defaults" : path.map { "the defaults and \($0)" } ?? "the defaults"
    try StandardOutput.write("# \(origin)\n" + settings.text)
  }
}

extension Configuration {
  /// The settings as lines of a file that says the same.
  var text: String {
    let flags = [("mouse", usesMouse), ("preview", showsPreview), ("code", showsCode)]
      .map { "\($0) = \($1 ? "on" : "off")" }
    let rules = plumbing.map { "plumbing = \($0)" }
    let keys = CommandTable.all.map { entry in
      let names = (bindings[entry.name] ?? entry.keys).map { $0.name(.ascii) }
      return "# \(entry.title)\nbind.\(entry.name) = \(names.isEmpty ? "none" : names.joined(separator: " "))"
    }
    return (flags + rules + keys).joined(separator: "\n") + "\n"
  }
}
