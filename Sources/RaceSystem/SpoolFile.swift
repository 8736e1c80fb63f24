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
    let temporary = try TemporaryFile(named: "\(folder)/racetui-")
    temporary.remove()
    return temporary.file
  }
}
