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

  /// The race a report belongs to; nil for an unknown identity.
  package func race(of id: ReportID) -> Race? { position(of: id).map { races[Int(reports[$0].race)] } }

  /// The race of a key; nil for an unknown one.
  package func race(of key: RaceKey) -> Race? { position(of: key).map { races[$0] } }
}
