internal import Synchronization

/// The files under a directory, listed when they are first asked for and only once.
///
/// Where there is a git repository it says which files there are, those that are not committed yet
/// among them, those it ignores not; elsewhere the folders are read within bounds.
package final class SourceTree: Sendable {
  /// How far reading the folders goes.
  package struct Bounds: Hashable, Sendable {
    /// Files listed at most.
    package var files: Int
    /// Folders inside folders at most.
    package var depth: Int

    /// Bounds that hold any source tree a person works on, and keep a listing of `/` short.
    package init(files: Int = 200_000, depth: Int = 24) {
      self.files = files
      self.depth = depth
    }
  }

  /// What was found.
  private struct Listing {
    var files: [String]
    var isComplete: Bool
    /// The positions in `files` of the files with that name.
    var byName: [Substring: [Int32]]
  }

  /// The directory.
  package let root: String
  private let bounds: Bounds
  private let listing = Mutex<Listing?>(nil)

  /// A directory that is not read yet.
  package init(root: String, bounds: Bounds = Bounds()) {
    self.root = root
    self.bounds = bounds
  }

  /// The files' paths from the root on.
  var files: [String] { withListing { $0.files } }

  /// Whether no bound cut the listing.
  var isComplete: Bool { withListing { $0.isComplete } }

  /// The paths, with the root before them, of the files with that name. The first call lists the tree.
  package func paths(named name: some StringProtocol) -> [String] {
    let found = withListing { listing in
      (listing.byName[Substring(name)] ?? []).map { listing.files[Int($0)] }
    }
    return found.map { SourcePaths.join(root, $0) }
  }

  /// Lists the tree now: for a thread that has nothing better to do. Others that ask meanwhile wait.
  package func load() { withListing { _ in } }

  private func withListing<Value: Sendable>(_ body: (Listing) -> Value) -> Value {
    listing.withLock { listing in
      if let listing { return body(listing) }
      let made = Self.list(root, bounds)
      listing = made
      return body(made)
    }
  }

  private static func list(_ root: String, _ bounds: Bounds) -> Listing {
    var walk = FolderWalk(bounds)
    // A repository that ignores all that is here (a home directory under git) knows nothing of it.
    if let tracked = Repository.files(under: root), !tracked.isEmpty {
      for path in tracked {
        // A repository inside this one is listed as a folder.
        if path.hasSuffix("/") { walk.add(path, under: root) } else { walk.add(file: path) }
      }
    } else {
      walk.add("", under: root)
    }
    var byName: [Substring: [Int32]] = [:]
    byName.reserveCapacity(walk.files.count)
    for (index, path) in walk.files.enumerated() {
      byName[name(of: path), default: []].append(Int32(index))
    }
    return Listing(files: walk.files, isComplete: walk.isComplete, byName: byName)
  }

  /// The text after the last `/`; a backslash is a letter in a name here.
  private static func name(of path: String) -> Substring {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path[...] }
    return path[path.utf8.index(after: slash)...]
  }
}
