internal import Glibc
internal import RaceModel
internal import RaceSystem
internal import RaceView

/// The memory of a log: a small file for each in `$XDG_STATE_HOME/racetui`. Failures to read or write it are
/// ignored silently: the log is then shown from its beginning.
struct StateFile {
  /// The maximum number of files; the oldest go first.
  private static let most = 200
  /// The maximum bytes to read from a file.
  private static let largest = 1 << 16

  private let folder: String
  private let path: String

  /// The file for some inputs; nil for a stream, or without a folder for it.
  ///
  /// - Parameters:
  ///   - paths: the inputs as the user named them.
  ///   - variable: the environment.
  init?(_ paths: [String], variable: (String) -> String?) {
    guard let folder = Self.folder(variable), !paths.isEmpty, !paths.contains("-") else { return nil }
    let names = paths.compactMap { FileName.resolved($0) }
    guard names.count == paths.count else { return nil }
    self.folder = folder
    // FNV-1a, for a name that is the same in every run.
    let hash = names.joined(separator: "\0").utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    path = "\(folder)/\(String(hash, radix: 16))"
  }

  private static func folder(_ variable: (String) -> String?) -> String? {
    // The specification says to ignore a relative folder.
    if let folder = variable("XDG_STATE_HOME"), folder.hasPrefix("/") { return "\(folder)/racetui" }
    // A missing home is not created: it is that of a service.
    guard let home = variable("HOME"), home.hasPrefix("/"), access(home, F_OK) == 0 else { return nil }
    return "\(home)/.local/state/racetui"
  }

  /// The last saved contents; empty without a file.
  func read() -> Remembered {
    guard let file = try? FileDescriptor.open(path, flags: O_NONBLOCK),
      let bytes = try? file.read(upTo: Self.largest)
    else { return Remembered() }
    return Remembered(reading: String(decoding: bytes, as: UTF8.self))
  }

  /// Writes what to remember, and removes the oldest files.
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
