/// The place of a line in the logs.
package struct LogPlace: Hashable, Sendable {
  /// The log, a position in the index.
  package var log: Int
  /// Its first byte in the log.
  package var start: Int
  /// Its physical line.
  package var line: Int

  /// A place.
  package init(log: Int, start: Int, line: Int) {
    self.log = log
    self.start = start
    self.line = line
  }
}
