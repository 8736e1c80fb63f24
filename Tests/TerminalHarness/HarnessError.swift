import Glibc

/// The reason why a run could not be started, or the condition that was not met in time.
public struct HarnessError: Error, CustomStringConvertible {
  /// A sentence, and the screen if there is one.
  public let description: String

  /// A reason.
  public init(description: String) { self.description = description }
}

extension HarnessError {
  /// A failed system call.
  public static func system(_ call: String) -> HarnessError {
    HarnessError(description: "\(call): \(String(cString: strerror(errno)))")
  }
}
