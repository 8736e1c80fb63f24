internal import Glibc

/// Keeps other programs that ask for the same lock out of a folder until it is let go, or the program ends in whatever way.
package struct FolderLock: ~Copyable {
  private let folder: FileDescriptor

  /// Waits for the lock.
  ///
  /// - Parameter seconds: how long it waits; then the error is `EWOULDBLOCK`.
  package init(_ path: String, seconds: Int) throws(SystemError) {
    let folder = try FileDescriptor.open(path, flags: O_DIRECTORY)
    var tries = seconds * 100
    while flock(folder.number, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, tries > 0 else { throw .last }
      tries -= 1
      usleep(10_000)
    }
    self.folder = folder
  }
}
