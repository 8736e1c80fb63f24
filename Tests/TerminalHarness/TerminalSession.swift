import Glibc

/// A program running on a real pseudo-terminal, seen through a `VirtualTerminal`.
///
/// Nothing sleeps or counts tries: a test waits for a condition until a deadline far beyond what the slowest machine
/// needs.
public final class TerminalSession {
  /// The terminal's screen, as far as the output has been read.
  public private(set) var screen: VirtualTerminal
  /// How the program ended: its exit status, or the negative number of the signal that ended it.
  public private(set) var status: Int32?
  /// Everything that the program wrote to the terminal, in order.
  public private(set) var received: [UInt8] = []
  /// The process that was started.
  public var pid: Int32 { child.pid }

  private let child: ChildProcess
  private let terminal: PseudoTerminal
  private var inputEnd: Int32 = -1
  private let background: LaunchOptions.Background
  private var answered = 0

  /// Starts a program. `width` gives the number of columns of a character.
  public init(
    _ program: String, _ arguments: [String] = [], _ options: LaunchOptions = LaunchOptions(),
    width: @escaping @Sendable (Unicode.Scalar) -> Int
  ) throws(HarnessError) {
    terminal = try PseudoTerminal(columns: options.columns, rows: options.rows)
    background = options.background
    screen = VirtualTerminal(columns: max(1, options.columns), rows: max(1, options.rows), width: width)
    var descriptors: [(Int32, ChildProcess.Descriptor)] = [
      (1, .path(terminal.path, flags: O_RDWR)), (2, .ours(1)),
    ]
    var pipe: Pipe?
    switch options.input {
    case .terminal: descriptors.append((0, .ours(1)))
    case .file(let path): descriptors.append((0, .path(path, flags: O_RDONLY)))
    case .pipe:
      let opened = try Pipe()
      pipe = opened
      descriptors.append((0, .ours(opened.readEnd)))
    }
    child = try ChildProcess.start(program, arguments, options, descriptors)
    if let pipe {
      close(pipe.readEnd)
      inputEnd = pipe.writeEnd
    }
  }

  deinit {
    closeInput()
    if status == nil { child.destroy() }
  }

  /// Types keys.
  public func send(_ keys: String) { terminal.write(keys.utf8) }

  /// Types bytes as they are.
  public func send(bytes: [UInt8]) { terminal.write(bytes) }

  /// Writes to the program's standard input, which must be a pipe. Blocks while the pipe is full, so text that the
  /// program may not read at once must fit (64 KiB).
  public func sendInput(_ text: String) { writeAll(text.utf8, to: inputEnd) }

  /// Ends the program's standard input.
  public func closeInput() {
    if inputEnd >= 0 { close(inputEnd) }
    inputEnd = -1
  }

  /// Changes the size of the window.
  public func resize(columns: Int, rows: Int) {
    screen.resize(columns: max(1, columns), rows: max(1, rows))
    terminal.resize(columns: columns, rows: rows)
  }

  /// Sends a signal to the program alone, not to its children.
  public func signal(_ number: Int32) { kill(child.pid, number) }

  /// Sends a signal to the processes that have the terminal, as its keys do.
  public func signalForeground(_ number: Int32) { terminal.signalForeground(number) }

  /// Closes the window under the program.
  public func hangUp() { terminal.hangUp() }

  /// Whether the line discipline is the usual one: lines, with echo and signals from keys.
  public var isCooked: Bool {
    let wanted = tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    let modes = terminal.modes
    return modes.c_lflag & wanted == wanted && modes.c_iflag & tcflag_t(ICRNL) != 0
      && modes.c_oflag & tcflag_t(OPOST) != 0
  }

  /// The terminal settings that the program changed and did not restore, of all that a program can change.
  public var leftBehind: [String] {
    var found: [String] = []
    if !isCooked { found.append("the line is not cooked") }
    if screen.isAlternate { found.append("the shell's screen is not back") }
    found += screen.modes.symmetricDifference(VirtualTerminal.usualModes).sorted().map { mode in
      "mode \(mode) is \(screen.modes.contains(mode) ? "on" : "off")"
    }
    return found
  }

  /// Reads until `condition` holds.
  public func wait(
    for what: String, seconds: Int = 20, until condition: (TerminalSession) -> Bool
  ) throws(HarnessError) {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while !condition(self) {
      if ContinuousClock.now > deadline {
        throw HarnessError(description: "not within \(seconds) s: \(what)\n\(screen.text)")
      }
      read(milliseconds: 10)
    }
  }

  /// Reads until the screen shows `text`.
  public func wait(forText text: String) throws(HarnessError) {
    try wait(for: "the text \"\(text)\"") { $0.screen.text.contains(text) }
  }

  /// Waits for the program's end and reads the remaining output.
  ///
  /// - Returns: its exit status, or the negative number of the signal that ended it.
  @discardableResult
  public func exit() throws(HarnessError) -> Int32 {
    try wait(for: "the end of the program") { $0.hasEnded }
    while read(milliseconds: 0) {}
    return status ?? -1
  }

  private var hasEnded: Bool {
    if status == nil { status = child.ended() }
    return status != nil
  }

  @discardableResult
  private func read(milliseconds: Int32) -> Bool {
    guard let bytes = terminal.read(milliseconds: milliseconds) else { return false }
    received += bytes
    screen.feed(bytes)
    for question in screen.questions.dropFirst(answered) { send(background.answer(to: question)) }
    answered = screen.questions.count
    return true
  }
}
