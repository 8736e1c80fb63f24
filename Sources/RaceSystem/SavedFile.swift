internal import Glibc

/// Writing a file so that it is either the old one or the new one, whatever happens meanwhile.
package enum SavedFile {
  /// Writes a file whole: to another name beside it, then in its place.
  ///
  /// - Parameter mode: who may read and write it.
  package static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o600) throws(SystemError) {
    let draft = try TemporaryFile(named: "\(path).")
    let number = draft.file.number
    do throws(SystemError) {
      try bytes.withUnsafeBufferPointer { (buffer) throws(SystemError) in
        try draft.file.write(UnsafeRawBufferPointer(buffer), at: 0)
      }
      _ = try SystemCall.retrying { fchmod(number, mode_t(mode)) }
      // What a name leads to must be on the disk before the name does.
      _ = try SystemCall.retrying { fsync(number) }
      _ = try SystemCall.retrying { rename(draft.path, path) }
    } catch {
      draft.remove()
      throw error
    }
  }

  /// What a name leads to, over links; the name itself where nothing is there.
  package static func resolved(_ path: String) -> String {
    guard let real = FileName.withCString(path, { realpath($0, nil) }) else { return path }
    defer { free(real) }
    return FileName.text(real)
  }

  /// Removes what programs have left beside a file that were killed while they wrote it. Nobody else may write it now.
  package static func removeLeftovers(of path: String) {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let (folder, name) = (path[..<slash], path[slash...])
    guard let entries = try? Folder(reading: folder.isEmpty ? "." : String(folder)).entries else { return }
    for entry in entries where entry.isExact && entry.name.hasPrefix("\(name).") {
      if entry.name.utf8.count == name.utf8.count + 7 { unlink(folder + entry.name) }
    }
  }

  /// Makes a folder and those that it is in.
  ///
  /// - Parameter mode: who may use them, as far as the user lets others use new folders: this user alone, unless others
  ///   are named.
  package static func makeFolders(_ path: String, mode: UInt32 = 0o700) throws(SystemError) {
    if mkdir(path, mode_t(mode)) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.utf8.dropFirst().lastIndex(of: UInt8(ascii: "/")) else {
      throw .last
    }
    try makeFolders(String(path[..<slash]), mode: mode)
    if mkdir(path, mode_t(mode)) != 0, errno != EEXIST { throw .last }
  }
}
