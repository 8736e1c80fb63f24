internal import CNcurses
internal import Glibc
internal import RaceSystem
package import RaceView

/// The screen and the keyboard: the only owner of ncurses.
///
/// It draws grids and yields events, and knows nothing about their meaning. Keys come from the controlling
/// terminal, so that standard input is free for a report. There is one at a time, used on one thread. Open it
/// before other threads are started: they inherit its signal mask.
///
/// When it goes away, by `close`, by an error or at the end of its scope, the terminal is as it was;
/// after a crash too (`CrashGuard`).
package struct Terminal: ~Copyable {
  /// How styles look with the available colours.
  package private(set) var theme: Theme
  /// How rules and corners are drawn.
  package let lines: LineDrawing
  /// The width of the screen.
  package var columns: Int { Int(getmaxx(nc_stdscr())) }
  /// The height of the screen.
  package var rows: Int { Int(getmaxy(nc_stdscr())) }

  let tty: Int32
  let type: TerminalType
  let signals: SignalChannel
  let isUTF8: Bool
  /// Whether the mouse reports to us; if not, text can be selected as usual.
  let hasMouse: Bool
  private let screen: OpaquePointer
  private let files: Files

  var painter = Painter()
  /// Keyboard and mouse input that has arrived only in part.
  var unfinished = UnfinishedInput()
  /// The modes that ncurses does not know must be set again after it has set its own.
  var needsOwnModes = true

  /// Takes the terminal over: an alternate screen, keys one by one, no cursor.
  package static func open(
    _ looks: Looks = Looks(), mouse: Bool = true
  ) throws(TerminalError) -> Terminal {
    chooseLocale()
    let tty = Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard tty >= 0 else { throw .noTerminal(errno: errno) }
    do {
      let type = try TerminalType.look(tty: tty)
      return try take(tty, type, looks, mouse: mouse)
    } catch {
      _ = Glibc.close(tty)
      throw error
    }
  }

  /// ncurses writes characters in the encoding of the locale. A UTF-8 locale that is not installed here, as
  /// often across ssh, need not limit us to ASCII.
  private static func chooseLocale() {
    guard setlocale(LC_CTYPE, "") == nil else { return }
    if Environment.isUTF8 { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  /// The part of `open` that changes things; it undoes them when it throws, but leaves `tty` open.
  private static func take(
    _ tty: Int32, _ type: TerminalType, _ looks: Looks, mouse: Bool
  ) throws(TerminalError) -> Terminal {
    let files = try openFiles(tty)
    let signals = try SignalChannel.open()
    CrashGuard.arm(tty: tty, restoring: type.restoring)
    // ncurses would accept any size from the kernel.
    if let size = size(of: tty), size != clamped(size) { use_env(false) }
    // ncurses puts its own handlers on the signals that the event loop owns.
    guard let screen = SignalChannel.keepingDispositions({ newterm(nil, files.output, files.input) }) else {
      CrashGuard.disarm()
      signals.close()
      fclose(files.output)
      throw .unknownType(Environment.value("TERM") ?? "")
    }
    startKeyboard(tty)
    let isUTF8 = nc_is_utf8() != 0
    let fallback: LineDrawing = type.hasAlternateCharacters ? .alternate : .ascii
    let lines: LineDrawing = if looks.isASCII { .ascii } else if isUTF8 { .unicode } else { fallback }
    let depth = startColors(looks.colors)
    var terminal = Terminal(
      theme: Theme(depth: depth), lines: lines, tty: tty, type: type, signals: signals,
      isUTF8: isUTF8, hasMouse: mouse && startMouse(), screen: screen, files: files)
    let background = terminal.findBackground(looks.theme, depth)
    terminal.theme = Theme(depth: depth, background: background, changes: looks.changes)
    terminal.measure()
    return terminal
  }

  private typealias Files = (input: UnsafeMutablePointer<FILE>, output: UnsafeMutablePointer<FILE>)

  private static func openFiles(_ tty: Int32) throws(TerminalError) -> Files {
    let copy = fcntl(tty, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0, let output = fdopen(copy, "w"), let input = fdopen(tty, "r") else {
      throw .system(call: "fdopen", errno: errno)
    }
    return (input, output)
  }

  private static func startKeyboard(_ tty: Int32) {
    // Not raw: the kernel turns Control-Z into a stop of the whole pipeline, which we cannot do.
    cbreak()
    noecho()
    nonl()
    // A signal from the keyboard must not throw away what was typed before it.
    nc_keep_input(tty)
    set_escdelay(25)
    let window = nc_stdscr()
    keypad(window, true)
    nodelay(window, true)
    leaveok(window, true)
    curs_set(0)
    for (bytes, code) in KeyDecoder.commonSequences where key_defined(bytes) == 0 { define_key(bytes, code) }
    define_key("\u{1B}[200~", PasteCode.start)
    define_key("\u{1B}[201~", PasteCode.end)
  }

  private static func startColors(_ choice: ColorChoice) -> Theme.Depth {
    let isColored = choice.isColored(isTerminal: true) { Environment.value($0) }
    guard isColored, has_colors(), start_color() == OK else { return .monochrome }
    use_default_colors()
    return Theme.Depth(colors: Int(nc_colors()))
  }

  /// Makes ncurses set the modes in which the terminal reports the mouse.
  private static func startMouse() -> Bool {
    let wanted =
      nc_button1_pressed | nc_button1_released | nc_wheel_up | nc_wheel_down | nc_mouse_moved
    // Presses as they come: no waiting for a second click.
    mouseinterval(0)
    guard mousemask(wanted, nil) != 0, has_mouse() else { return false }
    MouseCode.define()
    return true
  }

  /// Gives the terminal back.
  package consuming func close() {}

  deinit {
    setOwnModes(false)
    skipLateAnswer()
    endwin()
    delscreen(screen)
    CrashGuard.disarm()
    signals.close()
    fclose(files.output)
    fclose(files.input)
  }
}
