internal import RaceModel
internal import RaceView

/// Reads the text of a report with its surroundings.
enum RawReading {
  /// The lines around a report.
  static func text(_ entry: ReportEntry, in file: LogFile) -> RawText {
    RawText(file.bytes(RawText.range(of: entry)), around: entry)
  }
}
