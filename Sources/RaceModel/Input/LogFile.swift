internal import Glibc
internal import RaceSystem
internal import Synchronization

/// An open log that is read by position. A stream is copied into a file without a name as it is read,
/// so that any part of it can be read again.
public final class LogFile: Sendable {
  /// Where a log's bytes come from when they are not simply those of a file.
  private enum Stream {
    /// A named pipe that nobody has opened yet.
    case unopened
    /// A pipe, or a file that has to be decoded.
    case plain(FileDescriptor)
    /// A compressed file that is not being read yet.
    case packed(Compression, FileDescriptor)
    /// What a program makes of a compressed file.
    case unpacking(Decompressor)
  }

  /// The input as the user named it, `-` for standard input.
  public let name: String
  /// Where reports are read from.
  private let file: FileDescriptor
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
    name: String, file: FileDescriptor, stream: sending Stream?, size: Int?, plumbing: UserPlumbing,
    isFromFolder: Bool
  ) {
    self.name = name
    self.plumbing = plumbing
    self.isFromFolder = isFromFolder
    self.file = file
    self.stream = Mutex(stream)
    self.size = size
  }

  deinit { stream.withLock { if case .unpacking(let decompressor) = $0 { decompressor.stop() } } }

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
    let isPipe = path != "-" && FileKind.of(path)?.kind == .pipe
    let file: FileDescriptor?
    do throws(SystemError) {
      if isPipe { try FileKind.checkReadable(path) }
      file = isPipe ? nil : path == "-" ? try FileDescriptor.copy(of: 0) : try FileDescriptor.open(path)
    } catch {
      throw InputError(name: path, error)
    }
    guard let file else { return try stream(.unopened, name: path, plumbing, isFromFolder) }
    return try open(file, name: path, plumbing, isFromFolder)
  }

  private static func open(
    _ file: FileDescriptor, name: String, _ plumbing: UserPlumbing, _ isFromFolder: Bool
  ) throws(InputError) -> LogFile {
    guard let kind = file.kind else { throw InputError(name: name, errno: EBADF) }
    switch kind.kind {
    case .folder: throw InputError(name: name, cause: .isFolder)
    case .file:
      if let compression = Compression.of(file) {
        return try stream(.packed(compression, file), name: name, plumbing, isFromFolder)
      }
      if LogDecoder(head: file.head(LogDecoder.headSize)) != nil {
        return try stream(.plain(file), name: name, plumbing, isFromFolder)
      }
      return LogFile(
        name: name, file: file, stream: nil, size: kind.size, plumbing: plumbing, isFromFolder: isFromFolder)
    case .pipe, .link, .other: return try stream(.plain(file), name: name, plumbing, isFromFolder)
    }
  }

  private static func stream(
    _ stream: sending Stream, name: String, _ plumbing: UserPlumbing, _ isFromFolder: Bool
  ) throws(InputError) -> LogFile {
    let copy: FileDescriptor
    do throws(SystemError) {
      copy = try SpoolFile.open()
    } catch {
      throw InputError(name: name, cause: .noCopy(folder: SpoolFile.folder, errno: error.code))
    }
    return LogFile(
      name: name, file: copy, stream: stream, size: nil, plumbing: plumbing, isFromFolder: isFromFolder)
  }

  /// What the system knows of the open file.
  var kind: FileKind? { file.kind }

  /// Reads bytes from `offset` on into `buffer`; 0 at the end of the file.
  public func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(InputError) -> Int {
    do throws(SystemError) {
      return try file.read(into: buffer, at: offset)
    } catch {
      throw InputError(name: name, error)
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
    let (input, decompressor) = try startStream()
    guard let input else { return 0 }
    let count: Int
    do throws(SystemError) {
      count = try input.read(into: buffer)
    } catch {
      throw InputError(name: name, error)
    }
    if count == 0, let cause = decompressor?.finish() { throw InputError(name: name, cause: cause) }
    return count
  }

  /// Waits for a writer of a named pipe; the lock is free meanwhile.
  private func openPipe() throws(InputError) {
    let isUnopened = stream.withLock { if case .unopened = $0 { true } else { false } }
    guard isUnopened else { return }
    do throws(SystemError) {
      let pipe = try FileDescriptor.open(name)
      stream.withLock { $0 = .plain(pipe) }
    } catch {
      throw InputError(name: name, error)
    }
  }

  /// What to read the stream from; a program that unpacks it is started when it is first read.
  private func startStream() throws(InputError) -> (input: FileDescriptor?, decompressor: Decompressor?) {
    try openPipe()
    let started: Result<(FileDescriptor?, Decompressor?), InputError> = stream.withLock { stream in
      switch stream {
      case .unopened, nil: return .success((nil, nil))
      case .plain(let descriptor): return .success((descriptor, nil))
      case .unpacking(let decompressor): return .success((decompressor.output, decompressor))
      case .packed(let compression, let descriptor):
        do throws(InputError) {
          let decompressor = try Decompressor.start(compression, input: descriptor, name: name)
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
    do throws(SystemError) {
      try file.write(bytes, at: offset)
    } catch {
      throw InputError(name: name, cause: .noRoom(errno: error.code))
    }
  }
}
