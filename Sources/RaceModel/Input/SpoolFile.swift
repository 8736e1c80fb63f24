internal import Glibc

/// A file that no one else can see and that is gone with the last descriptor of it.
enum SpoolFile {
  /// Makes an empty one.
  ///
  /// - Parameter name: what it holds a copy of, for the error.
  static func open(name: String) throws(InputError) -> Int32 {
    let wanted = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let folder = wanted.isEmpty ? "/tmp" : wanted
    var template = Array("\(folder)/racetui-XXXXXX\0".utf8.map { CChar(bitPattern: $0) })
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw InputError(name: name, cause: .noCopy(folder: folder, errno: errno))
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    return descriptor
  }

  /// Writes bytes at a place; where reading would begin does not move.
  static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at offset: Int, name: String
  ) throws(InputError) {
    var written = 0
    while written < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written, off_t(offset + written))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw InputError(name: name, cause: .noRoom(errno: count < 0 ? errno : ENOSPC))
      }
      written += count
    }
  }
}
