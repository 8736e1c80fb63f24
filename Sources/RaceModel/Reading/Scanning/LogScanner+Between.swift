/// Headers in the middle of a line: output without a line end comes before them, another writer's line or the section's own
/// frames after them.
///
/// ```
/// connecting... Previous read at 0x00c00009a040 by main goroutine:
/// Goroutine 7 (running) created at:2024/03/05 10:00:01 started worker 3
/// Write at 0x00c00009a040 by goroutine 7: main.put() /src/cache.go:46 +0x12 main.run() /src/main.go:19 +0x3c
/// ```
///
/// Unless they are read, the frames below would be those of the stack above.
extension LogScanner {
  /// Lines below a report's last one in which such a header is looked for.
  private static var headerReach: Int { 8 }

  /// Reads a line that is foreign to a report and holds a header that continues it.
  ///
  /// - Returns: nil where the line holds none.
  mutating func readAround(
    _ bytes: Span<UInt8>, _ line: LogLine, _ report: OpenReport
  ) -> Verdict? {
    let text = bytes.trimmed(line.range)
    guard report.draft.header.title != nil || !report.draft.accesses.isEmpty,
      line.extent.line - report.draft.extent.lastLine <= Self.headerReach,
      let header = WholeHeader.find(bytes, text, report.grammarType), header != text,
      case let before = text.lowerBound..<header.lowerBound,
      before.count <= Self.longestOutput, !Self.isStray(bytes, before)
    else { return nil }
    var grammar = report.grammar
    var draft = report.draft
    let isTakenBack = grammar.takeBackForeign()
    let own = ReportLine(text: header, number: line.extent.line)
    guard grammar.read(bytes, own, draft: &draft, naming: &naming) == .taken,
      Self.continues(report.draft, draft, atLine: line.extent.line)
    else { return nil }
    // Where the grammar keeps the line, it is a note as a whole.
    if isTakenBack, !before.isEmpty { draft.addNote(bytes, before) }
    (report.grammar, report.draft) = (grammar, draft)
    return readTail(bytes, line.part(header.upperBound..<text.upperBound), report, isNoted: !isTakenBack)
  }

  /// Gives a line to the title right above it, blank lines aside, where the header that it waits for is between other text.
  ///
  /// - Returns: whether a report took the line.
  mutating func offerHeaderBetween(_ bytes: Span<UInt8>, _ line: LogLine) -> Bool {
    guard open.hasWaiting(in: line.stream), open.areFew(in: line.stream) else { return false }
    for index in open.indices(of: line.stream) {
      let report = open[line.stream, index]
      guard report.isAnnounced, line.extent.line - report.draft.extent.lastLine <= 2,
        TitleWait.patience - report.wait.patience <= 1, report.suffix.text.isEmpty,
        case .content(let start) = report.wait.prefix.match(bytes, line.range),
        case let text = bytes.trimmed(start..<line.range.upperBound),
        let header = WholeHeader.find(bytes, text, report.grammarType), header != text,
        header.lowerBound - text.lowerBound <= Self.longestOutput
      else { continue }
      // As the line would be without the other text.
      let own = bytes.bytes(line.range.lowerBound..<start) + bytes.bytes(header)
      let whole = LogLine(range: 0..<own.count, origin: LineOrigin(stream: line.stream), extent: line.extent)
      let opening = Grammars.opening(own.span, whole.range)
      guard offer(own.span, whole, opening, to: report) == .taken else { continue }
      let tail = line.part(header.upperBound..<text.upperBound)
      if header.lowerBound > text.lowerBound {
        report.draft.addNote(bytes, text.lowerBound..<header.lowerBound)
        // It may be what is before all lines but the title's.
        if tail.range.isEmpty { learnBelowGlued(report, bytes, start..<header.lowerBound) }
      }
      _ = settle(readTail(bytes, tail, report, isNoted: false), report)
      return true
    }
    return false
  }

  /// Reads what is behind a header on its line: the section's frames, where somebody has made one line of it, or a note.
  ///
  /// - Parameter isNoted: whether the whole line is a note already.
  private mutating func readTail(
    _ bytes: Span<UInt8>, _ line: LogLine, _ report: OpenReport, isNoted: Bool
  ) -> Verdict {
    let tail = bytes.trimmed(line.range)
    guard !tail.isEmpty else { return .taken }
    if let verdict = readFrames(bytes, line.part(tail), report) { return verdict }
    if !isNoted { report.draft.addNote(bytes, tail) }
    return .taken
  }

  /// A character or two that a blank ends, see `offerBehindStray`.
  private static func isStray(_ bytes: Span<UInt8>, _ before: Range<Int>) -> Bool {
    let text = bytes.trimmed(before)
    return !text.isEmpty && text.count <= 2 && text.upperBound < before.upperBound
  }

  /// Whether a header that was read goes on with a report, as it was: an access is at the same place in memory, a creation
  /// is that of a thread that the report names.
  private static func continues(_ old: ReportDraft, _ new: ReportDraft, atLine line: Int) -> Bool {
    if new.accesses.count > old.accesses.count, let access = new.accesses.last {
      guard let first = old.accesses.first else {
        return old.header.title != nil && line == old.extent.lastLine + 1
      }
      // Detectors compare eight bytes at once.
      guard let address = access.address, let other = first.address else { return false }
      return address.value >> 3 == other.value >> 3
    }
    guard new.creations.count > old.creations.count, let creation = new.creations.last else { return false }
    return old.awaitsCreation(of: creation.thread)
  }
}
