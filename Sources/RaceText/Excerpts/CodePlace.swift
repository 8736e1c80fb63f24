package import RaceModel

/// A line of code as named in a log.
package struct CodePlace: Hashable, Sendable {
  /// The file as printed.
  package var file: String
  /// The line, from 1.
  package var line: Int
  /// The number of the log: a file that is newer than one log may be older than another.
  package var log: Int

  /// The lines of code of both accesses of a report, as far as the log names them.
  package static func places(of entry: ReportEntry, _ index: LogIndex) -> Sides<CodePlace?> {
    index.sites(of: entry).map { site in
      guard let file = site?.file, let line = site?.line, line > 0 else { return nil }
      return CodePlace(file: file, line: line, log: Int(entry.log))
    }
  }

  /// A line of a file.
  package init(file: String, line: Int, log: Int) {
    self.file = file
    self.line = line
    self.log = log
  }
}
