internal import Glibc

/// The names in a folder, except its own and its parent's.
package struct Folder {
  /// A name in a folder.
  package struct Entry {
    /// The name, see `FileName` for one that is not UTF-8.
    package let name: String
    /// Whether the name is UTF-8.
    package var isExact: Bool { !FileName.holdsBytes(name) }
    /// The kind of file, if the folder says so.
    package let kind: FileStatus.Kind?
  }

  /// The names, sorted.
  package let entries: [Entry]
  /// The file system that the folder is on.
  package let device: UInt64?

  /// Reads a folder.
  ///
  /// - Parameters:
  ///   - followsLink: whether the path may be a link to a folder.
  ///   - device: the only file system that it may be on: another may be generated while it is read.
  package init(reading path: String, followsLink: Bool = true, on device: UInt64? = nil) throws(SystemError) {
    let flags = O_DIRECTORY | O_NONBLOCK | (followsLink ? 0 : O_NOFOLLOW)
    let descriptor = try FileDescriptor.open(path, flags: flags)
    let own = descriptor.status?.identity.device
    if let device, own != device { throw SystemError(EXDEV) }
    self.device = own
    let copy = try SystemCall.opening { fcntl(descriptor.number, F_DUPFD_CLOEXEC, 3) }
    guard let stream = fdopendir(copy) else {
      close(copy)
      throw .last
    }
    defer { closedir(stream) }
    entries = Self.entries(stream)
  }

  private static func entries(_ stream: OpaquePointer) -> [Entry] {
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let kind = kind(Int32(entry.pointee.d_type))
      withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          entries.append(Entry(name: FileName.text(name), kind: kind))
        }
      }
    }
    return entries.filter { $0.name != "." && $0.name != ".." }.sorted { $0.name < $1.name }
  }

  private static func kind(_ type: Int32) -> FileStatus.Kind? {
    switch type {
    case Int32(DT_DIR): .folder
    case Int32(DT_REG): .file
    case Int32(DT_LNK): .link
    case Int32(DT_FIFO): .pipe
    case Int32(DT_UNKNOWN): nil
    default: .other
    }
  }
}
