import Glibc

/// Why a run could not be started, or what did not come to be in time.
public struct HarnessError: Error, CustomStringConvertible {
  /// A sentence, and the screen where there is one.
  public let description: String

  /// A reason.
  public init(description: String) { self.description = description }
}

extension HarnessError {
  /// A call of the system failed.
  public static func system(_ call: String) -> HarnessError {
    HarnessError(description: "\(call): \(String(cString: strerror(errno)))")
  }
}
