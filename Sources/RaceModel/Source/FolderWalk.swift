internal import Glibc

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
    // The root may be a link. Below it a link may lead back to where it is, and is not followed.
    let isRoot = device == nil
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | (isRoot ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else { return [] }
    let own = FileKind.of(descriptor)?.identity.device
    // Another file system may be one that is made up as it is read.
    guard isRoot || own == device, let stream = fdopendir(descriptor) else {
      close(descriptor)
      return []
    }
    defer { closedir(stream) }
    device = own
    var inner: [String] = []
    for entry in FolderNames(stream).entries where entry.isExact {
      switch kind(SourcePaths.join(path, entry.name), entry.type) {
      case .folder where !Self.skipped.contains(entry.name): inner.append(entry.name)
      case .file: add(file: folder + entry.name)
      case .folder, .other: continue
      }
    }
    return inner
  }

  private enum Kind {
    case file
    case folder
    case other
  }

  private func kind(_ path: String, _ type: Int32) -> Kind {
    switch type {
    case Int32(DT_DIR): return .folder
    case Int32(DT_REG): return .file
    case Int32(DT_LNK): return FileKind.of(path)?.isRegular == true ? .file : .other
    case Int32(DT_UNKNOWN):
      var info = stat()
      guard lstat(path, &info) == 0 else { return .other }
      let kind = FileKind(info)
      return kind.isFolder ? .folder : kind.isRegular ? .file : .other
    default: return .other
    }
  }
}
