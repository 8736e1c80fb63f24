internal import Glibc

/// The ways in which logs are compressed, told by their first bytes, not by their names.
enum Compression: String, Sendable, CaseIterable {
  case gzip
  case zstd
  case xz
  case bzip2

  /// The bytes that such a file begins with.
  private var mark: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B]
    case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
    case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
    case .bzip2: Array("BZh".utf8)
    }
  }

  /// The way in which bytes that begin like this are compressed; nil for a plain log.
  static func of(_ bytes: [UInt8]) -> Compression? { allCases.first { bytes.starts(with: $0.mark) } }

  /// The way in which a file is compressed.
  static func of(_ descriptor: Int32) -> Compression? {
    var bytes = [UInt8](repeating: 0, count: 8)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return of(Array(bytes.prefix(max(0, count))))
  }
}

/// The installed program that unpacks a file, while it does.
struct Decompressor: Sendable {
  /// Where its output can be read.
  let output: Int32
  private let process: pid_t
  private let program: String

  /// Starts the program on an open file. The file's name is no argument of it.
  static func start(_ compression: Compression, input: Int32, name: String) throws(InputError) -> Decompressor
  {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw InputError(name: name, errno: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    // What it has to say would tear the screen; its status says enough.
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let program = compression.rawValue
    var arguments = [strdup(program), strdup("-dc"), nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    _ = lseek(input, 0, SEEK_SET)
    let error = posix_spawnp(&process, program, &actions, nil, &arguments, environ)
    close(ends[1])
    guard error == 0 else {
      close(ends[0])
      let why =
        error == ENOENT ? "there is no \(program) here to unpack it" : String(cString: strerror(error))
      throw InputError(name: name, cause: "is compressed with \(program), and \(why)")
    }
    return Decompressor(output: ends[0], process: process, program: program)
  }

  /// Waits for the program, whose output was read to its end.
  ///
  /// - Returns: what went wrong; nil when nothing did.
  func finish() -> String? {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return nil } }
    return status == 0 ? nil : "is damaged: \(program) could not unpack all of it"
  }

  /// Gives up what has not been read.
  func stop() {
    close(output)
    _ = waitpid(process, nil, WNOHANG)
  }
}
