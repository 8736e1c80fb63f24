internal import Glibc
package import RaceModel
internal import RaceSystem

/// A triage file, or a baseline, on disk. Each change reads it again, so that two programs do not undo each
/// other's changes, and replaces the whole file.
package struct TriageStore: Hashable, Sendable {
  /// Where it is.
  package let path: String
  /// Its title, for people who open it.
  private let title: String

  /// The maximum size of a file.
  package static let largest = 16 << 20
  /// Seconds to wait for another program.
  private static let patience = 1

  /// The file at a path, whether it exists or not.
  package init(path: String, title: String = "racetui triage") {
    (self.path, self.title) = (path, title)
  }

  /// The file with a name in the nearest `.racetui` of some folders, or where it would be created: beside the
  /// nearest `.git`, else in the first folder.
  package static func find(_ name: String, in folders: [String], title: String) -> TriageStore {
    let own = folders.first { access("\($0)/.racetui/\(name)", F_OK) == 0 }
    let folder = own ?? folders.first { access("\($0)/.racetui", F_OK) == 0 }
    let root = folder ?? folders.first { access("\($0)/.git", F_OK) == 0 } ?? folders.first ?? "."
    return TriageStore(path: "\(root)/.racetui/\(name)", title: title)
  }

  /// Whether the file exists.
  package var exists: Bool { access(path, F_OK) == 0 }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// Reads the file; a missing one has no entries.
  package func read() throws(TriageError) -> TriageFile {
    let bytes: [UInt8]
    do throws(SystemError) {
      let file = try FileDescriptor.open(path, flags: O_NONBLOCK)
      guard file.status?.kind == .file else { throw SystemError(EINVAL) }
      bytes = try file.read(upTo: Self.largest + 1)
    } catch {
      if error.code == ENOENT { return TriageFile(title: title) }
      throw TriageError(path: path, cause: error.code == EINVAL ? "not a regular file" : "\(error)")
    }
    guard bytes.count <= Self.largest else { throw TriageError(path: path, cause: "larger than 16 MiB") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TriageError(path: path, cause: "not UTF-8 text")
    }
    return text.isEmpty ? TriageFile(title: title) : TriageFile(text: text)
  }

  /// Changes the present file on disk.
  ///
  /// - Returns: its new contents.
  @discardableResult
  package func change(_ edit: (inout TriageFile) -> Void) throws(TriageError) -> TriageFile {
    // A link stays; programs that write through it, or without it, wait for each other.
    let target = FileName.resolved(path) ?? path
    let folder = Self.folder(of: target)
    let lock: FolderLock
    do throws(SystemError) {
      try SavedFile.makeFolders(folder, mode: 0o777)
      lock = try FolderLock(folder, seconds: Self.patience)
    } catch {
      let isBusy = error.code == EWOULDBLOCK
      throw TriageError(path: path, cause: isBusy ? "another program is writing it" : "\(error)")
    }
    let old = try read()
    guard !old.hasConflict else {
      throw TriageError(path: path, cause: "has a merge conflict: resolve it first")
    }
    var new = old
    edit(&new)
    guard new != old || !exists else { return new }
    do throws(SystemError) {
      try SavedFile.write(Array(new.text.utf8), to: target, mode: mode)
    } catch {
      throw TriageError(path: path, cause: "cannot be written: \(error)")
    }
    DraftFile.removeLeftovers(of: target)
    _ = consume lock
    return new
  }

  /// Changes marks on races.
  package func answer(_ changes: [TriageChange]) -> TriageAnswer {
    TriageAnswer(
      changes,
      Result { () throws(TriageError) in
        try change { file in for change in changes { file.set(change.key, change.entry) } }
      })
  }

  /// Its permissions: those of the old file, or the user's for new files.
  private var mode: UInt32 {
    var info = stat()
    if stat(path, &info) == 0 { return info.st_mode & 0o777 }
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }
}

/// Why a triage file cannot be used.
package struct TriageError: Error, Hashable, CustomStringConvertible {
  /// The file.
  package let path: String
  /// What is wrong.
  package let cause: String

  /// One line.
  package var description: String { "\(path): \(cause)" }
}
