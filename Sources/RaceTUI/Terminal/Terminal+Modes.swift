internal import CNcurses
internal import Glibc
internal import RaceSystem
internal import RaceView

/// The codes we give to the marks around pasted text: past those of ncurses' own keys, and past those
/// it numbers from `KEY_MAX` on for the extended keys of a terminfo entry.
enum PasteCode {
  static let start: Int32 = KEY_MAX + 0x1000
  static let end: Int32 = KEY_MAX + 0x1001
}

extension Terminal {
  /// The maximum columns and rows to draw: a larger window stays blank beyond them. No screen has as many,
  /// and the largest size that a kernel can report would need gigabytes.
  private static let largest = Size(columns: 1200, rows: 400)

  /// Asks the kernel for the size, and tells ncurses if it has changed.
  mutating func measure() {
    guard let size = Self.size(of: tty).map(Self.clamped) else { return }
    if is_term_resized(Int32(size.rows), Int32(size.columns)) {
      resizeterm(Int32(size.rows), Int32(size.columns))
    }
  }

  /// The size from the kernel; nil if it has none.
  static func size(of tty: Int32) -> Size? {
    var size = winsize()
    guard ioctl(tty, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else { return nil }
    return Size(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  /// The drawable part of a size.
  static func clamped(_ size: Size) -> Size {
    Size(columns: min(size.columns, largest.columns), rows: min(size.rows, largest.rows))
  }

  /// Sets or resets the modes that ncurses does not know. Motion reports come after its own mouse mode, which
  /// would replace them.
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

  /// Takes the screen back and asks for the size again, because others got the signal meanwhile.
  mutating func comeBack() {
    reset_prog_mode()
    measure()
    unfinished.isButtonDown = false
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
    // A lost terminal is noticed where keys are read.
    text.withUTF8 { try? FileDescriptor.write(UnsafeRawBufferPointer($0), to: tty) }
  }
}
