/// Lines that were wrapped.
extension ValgrindGrammar {
  mutating func mayGoOn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let line = isPrefixLost ? withoutPrefix(bytes, line) : line
    guard state == .report, let first = line.first else { return false }
    // A title is the next report's, which holds it.
    if hasBegun || isAnnouncement, body.hasTitle,
      bytes[first] == UInt8(ascii: "P") || bytes[first] == UInt8(ascii: "C")
        || ValgrindWrapping.beginsTitle(bytes, line) || isTitleOfThread(bytes, line)
    {
      return false
    }
    if ValgrindCutTitles.lacksObject(bytes, line) { return true }
    switch bytes[first] {
    case UInt8(ascii: "a"), UInt8(ascii: "b"):
      // `0×4005F2`, of a page: it is undone before the line is read.
      if line.count > 5, bytes[first + 4] == 0xC3 { return true }
      if ValgrindWrapping.endsLine(bytes, line) { return false }
    case UInt8(ascii: "P"): if ValgrindWrapping.endsNumber(bytes, line, behind: "#") { return false }
    case UInt8(ascii: "C"): if ValgrindWrapping.endsNumber(bytes, line, behind: " size ") { return false }
    case UInt8(ascii: "T"):
      // A number that somebody's program has made a link: it is undone before the line is read.
      if ["Thread [", "Thread <"].contains(where: { bytes.has($0, at: line.lowerBound, end: line.upperBound) }
      ) {
        return true
      }
      // `previous access by thread #N, after` goes on behind the thread.
      let isOfAccess = bytes.has(
        "This conflicts with a previous access", at: line.lowerBound, end: line.upperBound)
      if !isOfAccess, ValgrindWrapping.endsNumber(bytes, line, behind: "#") { return false }
    case UInt8(ascii: "L"): if bytes.ends(" none", in: line) { return false }
    case UInt8(ascii: "A"): if bytes.ends("\"", in: line) || bytes.ends(")", in: line) { return false }
    case UInt8(ascii: "M"), UInt8(ascii: "D"), UInt8(ascii: "R"), UInt8(ascii: "O"), UInt8(ascii: "f"),
      UInt8(ascii: "B"):
      break
    // Blanks that do not break, among others before a frame: they are undone before the line is read.
    case 0x80...: return Invisible.find(bytes, first, in: line) != nil
    default: return false
    }
    if ValgrindFrame.begins(bytes, line) { return !ValgrindWrapping.isWholeFrame(bytes, line) }
    return ValgrindWrapping.lacksEnd(bytes, line)
  }

  /// Whether a line is a title of Helgrind's that is no race, or enough of one: `Thread #3: lock order "0x10C120 before`.
  private func isTitleOfThread(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    bytes.has("Thread #", at: line.lowerBound, end: line.upperBound)
      && ValgrindTitle.parse(bytes, line) != nil
  }

  static func beginsLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    ValgrindFrame.begins(bytes, line) || ValgrindWrapping.beginsMessage(bytes, line)
  }

  /// A line without the prefix that the report's first line has lost.
  private func withoutPrefix(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
    guard let end = Self.ownPrefixEnd(bytes, line) else { return line }
    return bytes.trimmed(min(end, line.upperBound)..<line.upperBound)
  }

  func rejoins(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Rejoining {
    let rest = joint..<line.upperBound
    let line = isPrefixLost ? withoutPrefix(bytes, line) : line
    // The next line is one that the detector has begun.
    if ValgrindPrefix.end(bytes, rest) != nil { return .no }
    switch ValgrindLine.classify(bytes, rest) {
    case .text, .noStack: break
    case .brokenFrame where ValgrindWrapping.isRestOfRace(bytes, rest): break
    default: return .no
    }
    if ValgrindFrame.begins(bytes, line) {
      if ValgrindCutFrame.hasBlankInWord(bytes, line, at: joint) { return .no }
      if ValgrindWrapping.isWholeFrame(bytes, line), bytes.ends(")", in: rest) { return .whole }
      return ValgrindWrapping.frameGoesOn(bytes, line, at: joint) ? .doubtful : .no
    }
    let first = bytes.trimmed(line.lowerBound..<max(line.lowerBound, joint))
    // With its number of recursions, the object of a title looks like one.
    let isObject = bytes.ends(": mutex", in: first) && bytes.has("0x", at: joint, end: line.upperBound)
    let isTitle = !isObject && ValgrindTitle.parse(bytes, rest) != nil
    if isTitle || ValgrindWrapping.beginsMessage(bytes, rest) { return .no }
    if ValgrindCutTitles.isBeginning(bytes, first) {
      if ValgrindCutTitles.isWhole(bytes, line) { return .whole }
      return ValgrindCutTitles.isBeginning(bytes, line) ? .partly : .no
    }
    if ValgrindWrapping.endsInSizeOfBlock(bytes, first) {
      return bytes[joint - 1] == 0x20 && ValgrindWrapping.endsBlock(bytes, rest) ? .whole : .no
    }
    if ValgrindWrapping.endsInSizeOfBlock(bytes, line) { return .partly }
    return ValgrindWrapping.lacksEnd(bytes, line) ? .no : .whole
  }
}
