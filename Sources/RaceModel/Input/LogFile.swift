internal import Glibc
internal import Synchronization

/// An open log that is read by position. A stream is copied into a file without a name as it is read,
/// so that any part of it can be read again.
public final class LogFile: Sendable {
  /// Where a log's bytes come from when they are not simply those of a file.
  private enum Stream {
    /// A named pipe that nobody has opened yet.
    case unopened
    /// A pipe, or a file that has to be decoded.
    case plain(Int32)
    /// A compressed file that is not being read yet.
    case packed(Compression, Int32)
    /// What a program makes of a compressed file.
    case unpacking(Decompressor)
  }

  /// The input as the user named it, `-` for standard input.
  public let name: String
  /// Where reports are read from.
  private let descriptor: Int32
  /// The stream that is copied to `descriptor` as it is read; nil for a file.
  private let stream: Mutex<Stream?>
  /// Bytes of the file when it was opened; nil for a stream.
  public let size: Int?
  /// The user's own rules for what is plumbing in its reports. The log carries them so that whoever reads a
  /// report, for the list or again, finds the same sites.
  let plumbing: UserPlumbing
  /// Whether the user named a folder that it is in, and not the log itself.
  let isFromFolder: Bool

  private init(
    name: String, descriptor: Int32, stream: sending Stream?, size: Int?, plumbing: UserPlumbing,
    isFromFolder: Bool
  ) {
    self.name = name
    self.plumbing = plumbing
    self.isFromFolder = isFromFolder
    self.descriptor = descriptor
    self.stream = Mutex(stream)
    self.size = size
  }

  deinit {
    close(descriptor)
    stream.withLock { stream in
      switch stream {
      case .plain(let descriptor), .packed(_, let descriptor): close(descriptor)
      case .unpacking(let decompressor): decompressor.stop()
      case .unopened, nil: break
      }
    }
  }

  /// What to call an input: its name, and `standard input` for `-`.
  public static func title(_ name: String) -> String { name == "-" ? "standard input" : name }

  /// Opens the file at `path`, or standard input when it is `-`. A named pipe is opened when it is first
  /// read: that waits until somebody writes to it.
  ///
  /// - Parameters:
  ///   - plumbing: the user's own rules for what is plumbing in its reports.
  ///   - isFromFolder: whether the user named a folder that it is in.
  public static func open(
    _ path: String, plumbing: UserPlumbing = .none, isFromFolder: Bool = false
  ) throws(InputError) -> LogFile {
    if path != "-", isPipe(path) {
      guard access(path, R_OK) == 0 else { throw InputError(name: path, errno: errno) }
      return try stream(.unopened, name: path, plumbing, isFromFolder)
    }
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
      throw InputError(name: path, cause: .isFolder)
    case S_IFREG:
      if let compression = Compression.of(descriptor) {
        return try stream(.packed(compression, descriptor), name: path, plumbing, isFromFolder)
      }
      if isDecoded(descriptor) { return try stream(.plain(descriptor), name: path, plumbing, isFromFolder) }
      return LogFile(
        name: path, descriptor: descriptor, stream: nil, size: Int(info.st_size), plumbing: plumbing,
        isFromFolder: isFromFolder)
    default: return try stream(.plain(descriptor), name: path, plumbing, isFromFolder)
    }
  }

  private static func stream(
    _ stream: sending Stream, name: String, _ plumbing: UserPlumbing, _ isFromFolder: Bool
  ) throws(InputError) -> LogFile {
    LogFile(
      name: name, descriptor: try SpoolFile.open(name: name), stream: stream, size: nil, plumbing: plumbing,
      isFromFolder: isFromFolder)
  }

  /// What the system knows of the open file.
  var status: stat? {
    var info = stat()
    return fstat(descriptor, &info) == 0 ? info : nil
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
  var isStream: Bool { stream.withLock { $0 != nil } }

  /// The stream's next bytes; 0 at its end.
  func readStream(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    let (descriptor, decompressor) = try startStream()
    guard let descriptor else { return 0 }
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw InputError(name: name, errno: errno) }
      if count == 0, let cause = decompressor?.finish() { throw InputError(name: name, cause: cause) }
      return count
    }
  }

  /// Waits for a writer of a named pipe; the lock is free meanwhile.
  private func openPipe() throws(InputError) {
    let isUnopened = stream.withLock { if case .unopened = $0 { true } else { false } }
    guard isUnopened else { return }
    var descriptor: Int32 = -1
    repeat { descriptor = Glibc.open(name, O_RDONLY | O_CLOEXEC) } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else { throw InputError(name: name, errno: errno) }
    stream.withLock { $0 = .plain(descriptor) }
  }

  /// What to read the stream from; a program that unpacks it is started when it is first read.
  private func startStream() throws(InputError) -> (descriptor: Int32?, decompressor: Decompressor?) {
    try openPipe()
    let started: Result<(Int32?, Decompressor?), InputError> = stream.withLock { stream in
      switch stream {
      case .unopened, nil: return .success((nil, nil))
      case .plain(let descriptor): return .success((descriptor, nil))
      case .unpacking(let decompressor): return .success((decompressor.output, decompressor))
      case .packed(let compression, let descriptor):
        do throws(InputError) {
          let decompressor = try Decompressor.start(compression, input: descriptor, name: name)
          close(descriptor)
          stream = .unpacking(decompressor)
          return .success((decompressor.output, decompressor))
        } catch {
          return .failure(error)
        }
      }
    }
    return try started.get()
  }

  /// Copies a stream's bytes to where they can be read again.
  func keep(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(InputError) {
    try SpoolFile.write(bytes, to: descriptor, at: offset, name: name)
  }

  private static func isPipe(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFIFO
  }

  private static func isDecoded(_ descriptor: Int32) -> Bool {
    var head = [UInt8](repeating: 0, count: LogDecoder.headSize)
    let count = pread(descriptor, &head, head.count, 0)
    return LogDecoder(head: Array(head.prefix(max(0, count)))) != nil
  }
}
