internal import Glibc

extension Terminal {
  /// Runs a program that takes the whole terminal, such as an editor, and takes the screen back.
  ///
  /// The arguments reach it as they are; there is no shell in between. It starts with no signal
  /// blocked or ignored and with the terminal as its standard input, output and error. Control-C and Control-\
  /// in it are not for us; Control-Z stops both, as the shell expects of a job.
  ///
  /// Any other signal that asks us to end waits until the program ends, and is the next event then. To end at
  /// once would leave the program, and text that is not saved in it, to fight with the shell for the terminal;
  /// whoever wants both gone can signal the group.
  package mutating func run(_ arguments: [String]) -> ChildOutcome {
    leave()
    let outcome = signals.allowingStop {
      switch Self.spawn(arguments, on: tty) {
      case .success(let child): Self.wait(for: child)
      case .failure(let error): ChildOutcome.notStarted(errno: error.errno)
      }
    }
    signals.dropKeys([SIGINT, SIGQUIT])
    signals.drop([SIGTSTP, SIGCONT, SIGWINCH])
    comeBack()
    return outcome
  }

  private struct SpawnError: Error { let errno: Int32 }

  private static func spawn(_ arguments: [String], on tty: Int32) -> Result<pid_t, SpawnError> {
    guard let program = arguments.first else { return .failure(SpawnError(errno: ENOENT)) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = SignalChannel.set(of: [])
    posix_spawnattr_setsigmask(&attributes, &none)
    var usual = SignalChannel.set(of: [SIGPIPE, SIGXFSZ])
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in Int32(0)...2 { posix_spawn_file_actions_adddup2(&actions, tty, descriptor) }
    var argv = arguments.map { strdup($0) } + [nil]
    defer { for argument in argv { free(argument) } }
    var child: pid_t = 0
    let error = posix_spawnp(&child, program, &actions, &attributes, &argv, environ)
    return error == 0 ? .success(child) : .failure(SpawnError(errno: error))
  }

  private static func wait(for child: pid_t) -> ChildOutcome {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return .notStarted(errno: errno) }
    }
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }
}
