internal import RaceModel
internal import RaceView

/// Reads the text of a report, or of another line, with its surroundings.
enum RawReading {
  /// The lines around a report.
  static func text(_ entry: ReportEntry, in file: LogFile) -> RawText {
    RawText(file.bytes(RawText.range(of: entry)), around: entry)
  }

  /// The lines around a place.
  static func text(_ place: LogPlace, in file: LogFile) -> RawText {
    RawText(file.bytes(RawText.range(around: place.start..<place.start)), around: place)
  }
}
