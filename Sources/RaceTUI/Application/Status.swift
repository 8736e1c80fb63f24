internal import ArgumentParser

/// Exit statuses, after BSD's sysexits.
enum Status {
  /// It is undecidable whether there are new races.
  static let cannotTell = ExitCode(2)
  /// An input cannot be read.
  static let noInput = ExitCode(66)
  /// The system has no thread or descriptor left.
  static let systemFailed = ExitCode(71)
  /// The configuration file is wrong.
  static let configuration = ExitCode(78)
  /// There is no terminal to draw on.
  static let unavailable = ExitCode(69)
  /// Output cannot be written.
  static let outputFailed = ExitCode(74)
}
