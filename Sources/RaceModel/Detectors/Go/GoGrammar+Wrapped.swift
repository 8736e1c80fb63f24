/// Lines that were wrapped.
extension GoGrammar {
  /// The first frame's function below a title and a header on one line.
  func ownText(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let text = bytes.trimmed(line)
    guard bytes.ends("()", in: text) else { return nil }
    return bytes.last(0x20, in: text).map { $0 + 1 } ?? text.lowerBound
  }

  /// Lines with fewer bytes are not wrapped.
  private static let shortest = 50
  private static let beginnings: TextStarts = [
    "Previous", "Read at", "Write at", "Read by", "Write by", "Goroutine ",
  ]

  static func beginsLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    beginnings.begin(bytes, line) || bytes[line.lowerBound] == UInt8(ascii: "/")
  }

  /// Headers, functions and bars.
  static let wholeEnds: ASCIISet = ":)="

  mutating func mayGoOn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    switch GoLine.classify(bytes, line) {
    case .access(let access): access.thread == nil && (access.junk.map { $0.count < 12 } ?? true)
    case .place(let place): state == .frame && place.offset == nil
    case .damagedHeader, .other:
      Self.beginnings.begin(bytes, line) || mayBeHalfFrame(bytes, line)
    default: false
    }
  }

  /// Whether a line is the beginning of a path, or of a function's name.
  private func mayBeHalfFrame(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    switch state {
    case .frame: bytes.first(UInt8(ascii: "/"), in: line) != nil && bytes.first(0x20, in: line) == nil
    case .stack:
      line.count >= Self.shortest && bytes.first(UInt8(ascii: "."), in: line) != nil
        && !bytes.hasBlankOutsideBrackets(line)
    case .between, .doubtful: false
    }
  }

  func rejoins(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Rejoining {
    let rest = joint..<line.upperBound
    switch GoLine.classify(bytes, rest) {
    case .blank, .title, .bar, .creation, .location, .notRestored, .epilogue, .fence: return .no
    case .access where bytes[joint] &- 0x61 >= 26: return .no
    default: break
    }
    switch GoLine.classify(bytes, line) {
    case .access(let access): return access.thread != nil && access.junk == nil ? .whole : .no
    case .creation: return bytes.ends(":", in: line) ? .whole : .no
    case .place(let place):
      guard state == .frame else { return .no }
      let isOffset = bytes.has("+0x", at: joint, end: line.upperBound)
      // A path that goes on has no more than its own end there.
      return isOffset || (place.offset != nil && isRestOfPath(bytes, rest)) ? .whole : .no
    case .function:
      guard state == .stack, joint - line.lowerBound >= Self.shortest else { return .no }
      return bytes.first(0x20, in: rest) == nil ? .whole : .no
    default: return .no
    }
  }

  /// Whether a line is the end of a place, and not a place of its own.
  private func isRestOfPath(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> Bool {
    guard let first = rest.first else { return false }
    return bytes[first] != UInt8(ascii: "/") || bytes.first(UInt8(ascii: ":"), in: rest) != nil
  }
}
