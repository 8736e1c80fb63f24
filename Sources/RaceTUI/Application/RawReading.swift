internal import RaceModel
internal import RaceView

/// Reads the text of a report with its surroundings.
enum RawReading {
  /// Bytes read before and after the report.
  static let surroundings = 1 << 15
  /// Characters kept of a line: a screen never shows more.
  static let longestLine = 1 << 14

  /// The lines around a report.
  static func text(_ entry: ReportEntry, in file: LogFile) -> RawText {
    let from = max(0, entry.start - surroundings)
    let bytes = file.bytes(from..<entry.start + entry.byteCount + surroundings)
    guard bytes.count > entry.start - from else {
      return RawText(lines: [], firstNumber: entry.line, failure: "the log was changed since it was read")
    }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    // The piece may begin, and end, inside a line.
    let before = bytes[..<(entry.start - from)].count { $0 == 0x0A }
    var first = entry.startLine - before
    if from > 0, before > 0 {
      lines.removeFirst()
      first += 1
    }
    if lines.last?.isEmpty == true || bytes.count == entry.start + entry.byteCount + surroundings - from {
      lines.removeLast()
    }
    return RawText(
      lines: lines.map { line in
        let trimmed = line.last == 0x0D ? line.dropLast() : line
        return String(decoding: trimmed.prefix(longestLine), as: UTF8.self)
      }, firstNumber: max(1, first))
  }
}
