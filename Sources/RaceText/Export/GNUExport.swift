internal import RaceModel

/// A warning for each race in the form of the GNU compilers, with a note for each other place that its report names:
/// vim's quickfix list, Emacs and the problem matchers of CI systems read it.
///
///     counter.go:26:1: warning: data race on heap: write by goroutine 7 in main.add
///     counter.go:31:1: note: previous read by main goroutine in main.get
///
/// Source: GNU Coding Standards, "Formatting Error Messages", and what gcc prints. A place that has no file and line is
/// that of the report in the log, so that no line lacks one.
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

  /// A place and what is there.
  private struct Remark {
    var frame: Frame?
    var words: String

    var isPlaced: Bool { frame.flatMap { GNULine.Place($0) } != nil }
  }

  private static func lines(_ race: ExportedRace) -> [String] {
    let log = GNULine.Place(
      file: race.logName == "-" ? "<stdin>" : race.logName, line: race.entry.line, column: nil)
    var remarks = remarks(race)
    // A warning is where there is code to look at.
    if !remarks[0].isPlaced, let other = remarks.dropFirst().prefix(1).first, other.isPlaced {
      remarks.swapAt(0, 1)
    }
    remarks[0].words = "\(race.subject): \(remarks[0].words)"
    var lines = remarks.enumerated().map { number, remark in
      GNULine(
        place: remark.frame.flatMap { GNULine.Place($0) } ?? log,
        severity: number == 0 ? .warning : .note, message: remark.words
      ).text
    }
    let count = Counting.plural(race.race.reports.count, "report")
    lines.append(
      GNULine(place: log, severity: .note, message: "reported here; \(count), race \(race.race.key)").text)
    var seen: Set<String> = []
    return lines.filter { seen.insert($0).inserted }
  }

  /// Both sides, then everything else that has a stack.
  private static func remarks(_ race: ExportedRace) -> [Remark] {
    guard let report = race.detail?.report else { return [Remark(words: Damage.changed.words)] }
    var sides: [Remark] = []
    var others: [Remark] = []
    for side in Side.allCases {
      for block in race.blocks(side) {
        let frame = race.frame(of: block)
        if block.kind == .own {
          sides.append(remark(title(report, side), frame, block.note))
        } else if frame != nil {
          others.append(remark(heading(block, report), frame, nil))
        }
      }
    }
    others += race.facts.compactMap { block in
      race.frame(of: block).map { remark(heading(block, report), $0, nil) }
    }
    return sides.isEmpty ? [Remark(words: report.title ?? report.kind.words)] : sides + others
  }

  /// `write by goroutine 7 in main.add`
  private static func remark(_ words: String?, _ frame: Frame?, _ note: String?) -> Remark {
    let words = [words, note].compactMap(\.self).joined(separator: ", ")
    return Remark(frame: frame, words: words + (frame.map { " in \(Names.inSentence($0))" } ?? ""))
  }

  private static func title(_ report: Report, _ side: Side) -> String? {
    if report.kind.hasTwoSides { return report.access(side).map { AccessWords.sentence($0, report) } }
    return PairBlocks.partTitle(report, side: side).map(withoutColon)
  }

  private static func withoutColon(_ heading: String) -> String {
    heading.hasSuffix(":") ? String(heading.dropLast()) : heading
  }

  /// What the stack of a block is.
  private static func heading(_ block: PairBlock, _ report: Report) -> String? {
    // The column's own thread has its name in the header there.
    if case .creation(let thread) = block.place {
      return PairChain.heading(of: report.threads[thread], report)
    }
    return block.heading.map(withoutColon)
  }
}
