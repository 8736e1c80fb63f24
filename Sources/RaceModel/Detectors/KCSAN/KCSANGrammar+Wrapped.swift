/// Lines that a mail program or a terminal has wrapped.
extension KCSANGrammar {
  static func beginsLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let name = KCSANFrame.symbolEnd(bytes, at: line.lowerBound, end: line.upperBound)
    return name > line.lowerBound && bytes.has("+0x", at: name, end: line.upperBound)
  }

  func isNextFrame(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    state == .stack && foreign.count == 0 && KCSANFrame.parse(bytes, line)?.hasOffset == true
  }

  private static let beginnings: TextStarts = [
    "read", "write", "race at unknown", "assert no ", "value changed:",
  ]

  mutating func mayGoOn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    if state == .stack {
      switch KCSANLine.classify(bytes, line) {
      // A mail program has wrapped it, or a script has put its place on the next line.
      case .frame(let frame):
        let lacksPlace = frame.hasOffset && frame.place.file.isEmpty
        return (lacksPlace || frame.place.module.isEmpty) && !frame.place.isInlined && frame.annotation == nil
      case .other: if hasOpenPlaces(bytes, line) || KCSANFrame.isName(bytes, line) { return true }
      default: break
      }
    }
    if state == .footer { return Self.isCutMachine(bytes, line) }
    if KCSANWrapping.isCut(bytes, line) { return true }
    guard Self.beginnings.begin(bytes, line) else { return false }
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
    if Elision.isIn(bytes, joint..<line.upperBound) { return .no }
    let kind = KCSANLine.classify(bytes, line)
    if state == .stack, let rejoining = rejoinsFrame(kind, bytes, line, at: joint) { return rejoining }
    switch kind {
    case .access(let access):
      if access.isWhole { return .whole }
      return KCSANWrapping.isCutInTwo(bytes, line, at: joint) ? .partly : .no
    case .valueChange, .reorderedTo: return .whole
    case .reporter: return bytes.ends(":", in: line) ? .whole : .no
    case .machine: return isRestOfMachine(bytes, line, at: joint) ? .whole : .no
    default: return KCSANWrapping.isCutInTwo(bytes, line, at: joint) ? .partly : .no
    }
  }

  /// What a frame without its end and the next line are together; nil where they are no frame.
  private func rejoinsFrame(
    _ kind: KCSANLine, _ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int
  ) -> Rejoining? {
    let rest = joint..<line.upperBound
    let first = bytes.trimmed(line.lowerBound..<joint)
    let above = KCSANFrame.parse(bytes, first)
    if above != nil || hasOpenPlaces(bytes, first), KCSANFrame.begins(bytes, rest) { return .no }
    guard case .frame(let frame) = kind, !frame.isCut else {
      // More places are on the lines below.
      let isBeginning = KCSANFrame.isName(bytes, first) || hasOpenPlaces(bytes, first)
      let next = bytes.upToBlank(rest)
      let word = bytes.lastWordStart(in: line.lowerBound..<joint)..<next.upperBound
      guard isBeginning, hasOpenPlaces(bytes, line), !KCSANFrame.holdsPlace(bytes, word),
        bytes.first(UInt8(ascii: "/"), or: UInt8(ascii: ":"), in: next) != nil
      else { return nil }
      return .partly
    }
    if bytes.first("://", in: rest) != nil { return .no }
    if KCSANFrame.isNamedPlace(bytes, rest) { return .partly }
    if let above, above.isCut, !hasOpenPlaces(bytes, first) {
      return above.goesOn(bytes, in: frame, at: joint, above: first) ? .whole : .no
    }
    let isName = KCSANFrame.isName(bytes, first) && bytes.has("(", at: joint, end: rest.upperBound)
    guard isName || hasOpenPlaces(bytes, first) || KCSANFrame.isRest(bytes, rest) else { return .no }
    if bytes[joint] == UInt8(ascii: "["), !isModule(bytes, rest, of: frame, first) { return .no }
    return frame.place.module.isEmpty ? .partly : .whole
  }

  /// Whether a name in brackets is the module of the frame above it, and not somebody's text: the frame has a place, or the
  /// title has the same module.
  private func isModule(
    _ bytes: Span<UInt8>, _ rest: Range<Int>, of frame: KCSANFrame, _ above: Range<Int>
  ) -> Bool {
    guard bytes.first(" [", in: above) == nil else { return false }
    if !frame.place.file.isEmpty { return true }
    // Without the build that some kernels print behind it.
    let name = bytes.bytes(bytes.upToBlank(rest.lowerBound..<rest.upperBound - 1))
    let title = titleModules.span
    var from = 0
    while let open = title.first(UInt8(ascii: "["), in: from..<title.count) {
      let end = open + name.count
      if title.has(name, at: open, end: end), title.has("]", at: end, end: title.count) { return true }
      from = open + 1
    }
    return false
  }

  /// Shorter lines about the machine are not wrapped.
  private static let shortestMachine = 48

  /// Whether a line about the machine lacks its end: the number of the kernel's build (`Not tainted 6.9.0 #7`), or the
  /// date of a BIOS.
  static func isCutMachine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    if bytes.has("CPU: ", at: line.lowerBound, end: line.upperBound) {
      guard bytes.first(" #", in: line) == nil, bytes.first(" Comm: ", in: line) != nil else { return false }
      return line.count >= shortestMachine
        || [" Not", " Not tainted", " Tainted:"].contains { (words: StaticString) in
          bytes.ends(words, in: line)
        }
    }
    guard line.count >= shortestMachine,
      bytes.has("Hardware name: ", at: line.lowerBound, end: line.upperBound)
    else { return false }
    return bytes.ends(",", in: line) || (bytes.first(", BIOS", in: line) != nil && !endsInDate(bytes, line))
  }

  /// Whether a line ends with a date: `01/31/2020`.
  private static func endsInDate(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count > 10 else { return false }
    let date = line.upperBound - 10..<line.upperBound
    for index in date {
      let isSlash = index == date.lowerBound + 2 || index == date.lowerBound + 5
      guard isSlash ? bytes[index] == UInt8(ascii: "/") : bytes[index] &- 0x30 < 10 else { return false }
    }
    return true
  }

  /// Whether a line is the rest of one about the machine.
  private func isRestOfMachine(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Bool {
    let first = bytes.trimmed(line.lowerBound..<max(line.lowerBound, joint))
    guard state == .footer, Self.isCutMachine(bytes, first), !Self.isCutMachine(bytes, line),
      case .other = KCSANLine.classify(bytes, joint..<line.upperBound)
    else { return false }
    return true
  }
}
