internal import Glibc

/// A file that no one else can see and that is gone with the last descriptor of it.
package enum SpoolFile {
  /// Makes an empty one.
  package static func open() throws(SystemError) -> FileDescriptor {
    let temporary = try TemporaryFile(named: "\(Environment.temporaryFolder)/racetui-")
    temporary.remove()
    return temporary.file
  }
}
