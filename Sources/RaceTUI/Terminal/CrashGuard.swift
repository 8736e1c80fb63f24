internal import CNcurses
internal import Glibc

// What a crash handler may touch. A handler runs on the crashed thread, in the middle of anything, so locks
// and allocation are impossible: these are plain memory, written by `arm` and `disarm` only, on the thread
// that owns the terminal, and only read by the handler. The compiler cannot know that; hence
// `nonisolated(unsafe)`, here and nowhere else in the program.
nonisolated(unsafe) private var guardedTTY: Int32 = -1
// Allocated, because C also writes the padding at the end of a `termios`, for which a Swift variable has no
// room.
nonisolated(unsafe) private var usualModes: UnsafeMutablePointer<termios>?
nonisolated(unsafe) private var restoring = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
nonisolated(unsafe) private var previousActions = UnsafeMutableBufferPointer<sigaction>(start: nil, count: 0)
nonisolated(unsafe) private var realStandardError: Int32 = -1
nonisolated(unsafe) private var heldStandardError: Int32 = -1

private let crashSignals: [Int32] = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS]
private let signalLimit = 65

/// Restores the terminal when the program crashes, so that the message is readable and the shell usable.
///
/// The handler writes bytes prepared beforehand, sets the line's modes, prints what was written to standard
/// error meanwhile, and passes the signal on: to the Swift backtracer, which would otherwise ask its
/// questions inside our screen, or to the default action.
enum CrashGuard {
  /// Call before the terminal leaves its usual modes.
  static func arm(tty: Int32, restoring bytes: [UInt8]) {
    guard guardedTTY < 0 else { return }
    guardedTTY = tty
    let modes = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    modes.initialize(to: termios())
    tcgetattr(tty, modes)
    usualModes = modes
    restoring = .allocate(capacity: bytes.count)
    _ = restoring.initialize(from: bytes)
    holdStandardError()
    useOwnStack()
    previousActions = .allocate(capacity: signalLimit)
    previousActions.initialize(repeating: sigaction())
    var action = sigaction()
    action.__sigaction_handler.sa_sigaction = { signal, info, _ in handle(signal, info) }
    action.sa_flags = SA_SIGINFO | Int32(SA_ONSTACK) | Int32(bitPattern: UInt32(SA_NODEFER))
    for signal in crashSignals { sigaction(signal, &action, &previousActions[Int(signal)]) }
  }

  /// Call when the terminal is back in its usual modes.
  static func disarm() {
    guard guardedTTY >= 0 else { return }
    for signal in crashSignals { sigaction(signal, &previousActions[Int(signal)], nil) }
    guardedTTY = -1
    releaseStandardError()
    previousActions.deallocate()
    restoring.deallocate()
    usualModes?.deallocate()
    usualModes = nil
  }
}

private func handle(_ signal: Int32, _ info: UnsafeMutablePointer<siginfo_t>?) {
  _ = write(guardedTTY, restoring.baseAddress, restoring.count)
  if let usualModes { tcsetattr(guardedTTY, TCSANOW, usualModes) }
  releaseStandardError()
  guard let actions = previousActions.baseAddress else { return }
  sigaction(signal, actions + Int(signal), nil)
  // A fault repeats when the handler returns; a signal that was sent has to be sent again.
  if let info, info.pointee.si_code <= 0 { raise(signal) }
}

/// While the screen is up, output to a standard error that is a terminal would land in the middle of it and
/// be lost with it, so it is held in memory.
private func holdStandardError() {
  guard isatty(2) != 0 else { return }
  let held = memfd_create("stderr", 1)  // 1: MFD_CLOEXEC
  let real = fcntl(2, F_DUPFD_CLOEXEC, 3)
  guard held >= 0, real >= 0 else { return }
  heldStandardError = held
  realStandardError = real
  dup2(held, 2)
}

/// Also called by the handler: only calls that are safe in one.
private func releaseStandardError() {
  guard heldStandardError >= 0 else { return }
  dup2(realStandardError, 2)
  var offset: off_t = 0
  // At most 1024 bytes are certain to be on the stack and not allocated.
  withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { buffer in
    while true {
      let count = pread(heldStandardError, buffer.baseAddress, buffer.count, offset)
      guard count > 0 else { break }
      _ = write(2, buffer.baseAddress, count)
      offset += off_t(count)
    }
  }
  close(heldStandardError)
  close(realStandardError)
  heldStandardError = -1
}

/// A stack overflow can only be handled on another stack. The backtracer has one; otherwise this provides it,
/// for the thread that opens the terminal.
private func useOwnStack() {
  var current = stack_t()
  guard sigaltstack(nil, &current) == 0, current.ss_flags & Int32(SS_DISABLE) != 0 else { return }
  let size = 64 * 1024
  // Never freed: a handler may be running on it until the process is gone.
  let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
  var stack = stack_t(ss_sp: memory, ss_flags: 0, ss_size: size)
  sigaltstack(&stack, nil)
}
