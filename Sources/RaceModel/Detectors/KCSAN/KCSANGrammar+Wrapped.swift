/// Lines that a mail program or a terminal has wrapped.
extension KCSANGrammar {
  static func beginsLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let name = KCSANFrame.symbolEnd(bytes, at: line.lowerBound, end: line.upperBound)
    return name > line.lowerBound && bytes.has("+0x", at: name, end: line.upperBound)
  }

  private static let beginnings: TextStarts = [
    "read", "write", "race at unknown", "assert no ", "value changed:",
  ]

  mutating func mayGoOn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    if state == .stack {
      switch KCSANLine.classify(bytes, line) {
      // A mail program has wrapped it, or a script has put its place on the next line.
      case .frame(let frame):
        return frame.place.module.isEmpty && !frame.place.isInlined && frame.annotation == nil
      case .other: if hasOpenPlaces(bytes, line) { return true }
      default: break
      }
    }
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

  /// Whether a line is a function and the beginning of its places: `fn (net/core/dev.c:7019`.
  private func hasOpenPlaces(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let name = KCSANFrame.symbolEnd(bytes, at: line.lowerBound, end: line.upperBound)
    return name > line.lowerBound && bytes.has(" (", at: name, end: line.upperBound)
      && bytes.first(UInt8(ascii: ")"), in: name..<line.upperBound) == nil
      && bytes.first(UInt8(ascii: ":"), in: name..<line.upperBound) != nil
  }

  func rejoins(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Rejoining {
    if state == .stack, case .frame(let frame) = KCSANLine.classify(bytes, line) {
      let rest = joint..<line.upperBound
      if KCSANFrame.isNamedPlace(bytes, rest) { return .partly }
      let first = bytes.trimmed(line.lowerBound..<joint)
      guard KCSANFrame.isRest(bytes, rest) || hasOpenPlaces(bytes, first) else { return .no }
      // A name in brackets below a frame without a place is somebody's text.
      if bytes[joint] == UInt8(ascii: "["), frame.place.file.isEmpty { return .no }
      return frame.place.module.isEmpty ? .partly : .whole
    }
    switch KCSANLine.classify(bytes, line) {
    case .access(let access): return access.isWhole ? .whole : .no
    case .valueChange: return .whole
    default: return .no
    }
  }
}
