/// The number of a site in its index.
public struct SiteID: Hashable, Sendable {
  /// The position in the index's list of sites; negative for a side that is not in the log.
  public let index: Int32
  /// A side that is not in the log.
  public static let missing = SiteID(index: -1)
}
