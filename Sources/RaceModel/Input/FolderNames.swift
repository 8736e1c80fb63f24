internal import Glibc

/// The names in a folder, but for its own and that of the folder it is in.
struct FolderNames {
  struct Entry {
    /// The name; with replacement characters where it is not UTF-8.
    let name: String
    /// Whether the name can be opened as it is written here.
    let isExact: Bool
    /// What is there, one of `DT_REG` and the like.
    let type: Int32
  }

  /// The names, sorted.
  let entries: [Entry]

  init(_ stream: OpaquePointer) {
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let type = Int32(entry.pointee.d_type)
      withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          let exact = String(validatingCString: name)
          entries.append(
            Entry(name: exact ?? String(cString: name), isExact: exact != nil, type: type))
        }
      }
    }
    self.entries = entries.filter { $0.name != "." && $0.name != ".." }.sorted { $0.name < $1.name }
  }
}
