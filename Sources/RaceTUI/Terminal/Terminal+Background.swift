internal import CNcurses
internal import Glibc
internal import RaceSystem
internal import RaceView

/// Asks for the background once, before the first frame, when the line is set up and no key has been read.
extension Terminal {
  /// How long to wait for the answer, in milliseconds. Over a slow connection it comes later, and is then
  /// skipped.
  private static let patience = 150
  /// How long to expect a late answer, in seconds, before escapes count as keys without a check.
  private static let debt = 5.0

  /// How much may be typed meanwhile, in bytes: ncurses takes 137 back. The rest waits, and the answer after
  /// it.
  private static let mostTyped = 64

  /// The background in effect: the user's choice, else the terminal's answer, else the environment, else
  /// dark.
  mutating func findBackground(_ choice: ThemeChoice, _ depth: Theme.Depth) -> Theme.Background {
    if let chosen = choice.background { return chosen }
    // Without colours nothing depends on it. The Linux console takes the question for text.
    guard depth != .monochrome else { return .dark }
    if type.isAnsi, !type.name.hasPrefix("linux"), tcgetpgrp(tty) == getpgrp(), let answer = askBackground() {
      return answer
    }
    return Environment.value("COLORFGBG").flatMap { Theme.Background(colorFGBG: $0) } ?? .dark
  }

  private mutating func askBackground() -> Theme.Background? {
    write(BackgroundAnswer.question)
    var answer = BackgroundAnswer()
    let end = ContinuousClock.now + .milliseconds(Self.patience)
    while !answer.isComplete, answer.typed.count < Self.mostTyped, let bytes = Self.bytes(tty, until: end) {
      answer.take(bytes)
    }
    if !answer.isComplete { unfinished.answerDeadline = .now + .seconds(Self.debt) }
    // ncurses returns it unchanged: an escape, and the rest, followed by the rest of the answer.
    for byte in (answer.end() ?? []).reversed() { ungetch(Int32(byte)) }
    giveBack(answer.typed)
    return answer.background
  }

  /// Input from the terminal before a deadline; nil for none.
  private static func bytes(_ tty: Int32, until end: ContinuousClock.Instant) -> [UInt8]? {
    while true {
      var watched = pollfd(fd: tty, events: Int16(POLLIN), revents: 0)
      let left = Int32(clamping: Int64((end - .now) / .milliseconds(1)) + 1)
      guard end > .now, poll(&watched, 1, left) > 0 || errno == EINTR else { return nil }
      guard watched.revents != 0 else { continue }
      let bytes = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
        count = max(0, Glibc.read(tty, buffer.baseAddress, buffer.count))
      }
      return bytes.isEmpty ? nil : bytes
    }
  }

  /// Gives typed bytes back as keys: ncurses does not recognize key sequences in bytes that it is given back.
  private borrowing func giveBack(_ bytes: [UInt8]) {
    var codes: [Int32] = []
    var rest = bytes[...]
    while let first = rest.first {
      let lengths = first == 0x1B ? (2...8).filter { $0 <= rest.count } : []
      // The shortest first: `key_defined` looks no further than the end of a key.
      let known = lengths.lazy.map { ($0, Self.code(of: rest.prefix($0))) }.first { $0.1 > 0 }
      codes.append(known?.1 ?? Int32(first))
      rest = rest.dropFirst(known?.0 ?? 1)
    }
    for code in codes.reversed() { ungetch(code) }
  }

  /// The code of a key that sends these bytes; 0 or less for none.
  private static func code(of bytes: ArraySlice<UInt8>) -> Int32 {
    key_defined(String(decoding: bytes, as: UTF8.self))
  }

  /// Waits for an outstanding answer before others get the terminal: a shell or an editor would take it for
  /// keys.
  borrowing func skipLateAnswer() {
    guard owesAnswer else { return }
    var answer = BackgroundAnswer()
    let end = ContinuousClock.now + .milliseconds(Self.patience)
    while !answer.isComplete, let bytes = Self.bytes(tty, until: end) { answer.take(bytes) }
  }
}
