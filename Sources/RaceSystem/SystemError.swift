internal import Glibc

/// Why the system refused something.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The system's error number, such as `ENOENT`.
  package let code: Int32

  /// An error by its number.
  package init(_ code: Int32) { self.code = code }

  /// The error of the call that failed last on this thread.
  static var last: SystemError { SystemError(errno) }

  /// The system's words: `No such file or directory`.
  package var description: String { String(cString: strerror(code)) }
}

/// System calls that a signal can interrupt.
enum SystemCall {
  /// Repeats the call until no signal interrupts it.
  ///
  /// - Returns: the result of the call, never negative.
  @inline(__always)
  static func retrying<Result: SignedInteger>(_ call: () -> Result) throws(SystemError) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw .last }
    }
  }

  /// The same for a call that creates a descriptor: if none is left, reopenable files are closed.
  static func opening(_ call: () -> Int32) throws(SystemError) -> Int32 {
    while true {
      do throws(SystemError) {
        return try retrying(call)
      } catch {
        guard error.code == EMFILE || error.code == ENFILE, OpenFiles.closeOldest() else { throw error }
      }
    }
  }
}
