internal import ArgumentParser
internal import RaceText

/// `sarif=races.sarif`: a file to write in a format of `racetui export`.
struct OutputFile {
  private let format: any ExportFormat.Type
  private let path: String

  /// Parses the argument.
  init(parsing text: String) throws {
    guard let equals = text.firstIndex(of: "="), case let path = text[text.index(after: equals)...],
      !path.isEmpty
    else {
      throw ValidationError("\(text): missing format (example: sarif=races.sarif)")
    }
    guard let format = ExportFormats.named(String(text[..<equals])) else {
      let names = ExportFormats.all.map { $0.name }.joined(separator: ", ")
      throw ValidationError("unknown format \(text[..<equals]) (known: \(names))")
    }
    (self.format, self.path) = (format, String(path))
  }

  /// Refuses to write over a log; says so on standard error, and ends the program.
  func check(logs: [String]) throws { try ExportDestination.check(path, logs: logs) }

  /// Writes races, completely or not at all.
  func write(_ logs: ExportedLogs) throws {
    let destination = try ExportDestination(path)
    var format = format.init()
    try format.finish(logs, to: destination.write)
    try destination.close()
  }
}
