package import RaceModel

/// A form in which reports or races are written for people or other programs.
///
/// Logs may hold very many reports: a format writes one before it reads the next, so that the memory that it needs does
/// not grow with their number.
package protocol ExportFormat: SendableMetatype {
  /// The name that `--format` takes.
  static var name: String { get }
  /// What is written, for help: a line without a full stop.
  static var summary: String { get }

  /// A format that has written nothing.
  init()

  /// Writes reports while logs are still being read: those that have been found since the last call.
  mutating func writeNew(_ logs: ExportedLogs, to output: ExportOutput) throws

  /// Writes what is left when all logs have been read.
  mutating func finish(_ logs: ExportedLogs, to output: ExportOutput) throws
}

extension ExportFormat {
  package mutating func writeNew(_ logs: ExportedLogs, to output: ExportOutput) throws {}
}

/// Takes what a format writes, piece by piece.
package typealias ExportOutput = ([UInt8]) throws -> Void

/// What is exported: the reports and races of logs, as far as they have been read.
package struct ExportedLogs {
  /// The reports and races.
  package let index: LogIndex
  /// The logs by the number that reports have of their source.
  package let files: [LogFile]
  /// The races that are written, and whose reports are.
  package let races: RaceSelection
  /// Where the files are that the logs name, for readers that want paths from the root of a repository.
  package var repository = RepositoryPaths()
  /// The code around a line, for formats that show some; nil where it is not at hand.
  package var code: (CodePlace) -> CodeExcerpt? = { _ in nil }

  /// What source files say of a report of a log, by its number; nil where they are not at hand.
  package var testimony: (DetailedReport, _ log: Int) -> SourceTestimony? = { _, _ in nil }
  /// Whether source files are asked.
  package var hasSource = false

  /// Logs and what was found in them; all of it, unless some races are wanted.
  package init(_ index: LogIndex, files: [LogFile], races: RaceSelection = .all) {
    self.index = index
    self.files = files
    self.races = races
  }
}
