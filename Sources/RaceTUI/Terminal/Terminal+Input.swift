internal import CNcurses
internal import Glibc
package import RaceView

extension Terminal {
  /// The result of a look at the keyboard.
  enum Taken {
    case event(InputEvent)
    /// A key without a meaning; there may be more after it.
    case ignored
    case nothing
  }

  /// Waits for the next event: a key, the mouse, a signal, or `wake` being readable, which is reported but
  /// not read.
  ///
  /// - Parameter wake: a descriptor to watch besides the terminal, such as an eventfd.
  /// - Parameter milliseconds: how long to wait: 0 for not at all, below 0 for ever.
  /// - Returns: nil if nothing came in that time.
  package mutating func next(wake: Int32? = nil, milliseconds: Int32 = -1) -> InputEvent? {
    let deadline = ContinuousClock.now + .milliseconds(max(0, milliseconds))
    var timeLeft = milliseconds
    while true {
      // First what ncurses has read already, which poll cannot see.
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
      // Rounded up, else the last part of a millisecond is spent spinning.
      timeLeft = Int32(clamping: Int64((deadline - now) / .milliseconds(1)) + 1)
    }
  }

  private borrowing func hasHungUp(_ events: Int16) -> Bool {
    if events & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return true }
    // Readable without anything to read, for good: our process group was orphaned in the background.
    var byte: UInt8 = 0
    // It fails with the same error as reading, once the terminal is gone.
    if isatty(tty) == 0 { return true }
    return tcgetpgrp(tty) != getpgrp() && Glibc.read(tty, &byte, 0) < 0 && errno == EIO
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
      // Stopped in a way that we could not see (SIGSTOP): other programs have used the terminal since.
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
    switch read() {
    case .character("\u{1B}"): return takeEscape()
    case .character(let scalar): return Self.taken(KeyDecoder.key(character: scalar))
    case .code(MouseCode.digits): return takeMouseDigits()
    case .code(MouseCode.bytes): return takeMouseBytes()
    case .code(PasteCode.start): return .event(.paste(takePaste()))
    case .code(let code): return Self.taken(KeyDecoder.key(code: code))
    case .part: return .ignored
    case .nothing: return .nothing
    }
  }

  /// The result of one read.
  enum Read {
    case character(Unicode.Scalar)
    case code(Int32)
    /// A byte of an incomplete or invalid character.
    case part
    case nothing
  }

  /// Reads a key code or a byte. `wget_wch` also joins the bytes, but loses them when a slow connection cuts
  /// a character in two.
  mutating func read() -> Read {
    let value = wgetch(nc_stdscr())
    guard value != ERR else { return .nothing }
    guard value <= 0xFF else { return .code(value) }
    var byte = CChar(truncatingIfNeeded: value)
    var wide: wchar_t = 0
    let used = mbrtowc(&wide, &byte, 1, &unfinished.character)
    if used == -1 {
      // The earlier bytes are dropped, but not a letter that comes instead of the rest.
      unfinished.character = mbstate_t()
      wide = value < 0x80 ? wchar_t(value) : -1
    }
    guard used != -2, let scalar = Unicode.Scalar(UInt32(bitPattern: wide)) else { return .part }
    return .character(scalar)
  }

  /// After an escape: alone it is the key; directly followed by a character, it is that character with Alt or
  /// a sequence that ncurses does not know. Both mean nothing to us, and no letter of a sequence may count as
  /// a key: Shift-F2 ends in `Q` on many terminals.
  private mutating func takeEscape() -> Taken {
    switch owesAnswer ? patiently(Self.escapePatience, { $0.read() }) : read() {
    case .character("\u{1B}"): ungetch(0x1B)
    case .character("["): return skipControl()
    case .character("O"): return skip { _ in true }
    // Strings, such as a late answer to our question, or to one of the program before us.
    case .character("]"), .character("P"), .character("_"), .character("^"), .character("X"):
      return skip { $0 == "\u{7}" }
    case .character, .part: return .ignored
    case .code(let code): ungetch(code)
    case .nothing: break
    }
    return .event(.key(.escape))
  }

  /// How long to wait for the rest of an escape while an answer is outstanding, and then for the rest of a
  /// string, in milliseconds: a slow connection may cut them anywhere.
  private static let escapePatience: Int32 = 150
  private static let stringPatience: Int32 = 1000

  /// Whether the terminal may still answer the question for its background.
  var owesAnswer: Bool { unfinished.answerDeadline.map { $0 > .now } ?? false }

  /// Reads, and waits for missing bytes.
  mutating func patiently<T>(_ milliseconds: Int32, _ body: (inout Terminal) -> T) -> T {
    let window = nc_stdscr()
    wtimeout(window, milliseconds)
    defer { nodelay(window, true) }
    return body(&self)
  }

  /// Reads to the end of a control sequence. The answer that ends the ones to our question is `ESC [ ? … c`.
  private mutating func skipControl() -> Taken {
    var first: Unicode.Scalar?
    var last: Unicode.Scalar?
    let taken = skip { scalar in
      first = first ?? scalar
      last = scalar
      return (0x40...0x7E).contains(scalar.value)
    }
    if first == "?", last == "c" { unfinished.answerDeadline = nil }
    return taken
  }

  /// Reads to the end of a sequence; an incomplete one ends when the terminal falls silent.
  private mutating func skip(to isEnd: (Unicode.Scalar) -> Bool) -> Taken {
    patiently(owesAnswer ? Self.stringPatience : get_escdelay()) { $0.skipNow(to: isEnd) }
  }

  private mutating func skipNow(to isEnd: (Unicode.Scalar) -> Bool) -> Taken {
    while true {
      switch read() {
      case .character("\u{1B}"):
        // The beginning of the next one, unless it ends a string.
        let next = read()
        if case .character("\\") = next { return .ignored }
        unread(next)
        ungetch(0x1B)
        return .ignored
      case .character(let scalar): if isEnd(scalar) { return .ignored }
      case .code(let code):
        ungetch(code)
        return .ignored
      case .part: continue
      case .nothing: return .ignored
      }
    }
  }

  mutating func unread(_ read: Read) {
    switch read {
    case .character(let scalar) where scalar.isASCII: ungetch(Int32(scalar.value))
    case .code(let code): ungetch(code)
    default: break
    }
  }

  /// The text up to the mark that ends it. If that never comes, silence ends it.
  private mutating func takePaste() -> String {
    let window = nc_stdscr()
    wtimeout(window, 1000)
    defer { nodelay(window, true) }
    var text = String.UnicodeScalarView()
    while true {
      switch read() {
      // A terminal sends the ends of pasted lines as the Enter key.
      case .character(let scalar): text.append(scalar == "\r" ? "\n" : scalar)
      case .code(PasteCode.end), .nothing: return String(text)
      case .code, .part: continue
      }
    }
  }

  private static func taken(_ key: Key?) -> Taken {
    key.map { .event(.key($0)) } ?? .ignored
  }
}
