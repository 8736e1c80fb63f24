/// Reports that no test has been blamed for yet.
struct UnclaimedReports {
  /// A report that has ended.
  struct Report: Equatable, Sendable {
    var start: Int
    var end: Int
    /// What stands before each of its lines.
    var prefix: LinePrefix
  }

  /// How far below a report, in bytes, the line may stand that claims it.
  static let reach = ScanLimits.memory

  private var reports: [TextStream: [Report]] = [:]

  /// Adds a report that has ended.
  mutating func add(_ report: Report, of stream: TextStream) {
    reports[stream, default: []].append(report)
    if let all = reports[stream], all.count > 1000 {
      reports[stream] = all.filter { $0.end > report.end - Self.reach }
    }
  }

  /// Takes the reports of a stream that a line at `place` claims.
  mutating func take(of stream: TextStream, at place: Int) -> [Report] {
    guard let all = reports.removeValue(forKey: stream) else { return [] }
    return all.filter { $0.end > place - Self.reach }
  }

  /// The reports, by stream, that a line behind `place` can still claim.
  func within(reachOf place: Int) -> [TextStream: [Report]] {
    reports.mapValues { $0.filter { $0.end > place - Self.reach } }.filter { !$0.value.isEmpty }
  }
}
