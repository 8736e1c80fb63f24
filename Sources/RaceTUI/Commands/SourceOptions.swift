internal import ArgumentParser
internal import Glibc
internal import RaceModel
internal import RaceText
internal import RaceWork

/// Where to find the source files that a log names.
struct SourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Extra folder to search for source files (repeatable).",
      valueName: "folder"), completion: .directory)
  var source: [String] = []

  @Option(
    help: ArgumentHelp(
      "Replace the path prefix FROM (as printed in the log) with TO (repeatable).",
      valueName: "from=to"), transform: { try PathMapping(parsing: $0) })
  var map: [PathMapping] = []

  /// Names a missing folder on standard error and ends the program, because nothing would be found in it.
  func check() throws {
    for folder in source {
      var info = stat()
      let why = stat(folder, &info) == 0 ? "is not a folder" : String(cString: strerror(errno))
      guard info.st_mode & S_IFMT != S_IFDIR else { continue }
      StandardError.say("--source \(folder): \(why)")
      throw Status.noInput
    }
  }

  /// Whether the user says where they are.
  var isGiven: Bool { !source.isEmpty || !map.isEmpty }

  /// Finds the files; mappings of the command line take precedence over those of a configuration.
  func finder(_ configuration: Configuration) -> SourceFinder {
    SourceFinder(sources: source, mappings: map + configuration.mappings)
  }
}

extension ExportedLogs {
  /// Shows the code of both lines, and uses it as evidence for each report.
  mutating func ask(_ code: InstalledCode) {
    let files = files
    self.code = { code.lookup($0, FileTime.modified(files[$0.log].name)).excerpt }
    hasSource = true
    testimony = { code.testimony(of: $0, logModified: FileTime.modified(files[$1].name)) }
  }
}
