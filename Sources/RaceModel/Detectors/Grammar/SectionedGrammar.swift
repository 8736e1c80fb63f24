/// A grammar of reports that are headers with stacks below them: a run of their lines is read in turns of both.
protocol SectionedGrammar: ReportGrammar {
  /// A header, or the bar, as the grammar classifies it.
  associatedtype Header

  /// Reads frames from the end of a run on, known ones first.
  mutating func readFrames(
    _ bytes: Span<UInt8>, _ run: inout LineRun, _ draft: inout ReportDraft, _ naming: inout Naming)

  /// The header, or the bar, that makes up a line and can be read as it is; nil for all other lines.
  ///
  /// - Parameters:
  ///   - line: the line, trimmed.
  ///   - isTitled: whether the report has a title.
  mutating func wholeHeader(_ bytes: Span<UInt8>, _ line: Range<Int>, isTitled: Bool) -> Header?

  /// Reads a header, or the bar.
  mutating func take(
    _ header: Header, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict
}

extension SectionedGrammar {
  mutating func readRun(
    _ bytes: Span<UInt8>, _ run: inout LineRun, draft: inout ReportDraft, naming: inout Naming
  ) {
    repeat {
      readFrames(bytes, &run, &draft, &naming)
    } while readHeader(bytes, &run, &draft, &naming)
  }

  /// Reads the header, or the bar, that makes up the next line.
  ///
  /// - Returns: whether the report goes on behind it.
  private mutating func readHeader(
    _ bytes: Span<UInt8>, _ run: inout LineRun, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Bool {
    guard run.end < run.limit, let lineEnd = bytes.first(0x0A, in: run.end..<run.limit) else { return false }
    let line = bytes.trimmed(run.end..<lineEnd)
    guard let header = wholeHeader(bytes, line, isTitled: draft.header.title != nil) else { return false }
    let verdict = take(header, bytes, ReportLine(text: line, number: run.number), &draft, &naming)
    return run.pass(lineTo: lineEnd + 1, verdict, &draft)
  }
}
