internal import Glibc
internal import Synchronization

/// A file that is read by position. Its descriptor is closed when very many files are open, and the file is
/// reopened for the next read.
package final class ReopenableFile: Sendable {
  private let path: String
  private let identity: FileStatus.Identity
  private let held: Mutex<FileDescriptor?>

  /// A file just opened by its path.
  package init(_ file: FileDescriptor, path: String, identity: FileStatus.Identity) {
    self.path = path
    self.identity = identity
    held = Mutex(file)
    OpenFiles.add(self)
  }

  /// The open file.
  ///
  /// - Throws: `ESTALE` if another file has its name now.
  package func opened() throws(SystemError) -> FileDescriptor {
    if let file = held.withLock({ $0 }) { return file }
    let file = try FileDescriptor.open(path)
    guard file.status?.identity == identity else { throw SystemError(ESTALE) }
    held.withLock { $0 = file }
    OpenFiles.add(self)
    return file
  }

  /// Whether it is open now.
  package var isOpen: Bool { held.withLock { $0 != nil } }

  /// Closes the descriptor: at once, or after the present read.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  package func close() -> Bool {
    held.withLock { held in
      defer { held = nil }
      return held != nil
    }
  }
}

/// The files whose descriptors can be closed, the earliest opened first.
enum OpenFiles {
  /// Descriptors reserved for everything else: pipes, programs, the terminal.
  private static let reserve = 32

  private struct Entry {
    weak var file: ReopenableFile?
  }

  private struct Queue {
    var entries: [Entry] = []
    /// Entries before this one are used up.
    var front = 0

    var count: Int { entries.count - front }

    mutating func take() -> ReopenableFile? {
      while front < entries.count {
        let file = entries[front].file
        front += 1
        if front > entries.count / 2 {
          entries.removeFirst(front)
          front = 0
        }
        if let file { return file }
      }
      return nil
    }
  }

  private static let queue = Mutex(Queue())

  /// Adds an opened file, and closes others if there are too many.
  static func add(_ file: ReopenableFile) {
    queue.withLock { $0.entries.append(Entry(file: file)) }
    while queue.withLock({ $0.count }) > most, closeOldest() {}
  }

  /// Closes the file that was opened first.
  ///
  /// - Returns: false if there is none.
  static func closeOldest() -> Bool {
    while let file = queue.withLock({ $0.take() }) {
      if file.close() { return true }
    }
    return false
  }

  /// How many may be open at a time.
  private static var most: Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 8 }
    return max(8, Int(clamping: limit.rlim_cur) - reserve)
  }
}
