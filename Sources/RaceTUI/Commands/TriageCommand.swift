internal import ArgumentParser
internal import Glibc
internal import RaceModel
internal import RaceSystem
internal import RaceText
internal import RaceWork

/// `racetui triage`: what people have found out about races, without the screens.
struct TriageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "triage", abstract: "List, set and move marks on races.",
    discussion: """
      The marks set on the screens (m and a letter) are kept in .racetui/triage, one line per race, for git to merge \
      and for people to edit. docs/triage.md describes it.
      """,
    subcommands: [List.self, Set.self, Migrate.self], defaultSubcommand: List.self)

  /// Where the file is.
  struct FileOptions: ParsableArguments {
    @Option(
      help: ArgumentHelp("File. (default: .racetui/triage, as the screens find it)", valueName: "file"))
    var triage: String?

    /// The file; ends the program if there is none.
    func store() throws -> TriageStore {
      var input = InputOptions()
      input.paths = []
      input.plumbing = []
      input.triage = triage
      guard let store = input.triageStore else {
        throw ValidationError("there is no triage file: name one with --triage")
      }
      return store
    }
  }

  /// `racetui triage list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the marks on races.")
    @OptionGroup var file: FileOptions

    func run() throws {
      let file = try read(file.store())
      let entries = file.entries.values.sorted { ($0.stateText, $0.key.value) < ($1.stateText, $1.key.value) }
      try StandardOutput.write(entries.map { TriageCommand.line($0) + "\n" }.joined())
    }
  }

  /// `racetui triage set KEY...`
  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Mark races.")
    @OptionGroup var file: FileOptions
    @Argument(help: ArgumentHelp("Keys of races, 16 hexadecimal digits each.", valueName: "key"))
    var keys: [String]
    @Option(
      help:
        "\(TriageState.allCases.map(\.rawValue).joined(separator: ", ")); or none, to remove the mark.")
    var state: String
    @Option(help: "Why.")
    var why: String?
    @Option(help: "Link to more information.")
    var link: String?

    func run() throws {
      let keys = try keys.map { text in
        guard text.utf8.count == 16, let value = UInt64(text, radix: 16) else {
          throw ValidationError("\(text): a key has 16 hexadecimal digits")
        }
        return RaceKey(value: value)
      }
      let state = TriageState(rawValue: self.state)
      guard state != nil || self.state == "none" else {
        let nearest = NearestWord.of(self.state, among: TriageState.allCases.map(\.rawValue))
        throw ValidationError("unknown state \(self.state)" + (nearest.map { "; did you mean \($0)?" } ?? ""))
      }
      let author = Environment.value("USER")
      try change(file.store()) { file in
        let known = file.entries
        for key in keys {
          guard let state else {
            file.set(key, nil)
            continue
          }
          var entry = known[key] ?? TriageEntry(key, state)
          entry.state = state
          if let why { entry[.why] = why }
          if let link { entry[.link] = link }
          entry[.by] = author
          entry[.on] = "\(CalendarDay.today)"
          file.set(key, entry)
        }
      }
    }
  }

  /// `racetui triage migrate LOG...`
  struct Migrate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find races for entries whose keys have changed.",
      discussion: """
        For each entry whose race is not in the logs, prints the races that it may be about. --apply moves an entry when \
        exactly one race has one side the same, and the same function or file on the other.
        """)
    @OptionGroup var input: InputOptions
    @Flag(help: "Move the entries that have one likely race.")
    var apply = false

    func run() throws {
      guard let store = input.triageStore else {
        throw ValidationError("there is no triage file: name one with --triage")
      }
      let file = try read(store)
      let workspace = try input.open(Configuration.held())
      let index = workspace.index()
      let migrations = KeyMigration.all(file, index.recordedRaces)
      for migration in migrations {
        let moves = migration.target != nil
        let lines = migration.candidates.map { candidate in
          "  \(moves && candidate.race.key == migration.target?.key ? "->" : "? ") \(candidate.race.key) \(candidate.race.title)"
        }
        let none = lines.isEmpty ? ["  no similar race in these logs"] : []
        let text = [TriageCommand.line(migration.entry)] + lines + none
        try StandardOutput.write(text.map { $0 + "\n" }.joined())
      }
      let moved = migrations.compactMap { migration in migration.target.map { (migration.entry, $0) } }
      let count = "\(moved.count) of \(migrations.count == 1 ? "1 entry" : "\(migrations.count) entries")"
      guard apply else {
        let hint = moved.isEmpty ? "" : "; --apply moves them"
        return StandardError.say("\(count) whose races are not here can be moved\(hint)")
      }
      try change(store) { file in
        for (entry, race) in moved {
          var new = entry
          new.key = race.key
          new[.race] = race.title
          file.set(entry.key, nil)
          file.set(race.key, new)
        }
      }
      try InputOptions.check(index, workspace.logs)
      StandardError.say("\(count) moved")
    }
  }

  /// A short form of an entry: `known    7a8ab9aeef8d823d  data race: ... (why)`.
  private static func line(_ entry: TriageEntry) -> String {
    let words = TriageWords.line(entry)?.words ?? entry.stateText
    let state = entry.stateText + String(repeating: " ", count: max(1, 10 - entry.stateText.utf8.count))
    return "\(state)\(entry.key)  \(entry[.race] ?? "?")  \(words)"
  }
}

/// Reads a file; says on standard error why it cannot be used, and ends the program.
private func read(_ store: TriageStore) throws -> TriageFile {
  do throws(TriageError) { return try store.read() } catch {
    StandardError.say("\(error)")
    throw Status.noInput
  }
}

/// Changes a file; says on standard error why it cannot be changed, and ends the program.
private func change(_ store: TriageStore, _ edit: (inout TriageFile) -> Void) throws {
  do throws(TriageError) { try store.change(edit) } catch {
    StandardError.say("\(error)")
    throw Status.outputFailed
  }
}
