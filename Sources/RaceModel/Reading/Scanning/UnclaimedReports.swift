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

  private var reports: [TextStream: [EndedReport]] = [:]
  /// With how many reports of a stream those are looked for that are out of reach; a thousand where nothing is said.
  private var sweeps: [TextStream: Int] = [:]

  /// Adds a report that has ended.
  mutating func add(_ report: EndedReport, of stream: TextStream) {
    reports[stream, default: []].append(report)
    guard let count = reports[stream]?.count, count > sweeps[stream, default: 1000] else { return }
    reports[stream]?.removeAll { $0.end <= report.end - Self.reach }
    // Where very many are within reach, as on one line, they are not looked through with each.
    sweeps[stream] = max(1000, 2 * (reports[stream]?.count ?? 0))
  }

  /// Gives up the reports of a stream that are of the writer of a prefix.
  mutating func giveUp(_ prefix: LinePrefix, of stream: TextStream) {
    guard reports[stream]?.isEmpty == false else { return }
    reports[stream]?.removeAll { prefix.isOfWriter(of: $0.prefix) }
  }

  /// Takes the reports of a stream that a line at `position` claims.
  mutating func take(of stream: TextStream, at position: Int) -> [EndedReport] {
    guard let all = reports.removeValue(forKey: stream) else { return [] }
    return all.filter { $0.end > position - Self.reach }
  }

  /// The reports, by stream, that a line behind `position` can still claim.
  func within(reachOf position: Int) -> [TextStream: [EndedReport]] {
    reports.mapValues { $0.filter { $0.end > position - Self.reach } }.filter { !$0.value.isEmpty }
  }
}
