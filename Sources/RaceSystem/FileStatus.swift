package import Glibc

/// The system's facts about a file.
package struct FileStatus: Sendable {
  /// The kinds of files.
  package enum Kind: Hashable, Sendable {
    /// A file whose bytes can be read by position.
    case file
    case folder
    case pipe
    case link
    /// A device, a socket.
    case other
  }

  /// A file's number and that of its file system.
  package struct Identity: Hashable, Sendable {
    package let device: UInt64
    package let number: UInt64
  }

  /// Its kind.
  package let kind: Kind
  /// Bytes of the file.
  package let size: Int
  /// When it was last changed.
  package let modified: timespec
  /// Its permissions: the bits that `chmod` takes.
  package let permissions: mode_t
  /// The file itself.
  package let identity: Identity

  /// Whether it is a file whose bytes can be read by position.
  package var isRegular: Bool { kind == .file }
  /// Whether it is a folder.
  package var isFolder: Bool { kind == .folder }

  init(_ info: stat) {
    kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFIFO: .pipe
      case S_IFLNK: .link
      default: .other
      }
    size = Int(info.st_size)
    modified = info.st_mtim
    permissions = info.st_mode & 0o7777
    identity = Identity(device: UInt64(info.st_dev), number: UInt64(info.st_ino))
  }

  /// Examines a path, following links; nil if nothing is there.
  package static func of(_ path: String) -> FileStatus? { try? looking(at: path) }

  /// Examines a path.
  ///
  /// - Parameter followsLink: whether to follow a link.
  package static func looking(at path: String, followsLink: Bool = true) throws(SystemError) -> FileStatus {
    // The system would read a name only up to a NUL.
    if path.isEmpty || path.utf8.contains(0) { throw SystemError(ENOENT) }
    var info = stat()
    _ = try SystemCall.retrying {
      FileName.withCString(path) { followsLink ? stat($0, &info) : lstat($0, &info) }
    }
    return FileStatus(info)
  }

  /// Whether a path may be read.
  package static func checkReadable(_ path: String) throws(SystemError) {
    _ = try SystemCall.retrying { FileName.withCString(path) { access($0, R_OK) } }
  }
}
