internal import Glibc
package import RaceSystem
internal import Synchronization

/// A log that is read by position. A stream is copied while it is read, so that any part of it can be read
/// again.
public final class LogFile: Sendable {
  /// The source of reports.
  private enum Store {
    case file(ReopenableFile)
    /// Standard input, which cannot be opened by a name.
    case input(FileDescriptor)
    case copy(SpooledCopy)
    case nothing
  }

  /// The input as the user named it, `-` for standard input; see `FileName`.
  public let name: String
  private let store: Store
  /// The stream to copy; nil for a file that is read directly.
  private let stream: Mutex<LogStream?>
  private let end = Mutex<CopyEnd?>(nil)
  private let lost = Mutex<InputError?>(nil)
  /// Bytes of the file when it was opened; nil for a stream.
  public let size: Int?
  /// The maximum number of bytes to copy.
  private let copyLimit: Int
  /// The file itself, whatever its name; nil for a stream that is not a file.
  private let identity: FileStatus.Identity?
  /// The user's plumbing rules for its reports. The log carries them so that every reading of a report finds
  /// the same sites.
  let plumbing: UserPlumbing
  /// Whether the user named a folder that contains it, not the log itself.
  public let isFromFolder: Bool

  private init(
    _ path: LogPaths.File, _ plumbing: UserPlumbing, store: Store, stream: LogStream?, kind: FileStatus?
  ) {
    name = path.path
    isFromFolder = path.isFromFolder
    self.plumbing = plumbing
    self.store = store
    size = stream == nil ? kind?.size : nil
    identity = kind?.identity
    if case .packed = stream {
      copyLimit = max(CopyEnd.smallestLimit, (kind?.size ?? 0) * CopyEnd.largestRatio)
    } else {
      copyLimit = .max
    }
    self.stream = Mutex(stream)
  }

  deinit { stream.withLock { if case .unpacking(let decompressor) = $0 { decompressor.stop() } } }

  /// The name of an input, with `standard input` for `-`.
  package static func title(_ name: String) -> String {
    name == "-" ? "standard input" : FileName.shown(name)
  }

  /// A log that could not be opened; reading it gives the reason.
  package static func unreadable(_ error: InputError) -> LogFile {
    LogFile(
      LogPaths.File(path: error.name, isFromFolder: false), .none, store: .nothing, stream: .failed(error),
      kind: nil)
  }

  /// Opens the file at `path`, or standard input for `-`. A named pipe is opened at the first read, because
  /// that waits for a writer.
  ///
  /// - Parameters:
  ///   - plumbing: the user's plumbing rules for its reports.
  ///   - isFromFolder: whether the user named a folder that contains it.
  public static func open(
    _ path: String, plumbing: UserPlumbing = .none, isFromFolder: Bool = false
  ) throws(InputError) -> LogFile {
    try open(LogPaths.File(path: path, isFromFolder: isFromFolder), plumbing)
  }

  /// Opens a log that was found.
  package static func open(_ path: LogPaths.File, _ plumbing: UserPlumbing) throws(InputError) -> LogFile {
    if let failure = path.failure { throw failure }
    let name = path.path
    let file: FileDescriptor?
    do throws(SystemError) {
      let isPipe = name != "-" && FileStatus.of(name)?.kind == .pipe
      if isPipe { try FileStatus.checkReadable(name) }
      file = isPipe ? nil : try name == "-" ? FileDescriptor.copy(of: 0) : FileDescriptor.open(name)
    } catch {
      throw InputError(name: name, error)
    }
    guard let file else { return try copied(.unopened, path, plumbing, kind: nil) }
    guard let kind = file.status else { throw InputError(name: name, errno: EBADF) }
    switch kind.kind {
    case .folder: throw InputError(name: name, cause: .isFolder)
    case .file: return try open(file, kind, path, plumbing)
    case .pipe, .link, .other: return try copied(.plain(file), path, plumbing, kind: kind)
    }
  }

  private static func open(
    _ file: FileDescriptor, _ kind: FileStatus, _ path: LogPaths.File, _ plumbing: UserPlumbing
  ) throws(InputError) -> LogFile {
    let head: [UInt8]
    do throws(SystemError) {
      head = try file.read(upTo: LogDecoder.headSize)
    } catch {
      return .unreadable(InputError(name: path.path, error))
    }
    let compression = Compression.of(head)
    let isEncoded = LogDecoder(head: head) != nil
    guard path.path != "-" else {
      if let compression { return try copied(.packed(compression, .input(file)), path, plumbing, kind: kind) }
      if isEncoded { return try copied(.plain(file), path, plumbing, kind: kind) }
      return LogFile(path, plumbing, store: .input(file), stream: nil, kind: kind)
    }
    let reopenable = ReopenableFile(file, path: path.path, identity: kind.identity)
    if let compression {
      return try copied(.packed(compression, .file(reopenable)), path, plumbing, kind: kind)
    }
    if isEncoded { return try copied(.encoded(reopenable, at: 0), path, plumbing, kind: kind) }
    return LogFile(path, plumbing, store: .file(reopenable), stream: nil, kind: kind)
  }

  /// A log that is copied while it is read.
  private static func copied(
    _ stream: LogStream, _ path: LogPaths.File, _ plumbing: UserPlumbing, kind: FileStatus?
  ) throws(InputError) -> LogFile {
    do throws(SystemError) {
      return LogFile(path, plumbing, store: .copy(try SpooledCopy()), stream: stream, kind: kind)
    } catch {
      let folder = Environment.temporaryFolder
      throw InputError(name: path.path, cause: .noCopy(folder: folder, errno: error.code))
    }
  }

  /// The system's facts about the open file.
  var status: FileStatus? {
    switch store {
    case .file(let file): (try? file.opened())?.status
    case .input(let file): file.status
    case .copy, .nothing: nil
    }
  }

  /// The identity of the file while it is open, whatever its name: a new file may get the identity of a
  /// deleted one.
  package var openIdentity: FileStatus.Identity? {
    switch store {
    case .file(let file): file.isOpen ? identity : nil
    case .input: identity
    case .copy, .nothing: nil
    }
  }

  /// Reads bytes from `offset` on into `buffer`; 0 at the end of the file.
  public func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(InputError) -> Int {
    do throws(SystemError) {
      switch store {
      case .file(let file): return try file.opened().read(into: buffer, at: offset)
      case .input(let file): return try file.read(into: buffer, at: offset)
      case .copy(let copy): return try copy.read(into: buffer, at: offset)
      case .nothing: return 0
      }
    } catch {
      throw InputError(name: name, error)
    }
  }

  /// The remaining bytes of a range: fewer if the file has shrunk.
  public func bytes(_ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = readAgain(into: UnsafeMutableRawBufferPointer(buffer)[..<range.count], at: range.lowerBound)
    }
  }

  /// Replaces the contents of `buffer` with the remaining bytes of a range.
  func fill(_ buffer: inout [UInt8], _ range: Range<Int>) {
    if buffer.count < range.count {
      buffer.append(contentsOf: repeatElement(0, count: range.count - buffer.count))
    }
    if buffer.count > range.count { buffer.removeSubrange(range.count...) }
    let count = buffer.withUnsafeMutableBytes { readAgain(into: $0[...], at: range.lowerBound) }
    buffer.removeSubrange(count...)
  }

  /// Why a part of it could not be read again; nil if everything could.
  package var lostPart: InputError? { lost.withLock { $0 } }

  /// Rereads up to as many bytes as are left, and records any error.
  private func readAgain(into buffer: Slice<UnsafeMutableRawBufferPointer>, at offset: Int) -> Int {
    var count = 0
    do throws(InputError) {
      while count < buffer.count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer.dropFirst(count))
        let read = try read(into: rest, at: offset + count)
        if read == 0 { break }
        count += read
      }
    } catch {
      lost.withLock { $0 = $0 ?? error }
    }
    return count
  }

  /// Whether the bytes come from a stream, or need decoding, and are copied while they are read.
  var isStream: Bool { stream.withLock { $0 != nil } }

  /// The stream's next bytes; 0 at its end.
  func readStream(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    try openPipe()
    let started: Result<LogStream.Reading, InputError> = stream.withLock { stream in
      do throws(InputError) {
        return .success(try stream?.start(name) ?? .nothing)
      } catch {
        return .failure(error)
      }
    }
    let reading = try started.get()
    let count: Int
    do throws(SystemError) {
      count = try reading.read(into: buffer)
    } catch {
      throw InputError(name: name, error)
    }
    stream.withLock { $0?.pass(count) }
    if count == 0, let cause = reading.decompressor?.finish() { throw InputError(name: name, cause: cause) }
    return count
  }

  /// Waits for a writer of a named pipe, without holding the lock.
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

  /// Where the copy ends before the log does; nil while everything was copied.
  public var copyEnd: CopyEnd? { end.withLock { $0 } }

  /// Copies a stream's bytes for later reading, as long as there is room.
  func keep(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    guard case .copy(let copy) = store, copyEnd == nil else { return }
    if bytes.count > copyLimit - offset {
      end.withLock { $0 = CopyEnd(bytes: offset, cause: .ratio(CopyEnd.largestRatio)) }
      return
    }
    do throws(SystemError) {
      try copy.append(bytes)
    } catch {
      end.withLock { $0 = CopyEnd(bytes: offset, cause: .noRoom(errno: error.code)) }
    }
  }
}
