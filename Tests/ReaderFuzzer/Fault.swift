/// An error found in the results for an input.
struct Fault: CustomStringConvertible {
  /// The broken promise.
  enum Promise: String, CaseIterable {
    /// The result does not depend on the chunk size.
    case chunks
    /// Reading a large log in segments on two threads gives the same as reading it in one go.
    case segments
    /// Continuing a log as it grows gives the same as reading it at once.
    case growth
    /// The list agrees with each report when it is read again.
    case listed
    /// Every report can be read again.
    case lost
    /// Bytes and lines of reports are inside the log, in order.
    case places
    /// The export is JSON and contains every report.
    case json
    /// The export for compiler error parsers has a line with a place for each message.
    case warnings
    /// The export for issues has at most a megabyte, and only text.
    case markdown
    /// The exports for other programs are readable by them, and contain every race.
    case sharing
    /// The output for a report does not depend on the reports read before it.
    case memory
    /// No shown text can control a terminal.
    case control
    /// The time for reading and drawing is proportional to the log's size.
    case time
    /// The program neither traps nor hangs.
    case survival
  }

  /// The broken promise.
  var promise: Promise
  /// How it is broken.
  var detail: String

  init(_ promise: Promise, _ detail: String) {
    self.promise = promise
    self.detail = detail
  }

  var description: String { "\(promise.rawValue): \(detail)" }
}
