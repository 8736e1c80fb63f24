internal import ArgumentParser
internal import Glibc
internal import RaceSystem
internal import RaceTerminal
internal import RaceText
internal import RaceView

/// The three descriptors that every program is started with.
enum StandardStreams {
  /// Fills those that are closed, so that no log or copy of one is opened in their place and then
  /// written to. What fills them fails when it is used, as the closed one would.
  static func reserve() {
    for (descriptor, flags) in [(0, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] as [(Int32, Int32)]
    where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest that is free is the one that was just asked for.
      _ = open("/dev/null", flags)
    }
  }

  /// Lets a write fail that nobody reads (`SIGPIPE`) or that is too much for the limit of files (`SIGXFSZ`):
  /// the signals would end the program without a word, and in the screens without giving the terminal back.
  static func failInsteadOfEnding() {
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
  }

  /// Writes all bytes.
  ///
  /// - Returns: false when that failed; `errno` says why.
  fileprivate static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
  }
}

/// Lines for the person who started the program.
enum StandardError {
  /// Writes one line, the program's name before it. What could make a terminal do something, as in the
  /// name of a file, is not sent.
  static func say(_ text: String) {
    write("racetui: \(String(text.map { $0.isNewline ? "?" : $0 }))")
  }

  /// Writes lines, cleaned in the same way.
  static func write(_ lines: String) {
    let scalars = FileName.shown(lines).unicodeScalars.map { scalar in
      CharacterWidth.isControl(scalar) && scalar != "\n" ? "?" : scalar
    }
    let bytes = Array(String(String.UnicodeScalarView(scalars)).utf8) + [UInt8(ascii: "\n")]
    // Nobody could be told.
    _ = StandardStreams.write(bytes, to: 2)
  }
}

/// What the program prints.
enum StandardOutput {
  /// Writes all bytes; a reader that has gone away (`racetui list | head`) ends the program quietly.
  static func write(_ bytes: [UInt8]) throws {
    if StandardStreams.write(bytes, to: 1) { return }
    if errno == EPIPE { throw ExitCode.success }
    StandardError.say("standard output: \(String(cString: strerror(errno)))")
    throw Status.outputFailed
  }

  /// Writes text.
  static func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// The columns of the terminal that output goes to; nil when it goes elsewhere.
  static var columns: Int? {
    var size = winsize()
    guard isatty(1) != 0, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Whether text for it is in colour: on a terminal that has some, or where that is asked for.
  static func isColored(_ choice: ColorChoice) -> Bool {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    let hasColor = ![nil, "", "dumb"].contains(variable("TERM"))
    return choice.isColored(isTerminal: isatty(1) != 0 && hasColor, variable: variable)
  }

  /// Whether the locale is one of UTF-8.
  static var isUTF8: Bool {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = getenv(variable), value.pointee != 0 else { continue }
      let name = String(cString: value).lowercased()
      return name.contains("utf-8") || name.contains("utf8")
    }
    return false
  }
}
