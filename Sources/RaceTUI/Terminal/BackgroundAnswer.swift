internal import RaceView

/// Input from a terminal that was asked for its background: the answer, the sign that nothing more will come,
/// and what the user has typed meanwhile, in any order and cut anywhere.
struct BackgroundAnswer {
  /// The question (OSC 11), and one that all terminals answer (DA1): its answer ends the wait for the first one's.
  static let question = "\u{1B}]11;?\u{1B}\\\u{1B}[c"

  /// The background; nil if it was not reported, or not yet.
  private(set) var background: Theme.Background?
  /// Whether the second answer has come, so that none of the first can follow.
  private(set) var isComplete = false
  /// What the user typed.
  private(set) var typed: [UInt8] = []
  /// An incomplete sequence that may be an answer.
  private var pending: [UInt8] = []

  /// A longer sequence is not an answer: names of fonts and files are not colours.
  private static let longest = 256

  /// Takes what came.
  mutating func take(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
  }

  /// Ends the wait: an unfinished sequence was typed, or its end is still to come.
  ///
  /// - Returns: the beginning of an answer that was cut, at least `ESC ]` or `ESC [ ?`; nil if there is none.
  mutating func end() -> [UInt8]? {
    defer { pending = [] }
    if pending.count > 1, pending[1] == UInt8(ascii: "]") { return pending }
    if pending.count > 2, pending[1] == UInt8(ascii: "["), pending[2] == UInt8(ascii: "?") { return pending }
    typed += pending
    return nil
  }

  private mutating func take(_ byte: UInt8) {
    if byte == 0x1B, pending.count < 2 || pending[1] != UInt8(ascii: "]") {
      typed += pending
      pending = [byte]
      return
    }
    guard !pending.isEmpty else { return typed.append(byte) }
    pending.append(byte)
    switch pending[1] {
    case UInt8(ascii: "]"): takeString(byte)
    case UInt8(ascii: "["): takeControl(byte)
    default: giveUp()
    }
    if pending.count > Self.longest { giveUp() }
  }

  /// An operating system command ends with BEL, or with ESC \.
  private mutating func takeString(_ byte: UInt8) {
    let endLength: Int
    if byte == 0x07 {
      endLength = 1
    } else if byte == UInt8(ascii: "\\"), pending.dropLast().last == 0x1B {
      endLength = 2
    } else {
      // Without an end: this is the next sequence.
      if pending.count > 3, pending.dropLast().last == 0x1B { pending = [0x1B, byte] }
      return
    }
    let text = String(decoding: pending.dropFirst(2).dropLast(endLength), as: UTF8.self)
    if text.hasPrefix("11;"), let color = TerminalColor(text.dropFirst(3)) { background = .init(of: color) }
    pending = []
  }

  /// The attributes of a device: `ESC [ ? 62 ; 22 c`. Other sequences are keys.
  private mutating func takeControl(_ byte: UInt8) {
    guard pending.count > 2, (0x40...0x7E).contains(byte) else { return }
    guard pending[2] == UInt8(ascii: "?"), byte == UInt8(ascii: "c") else { return giveUp() }
    isComplete = true
    pending = []
  }

  private mutating func giveUp() {
    typed += pending
    pending = []
  }
}
