internal import Glibc
internal import RaceSystem

/// Reading folders, those near the root first, within bounds and without leaving the file system.
struct FolderWalk {
  /// Folders that hold no code a person would look for.
  private static let skipped: Set<String> = [".git", ".hg", ".svn", ".build", "node_modules"]

  /// The files found, as paths from the root on.
  private(set) var files: [String] = []
  /// Whether no bound cut the list.
  private(set) var isComplete = true
  private let bounds: SourceTree.Bounds

  init(_ bounds: SourceTree.Bounds) { self.bounds = bounds }

  /// Adds a file that is known otherwise.
  mutating func add(file path: String) {
    guard files.count < bounds.files else { return isComplete = false }
    files.append(path)
  }

  /// Adds the files of a folder; `start` is empty or a path from `root` on that ends in `/`.
  mutating func add(_ start: String, under root: String) {
    var folders = [(path: start, depth: 0)]
    var next = 0
    var device: UInt64?
    while next < folders.count {
      let folder = folders[next]
      next += 1
      guard files.count < bounds.files, next <= bounds.files else { return isComplete = false }
      let inner = read(folder.path, under: root, &device)
      guard folder.depth < bounds.depth else {
        if !inner.isEmpty { isComplete = false }
        continue
      }
      folders += inner.map { ("\(folder.path)\($0)/", folder.depth + 1) }
    }
  }

  /// Adds a folder's files; returns the names of the folders in it.
  private mutating func read(_ folder: String, under root: String, _ device: inout UInt64?) -> [String] {
    let path = SourcePaths.join(root, folder)
    // The root may be a link. Below it a link may lead back to where it is, and is not followed. Another file system
    // may be one that is made up as it is read.
    guard let read = try? Folder(reading: path, followsLink: device == nil, on: device) else { return [] }
    device = read.device
    var inner: [String] = []
    for entry in read.entries where entry.isExact {
      switch kind(of: entry, SourcePaths.join(path, entry.name)) {
      case .folder where !Self.skipped.contains(entry.name): inner.append(entry.name)
      case .file: add(file: folder + entry.name)
      default: continue
      }
    }
    return inner
  }

  /// What is there; a link to a file is one.
  private func kind(of entry: Folder.Entry, _ path: String) -> FileStatus.Kind? {
    let kind = entry.kind ?? (try? FileStatus.looking(at: path, followsLink: false))?.kind
    return kind == .link ? (FileStatus.of(path)?.isRegular == true ? .file : .link) : kind
  }
}
