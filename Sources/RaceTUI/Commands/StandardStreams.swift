internal import ArgumentParser
internal import Glibc
internal import RaceSystem
internal import RaceTerminal
internal import RaceText
internal import RaceView

/// The three standard descriptors.
enum StandardStreams {
  /// Fills those that are closed, so that no log or copy of one is opened in their place and then written to.
  /// The replacement fails when it is used, as the closed one would.
  static func reserve() {
    for (descriptor, flags) in [(0, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] as [(Int32, Int32)]
    where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free one is the one just checked.
      _ = open("/dev/null", flags)
    }
  }

  /// Lets a write fail without a reader (`SIGPIPE`) or beyond the file size limit (`SIGXFSZ`): the signals
  /// would end the program silently, and on the screens without restoring the terminal.
  static func failInsteadOfEnding() {
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
  }

  /// Writes all bytes.
  fileprivate static func write(_ bytes: [UInt8], to number: Int32) throws(SystemError) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(SystemError) in
      try FileDescriptor.write(UnsafeRawBufferPointer(buffer), to: number)
    }
  }
}

/// Messages to the user.
enum StandardError {
  /// Writes one line, the program's name before it. Characters that could control a terminal, as in a file
  /// name, are not sent.
  static func say(_ text: String) {
    write("racetui: \(String(text.map { $0.isNewline ? "?" : $0 }))")
  }

  /// Writes lines, cleaned in the same way.
  static func write(_ lines: String) {
    let scalars = FileName.shown(lines).unicodeScalars.map { scalar in
      CharacterWidth.isControl(scalar) && scalar != "\n" ? "?" : scalar
    }
    let bytes = Array(String(String.UnicodeScalarView(scalars)).utf8) + [UInt8(ascii: "\n")]
    // A failure cannot be reported.
    try? StandardStreams.write(bytes, to: 2)
  }
}

/// What the program prints.
enum StandardOutput {
  /// Writes all bytes; a reader that has gone away (`racetui list | head`) ends the program quietly.
  static func write(_ bytes: [UInt8]) throws {
    do throws(SystemError) {
      try StandardStreams.write(bytes, to: 1)
    } catch {
      if error.code == EPIPE { throw ExitCode.success }
      StandardError.say("standard output: \(error)")
      throw Status.outputFailed
    }
  }

  /// Writes text.
  static func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// The columns of the terminal that output goes to; nil if it goes elsewhere.
  static var columns: Int? {
    var size = winsize()
    guard isatty(1) != 0, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Whether text for it is in colour: on a colour terminal, or on demand.
  static func isColored(_ choice: ColorChoice) -> Bool {
    let hasColor = ![nil, "", "dumb"].contains(Environment.value("TERM"))
    return choice.isColored(isTerminal: isatty(1) != 0 && hasColor) { Environment.value($0) }
  }

  /// Whether the locale is one of UTF-8.
  static var isUTF8: Bool { Environment.isUTF8 }
}
