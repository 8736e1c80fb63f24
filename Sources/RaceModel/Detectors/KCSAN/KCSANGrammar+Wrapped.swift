/// Lines that a mail program or a terminal has wrapped.
extension KCSANGrammar {
  private static let beginnings: TextStarts = [
    "read", "write", "race at unknown", "assert no ", "value changed:",
  ]

  mutating func mayGoOn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard Self.beginnings.begin(bytes, line), state != .footer else { return false }
    switch KCSANLine.classify(bytes, line) {
    case .access(let access): return !access.isWhole
    case .valueChange: return false
    case .other: break
    default: return false
    }
    // The words before the address, or the values.
    return bytes.first(" to", in: line) != nil || bytes.ends(" with", in: line)
      || bytes.ends("origin,", in: line)
      || bytes.has("value changed:", at: line.lowerBound, end: line.upperBound)
  }

  func rejoins(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Rejoining {
    switch KCSANLine.classify(bytes, line) {
    case .access(let access): return access.isWhole ? .whole : .no
    case .valueChange: return .whole
    default: return .no
    }
  }
}
