internal import Glibc

/// A file that no one else can see and that is gone with the last descriptor of it.
package enum SpoolFile {
  /// The folder in which it is made: `TMPDIR`, or `/tmp`.
  package static var folder: String {
    let wanted = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return wanted.isEmpty ? "/tmp" : wanted
  }

  /// Makes an empty one.
  package static func open() throws(SystemError) -> FileDescriptor {
    let pattern = Array("\(folder)/racetui-XXXXXX\0".utf8.map { CChar(bitPattern: $0) })
    var template = pattern
    let descriptor = try SystemCall.opening {
      template = pattern
      return mkstemp(&template)
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    return FileDescriptor(owning: descriptor)
  }
}
