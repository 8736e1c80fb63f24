extension DetailedReport {
  /// Reads all reports of a log whole, in the order in which they end. A list of the log has the same ones
  /// in this order: what is not kept for the list must not change what is found.
  package static func all(in bytes: [UInt8]) -> [DetailedReport] {
    var scanner = LogScanner<ReportSink>()
    _ = scanner.scan(bytes.span, from: 0, base: 0, isLast: true)
    let frames = scanner.naming.frames
    return scanner.sink.finished.map { DetailedReport(report: Report($0, during: nil), frames: frames) }
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
  package func read(
    _ bytes: Span<UInt8>, related: [[UInt8]] = [], during: PrintedDuring?, plumbing: UserPlumbing = .none
  ) -> DetailedReport? {
    var reading = SecondReading(plumbing: plumbing)
    let texts = Dictionary(zip(self.related, related)) { $1 }
    guard let report = reading.report(self, bytes, related: { texts[$0] ?? [] }, during: during) else {
      return nil
    }
    return DetailedReport(report: report, frames: reading.naming.frames)
  }

  /// Reads the report whole from its log.
  package func read(from file: LogFile, during: PrintedDuring?) -> DetailedReport? {
    var reader = ReportReader(plumbing: file.plumbing)
    guard let report = reader.read(self, from: file, during: during) else { return nil }
    return DetailedReport(report: report, frames: reader.frames)
  }

  /// Whether its lines may be mixed with those of very many other reports: one reader should read them all.
  package var mayBeTangled: Bool { byteCount >= TangledReports.shortest }

  /// The entry's own report.
  func report(among drafts: [ReportDraft], during: PrintedDuring?) -> Report? {
    // They are mostly in order: of thousands on one line each is looked for.
    let position = Int(ordinal)
    if position < drafts.count, drafts[position].extent.ordinal == ordinal {
      return Report(drafts[position], during: during)
    }
    guard let draft = drafts.first(where: { $0.extent.ordinal == ordinal }) ?? drafts.first else {
      return nil
    }
    return Report(draft, during: during)
  }
}

extension LogFile {
  /// The bytes of a place that a report refers to.
  func bytes(of related: RelatedBytes) -> [UInt8] { bytes(related.start..<related.start + related.count) }
}
