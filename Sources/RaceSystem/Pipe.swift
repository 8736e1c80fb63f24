internal import Glibc
internal import Synchronization

/// A pipe that no program inherits.
package struct Pipe: Sendable {
  /// The end to read from.
  package let output: FileDescriptor
  /// The end to write to.
  package let input: FileDescriptor

  /// An empty pipe.
  ///
  /// - Parameter isWaiting: whether reading waits for bytes, and writing for room.
  package init(isWaiting: Bool = true) throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    // A child started between these calls would keep an end open, so ChildProcess shares the lock.
    try ChildProcess.starting.withLock { _ throws(SystemError) in
      _ = try SystemCall.opening { pipe(&ends) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    if !isWaiting { for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) } }
    output = FileDescriptor(owning: ends[0])
    input = FileDescriptor(owning: ends[1])
  }

  /// Makes a non-blocking pipe readable.
  package func ring() {
    let byte: UInt8 = 1
    _ = withUnsafeBytes(of: byte) { write(input.number, $0.baseAddress, 1) }
  }

  /// Reads one wake-up byte.
  package func silence() {
    var byte: UInt8 = 0
    _ = withUnsafeMutableBytes(of: &byte) { read(output.number, $0.baseAddress, 1) }
  }
}
