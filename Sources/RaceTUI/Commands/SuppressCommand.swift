internal import ArgumentParser
internal import Glibc
internal import RaceModel
internal import RaceWork

/// `racetui suppress`: suppressions for races, and what else they would hide.
struct SuppressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suppress", abstract: "Print suppressions of races, and what each would hide.",
    usage: "racetui suppress KEY ... PATH ...",
    discussion: """
      Suppressions are printed in the detector's own syntax, narrow ones first, with the reports and races that they would \
      hide in the logs. Nothing is written. docs/suppressions.md says how to use them.
      """)

  @Argument(
    help: ArgumentHelp(
      "Keys of races, or key prefixes, and the logs that they are in.", valueName: "key or path"),
    completion: .file())
  var arguments: [String] = []
  @OptionGroup var options: PlumbingOptions

  func run() throws {
    var input = InputOptions()
    input.plumbing = options.plumbing
    input.triage = nil
    input.paths = arguments.filter { $0 == "-" || access($0, F_OK) == 0 || !Self.isKey($0) }
    let keys = arguments.filter { !input.paths.contains($0) }
    guard !keys.isEmpty else {
      throw ValidationError("name the keys of races: racetui list --keys prints them")
    }
    let workspace = try input.open(Configuration.held())
    let index = workspace.index()
    try InputOptions.check(index, workspace.logs)
    for key in keys {
      let advice = workspace.suppressions(of: SuppressionRequest(try race(key, index), of: index))
      try StandardOutput.write(advice.lines.map { $0 + "\n" }.joined())
    }
  }

  private static func isKey(_ text: String) -> Bool {
    (4...16).contains(text.utf8.count) && text.allSatisfy(\.isHexDigit)
  }

  private func race(_ key: String, _ index: LogIndex) throws -> Int {
    let found = index.races.indices.filter { index.races[$0].key.description.hasPrefix(key.lowercased()) }
    guard found.count == 1 else {
      StandardError.say(
        found.isEmpty ? "no race has the key \(key)" : "\(found.count) races have keys that begin with \(key)"
      )
      throw ExitCode.validationFailure
    }
    return found[0]
  }
}

/// Plumbing rules, for commands without the other input options.
struct PlumbingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Treat more frames as plumbing, as in `racetui list` (repeatable).", valueName: "rule"),
    transform: { try UserPlumbingRule(parsing: $0) })
  var plumbing: [UserPlumbingRule] = []
}
