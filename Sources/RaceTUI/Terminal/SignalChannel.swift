internal import CNcurses
internal import Glibc

/// The signals of the event loop, read from a descriptor instead of interrupting it.
///
/// They are blocked while the channel is open. A thread started after that inherits the mask; an earlier one
/// would still take them, so the terminal is opened first.
struct SignalChannel: Sendable {
  /// Readable when a signal is pending.
  let descriptor: Int32
  private let owned: [Int32]
  private let previousMask: sigset_t

  /// Signals of the window, of the keys, and of the program that started us.
  private static let usual = [SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGQUIT]

  /// All others that end a program by default, except those of a crash, which cannot wait (`CrashGuard`), and
  /// those of a failed write (`SIGPIPE`, `SIGXFSZ`), which racetui ignores.
  private static let others =
    [
      SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGIO, SIGPWR, SIGSTKFLT,
    ] + (__libc_current_sigrtmin()...__libc_current_sigrtmax())

  /// Blocks the signals and opens a descriptor for them.
  static func open() throws(TerminalError) -> SignalChannel {
    // A blocked signal stays pending even if it was ignored.
    let owned = usual + others.filter { !isIgnored($0) }
    var signals = set(of: owned)
    var previous = sigset_t()
    pthread_sigmask(SIG_BLOCK, &signals, &previous)
    let descriptor = signalfd(-1, &signals, Int32(SFD_CLOEXEC) | Int32(SFD_NONBLOCK))
    guard descriptor >= 0 else {
      let error = errno
      pthread_sigmask(SIG_SETMASK, &previous, nil)
      throw .system(call: "signalfd", errno: error)
    }
    return SignalChannel(descriptor: descriptor, owned: owned, previousMask: previous)
  }

  /// Restores the signals. Discards pending ones: the program is ending, and a second request would change
  /// its status.
  func close() {
    drop(owned)
    _ = Glibc.close(descriptor)
    var previous = previousMask
    pthread_sigmask(SIG_SETMASK, &previous, nil)
  }

  /// The next pending signal, nil for none.
  func take() -> Int32? {
    var info = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    guard read(descriptor, &info, size) == size else { return nil }
    return Int32(info.ssi_signo)
  }

  /// Discards signals that were meant for someone else or that told us nothing new.
  func drop(_ signals: [Int32]) {
    var dropped = Self.set(of: signals)
    var now = timespec()
    while sigtimedwait(&dropped, nil, &now) > 0 {}
  }

  /// Discards signals that the kernel sent for a key to the owner of the terminal. The same signal from a
  /// process was meant for us, and stays pending.
  func dropKeys(_ signals: [Int32]) {
    var sent: [Int32] = []
    for signal in signals {
      var dropped = Self.set(of: [signal])
      var now = timespec()
      var info = siginfo_t()
      // Above 0: from the kernel.
      while sigtimedwait(&dropped, &info, &now) > 0 { if info.si_code <= 0 { sent.append(signal) } }
    }
    for signal in sent { kill(getpid(), signal) }
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  /// Lets SIGTSTP have its usual effect during `body`: the process stops, unless its group is orphaned, so
  /// that nobody could continue it.
  func allowingStop<Result>(_ body: () -> Result) -> Result {
    var stop = Self.set(of: [SIGTSTP])
    pthread_sigmask(SIG_UNBLOCK, &stop, nil)
    defer { pthread_sigmask(SIG_BLOCK, &stop, nil) }
    return body()
  }

  /// Runs `body`, which may install its own handlers, and restores the dispositions.
  static func keepingDispositions<Result>(_ body: () -> Result) -> Result {
    var previous = Array(repeating: sigaction(), count: usual.count)
    for (index, signal) in usual.enumerated() { sigaction(signal, nil, &previous[index]) }
    defer {
      for (index, signal) in usual.enumerated() { sigaction(signal, &previous[index], nil) }
    }
    return body()
  }

  /// The set of these signals.
  static func set(of signals: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    return set
  }
}
