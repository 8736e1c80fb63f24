internal import Glibc

/// A file that nobody else can see and that disappears with its last descriptor.
package enum SpoolFile {
  /// Creates an empty one.
  package static func open() throws(SystemError) -> FileDescriptor {
    let temporary = try TemporaryFile(named: "\(Environment.temporaryFolder)/racetui-")
    temporary.remove()
    return temporary.file
  }
}
