import Glibc
import Synchronization

/// A pipe whose ends are closed in children.
struct Pipe {
  let readEnd: Int32
  let writeEnd: Int32

  /// A program may end before it has read everything; that must not end the tests. Children get the default action
  /// back.
  private static let ignoresBrokenPipes = signal(SIGPIPE, SIG_IGN)

  init() throws(HarnessError) {
    _ = Self.ignoresBrokenPipes
    let ends: (Int32, Int32)? = ChildProcess.lock.withLock { _ in
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return (ends[0], ends[1])
    }
    guard let ends else { throw HarnessError(description: "no pipe: \(String(cString: strerror(errno)))") }
    (readEnd, writeEnd) = ends
  }
}

/// Writes everything, in as many calls as needed; gives up on an error.
func writeAll(_ bytes: some Sequence<UInt8>, to descriptor: Int32) {
  var rest = Array(bytes)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return }
    rest = rest.dropFirst(count)
  }
}
