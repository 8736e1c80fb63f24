internal import Glibc

/// An open log that is read by position. A stream is copied into a file without a name as it is read,
/// so that any part of it can be read again.
public final class LogFile: Sendable {
  /// The input as the user named it, `-` for standard input.
  public let name: String
  /// Where reports are read from.
  private let descriptor: Int32
  /// The stream that is copied to `descriptor` as it is read; nil for a file.
  private let stream: Int32?
  /// Bytes of the file when it was opened; nil for a stream.
  public let size: Int?

  private init(name: String, descriptor: Int32, stream: Int32?, size: Int?) {
    self.name = name
    self.descriptor = descriptor
    self.stream = stream
    self.size = size
  }

  deinit {
    close(descriptor)
    if let stream { close(stream) }
  }

  /// Opens the file at `path`, or standard input when it is `-`.
  public static func open(_ path: String) throws(InputError) -> LogFile {
    let descriptor = path == "-" ? fcntl(0, F_DUPFD_CLOEXEC, 3) : Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputError(name: path, errno: errno) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else {
      let error = InputError(name: path, errno: errno)
      close(descriptor)
      throw error
    }
    switch info.st_mode & S_IFMT {
    case S_IFDIR:
      close(descriptor)
      throw InputError(name: path, cause: "is a directory; name the logs in it")
    case S_IFREG where !isUTF16(descriptor):
      return LogFile(name: path, descriptor: descriptor, stream: nil, size: Int(info.st_size))
    default:
      let spool = try openSpool(name: path)
      return LogFile(name: path, descriptor: spool, stream: descriptor, size: nil)
    }
  }

  /// Reads bytes from `offset` on into `buffer`; 0 at the end of the file.
  public func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(InputError) -> Int {
    while true {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { throw InputError(name: name, errno: errno) }
    }
  }

  /// The bytes of a range that are still there: fewer when the file has shrunk.
  public func bytes(_ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      while count < range.count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: raw[count...])
        guard let read = try? read(into: rest, at: range.lowerBound + count), read > 0 else { break }
        count += read
      }
    }
  }

  /// Puts the bytes of a range that are still there into `buffer`, in place of what it held.
  func fill(_ buffer: inout [UInt8], _ range: Range<Int>) {
    if buffer.count < range.count {
      buffer.append(contentsOf: repeatElement(0, count: range.count - buffer.count))
    }
    if buffer.count > range.count { buffer.removeSubrange(range.count...) }
    var count = 0
    buffer.withUnsafeMutableBytes { bytes in
      while count < bytes.count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[count...])
        guard let read = try? read(into: rest, at: range.lowerBound + count), read > 0 else { break }
        count += read
      }
    }
    buffer.removeSubrange(count...)
  }

  /// Whether the bytes come from a stream, or need to be decoded, and are copied as they are read.
  var isStream: Bool { stream != nil }

  /// The stream's next bytes; 0 at its end.
  func readStream(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    guard let stream else { return 0 }
    while true {
      let count = Glibc.read(stream, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw InputError(name: name, errno: errno) }
    }
  }

  /// Copies a stream's bytes to where they can be read again.
  func keep(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(InputError) {
    var written = 0
    while written < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written, off_t(offset + written))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw InputError(name: name, cause: "no room for a copy of it: \(String(cString: strerror(errno)))")
      }
      written += count
    }
  }

  /// A file that no one else can see and that is gone with the process.
  private static func openSpool(name: String) throws(InputError) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/racetui-XXXXXX\0".utf8.map { CChar(bitPattern: $0) })
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw InputError(
        name: name, cause: "no place for a copy of it in \(folder): \(String(cString: strerror(errno)))")
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    return descriptor
  }

  private static func isUTF16(_ descriptor: Int32) -> Bool {
    var mark: [UInt8] = [0, 0]
    return pread(descriptor, &mark, 2, 0) == 2 && (mark == [0xFF, 0xFE] || mark == [0xFE, 0xFF])
  }
}
