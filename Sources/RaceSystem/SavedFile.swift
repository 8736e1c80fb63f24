internal import Glibc

/// Writes files atomically: a reader sees the old one or the new one, whatever happens meanwhile.
package enum SavedFile {
  /// Writes a whole file: under another name beside it, then in its place, or in that of its link target.
  ///
  /// - Parameter mode: its permissions.
  package static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o600) throws(SystemError) {
    let draft = try DraftFile(for: path, mode: mode)
    try draft.append(bytes)
    try draft.save()
  }

  /// Creates a folder and its parents.
  ///
  /// - Parameter mode: their permissions, limited by the user's for new folders: only this user by default.
  package static func makeFolders(_ path: String, mode: UInt32 = 0o700) throws(SystemError) {
    if Self.mkdir(path, mode) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.utf8.dropFirst().lastIndex(of: UInt8(ascii: "/")) else {
      throw .last
    }
    try makeFolders(String(path[..<slash]), mode: mode)
    if Self.mkdir(path, mode) != 0, errno != EEXIST { throw .last }
  }

  private static func mkdir(_ path: String, _ mode: UInt32) -> Int32 {
    FileName.withCString(path) { Glibc.mkdir($0, mode_t(mode)) }
  }
}
