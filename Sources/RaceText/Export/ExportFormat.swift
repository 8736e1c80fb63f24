package import RaceModel

/// A form in which reports or races are written for people or other programs.
///
/// Logs may hold very many reports: a format writes one before it reads the next, so that its memory does not
/// grow with their number.
package protocol ExportFormat: SendableMetatype {
  /// The name that `--format` takes.
  static var name: String { get }
  /// A description for help: one line without a full stop.
  static var summary: String { get }

  /// A format that has written nothing.
  init()

  /// Writes reports while logs are still being read: those that have been found since the last call.
  mutating func writeNew(_ logs: ExportedLogs, to output: ExportOutput) throws

  /// Writes the rest after all logs have been read.
  mutating func finish(_ logs: ExportedLogs, to output: ExportOutput) throws
}

extension ExportFormat {
  package mutating func writeNew(_ logs: ExportedLogs, to output: ExportOutput) throws {}
}

/// Takes the output of a format, piece by piece.
package typealias ExportOutput = ([UInt8]) throws -> Void

/// What is exported: the reports and races of logs, as far as they have been read.
package struct ExportedLogs {
  /// The reports and races.
  package let index: LogIndex
  /// The logs by the source number of reports.
  package let files: [LogFile]
  /// The races to write, with their reports.
  package let races: RaceSelection
  /// Finds the files that the logs name, for readers that want paths from the root of a repository.
  package var repository = RepositoryPaths()
  /// The code around a line, for formats that show some; nil if not available.
  package var code: (CodePlace) -> CodeExcerpt? = { _ in nil }

  /// What source files say about a report of a log, by its number; nil if not available.
  package var testimony: (DetailedReport, _ log: Int) -> SourceTestimony? = { _, _ in nil }
  /// Whether to read source files.
  package var hasSource = false

  /// Logs and their index; by default all races.
  package init(_ index: LogIndex, files: [LogFile], races: RaceSelection = .all) {
    self.index = index
    self.files = files
    self.races = races
  }
}
