/// Where a line stands in the logs.
package struct LogPlace: Hashable, Sendable {
  /// The source, a position in the index.
  package var source: Int
  /// Its first byte in the source.
  package var start: Int
  /// Its physical line.
  package var line: Int

  /// A place.
  package init(source: Int, start: Int, line: Int) {
    self.source = source
    self.start = start
    self.line = line
  }
}
