internal import Glibc

/// What the system says about a path, links followed.
struct FileKind: Sendable {
  /// Whether it is a file whose bytes can be read by position: no folder, device, pipe or socket.
  let isRegular: Bool
  let isFolder: Bool
  /// Bytes of the file.
  let size: Int
  let modified: timespec
  /// The file itself, under whatever name.
  let identity: Identity

  /// A file's number and that of its file system.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  init(_ info: stat) {
    isRegular = info.st_mode & S_IFMT == S_IFREG
    isFolder = info.st_mode & S_IFMT == S_IFDIR
    size = Int(info.st_size)
    modified = info.st_mtim
    identity = Identity(device: UInt64(info.st_dev), number: UInt64(info.st_ino))
  }

  /// Asks about a path; nil when nothing is there.
  static func of(_ path: String) -> FileKind? {
    var info = stat()
    // The system would read a name only up to a NUL.
    guard !path.isEmpty, !path.utf8.contains(0), stat(path, &info) == 0 else { return nil }
    return FileKind(info)
  }

  /// Asks about an open file.
  static func of(_ descriptor: Int32) -> FileKind? {
    var info = stat()
    return fstat(descriptor, &info) == 0 ? FileKind(info) : nil
  }
}
