package import RaceModel

/// What a log holds beside reports, in words.
package enum NoteText {
  /// Notes that a list prints at most.
  private static let listed = 6

  /// `No race report in 41 lines; ThreadSanitizer: SEGV on unknown address 0x0 (line 3).` Of a passed run it is good news:
  /// `The tests passed, and no race was reported in 41 lines.`
  package static func noRace(_ index: LogIndex) -> String {
    let lines = Counting.plural(index.logs.reduce(0) { $0 + $1.lineCount }, "line")
    if hasPassed(index) { return "The tests passed, and no race was reported in \(lines)." }
    guard let (log, note) = telling(index) else { return "No race report in \(lines)\(content(index))." }
    let place = index.logs.count > 1 ? self.place(note, index.logs[log]) : "line \(note.line)"
    return "No race report in \(lines); \(short(note.text)) (\(place))."
  }

  /// Whether all logs tell of test runs that passed, and of nothing else.
  private static func hasPassed(_ index: LogIndex) -> Bool {
    !index.logs.isEmpty && index.logs.allSatisfy(\.other.hasPassed) && telling(index) == nil
  }

  /// `: core looks like a binary file, not a log`, of a single input.
  private static func content(_ index: LogIndex) -> String {
    guard index.logs.count == 1, let words = contentWords(index.logs[0]) else { return "" }
    return ": \(lastComponent(LogFile.title(index.logs[0].name))) \(words)"
  }

  /// What is wrong with an input in which no report was found; nil when it is a text.
  package static func contentWords(_ log: LoadedLog) -> String? {
    guard log.isFinished, log.failure == nil, log.reportCount == 0 else { return nil }
    if log.bytes == 0 { return "is empty" }
    switch log.other.kind {
    case .text: return nil
    case .binary: return "looks like a binary file, not a log"
    case .archive(let program): return "is packed with \(program); unpack it first"
    }
  }

  /// What helps where no race was found: against the message that tells most, or what a log needs so that something is
  /// found in it. Nil where a detector was at work otherwise, or something is wrong with the log itself.
  package static func advice(_ index: LogIndex) -> String? {
    guard index.races.isEmpty, index.failures.isEmpty else { return nil }
    if let remedy = telling(index).flatMap({ Detectors.remedy(for: $0.note.text) }) { return remedy }
    guard count(index) == 0, content(index).isEmpty else { return nil }
    let detectors = "the Go race detector, ThreadSanitizer, Helgrind, DRD and KCSAN"
    if hasPassed(index) {
      return
        "racetui looked for reports of \(detectors). A run without a detector, such as go test without -race, "
        + "reports none either."
    }
    return "racetui reads reports of \(detectors). Detectors print to standard error, which > alone does not "
      + "redirect: add 2>&1."
  }

  /// The text without the registers of a crash.
  private static func short(_ text: String) -> Substring {
    var rest = text[...]
    while let parenthesis = rest.firstIndex(of: "(") {
      if rest[parenthesis...].hasPrefix("(pc 0x"), parenthesis > text.startIndex {
        return text[..<text.index(before: parenthesis)]
      }
      rest = rest[text.index(after: parenthesis)...]
    }
    return text[...]
  }

  /// The note that tells most of all logs, and its log: the first that tells of an end, else the last. What no detector
  /// has printed counts where no detector tells of an end.
  private static func telling(_ index: LogIndex) -> (log: Int, note: LogNote)? {
    let notes = index.logs.enumerated().flatMap { log in
      [log.element.notes.telling, log.element.other.message].compactMap(\.self).map {
        (log: log.offset, note: $0)
      }
    }
    return notes.first { $0.note.isFatal } ?? notes.last
  }

  /// The notes as a list prints them, those that tell of an end before others where there are very many; nothing
  /// when the line that sums up says it all.
  package static func block(_ index: LogIndex, _ width: Int, _ glyphs: Glyphs) -> String {
    let all = index.logs.indices.flatMap { log in
      index.logs[log].notes.kept.map { (log: log, note: $0) }
    }
    let count = count(index)
    if all.isEmpty || (index.races.isEmpty && count == 1) { return "" }
    let ranked = all.indices.sorted {
      (all[$0].note.isFatal ? 0 : 1, $0) < (all[$1].note.isFatal ? 0 : 1, $1)
    }
    let shown = ranked.prefix(listed).sorted().map { all[$0] }
    let places = shown.map { place($0.note, index.logs[$0.log]) }
    let room = places.map { Fitting.columns($0) }.max() ?? 0
    var lines = zip(places, shown).map { place, item in
      place + String(repeating: " ", count: room - Fitting.columns(place) + 2) + item.note.text
    }
    if count > shown.count { lines.append("and \(count - shown.count) more") }
    return lines.enumerated().map { offset, line in
      let text = (offset == 0 ? "notes: " : "       ") + line
      return Cleaning.clean(Fitting.end(text, width, glyphs.ellipsis)) + "\n"
    }.joined()
  }

  /// How many notes there are, those among them that were not kept.
  package static func count(_ index: LogIndex) -> Int {
    index.logs.reduce(0) { $0 + $1.notes.kept.count + $1.notes.omitted }
  }

  /// `report.log:812`
  package static func place(_ note: LogNote, _ log: LoadedLog) -> String {
    "\(lastComponent(LogFile.title(log.name))):\(note.line)"
  }
}
