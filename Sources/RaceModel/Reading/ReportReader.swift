/// Reads reports of logs again, one after the other. Frames, stacks and announcements stay known from one to the
/// next.
package struct ReportReader {
  /// What is kept between reports is dropped when it has this many bytes.
  private static let memory = 32 << 20
  /// Reports that stand close to each other are read from the log at once, when they span no more bytes.
  private static let longestStretch = 4 << 20

  private var reading: SecondReading
  private var buffer: [UInt8] = []
  // Logs are told by their identities: two threads that count who uses a log wait for each other.

  /// The bytes of a log that are in the buffer for several reports.
  private var stretch: (file: ObjectIdentifier, range: Range<Int>)?
  /// The line that several reports stand on, hundreds perhaps: it is read once for all of them.
  private var line: (file: ObjectIdentifier, range: Range<Int>)?
  /// Reports that are read together because their lines are mixed.
  private var tangled = TangledReports()
  /// The reports on that line.
  private var drafts: [ReportDraft] = []

  /// A reader that knows nothing, for logs that are read with these rules of the user's first.
  package init(plumbing: UserPlumbing = .none) { reading = SecondReading(plumbing: plumbing) }

  /// The frames of all reports that were read since they were last dropped.
  package var frames: FrameTable { reading.naming.frames }

  /// Drops what is known when it has become too much, or was read by other rules.
  ///
  /// - Parameters:
  ///   - file: the log that is read next.
  ///   - bytes: how many bytes somebody else keeps of the frames.
  /// - Returns: whether it was dropped: numbers of frames begin anew.
  package mutating func makeRoom(for file: LogFile, beside bytes: Int = 0) -> Bool {
    guard reading.naming.byteCount + bytes > Self.memory || reading.naming.plumbing != file.plumbing else {
      return false
    }
    reading = SecondReading(plumbing: file.plumbing)
    line = nil
    tangled.forget()
    return true
  }

  /// Fetches the bytes of all reports at once, unless they are too far apart or of several logs.
  ///
  /// - Parameter files: the logs, by the numbers that entries have of them.
  package mutating func fetch(_ reports: some Collection<ReportEntry>, of files: [LogFile]) {
    stretch = nil
    // A report of very many lines, or on a very long one, is mostly read with others already.
    guard let first = reports.first, !first.mayBeTangled, reports.allSatisfy({ $0.log == first.log }) else {
      return
    }
    let file = files[Int(first.log)]
    let range = reports.reduce(first.bytes) { range, report in
      min(range.lowerBound, report.start)..<max(range.upperBound, report.bytes.upperBound)
    }
    guard range.count <= Self.longestStretch else { return }
    file.fill(&buffer, range)
    stretch = (ObjectIdentifier(file), range)
  }

  /// Reads a report; nil when it is not in its log any more.
  package mutating func read(
    _ entry: ReportEntry, from file: LogFile, during: PrintedDuring? = nil
  ) -> Report? {
    let identity = ObjectIdentifier(file)
    if let line, line.range == entry.bytes, line.file == identity {
      return entry.report(among: drafts, during: during)
    }
    if let drafts = tangled.drafts(of: entry, in: file, &reading) {
      return entry.report(among: drafts, during: during)
    }
    var start = entry.start
    if let stretch, stretch.file == identity, stretch.range.contains(entry.start),
      entry.bytes.upperBound <= stretch.range.upperBound
    {
      start = stretch.range.lowerBound
    } else {
      stretch = nil
      file.fill(&buffer, entry.bytes)
    }
    line = nil
    let bytes = buffer
    // Fewer bytes than the report had are those of a log that was cut off since.
    let own = min(entry.start - start, bytes.count)..<min(entry.bytes.upperBound - start, bytes.count)
    guard
      reading.read(entry, bytes.span.extracting(own), related: { file.bytes(of: $0) }, into: &drafts)
    else { return nil }
    if drafts.isEmpty { drafts = reading.drafts(of: entry, amidst: file) }
    if drafts.count > 1, entry.line == entry.endLine { line = (identity, entry.bytes) }
    return entry.report(among: drafts, during: during)
  }

  /// Reads a report with its frames; nil when it is not in its log any more.
  package mutating func readDetailed(
    _ entry: ReportEntry, from file: LogFile, during: PrintedDuring?
  ) -> DetailedReport? {
    _ = makeRoom(for: file)
    return read(entry, from: file, during: during).map { DetailedReport(report: $0, frames: frames) }
  }
}
