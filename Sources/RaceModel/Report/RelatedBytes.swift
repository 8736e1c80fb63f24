/// Bytes of a log that belong to a report elsewhere.
public struct RelatedBytes: Hashable, Sendable {
  /// The first byte.
  public var start: Int
  /// How many bytes.
  public var count: Int
  /// The physical line of the first byte.
  public var line: Int
}
