/// The identity of a report among all that were read: it stays when the log grows and positions change.
public struct ReportID: Hashable, Sendable {
  /// The log, by its number among the inputs.
  public let log: Int32
  /// Its first byte in the log.
  public let start: Int
  /// How many reports begin on the same line before it.
  public let ordinal: Int32
}

extension ReportEntry {
  /// The report's identity.
  public var id: ReportID { ReportID(log: log, start: start, ordinal: ordinal) }
}

extension LogIndex {
  /// The present position of a report in `reports`; nil for an unknown identity.
  public func position(of id: ReportID) -> Int? { reports.lastIndex { $0.id == id } }
}
