/// Where a line stands in the logs.
public struct LogPlace: Hashable, Sendable {
  /// The source, a position in the index.
  public var source: Int
  /// Its first byte in the source.
  public var start: Int
  /// Its physical line.
  public var line: Int

  /// A place.
  public init(source: Int, start: Int, line: Int) {
    self.source = source
    self.start = start
    self.line = line
  }
}
