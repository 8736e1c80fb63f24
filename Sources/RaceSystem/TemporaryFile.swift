internal import Glibc

/// A new file that only this user can read and write.
package struct TemporaryFile {
  /// The file, open for reading and writing.
  package let file: FileDescriptor
  /// Where it is.
  package let path: String

  /// Makes one.
  ///
  /// - Parameter start: its path, to which six characters are added to make it unique.
  package init(named start: String) throws(SystemError) {
    let pattern = Array("\(start)XXXXXX\0".utf8.map { CChar(bitPattern: $0) })
    var template = pattern
    let number = try SystemCall.opening {
      template = pattern
      return mkstemp(&template)
    }
    file = FileDescriptor(owning: number)
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Removes it from its folder; it disappears with its last descriptor.
  package func remove() { unlink(path) }
}
