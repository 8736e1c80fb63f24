internal import Glibc

/// A file written piece by piece beside the one that it replaces when complete: readers see the old file or
/// the new one, never a part.
///
/// Anything but a file (a pipe, a device), or the name of an open one (`/dev/stdout`), cannot be replaced and
/// is written directly.
package final class DraftFile {
  private let file: FileDescriptor
  /// The name until it is saved; nil when it is written in place, and after saving.
  private var draft: String?
  private let path: String

  /// Begins a file. A new one has the user's default permissions, an old one keeps its own; a link stays, and
  /// its target is replaced.
  ///
  /// - Parameter mode: its permissions, whatever they were; nil for the above.
  package init(for path: String, mode: UInt32? = nil) throws(SystemError) {
    let old = try Self.kind(at: path)
    let isOpenFile =
      ["/dev/stdout", "/dev/stderr"].contains(path) || path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/")
    if let old, !old.isRegular || isOpenFile {
      if old.isFolder { throw SystemError(EISDIR) }
      // Another owner of the open file may have written before, and continues.
      file = try Self.open(path, O_WRONLY | O_APPEND)
      (draft, self.path) = (nil, path)
      return
    }
    let target = old == nil ? path : FileName.resolved(path) ?? path
    let name = "\(target).\(String(UInt32.random(in: .min ... .max), radix: 36))\(Self.end)"
    // Nobody else may read it before its permissions are known.
    file = try Self.open(name, O_WRONLY | O_CREAT | O_EXCL, mode: mode == nil ? 0o666 : 0o600)
    (draft, self.path) = (name, target)
    if let mode {
      _ = try SystemCall.retrying { fchmod(file.number, mode_t(mode)) }
    } else if let old {
      _ = fchmod(file.number, old.permissions)
    }
  }

  deinit { if let draft { FileName.withCString(draft) { _ = unlink($0) } } }

  /// Writes what comes next.
  package func append(_ bytes: [UInt8]) throws(SystemError) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(SystemError) in
      try FileDescriptor.write(UnsafeRawBufferPointer(buffer), to: file.number)
    }
  }

  /// Puts it in place.
  package func save() throws(SystemError) {
    guard let draft else { return }
    // The contents must be on disk before the name.
    _ = try SystemCall.retrying { fsync(file.number) }
    _ = try SystemCall.retrying { Self.rename(draft, path) }
    self.draft = nil
  }

  private static func rename(_ draft: String, _ path: String) -> Int32 {
    FileName.withCString(draft) { draft in FileName.withCString(path) { Glibc.rename(draft, $0) } }
  }

  /// Removes drafts of programs that were killed while they wrote a file. Nobody else may write it now.
  package static func removeLeftovers(of path: String) {
    let target = FileName.resolved(path) ?? path
    let slash = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
    let (folder, name) = (target[..<slash], target[slash...])
    guard let entries = try? Folder(reading: folder.isEmpty ? "." : String(folder)).entries else { return }
    for entry in entries where entry.isExact && entry.name.hasPrefix("\(name).") {
      let middle = entry.name.dropFirst(name.count + 1)
      if middle.hasSuffix(end), !middle.dropLast(end.count).contains(".") {
        FileName.withCString(folder + entry.name) { _ = unlink($0) }
      }
    }
  }

  /// The suffix of draft names.
  private static let end = ".part"

  private static func kind(at path: String) throws(SystemError) -> FileStatus? {
    do throws(SystemError) {
      return try FileStatus.looking(at: path)
    } catch {
      if error.code == ENOENT, !path.isEmpty, !path.utf8.contains(0) { return nil }
      throw error
    }
  }

  private static func open(
    _ path: String, _ flags: Int32, mode: mode_t = 0o666
  ) throws(SystemError) -> FileDescriptor {
    FileDescriptor(
      owning: try SystemCall.retrying {
        FileName.withCString(path) { Glibc.open($0, flags | O_CLOEXEC | O_NOCTTY, mode) }
      })
  }
}
