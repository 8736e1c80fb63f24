internal import Glibc

/// Why an input cannot be read, worded for the person who named it.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The input as the user named it.
  public let name: String
  /// What is wrong.
  public let cause: String

  /// An input and what is wrong with it.
  public init(name: String, cause: String) {
    self.name = name
    self.cause = cause
  }

  /// An input and the system's word for what is wrong with it.
  init(name: String, errno code: Int32) {
    self.init(name: name, cause: String(cString: strerror(code)))
  }

  /// One line for standard error.
  public var description: String { "\(LogFile.title(name)): \(cause)" }
}
