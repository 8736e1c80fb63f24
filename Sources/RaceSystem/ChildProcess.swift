internal import Glibc
internal import Synchronization

/// A program started with an array of arguments: the only way to start anything. No shell is involved.
package final class ChildProcess: Sendable {
  /// How a program ended.
  package enum Ending: Hashable, Sendable {
    /// Normally, with a status.
    case exited(Int32)
    /// By a signal.
    case signalled(Int32)
  }

  /// The setup of a program.
  package struct Setup {
    /// Its standard input, output and error; nil for none.
    package var streams: [Int32?]
    /// Its environment variables.
    package var environment: ChildEnvironment
    /// Whether it leads a process group, so that its children are stopped with it. A program that takes the
    /// terminal stays in ours.
    package var hasOwnGroup: Bool

    /// A setup.
    package init(
      input: Int32?, output: Int32?, errors: Int32?, environment: ChildEnvironment = .own,
      hasOwnGroup: Bool = true
    ) {
      streams = [input, output, errors]
      self.environment = environment
      self.hasOwnGroup = hasOwnGroup
    }
  }

  /// Held while no child must start, because it would keep inherited descriptors open.
  static let starting = Mutex(())

  private struct State {
    var process: pid_t
    var isReaped = false
  }

  private let state: Mutex<State>
  private let hasOwnGroup: Bool

  /// Starts a program that is looked up in `PATH` unless its name holds a slash. Signals that this program blocks or
  /// ignores can end it.
  package init(_ program: String, _ arguments: [String], _ setup: Setup) throws(SystemError) {
    // A name would end at a NUL.
    guard !(arguments + [program]).contains(where: { $0.utf8.contains(0) }) else { throw SystemError(EINVAL) }
    hasOwnGroup = setup.hasOwnGroup
    var actions = Self.actions(setup.streams)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = Self.attributes(hasOwnGroup: setup.hasOwnGroup)
    defer { posix_spawnattr_destroy(&attributes) }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    // A value would end at a NUL.
    var variables = setup.environment.variables.map { strdup($0.map { CChar(bitPattern: $0) } + [0]) } + [nil]
    defer { for word in words + variables { free(word) } }
    var process: pid_t = 0
    let error = Self.starting.withLock { _ in
      posix_spawnp(&process, program, &actions, &attributes, &words, &variables)
    }
    guard error == 0 else { throw SystemError(error) }
    state = Mutex(State(process: process))
  }

  deinit { stop() }

  private static func actions(_ streams: [Int32?]) -> posix_spawn_file_actions_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    for (number, stream) in streams.enumerated() {
      if let stream {
        posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
      } else {
        posix_spawn_file_actions_addopen(
          &actions, Int32(number), "/dev/null", number == 0 ? O_RDONLY : O_WRONLY, 0)
      }
    }
    return actions
  }

  private static func attributes(hasOwnGroup: Bool) -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGPIPE, SIGXFSZ] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    if hasOwnGroup {
      posix_spawnattr_setpgroup(&attributes, 0)
      flags |= POSIX_SPAWN_SETPGROUP
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    return attributes
  }

  /// Waits for the program to end.
  ///
  /// - Parameter deadline: how long to wait; nil for ever.
  /// - Returns: how it ended; nil if it has not, if it was waited for before, or if somebody else collected
  ///   its status.
  package func wait(until deadline: ContinuousClock.Instant? = nil) -> Ending? {
    let process = state.withLock { $0.isReaped ? nil : $0.process }
    guard let process, hasEnded(process, by: deadline) else { return nil }
    return state.withLock { state in
      guard !state.isReaped else { return nil }
      // From here on the number can belong to another program.
      state.isReaped = true
      var status: Int32 = 0
      guard (try? SystemCall.retrying { waitpid(process, &status, 0) }) != nil else { return nil }
      let signal = status & 0x7F
      return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
    }
  }

  /// Waits without collecting the status, so that the program can be stopped meanwhile; false if it is still
  /// running.
  private func hasEnded(_ process: pid_t, by deadline: ContinuousClock.Instant?) -> Bool {
    while true {
      var info = siginfo_t()
      let flags = WEXITED | WNOWAIT | (deadline == nil ? 0 : WNOHANG)
      let result = waitid(P_PID, id_t(process), &info, flags)
      if result != 0, errno == EINTR { continue }
      // Somebody else has collected its status.
      if result != 0 { return true }
      if deadline == nil || info.si_signo == SIGCHLD { return true }
      guard let deadline, ContinuousClock.now < deadline else { return false }
      // A program without more output usually ends at once.
      usleep(2000)
    }
  }

  /// Ends the program and its children, and waits for that; does nothing if it was waited for.
  package func stop() {
    let isStopped = state.withLock { state in
      if state.isReaped { return false }
      kill(hasOwnGroup ? -state.process : state.process, SIGKILL)
      return true
    }
    if isStopped { _ = wait() }
  }
}
