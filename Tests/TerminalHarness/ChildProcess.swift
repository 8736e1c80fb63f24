import Glibc
import Synchronization

/// A started program that has to be waited for.
struct ChildProcess {
  /// The source of a descriptor of the program.
  enum Descriptor {
    /// A file or a device, opened by the program itself as it starts.
    case path(String, flags: Int32)
    /// A copy of one of this process's descriptors.
    case ours(Int32)
  }

  let pid: pid_t

  /// Held while there are descriptors not yet marked close-on-exec, and while a child is started: a test running in
  /// parallel must not inherit them, or no hang-up is ever seen.
  static let lock = Mutex(())

  /// Starts a program as the leader of a new session. The first terminal that such a leader opens becomes its
  /// controlling terminal, so no `fork` is needed, which Swift does not have.
  static func start(
    _ program: String, _ arguments: [String], _ options: LaunchOptions, _ descriptors: [(Int32, Descriptor)]
  ) throws(HarnessError) -> ChildProcess {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // 0x80 is POSIX_SPAWN_SETSID, which a feature macro hides from Swift.
    let flags = 0x80 | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in descriptors {
      switch descriptor {
      case .path(let path, let flags): posix_spawn_file_actions_addopen(&actions, number, path, flags, 0)
      case .ours(let ours): posix_spawn_file_actions_adddup2(&actions, ours, number)
      }
    }

    // env(1) replaces itself with the program, so the process stays the same.
    let place = options.workingDirectory.map { ["/usr/bin/env", "-C", $0, "--"] } ?? []
    let words = place + [program] + arguments
    var argv = words.map { strdup($0) } + [nil]
    var envp = options.variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var pid: pid_t = 0
    let error = lock.withLock { _ in posix_spawn(&pid, words[0], &actions, &attributes, &argv, &envp) }
    guard error == 0 else {
      throw HarnessError(description: "\(program): \(String(cString: strerror(error)))")
    }
    return ChildProcess(pid: pid)
  }

  /// The status after it ended: its exit status, or the negative number of the signal.
  func ended() -> Int32? {
    var status: Int32 = 0
    guard waitpid(pid, &status, WNOHANG) == pid else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }

  /// Ends it, together with its session's foreground processes, and forgets it.
  func destroy() {
    kill(-pid, SIGKILL)
    kill(pid, SIGKILL)
    waitpid(pid, nil, 0)
  }
}
