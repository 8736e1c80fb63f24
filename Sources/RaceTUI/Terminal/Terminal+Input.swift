import CNcurses
import Glibc
import RaceView

extension Terminal {
  /// What a look at the keyboard found.
  private enum Taken {
    case event(InputEvent)
    /// A key without a meaning; there may be more behind it.
    case ignored
    case nothing
  }

  /// Waits for the next event: a key, the mouse, a signal, or `wake` being readable, which is told
  /// but not read.
  ///
  /// - Parameter wake: a descriptor to watch beside the terminal, such as an eventfd.
  /// - Parameter milliseconds: how long to wait; with 0 not at all, below 0 for ever.
  /// - Returns: nil when nothing came in that time.
  mutating func next(wake: Int32? = nil, milliseconds: Int32 = -1) -> InputEvent? {
    let deadline = ContinuousClock.now + .milliseconds(max(0, milliseconds))
    var timeLeft = milliseconds
    while true {
      // First what ncurses has read already: no poll would tell.
      if let event = takeKeys() { return event }
      var watched = [
        pollfd(fd: tty, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wake ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&watched, nfds_t(watched.count), timeLeft)
      if count < 0, errno != EINTR { return .terminate(signal: SIGHUP) }
      if count > 0 {
        if watched[1].revents != 0, let event = takeSignal() { return event }
        if watched[0].revents != 0 {
          if let event = takeKeys() { return event }
          if hasHungUp(watched[0].revents) { return .terminate(signal: SIGHUP) }
        }
        if watched[2].revents != 0 { return .wake }
      }
      guard milliseconds >= 0 else { continue }
      let now = ContinuousClock.now
      guard now < deadline else { return nil }
      // Rounded up, or the last part of a millisecond is spent spinning.
      timeLeft = Int32(clamping: Int64((deadline - now) / .milliseconds(1)) + 1)
    }
  }

  private borrowing func hasHungUp(_ events: Int16) -> Bool {
    if events & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return true }
    // Readable without anything to read, for good: our process group was orphaned in the background.
    var byte: UInt8 = 0
    var modes = termios()
    if tcgetattr(tty, &modes) != 0 { return true }
    return tcgetpgrp(tty) != getpgrp() && read(tty, &byte, 0) < 0 && errno == EIO
  }

  private mutating func takeSignal() -> InputEvent? {
    switch signals.take() {
    case nil: return nil
    case SIGWINCH:
      measure()
      repaint()
    case SIGTSTP:
      stop()
    case SIGCONT:
      // Stopped in a way we could not see (SIGSTOP): whatever had the terminal since left it anyhow.
      leave()
      comeBack()
    case let signal?:
      return .terminate(signal: signal)
    }
    return .resize(columns: columns, rows: rows)
  }

  private mutating func takeKeys() -> InputEvent? {
    while true {
      switch takeKey() {
      case .event(let event): return event
      case .ignored: continue
      case .nothing: return nil
      }
    }
  }

  private mutating func takeKey() -> Taken {
    var code: wint_t = 0
    switch wget_wch(nc_stdscr(), &code) {
    case OK:
      guard let scalar = Unicode.Scalar(UInt32(code)) else { return .ignored }
      if scalar == "\u{1B}" { return takeEscape() }
      return Self.taken(KeyDecoder.key(character: scalar))
    case KEY_CODE_YES:
      switch Int32(bitPattern: code) {
      case KEY_MOUSE: return takeMouse()
      case PasteMark.start: return .event(.paste(takePaste()))
      case let other: return Self.taken(KeyDecoder.key(code: other))
      }
    default:
      return .nothing
    }
  }

  /// After an escape: alone it is the key; with a character right behind it, it is that character
  /// with Alt, which means nothing to us.
  private borrowing func takeEscape() -> Taken {
    var code: wint_t = 0
    switch wget_wch(nc_stdscr(), &code) {
    case OK where code != 0x1B:
      return .ignored
    case OK:
      unget_wch(wchar_t(bitPattern: code))
    case KEY_CODE_YES:
      ungetch(Int32(bitPattern: code))
    default:
      break
    }
    return .event(.key(.escape))
  }

  private mutating func takeMouse() -> Taken {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return .ignored }
    // A report may come from before the window became smaller.
    let column = max(0, min(Int(event.x), columns - 1))
    let row = max(0, min(Int(event.y), rows - 1))
    if event.bstate & nc_wheel_up != 0 { return .event(.wheel(column: column, row: row, lines: -3)) }
    if event.bstate & nc_wheel_down != 0 { return .event(.wheel(column: column, row: row, lines: 3)) }
    if event.bstate & nc_button1_pressed != 0 {
      isButtonDown = true
      return .event(.press(column: column, row: row))
    }
    guard isButtonDown, event.bstate & (nc_button1_released | nc_mouse_moved) != 0 else { return .ignored }
    if event.bstate & nc_button1_released != 0 { isButtonDown = false }
    return .event(.drag(column: column, row: row))
  }

  /// The text up to the mark that ends it. If that never comes, silence ends it.
  private borrowing func takePaste() -> String {
    let window = nc_stdscr()
    wtimeout(window, 1000)
    defer { nodelay(window, true) }
    var text = String.UnicodeScalarView()
    while true {
      var code: wint_t = 0
      switch wget_wch(window, &code) {
      case OK:
        // A terminal sends the ends of pasted lines as the Enter key.
        text.append(code == 0x0D ? "\n" : Unicode.Scalar(UInt32(code)) ?? "\u{FFFD}")
      case KEY_CODE_YES where Int32(bitPattern: code) != PasteMark.end:
        continue
      default:
        return String(text)
      }
    }
  }

  private static func taken(_ key: Key?) -> Taken {
    key.map { .event(.key($0)) } ?? .ignored
  }
}
