/// Reports that no test has been blamed for yet.
struct UnclaimedReports {
  /// A report that has ended.
  struct EndedReport: Equatable, Sendable {
    var start: Int
    var end: Int
    /// What stands before each of its lines.
    var prefix: LinePrefix
  }

  /// How far below a report, in bytes, the line may stand that claims it.
  static let reach = ScanLimits.memory

  /// The reports of one stream.
  private struct OfStream {
    var reports: [EndedReport] = []
    /// With how many reports those are looked for that are out of reach.
    var sweepCount = 1000
  }

  /// By the positions of the streams.
  private var streams: [OfStream] = []

  /// Adds a report that has ended.
  mutating func add(_ report: EndedReport, of stream: TextStream) {
    while streams.count <= stream.position { streams.append(OfStream()) }
    let index = stream.position
    streams[index].reports.append(report)
    guard streams[index].reports.count > streams[index].sweepCount else { return }
    streams[index].reports.removeAll { $0.end <= report.end - Self.reach }
    // Where very many are within reach, as on one line, they are not looked through with each.
    streams[index].sweepCount = max(1000, 2 * streams[index].reports.count)
  }

  /// Gives up the reports of a stream that are of the writer of a prefix.
  mutating func giveUp(_ prefix: LinePrefix, of stream: TextStream) {
    guard has(stream) else { return }
    streams[stream.position].reports.removeAll { prefix.isOfWriter(of: $0.prefix) }
  }

  /// Takes the reports of a stream that a line at `position` claims.
  mutating func take(of stream: TextStream, at position: Int) -> [EndedReport] {
    guard has(stream) else { return [] }
    defer { streams[stream.position].reports = [] }
    return streams[stream.position].reports.filter { $0.end > position - Self.reach }
  }

  /// The reports, by stream, that a line behind `position` can still claim.
  func within(reachOf position: Int) -> [TextStream: [EndedReport]] {
    var found: [TextStream: [EndedReport]] = [:]
    for (index, one) in streams.enumerated() {
      let reports = one.reports.filter { $0.end > position - Self.reach }
      if !reports.isEmpty { found[TextStream(position: index)] = reports }
    }
    return found
  }

  private func has(_ stream: TextStream) -> Bool {
    stream.position < streams.count && !streams[stream.position].reports.isEmpty
  }
}
