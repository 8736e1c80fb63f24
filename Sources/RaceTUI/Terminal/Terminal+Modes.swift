internal import CNcurses
internal import Glibc

/// The codes we give to the marks around pasted text: past those of ncurses' own keys, and past those
/// it numbers from `KEY_MAX` on for the extended keys of a terminfo entry.
enum PasteMark {
  static let start: Int32 = KEY_MAX + 0x1000
  static let end: Int32 = KEY_MAX + 0x1001
}

extension Terminal {
  /// Asks the kernel for the size, and tells ncurses when it is another one.
  mutating func measure() {
    var size = winsize()
    guard ioctl(tty, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else { return }
    if is_term_resized(Int32(size.ws_row), Int32(size.ws_col)) {
      resizeterm(Int32(size.ws_row), Int32(size.ws_col))
    }
  }

  /// Sets or resets the modes that ncurses has no notion of. Motion reports come after its own mouse
  /// mode, which would replace them.
  borrowing func setOwnModes(_ on: Bool) {
    guard type.isAnsi else { return }
    let end = on ? "h" : "l"
    write("\(TerminalType.pasteMode)\(end)" + (hasMouse ? "\(TerminalType.dragMode)\(end)" : ""))
  }

  /// Leaves the screen to someone else for a while.
  mutating func leave() {
    setOwnModes(false)
    skipLateAnswer()
    endwin()
  }

  /// Takes the screen back. The size is asked for again: meanwhile others got the signal.
  mutating func comeBack() {
    reset_prog_mode()
    measure()
    isButtonDown = false
    needsOwnModes = true
    repaint()
  }

  /// Control-Z: the terminal goes back to its usual modes while the process is stopped.
  mutating func stop() {
    leave()
    signals.allowingStop { _ = raise(SIGTSTP) }
    signals.drop([SIGCONT, SIGWINCH])
    comeBack()
  }

  /// Writes past ncurses, between frames.
  borrowing func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
        let count = Glibc.write(tty, start, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      }
    }
  }
}
