internal import RaceModel

/// A warning for each race in the form of the GNU compilers, with a note for each other place that its report names:
/// vim's quickfix list, Emacs and the problem matchers of CI systems read it.
///
///     counter.go:26:1: warning: data race on heap: write by goroutine 7 in main.add
///     counter.go:31:1: note: previous read by main goroutine in main.get
///
/// Source: GNU Coding Standards, "Formatting Error Messages", and what gcc prints. A place without file and
/// line is that of the report in the log, so that every line has one.
struct GNUExport: ExportFormat {
  static let name = "gnu"
  static let summary = "a warning for each race, and notes, as compilers print them"

  mutating func finish(_ logs: ExportedLogs, to output: ExportOutput) throws {
    var reading = RaceReading(logs)
    for position in logs.index.races.indices where logs.races.contains(position) {
      guard let race = reading.race(at: position) else { continue }
      try output(Array(Self.lines(race).joined().utf8))
    }
  }

  private static func lines(_ race: ExportedRace) -> [String] {
    let log = GNULine.Place(
      file: race.logName == "-" ? "<stdin>" : race.logName, line: race.entry.line, column: nil)
    // A warning belongs where there is code to look at.
    var remarks = race.remarks { $0.frame.flatMap { GNULine.Place($0) } != nil }
    remarks[0].words = "\(race.subject()): \(remarks[0].words)"
    var lines = remarks.enumerated().map { number, remark in
      GNULine(
        place: remark.frame.flatMap { GNULine.Place($0) } ?? log,
        severity: number == 0 ? .warning : .note, message: remark.words
      ).text
    }
    let count = Counting.plural(race.race.reports.count, "report")
    lines.append(
      GNULine(place: log, severity: .note, message: "reported here; \(count), race \(race.race.key)").text)
    return lines.distinct()
  }
}
