import Glibc
import Synchronization

/// A directory that is removed with the value.
public final class TemporaryDirectory: Sendable {
  /// Where it is.
  public let path: String

  /// Makes an empty directory.
  public init() throws(HarnessError) {
    var template = Array("/tmp/racetui-test-XXXXXX\0".utf8CString)
    guard mkdtemp(&template) != nil else { throw HarnessError.system("mkdtemp") }
    path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// Writes an executable file and creates the directories above it.
  ///
  /// - Returns: its path.
  @discardableResult
  public func write(_ text: String, to name: String) throws(HarnessError) -> String {
    try write(bytes: Array(text.utf8), to: name)
  }

  /// Writes a file that need not be text.
  ///
  /// - Returns: its path.
  @discardableResult
  public func write(bytes: [UInt8], to name: String) throws(HarnessError) -> String {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    let file = "\(path)/\(name)"
    // Locked: a child started meanwhile would keep the file open for writing, and it could not be executed.
    let descriptor = ChildProcess.lock.withLock { _ in
      let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o755)
      guard descriptor >= 0 else { return descriptor }
      writeAll(bytes, to: descriptor)
      close(descriptor)
      return descriptor
    }
    guard descriptor >= 0 else { throw HarnessError.system("open") }
    return file
  }

  /// The text of a file; empty if there is none.
  public func read(_ name: String) -> String {
    guard let file = fopen("\(path)/\(name)", "re") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte >= 0 { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The names of its entries.
  public var entries: [String] { Self.entries(of: path) }

  private static func entries(of path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    for name in entries(of: path) where unlink("\(path)/\(name)") != 0 { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
