internal import Glibc

/// A file that is written piece by piece beside the one whose place it takes when it is whole: whoever reads that one
/// has the old or the new, never a part.
///
/// What is not a file (a pipe, a device), or is named as an open one (`/dev/stdout`), has no place to take and is written
/// to at once.
package final class DraftFile {
  private let file: FileDescriptor
  /// The name until it is saved; nil when it is written in place, and when it is saved.
  private var draft: String?
  private let path: String

  /// Begins a file. A new one has the permissions that the user's programs give theirs, an old one keeps its own; a
  /// link stays, and what it leads to is replaced.
  package init(for path: String) throws(SystemError) {
    let old = try Self.kind(at: path)
    let isOpenFile =
      ["/dev/stdout", "/dev/stderr"].contains(path) || path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/")
    if let old, !old.isRegular || isOpenFile {
      if old.isFolder { throw SystemError(EISDIR) }
      // Whoever holds it open may have written before, and writes on.
      file = try Self.open(path, O_WRONLY | O_APPEND)
      (draft, self.path) = (nil, path)
      return
    }
    let target = old == nil ? path : SavedFile.resolved(path)
    let name = "\(target).\(String(UInt32.random(in: .min ... .max), radix: 36)).part"
    file = try Self.open(name, O_WRONLY | O_CREAT | O_EXCL)
    (draft, self.path) = (name, target)
    if let old { _ = fchmod(file.number, old.permissions) }
  }

  deinit { if let draft { unlink(draft) } }

  /// Writes what comes next.
  package func append(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      written += try SystemCall.retrying {
        bytes.withUnsafeBytes {
          Glibc.write(file.number, $0.baseAddress.map { $0 + written }, $0.count - written)
        }
      }
    }
  }

  /// Puts it in its place.
  package func save() throws(SystemError) {
    guard let draft else { return }
    // What a name leads to must be on the disk before the name does.
    _ = try SystemCall.retrying { fsync(file.number) }
    _ = try SystemCall.retrying { rename(draft, path) }
    self.draft = nil
  }

  private static func kind(at path: String) throws(SystemError) -> FileKind? {
    do throws(SystemError) {
      return try FileKind.looking(at: path)
    } catch {
      if error.code == ENOENT, !path.isEmpty, !path.utf8.contains(0) { return nil }
      throw error
    }
  }

  private static func open(_ path: String, _ flags: Int32) throws(SystemError) -> FileDescriptor {
    FileDescriptor(owning: try SystemCall.retrying { Glibc.open(path, flags | O_CLOEXEC | O_NOCTTY, 0o666) })
  }
}
