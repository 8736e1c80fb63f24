internal import Glibc
internal import RaceModel
internal import RaceSystem
internal import RaceView

/// Where it is kept what is remembered of a log: a small file for each in `$XDG_STATE_HOME/racetui`. What cannot be
/// read or written is passed over in silence: the log is shown all the same, from its beginning.
struct StateFile {
  /// Files that are kept; the oldest go first.
  private static let most = 200
  /// Bytes of a file that are read.
  private static let largest = 1 << 16

  private let folder: String
  private let path: String

  /// The file of some inputs; nil for a stream, or where there is no folder for it.
  ///
  /// - Parameters:
  ///   - paths: the inputs as the user named them.
  ///   - variable: the environment.
  init?(_ paths: [String], variable: (String) -> String?) {
    guard let folder = Self.folder(variable), !paths.isEmpty, !paths.contains("-") else { return nil }
    let names = paths.compactMap { Self.absolute($0) }
    guard names.count == paths.count else { return nil }
    self.folder = folder
    // FNV-1a: what is wanted is a name, and the same one in every run.
    let hash = names.joined(separator: "\0").utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    path = "\(folder)/\(String(hash, radix: 16))"
  }

  private static func folder(_ variable: (String) -> String?) -> String? {
    // A folder that is not absolute is to be ignored.
    if let folder = variable("XDG_STATE_HOME"), folder.hasPrefix("/") { return "\(folder)/racetui" }
    // A home that is not there is not made: it is that of a service.
    guard let home = variable("HOME"), home.hasPrefix("/"), access(home, F_OK) == 0 else { return nil }
    return "\(home)/.local/state/racetui"
  }

  private static func absolute(_ path: String) -> String? {
    FileName.resolved(path)
  }

  /// What was written last; nothing where there is no such file.
  func read() -> Remembered {
    guard let file = try? FileDescriptor.open(path, flags: O_NONBLOCK),
      let bytes = try? file.read(upTo: Self.largest)
    else { return Remembered() }
    return Remembered(reading: String(decoding: bytes, as: UTF8.self))
  }

  /// Writes what is to be remembered, and forgets what is oldest.
  func write(_ remembered: Remembered) {
    guard remembered != read() else { return touch() }
    do {
      try SavedFile.makeFolders(folder)
      try SavedFile.write(Array(remembered.text.utf8), to: path)
    } catch { return }
    forgetOldest()
  }

  /// Makes the file the newest.
  private func touch() { utimes(path, nil) }

  private func forgetOldest() {
    guard let names = try? Folder(reading: folder).entries.map(\.name), names.count > Self.most else {
      return
    }
    let files = names.compactMap { name -> (path: String, time: Int)? in
      let path = "\(folder)/\(name)"
      var info = stat()
      return stat(path, &info) == 0 ? (path, info.st_mtim.tv_sec) : nil
    }
    for file in files.sorted(by: { $0.time < $1.time }).prefix(files.count - Self.most) { unlink(file.path) }
  }
}
