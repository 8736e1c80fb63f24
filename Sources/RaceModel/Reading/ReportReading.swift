/// A report and the frames that its stacks refer to.
public struct DetailedReport: Sendable {
  /// The report.
  public let report: Report
  /// The frames of its stacks.
  public let frames: FrameTable

  /// The frames of a stack, innermost first.
  public func frames(of stack: Report.Stack?) -> [Frame] { stack.map { frames.frames(of: $0) } ?? [] }

  /// The frame that stands for an access.
  public func site(of access: Access) -> Frame? {
    guard let stack = access.stack, let index = access.siteIndex, index < stack.count else { return nil }
    return frames[stack[index]]
  }
}

extension DetailedReport {
  /// Reads all reports of a log whole, in the order in which they end. A list of the log has the same ones
  /// in this order: what is not kept for the list must not change what is found.
  package static func all(in bytes: [UInt8]) -> [DetailedReport] {
    var scanner = LogScanner(detail: .full)
    _ = scanner.scan(bytes.span, from: 0, base: 0, isLast: true)
    let frames = scanner.naming.frames
    return scanner.finished.map { DetailedReport(report: Report($0, during: nil), frames: frames) }
  }
}

extension ReportEntry {
  /// Reads the report whole from its bytes.
  ///
  /// - Parameters:
  ///   - bytes: the log's bytes `start ..< start + byteCount`.
  ///   - related: the log's bytes of each range in the entry's `related`.
  ///   - during: the test in which it was printed.
  ///   - plumbing: the rules with which the log was read.
  /// - Returns: nil when the bytes are not there any more, or are not the report's: the log was changed.
  public func read(
    _ bytes: Span<UInt8>, related: [[UInt8]] = [], during: PrintedDuring?, plumbing: UserPlumbing = .none
  ) -> DetailedReport? {
    var scanner = LogScanner(detail: .full, plumbing: plumbing)
    let texts = Dictionary(zip(self.related, related)) { $1 }
    guard let report = read(bytes, related: { texts[$0] ?? [] }, during: during, with: &scanner) else {
      return nil
    }
    return DetailedReport(report: report, frames: scanner.naming.frames)
  }

  /// Reads the report whole from its log.
  public func read(from file: LogFile, during: PrintedDuring?) -> DetailedReport? {
    var reader = ReportReader(plumbing: file.plumbing)
    guard let report = reader.read(self, from: file, during: during) else { return nil }
    return DetailedReport(report: report, frames: reader.frames)
  }

  /// The same with a scanner that is used for many reports in a row and keeps their frames.
  ///
  /// - Parameter related: gives bytes of the log that belong to the report and stand elsewhere, where they were
  ///   not read for an earlier report.
  func read(
    _ bytes: Span<UInt8>, related text: (RelatedBytes) -> [UInt8], during: PrintedDuring?,
    with scanner: inout LogScanner
  ) -> Report? {
    var drafts: [ReportDraft] = []
    guard read(bytes, related: text, into: &drafts, with: &scanner) else { return nil }
    return report(among: drafts, during: during)
  }

  /// Reads all reports that begin with the entry's line, unfinished.
  ///
  /// - Parameter drafts: takes them, in place of what it held.
  /// - Returns: whether the bytes are still there.
  func read(
    _ bytes: Span<UInt8>, related text: (RelatedBytes) -> [UInt8], into drafts: inout [ReportDraft],
    with scanner: inout LogScanner
  ) -> Bool {
    guard bytes.count == byteCount else { return false }
    scanner.restart()
    for place in related { scanner.readRelated(place, of: source, text) }
    scanner.restart(
      atLine: startLine - 1, belowBar: hasOpeningBar, header: headerLine, title: line, keepsThreads: true)
    scanner.focus = .first
    _ = scanner.scan(bytes, from: 0, base: start, isLast: true)
    scanner.focus = .all
    take(&drafts, from: &scanner)
    return true
  }

  /// The same in a tangle: lines between its own went to reports that begin before it, or lines behind it say how
  /// it ends. What they are is only known where all around is read, too.
  func drafts(amidst file: LogFile, with scanner: inout LogScanner) -> [ReportDraft] {
    let before = file.bytes(max(0, start - LogScanner.memory)..<start)
    let skipped = start > before.count ? before.firstIndex(of: 0x0A).map { $0 + 1 } ?? before.count : 0
    let context = before[skipped...]
    let bytes = context + file.bytes(start..<start + byteCount + 4096)
    scanner.restart()
    for place in related { scanner.readRelated(place, of: source, file.bytes(of:)) }
    scanner.restart(atLine: startLine - 1 - context.count { $0 == 0x0A }, keepsThreads: true)
    _ = scanner.scan(Array(bytes).span, from: 0, base: start - context.count, isLast: true)
    var drafts: [ReportDraft] = []
    take(&drafts, from: &scanner)
    return drafts
  }

  /// The drafts that begin with the entry's line: sources that are interleaved may have other reports between the
  /// lines of this one.
  private func take(_ drafts: inout [ReportDraft], from scanner: inout LogScanner) {
    drafts.removeAll(keepingCapacity: true)
    swap(&drafts, &scanner.finished)
    let isOwn = { (draft: borrowing ReportDraft) in draft.firstLine == line && draft.start == start }
    if drafts.count != 1 || !isOwn(drafts[0]) { drafts.removeAll { !isOwn($0) } }
  }

  /// The entry's own report.
  func report(among drafts: [ReportDraft], during: PrintedDuring?) -> Report? {
    guard let draft = drafts.first(where: { $0.ordinal == ordinal }) ?? drafts.first else { return nil }
    return Report(draft, during: during)
  }
}

extension LogFile {
  /// The bytes of a place that a report refers to.
  func bytes(of place: RelatedBytes) -> [UInt8] { bytes(place.start..<place.start + place.count) }
}
