/// Something that must not be, found in what was made of an input.
struct Fault: CustomStringConvertible {
  /// Which promise is broken.
  enum Promise: String, CaseIterable {
    /// What is found does not depend on how many bytes are read at a time.
    case chunks
    /// A large log read in pieces on two threads gives what reading it in one piece gives.
    case segments
    /// A log that is read on as it grows gives what reading it at once gives.
    case growth
    /// What the list says of a report is what the report says when it is read again.
    case listed
    /// Every report can be read again.
    case lost
    /// Bytes and lines of reports lie in the log, in order.
    case places
    /// The export is JSON and holds every report.
    case json
    /// The export for compilers' readers has a line with a place for each thing that it says.
    case warnings
    /// The export for issues has a megabyte at most, and nothing but text.
    case markdown
    /// The exports for other programs are what those read, and have every race.
    case sharing
    /// What is said of a report does not depend on which reports were read before it.
    case memory
    /// Nothing that is shown can steer a terminal.
    case control
    /// The time that reading and drawing take is in proportion to the log.
    case time
    /// The program neither traps nor hangs.
    case survival
  }

  /// Which promise is broken.
  var promise: Promise
  /// How.
  var detail: String

  init(_ promise: Promise, _ detail: String) {
    self.promise = promise
    self.detail = detail
  }

  var description: String { "\(promise.rawValue): \(detail)" }
}
