/// Reports of which somebody has made paragraphs: each section is one line, or was filled anew to some width.
///
/// ```
/// ================== WARNING: DATA RACE Write at 0x00c00009a040 by
/// goroutine 7: main.(*Cache).Put() /src/cache.go:46 +0x12
/// main.main.func1() /src/main.go:19 +0x3c
/// ```
///
/// Lines are put together and cut again where the detector's lines begin, see `ReportGrammar.seams`. What may go on in the
/// next line is held until that is there.
extension LogScanner {
  /// Reads a line of such a report.
  mutating func readRefilled(_ bytes: Span<UInt8>, _ line: LogLine, _ report: OpenReport) -> Verdict {
    let text = refilledText(bytes, line.range, report)
    guard !text.isEmpty else {
      flushHeld(report)
      return .blank
    }
    // The next report's title ends this one, wherever on the line it is.
    if case .title(let title) = report.grammarType.opening(bytes, text),
      case let above = bytes.trimmed(text.lowerBound..<title), above.isEmpty || bytes.ends("==", in: above)
    {
      if !above.isEmpty { _ = readBehindHeld(bytes, line.part(above), report) }
      return .ended
    }
    return readBehindHeld(bytes, line.part(text), report)
  }

  /// Reads the frames after a header on the same line; nil if anything else is there.
  mutating func readFrames(_ bytes: Span<UInt8>, _ line: LogLine, _ report: OpenReport) -> Verdict? {
    guard report.grammarType.mayBeRefilled, Self.beginsOwn(bytes, line.range, report) else { return nil }
    report.isRefilled = true
    let verdict = readPieces(bytes, line, report)
    // The header was the report's.
    return verdict == .foreign || verdict == .blank ? .taken : verdict
  }

  /// Reads a line that is held and the next one, where both together are a header and what is behind it.
  mutating func readBegun(
    _ held: HeldLine, _ bytes: Span<UInt8>, _ rest: LogLine, _ report: OpenReport
  ) -> Verdict? {
    let grammar = report.grammarType
    guard grammar.mayBeRefilled, held.prefix == nil, held.parts.isEmpty else { return nil }
    let whole = held.text + [0x20] + bytes.bytes(rest.range)
    guard let header = WholeHeader.find(whole.span, 0..<whole.count, grammar), header.lowerBound == 0,
      header.upperBound > held.text.count, header.upperBound < whole.count,
      Self.beginsOwn(whole.span, header.upperBound..<whole.count, report)
    else { return nil }
    report.isRefilled = true
    return readPieces(whole.span, LogLine(whole, of: report, at: held.extent.joined(to: rest.extent)), report)
  }

  /// Gives the line right below a title to it, where the words behind the title are the beginning of its header.
  mutating func beginRefilled(_ bytes: Span<UInt8>, _ line: LogLine, _ report: OpenReport) -> Verdict? {
    let start = report.wait.headerStart
    guard !start.isEmpty else { return nil }
    report.wait.headerStart = []
    guard line.extent.line == report.draft.extent.lastLine + 1 else { return nil }
    if let own = known?.header(below: report.draft.extent.firstLine), own != line.extent.line { return nil }
    let whole = start + [0x20] + bytes.bytes(refilledText(bytes, line.range, report))
    guard let header = WholeHeader.find(whole.span, 0..<whole.count, report.grammarType),
      header.lowerBound == 0
    else { return nil }
    // The words behind the title are no output of the program.
    report.draft.notes.removeAll()
    report.suffix.text = .none
    report.stage = .reading
    report.isRefilled = true
    report.draft.extent.headerLine = line.extent.line
    open.move(report)
    return readPieces(whole.span, LogLine(whole, of: report, at: line.extent), report)
  }

  /// Reads a line behind what is held of the line above it.
  private mutating func readBehindHeld(
    _ bytes: Span<UInt8>, _ line: LogLine, _ report: OpenReport
  ) -> Verdict {
    guard let held = report.takeHeld() else { return readPieces(bytes, line, report) }
    let whole = held.text + [0x20] + bytes.bytes(line.range)
    return readPieces(whole.span, LogLine(whole, of: report, at: held.extent.joined(to: line.extent)), report)
  }

  /// Reads the lines that a text is made of. The last one is held where it may go on.
  private mutating func readPieces(_ bytes: Span<UInt8>, _ line: LogLine, _ report: OpenReport) -> Verdict {
    let pieces = Self.pieces(bytes, line.range, report.grammarType)
    var isTaken = false
    for piece in pieces {
      if piece == pieces.last, report.grammar.mayGoOn(bytes, piece) {
        report.hold(bytes, line.part(piece))
        return isTaken ? .taken : .blank
      }
      switch read(bytes, line.part(piece), report) {
      case .taken: isTaken = true
      case .closed: return .closed
      case .ended, .endedAbove: return .ended
      case .blank, .foreign: break
      }
    }
    return isTaken ? .taken : .foreign
  }

  /// Whether the first line that a text is made of is a report's own.
  private static func beginsOwn(_ bytes: Span<UInt8>, _ text: Range<Int>, _ report: OpenReport) -> Bool {
    guard let first = pieces(bytes, text, report.grammarType).first else { return false }
    return report.grammar.ownText(bytes, first) == first.lowerBound
  }

  /// The lines that a text is made of, trimmed.
  private static func pieces(
    _ bytes: Span<UInt8>, _ text: Range<Int>, _ grammar: any ReportGrammar.Type
  ) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = text.lowerBound
    for end in grammar.seams(bytes, text) + [text.upperBound] where end > start {
      let piece = bytes.trimmed(start..<end)
      if !piece.isEmpty { pieces.append(piece) }
      start = end
    }
    return pieces
  }

  /// The text before a title without a bar that came to be on the same line: no other line begins with it.
  static func withoutBar(_ bytes: Span<UInt8>, _ before: Range<Int>) -> Range<Int> {
    guard let junk = ClosingBar.junk(bytes, bytes.trimmed(before)) else { return before }
    return before.lowerBound..<junk.upperBound
  }

  /// The text of a line without what is before the title, too. A place is none of that: a title in the middle of a paragraph
  /// may come after one.
  private func refilledText(_ bytes: Span<UInt8>, _ line: Range<Int>, _ report: OpenReport) -> Range<Int> {
    let text = bytes.trimmed(line)
    guard let end = report.wait.prefix.sharedEnd(bytes, line),
      bytes.first(".go:", in: line.lowerBound..<end) == nil
    else { return text }
    return bytes.trimmed(end..<line.upperBound)
  }
}
