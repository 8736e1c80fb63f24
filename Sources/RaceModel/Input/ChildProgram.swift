internal import Glibc
internal import Synchronization

/// An installed program that was started with an array of arguments, and a pipe that gives its output.
/// No shell takes part.
struct ChildProgram: Sendable {
  /// What a program had to say by the time it ended.
  struct Outcome: Sendable {
    /// Its exit status; nil when it ran out of time or had too much to say, and was ended.
    var status: Int32?
    /// The bytes of its standard output, up to the limit.
    var output: [UInt8]
    /// Whether there was more output than was asked for.
    var isCut: Bool
  }

  /// Why a program did not start.
  enum StartError: Error, Hashable {
    /// There is no such program.
    case missing
    /// The system's error number.
    case system(Int32)
  }

  /// Where its standard output can be read.
  let output: Int32
  private let process: pid_t

  /// Starts a program that is looked up in `PATH` unless its name holds a slash.
  ///
  /// - Parameters:
  ///   - input: what it reads; nothing when nil.
  ///   - environment: the variables that it sees.
  ///   - joinsErrors: whether what it says on standard error comes with the output; otherwise it is
  ///     dropped, because it would tear the screen.
  static func start(
    _ program: String, _ arguments: [String], input: Int32? = nil, environment: ChildEnvironment = .own,
    joinsErrors: Bool = false
  ) throws(StartError) -> ChildProgram {
    // A name would end at a NUL.
    guard !(arguments + [program]).contains(where: { $0.utf8.contains(0) }) else { throw .system(EINVAL) }
    let ends = try openPipe()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    if joinsErrors {
      posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    } else {
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    var process: pid_t = 0
    let error = starting.withLock { _ in spawn(&process, program, arguments, environment, &actions) }
    close(ends[1])
    guard error == 0 else {
      close(ends[0])
      throw error == ENOENT ? .missing : .system(error)
    }
    return ChildProgram(output: ends[0], process: process)
  }

  /// Held where another child must not start: it would keep the pipe open that it inherits.
  private static let starting = Mutex(())

  private static func openPipe() throws(StartError) -> [Int32] {
    var ends: [Int32] = [-1, -1]
    let error = starting.withLock { _ in
      guard pipe(&ends) == 0 else { return errno }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return 0
    }
    guard error == 0 else { throw .system(error) }
    return ends
  }

  private static func spawn(
    _ process: inout pid_t, _ program: String, _ arguments: [String], _ environment: ChildEnvironment,
    _ actions: inout posix_spawn_file_actions_t
  ) -> Int32 {
    // Signals that this program blocks or ignores must be able to end the child: it may write to a pipe that
    // nobody reads any more.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGPIPE, SIGXFSZ] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    // A value would end at a NUL.
    var variables = environment.variables.map { strdup($0.map { CChar(bitPattern: $0) } + [0]) } + [nil]
    defer { for word in words + variables { free(word) } }
    return posix_spawnp(&process, program, &actions, &attributes, &words, &variables)
  }

  /// Waits for the program, whose output was read to its end.
  ///
  /// - Returns: its exit status, 128 and the signal's number when one ended it; nil when it was waited
  ///   for before.
  func finish() -> Int32? {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return nil } }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }

  /// Gives up what has not been read; the program ends when it tries to write more.
  func stop() {
    close(output)
    _ = waitpid(process, nil, WNOHANG)
  }

  /// Runs a program to its end and takes its output.
  ///
  /// - Parameters:
  ///   - input: what it reads; nothing when nil.
  ///   - limit: bytes of output after which the program is ended.
  ///   - seconds: time after which it is ended, whatever it waits for.
  static func run(
    _ program: String, _ arguments: [String], input: Int32? = nil, environment: ChildEnvironment = .own,
    joinsErrors: Bool = false, limit: Int, seconds: Int
  ) throws(StartError) -> Outcome {
    let child = try start(
      program, arguments, input: input, environment: environment, joinsErrors: joinsErrors)
    defer { close(child.output) }
    var bytes: [UInt8] = []
    let isWhole = child.read(into: &bytes, limit: limit, deadline: now() + seconds * 1000)
    if !isWhole { kill(child.process, SIGKILL) }
    let status = child.finish()
    let isCut = bytes.count > limit
    return Outcome(
      status: isWhole ? status : nil, output: isCut ? Array(bytes.prefix(limit)) : bytes, isCut: isCut)
  }

  /// Reads the output to its end; false when the limit or the time is reached before.
  private func read(into bytes: inout [UInt8], limit: Int, deadline: Int) -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      var state = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      let rest = deadline - Self.now()
      guard rest > 0 else { return false }
      let ready = poll(&state, 1, Int32(clamping: rest))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return false }
      let count = Glibc.read(output, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return true }
      bytes += piece.prefix(count)
    }
    return false
  }

  /// Milliseconds on a clock that only moves forward.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
