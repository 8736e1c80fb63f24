internal import CDemo
internal import Glibc
internal import RaceModel
internal import RaceSystem

/// The sample inside the program: a log and the code that it names, unpacked into a folder that is removed at
/// the end.
struct Demo {
  /// The folder.
  let folder: String
  /// The log in it.
  let log: String

  /// The place of the code that the log puts in `/src`.
  var mapping: PathMapping { PathMapping(from: "/src", to: folder) }

  /// Unpacks the sample.
  init() throws(SystemError) {
    let pattern = "\(Environment.temporaryFolder)/racetui-demo-XXXXXX\0"
    var template = pattern.utf8.map { CChar(bitPattern: $0) }
    guard mkdtemp(&template) != nil else { throw SystemError(errno) }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    log = "\(folder)/\(Self.path(0))"
    for number in 0..<demo_file_count {
      let path = "\(folder)/\(Self.path(number))"
      try SavedFile.makeFolders(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
      try SavedFile.write(Self.bytes(number), to: path)
    }
  }

  /// Removes the folder.
  func remove() {
    var folders: Set<String> = []
    for number in 0..<demo_file_count {
      var path = Self.path(number)
      unlink("\(folder)/\(path)")
      while let slash = path.lastIndex(of: "/") {
        path = String(path[..<slash])
        folders.insert(path)
      }
    }
    // The inner ones first.
    for path in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) { rmdir("\(folder)/\(path)") }
    rmdir(folder)
  }

  private static func path(_ number: Int) -> String { String(cString: demo_file_at(number).pointee.path) }

  private static func bytes(_ number: Int) -> [UInt8] {
    let file = demo_file_at(number).pointee
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
