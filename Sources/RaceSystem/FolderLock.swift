internal import Glibc

/// A lock on a folder against other programs that use the same lock, held until it is released or the program
/// ends.
package struct FolderLock: ~Copyable {
  private let folder: FileDescriptor

  /// Waits for the lock.
  ///
  /// - Parameter seconds: how long to wait; after that the error is `EWOULDBLOCK`.
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
