/// Reads reports again that an index knows, one after the other: each from its own bytes, as if the rest of the log
/// were there.
///
/// ```
///   the log    ..[Thread-Announcement #2].....[====== WARNING: DATA RACE ... Write ... ======].....
///                │ entry.related              │ entry.start, byteCount
///   1  add       ▼ its threads                │
///   2  scan                                   ▼ from here, with what the index knows of the lines above (KnownReport)
///   3  take                                     the drafts that begin with the entry's line
/// ```
///
/// Where step 3 finds nothing, the lines of several reports are tangled, and `drafts(of:amidst:)` reads what is around
/// them, too. Frames, stacks and announced threads stay known from one report to the next.
struct SecondReading {
  private var scanner: LogScanner<ReportSink>
  /// What bytes announce that reports refer to: many reports refer to the same.
  private var announced: [LogBytes: AnnouncedThreads] = [:]
  /// Places of which `announced` keeps what they announce.
  private static let limit = 1000

  /// Bytes of a log.
  private struct LogBytes: Hashable {
    var log: Int32
    var bytes: RelatedBytes
  }

  /// A reading that knows nothing, of logs that were read with these rules of the user's.
  init(plumbing: UserPlumbing = .none) { scanner = LogScanner(plumbing: plumbing) }

  /// The frames of all reports read so far, and the rules by which they were read.
  var naming: Naming { scanner.naming }

  /// Reads a report; nil when the bytes are not the report's.
  ///
  /// - Parameters:
  ///   - bytes: the log's bytes of the entry.
  ///   - text: gives bytes of the log that belong to the report and are elsewhere, where they were not read for an
  ///     earlier report.
  mutating func report(
    _ entry: ReportEntry, _ bytes: Span<UInt8>, related text: (RelatedBytes) -> [UInt8],
    during: PrintedDuring?
  ) -> Report? {
    var drafts: [ReportDraft] = []
    guard read(entry, bytes, related: text, into: &drafts) else { return nil }
    return entry.report(among: drafts, during: during)
  }

  /// Reads all reports that begin with the entry's line, unfinished.
  ///
  /// - Parameter drafts: takes them, in place of what it held.
  /// - Returns: whether the bytes are still there.
  mutating func read(
    _ entry: ReportEntry, _ bytes: Span<UInt8>, related text: (RelatedBytes) -> [UInt8],
    into drafts: inout [ReportDraft]
  ) -> Bool {
    guard bytes.count == entry.byteCount else { return false }
    readThreads(of: entry, text)
    let known = KnownReport(title: entry.line, header: entry.headerLine, isBelowBar: entry.hasOpeningBar)
    scanner.restart(atLine: entry.startLine - 1, known: known)
    _ = scanner.scan(bytes, from: 0, base: entry.start, isLast: true)
    take(&drafts, of: entry)
    return true
  }

  /// The same in a tangle: lines between its own went to reports that begin before it, or lines behind it say how
  /// it ends. What they are is only known where all around is read, too.
  mutating func drafts(of entry: ReportEntry, amidst file: LogFile) -> [ReportDraft] {
    let start = entry.start
    let before = file.bytes(max(0, start - ScanLimits.memory)..<start)
    let skipped = start > before.count ? before.firstIndex(of: 0x0A).map { $0 + 1 } ?? before.count : 0
    let context = before[skipped...]
    let bytes = context + file.bytes(start..<start + entry.byteCount + 4096)
    readThreads(of: entry, file.bytes(of:))
    scanner.restart(atLine: entry.startLine - 1 - context.count { $0 == 0x0A })
    _ = scanner.scan(Array(bytes).span, from: 0, base: start - context.count, isLast: true)
    var drafts: [ReportDraft] = []
    take(&drafts, of: entry)
    return drafts
  }

  /// All drafts in a stretch of a log that holds a report without announcements.
  mutating func drafts(in range: Range<Int>, around entry: ReportEntry, of file: LogFile) -> [ReportDraft] {
    var bytes = file.bytes(range)
    var start = range.lowerBound
    if start > 0, let end = bytes.firstIndex(of: 0x0A) {
      bytes.removeSubrange(...end)
      start += end + 1
    }
    let before = bytes.prefix(max(0, entry.start - start)).count { $0 == 0x0A }
    scanner.threads.removeAll()
    scanner.restart(atLine: entry.startLine - 1 - before)
    _ = scanner.scan(bytes.span, from: 0, base: start, isLast: true)
    var drafts: [ReportDraft] = []
    swap(&drafts, &scanner.sink.finished)
    return drafts
  }

  /// Takes in what was announced above the report and belongs to it.
  private mutating func readThreads(of entry: ReportEntry, _ text: (RelatedBytes) -> [UInt8]) {
    scanner.threads.removeAll()
    for bytes in entry.related { scanner.threads.add(threads(at: bytes, of: entry.log, text)) }
  }

  /// What the bytes of a place announce.
  private mutating func threads(
    at related: RelatedBytes, of log: Int32, _ text: (RelatedBytes) -> [UInt8]
  ) -> AnnouncedThreads {
    let key = LogBytes(log: log, bytes: related)
    if let known = announced[key] { return known }
    var found = AnnouncedThreads()
    swap(&found, &scanner.threads)
    scanner.restart(atLine: related.line - 1)
    let bytes = text(related)
    _ = scanner.scan(bytes.span, from: 0, base: related.start, isLast: true)
    swap(&found, &scanner.threads)
    if announced.count > Self.limit { announced = [:] }
    announced[key] = found
    return found
  }

  /// The drafts that begin with the entry's line: writers that are interleaved may have other reports between the
  /// lines of this one.
  private mutating func take(_ drafts: inout [ReportDraft], of entry: ReportEntry) {
    drafts.removeAll(keepingCapacity: true)
    swap(&drafts, &scanner.sink.finished)
    let isOwn = { (draft: borrowing ReportDraft) in
      draft.extent.firstLine == entry.line && draft.extent.start == entry.start
    }
    if drafts.count != 1 || !isOwn(drafts[0]) { drafts.removeAll { !isOwn($0) } }
  }
}
