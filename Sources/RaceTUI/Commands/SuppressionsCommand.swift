internal import ArgumentParser
internal import RaceModel
internal import RaceSystem
internal import RaceText
internal import RaceWork

/// `racetui suppressions check`: what a file of suppressions does, and what is wrong in it.
struct SuppressionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suppressions", abstract: "Check a suppression file of ThreadSanitizer or Go.",
    subcommands: [Check.self])

  /// `racetui suppressions check FILE [PATH...]`
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find lines that are rejected, hide nothing, or hide much.",
      discussion: """
        With logs, prints what each rule hides in them. Exit status: 0; 1 when the detector rejects the file, which \
        ends the program at startup.
        """)
    @Argument(help: "The suppression file.", completion: .file())
    var file: String
    @Argument(help: ArgumentHelp("Logs of runs without the file.", valueName: "path"), completion: .file())
    var paths: [String] = []

    func run() throws {
      let rules = SuppressionFile(text: try text())
      for fault in rules.faults { try say(fault.line, "\(fault.fault)") }
      if !paths.isEmpty { try tellEffects(rules) }
      if rules.rules.isEmpty, rules.faults.isEmpty { StandardError.say("\(file): no rules in it") }
      if rules.faults.contains(where: { $0.fault.isFatal }) { throw ExitCode.failure }
    }

    private func tellEffects(_ rules: SuppressionFile) throws {
      var input = InputOptions()
      input.paths = paths
      input.plumbing = []
      input.triage = nil
      let workspace = try input.open(Configuration.held())
      let index = workspace.index()
      try InputOptions.check(index, workspace.logs)
      let families = Families.families(of: index)
      let effects = workspace.effects(of: rules.rules.map { .rule($0.rule) }, index)
      for (rule, effect) in zip(rules.rules, effects) {
        let isWide = effect.familyCount(families) > 1 ? ", which are unrelated" : ""
        try say(rule.line, "\(rule.rule.line) hides \(effect.words(families))\(isWide)")
      }
    }

    private func say(_ line: Int, _ words: String) throws {
      try StandardOutput.write("\(file):\(line): \(words)\n")
    }

    /// The maximum size of such a file.
    private static let largest = 1 << 22

    private func text() throws -> String {
      let text: [UInt8]
      do throws(SystemError) {
        text = try FileDescriptor.open(file).readOn(upTo: Self.largest + 1)
      } catch {
        StandardError.say("\(file): \(error)")
        throw Status.noInput
      }
      guard text.count <= Self.largest else {
        StandardError.say("\(file): larger than 4 MiB: not a suppression file")
        throw ExitCode.validationFailure
      }
      return String(decoding: text, as: UTF8.self)
    }
  }
}
