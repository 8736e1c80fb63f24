/// A grammar of reports that are headers with stacks below them: a batch of their lines is read in turns of both.
protocol SectionedGrammar: ReportGrammar {
  /// A header, or the bar, as the grammar classifies it.
  associatedtype Header

  /// Reads frames from the end of a batch on, known ones first.
  mutating func readFrames(
    _ bytes: Span<UInt8>, _ batch: inout LineBatch, _ draft: inout ReportDraft, _ naming: inout Naming)

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
  mutating func readBatch(
    _ bytes: Span<UInt8>, _ batch: inout LineBatch, draft: inout ReportDraft, naming: inout Naming
  ) {
    repeat {
      readFrames(bytes, &batch, &draft, &naming)
    } while readHeader(bytes, &batch, &draft, &naming)
  }

  /// Reads the header, or the bar, that makes up the next line.
  ///
  /// - Returns: whether the report goes on behind it.
  private mutating func readHeader(
    _ bytes: Span<UInt8>, _ batch: inout LineBatch, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Bool {
    guard batch.end < batch.limit, let lineEnd = bytes.first(0x0A, in: batch.end..<batch.limit) else {
      return false
    }
    let line = bytes.trimmed(batch.end..<lineEnd)
    guard let header = wholeHeader(bytes, line, isTitled: draft.header.title != nil) else { return false }
    let verdict = take(header, bytes, ReportLine(text: line, number: batch.number), &draft, &naming)
    return batch.pass(lineTo: lineEnd + 1, verdict, &draft)
  }
}
