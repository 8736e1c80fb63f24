/// Lines that were wrapped.
extension ValgrindGrammar {
  func mayGoOn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard state == .report else { return false }
    if ValgrindFrame.begins(bytes, line) { return !ValgrindWrapping.isWholeFrame(bytes, line) }
    return ValgrindWrapping.lacksEnd(bytes, line)
  }

  func rejoins(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Rejoining {
    let rest = joint..<line.upperBound
    // The next line is one that the detector has begun.
    if ValgrindPrefix.end(bytes, rest) != nil { return .no }
    switch ValgrindLine.classify(bytes, rest) {
    case .text, .noStack: break
    default: return .no
    }
    if ValgrindFrame.begins(bytes, line) {
      return ValgrindWrapping.isWholeFrame(bytes, line) && bytes.ends(")", in: rest) ? .whole : .no
    }
    if ValgrindTitle.parse(bytes, rest) != nil || ValgrindWrapping.beginsMessage(bytes, rest) { return .no }
    return ValgrindWrapping.lacksEnd(bytes, line) ? .no : .whole
  }
}

/// What tells that a line of Valgrind's lacks its end.
private enum ValgrindWrapping {
  /// Whether a frame has a place, or says that none is known.
  static func isWholeFrame(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let frame = ValgrindFrame.parse(bytes, line) else { return false }
    return !frame.file.isEmpty || !frame.module.isEmpty || bytes.ends("???", in: line)
  }

  private static let messages: TextStarts = [
    "Possible data race during", "This conflicts with a", "Conflicting load", "Conflicting store",
    "Locks held:",
    "Observed (incorrect)", "followed by a later", "Required order was", "Lock at 0x",
  ]

  /// Words with which no description of memory ends.
  private static let cuts: [StaticString] = [
    " is", " bytes", " inside", " a", " block", " of", " size", " in", " on", " at", " offset", " from",
    ". Allocation",
    " data", " symbol", " thread",
  ]

  static func beginsMessage(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool { messages.begin(bytes, line) }

  /// Whether a message was cut off; what ends it is a number in most of them.
  static func lacksEnd(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    func has(_ text: StaticString) -> Bool { bytes.has(text, at: line.lowerBound, end: line.upperBound) }
    if has("Possible data race during") || has("This conflicts with a") {
      if bytes.ends(", after", in: line) { return false }
      let isOfAccess = has("This conflicts with a previous access by thread #")
      return isOfAccess || !endsNumber(bytes, line, behind: " by thread #")
    }
    if has("Conflicting ") {
      return bytes.first(" by thread ", in: line) == nil || !endsNumber(bytes, line, behind: " size ")
    }
    if has("Observed (incorrect)") || has("followed by a later") || has("Required order was") {
      return bytes.first("lock at 0x", in: line) == nil
    }
    if has("Thread #"), bytes.first(": lock order", in: line) != nil {
      return !bytes.ends(" violated", in: line)
    }
    if has("Address 0x") {
      return cuts.contains { bytes.ends($0, in: line) }
    }
    if has("Lock at 0x") { return !bytes.ends(" first observed", in: line) }
    return has("Locks held: ") && bytes.first("at address", in: line) != nil
      && bytes.first(" 0x", in: line) == nil
  }

  /// Whether a line ends with the number behind some words.
  private static func endsNumber(_ bytes: Span<UInt8>, _ line: Range<Int>, behind words: StaticString) -> Bool
  {
    guard let found = bytes.last(words, in: line) else { return false }
    let start = found + words.utf8CodeUnitCount
    return start < line.upperBound
  }
}
