internal import Glibc

/// Finding the logs that the user's paths stand for.
public struct LogPaths: Sendable {
  /// A log that was found.
  public struct File: Sendable {
    /// The path to open.
    public var path: String
    /// Whether the user named a folder that it is in.
    public var isFromFolder: Bool
  }

  /// The logs, in the order of what the user named.
  public private(set) var files: [File] = []
  /// The folders that the user named.
  public private(set) var folders: [String] = []
  /// Files of folders that are no text.
  private var leftOut: [String] = []
  /// All files that were found in folders.
  private var seen: Set<String> = []

  /// The paths with each folder replaced by the files in it, those of its folders too, by name. Detectors
  /// write one file a process (`log_path=`), so a folder of logs is one input.
  ///
  /// Hidden files are not looked at; files that are plainly no text are left out.
  public init(_ paths: [String]) throws(InputError) {
    for path in paths {
      guard path != "-", Self.isFolder(path) else {
        files.append(File(path: path, isFromFolder: false))
        continue
      }
      let count = files.count
      try addContents(of: path, depth: 0)
      if files.count == count { throw InputError(name: path, cause: "is a folder without logs") }
      folders.append(path)
    }
  }

  /// Looks into the folders once more.
  ///
  /// - Returns: the logs that were not there before. A folder that cannot be read any more has none.
  public mutating func lookAgain() -> [File] {
    let count = files.count
    for folder in folders { try? addContents(of: folder, depth: 0, isAgain: true) }
    return Array(files[count...])
  }

  /// What to say of files that were left out; nil when there are none.
  public var leftOutWords: String? {
    guard let first = leftOut.first else { return nil }
    if leftOut.count == 1 { return "\(first) is no text and was left out" }
    return "\(leftOut.count) files are no text and were left out: \(first) and \(leftOut.count - 1) more"
  }

  private static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  private mutating func addContents(
    of folder: String, depth: Int, isAgain: Bool = false
  ) throws(InputError) {
    guard depth < 32 else { return }
    guard let stream = opendir(folder) else { throw InputError(name: folder, errno: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    for name in names.sorted() {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      var info = stat()
      // A link may lead back to where it is: folders are not followed through links.
      guard lstat(path, &info) == 0 else { continue }
      switch info.st_mode & S_IFMT {
      case S_IFDIR: try addContents(of: path, depth: depth + 1, isAgain: isAgain)
      case S_IFREG:
        if !seen.insert(path).inserted, isAgain { continue }
        if Self.isLog(path) {
          files.append(File(path: path, isFromFolder: true))
        } else {
          leftOut.append(path)
        }
      default: break
      }
    }
  }

  /// Whether a file can be a log: text of some kind, or compressed.
  private static func isLog(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: LogContent.headSize)
    let count = max(0, pread(descriptor, &bytes, bytes.count, 0))
    let head = Array(bytes.prefix(count))
    if Compression.of(head) != nil || LogDecoder(head: head) != nil { return true }
    return !head.contains(0)
  }
}
