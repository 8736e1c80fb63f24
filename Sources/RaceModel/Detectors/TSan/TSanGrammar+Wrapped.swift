/// Lines that were wrapped.
extension TSanGrammar {
  /// Headers, sentences and bars.
  static let wholeEnds: ASCIISet = ":.="
  /// What locations, summaries and titles begin with, which are whole where a bracket ends them.
  private static let endWithBracket: ASCIISet = "LSW"

  mutating func mayGoOn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    if let first = line.first, Self.endWithBracket.contains(bytes[first]), bytes.ends(")", in: line) {
      return TSanWrapping.isSummaryWithoutPlace(bytes, line)
    }
    return switch TSanLine.classify(bytes, line) {
    case .frame(_, let text):
      // Some reports have their stack right under the title.
      (state == .stack || state == .start) && TSanWrapping.placed(bytes, text) != .whole
        && !TSanElision.isInPlaceOfFrame(bytes, text)
    case .access(let access): !access.isWhole && !TSanWrapping.hasJunk(access)
    case .thread, .acquisition, .earlierAcquisition:
      !bytes.announcesStack(line) && TSanWrapping.lacksEnd(bytes, line)
    case .lock(_, let hasStack): hasStack && !bytes.ends(":", in: line)
    case .location: TSanWrapping.lacksEndOfLocation(bytes, line)
    case .summary: TSanWrapping.lacksEndOfSummary(bytes, line)
    case .cycle: !TSanWrapping.isWholeCycle(bytes, line)
    case .other: TSanWrapping.begins(bytes, line)
    default: false
    }
  }

  static func beginsLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    TSanLine.frameNumber(bytes, at: line.lowerBound, end: line.upperBound) != nil
      || TSanWrapping.begins(bytes, line)
  }

  /// The rest of a title is no more than words and the process: `deadlock) (pid=7)`.
  mutating func readRestOfTitle(_ bytes: Span<UInt8>, _ line: Range<Int>, draft: inout ReportDraft)
    -> Bool
  {
    if let pid = draft.header.pid { return readRestOfProcess(pid, bytes, line, &draft) }
    guard bytes.ends(")", in: line), bytes.last("(pid=", in: line) != nil else { return false }
    // The first line may end before the words.
    let beginning = draft.header.title.map { $0 + " " } ?? ""
    let whole = Array("WARNING: ThreadSanitizer: \(beginning)".utf8) + bytes.bytes(line)
    let parsed = TSanTitle.parse(whole.span, 0..<whole.count)
    guard parsed.isWhole, let pid = parsed.pid else { return false }
    (draft.header.title, draft.header.pid) = (whole.span.decoded(parsed.text), pid)
    draft.header.kind = TSanTitle.kind(whole.span, parsed.text)
    return true
  }

  /// Reads the last digits of the process below a title that a terminal has cut before them: `(pid=3164`, `6)`.
  private mutating func readRestOfProcess(
    _ pid: Int, _ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: inout ReportDraft
  ) -> Bool {
    guard isTitleCut, line.count <= Self.longestProcess, bytes.ends(")", in: line) else { return false }
    isTitleCut = false
    let digits = line.lowerBound..<line.upperBound - 1
    var whole = pid
    for index in digits {
      guard bytes[index].isDigit else { return false }
      whole = whole * 10 + Int(bytes[index] - UInt8(ascii: "0"))
    }
    draft.header.pid = whole
    return true
  }

  /// The digits of a process, and the bracket.
  private static let longestProcess = 8

  func rejoins(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Rejoining {
    let rest = joint..<line.upperBound
    let whole = TSanLine.classify(bytes, line)
    switch TSanLine.classify(bytes, rest) {
    case .other, .threadEnd: break
    // `Previous` was left alone.
    case .access where bytes[joint] &- 0x61 < 26: break
    default: return .no
    }
    switch whole {
    case .frame(_, let text): return TSanWrapping.rejoinsFrame(bytes, text, at: joint)
    case .access(let access):
      // The cut was inside a word.
      if access.isWhole { return access.hasOddLocks ? .no : .whole }
      let isInLocks = bytes.last(" (mutexes:", in: line).map {
        bytes.first(UInt8(ascii: ")"), in: $0..<line.upperBound) == nil
      }
      return isInLocks == true ? .partly : .no
    case .thread, .acquisition, .earlierAcquisition:
      return bytes.ends(":", in: line) && !TSanWrapping.lacksThread(bytes, line) ? .whole : .no
    case .lock(_, let hasStack): return !hasStack || bytes.ends(":", in: line) ? .whole : .no
    case .location: return TSanWrapping.isWholeLocation(bytes, line) ? .whole : .no
    case .summary: return TSanWrapping.isRestOfSummary(bytes, line, at: joint) ? .whole : .no
    case .cycle: return TSanWrapping.rejoinsCycle(bytes, line, at: joint)
    case .sleep, .signal: return .whole
    default: return .no
    }
  }
}

/// What tells that a line of ThreadSanitizer's lacks its end.
enum TSanWrapping {
  private static let beginnings: TextStarts = [
    "Previous", "Read of", "Write of", "Atomic", "Modifying access", "Mutating access", "Read-only access",
    "Read of size", "As if synchronized", "Thread T", "Mutex M", "Signal ", "Location is",
  ]

  /// Whether a line has the first words of a header, and no more of it than a line can lack.
  static func begins(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    beginnings.begin(bytes, line) && !bytes.ends(".", in: line)
  }

  /// Whether somebody's text is in the place of the thread.
  static func hasJunk(_ access: TSanAccess) -> Bool {
    access.thread == nil && access.junk.map { $0.count > 12 } == true
  }

  static func lacksEnd(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    !bytes.ends(":", in: line) && !bytes.ends(".", in: line)
      && bytes.first(" is a GCD worker thread", in: line) == nil
  }

  static func lacksEndOfLocation(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let last = line.last else { return false }
    switch bytes[last] {
    case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: ")"): return false
    default:
      // A global may lack its module.
      let isGlobal = bytes.has("Location is global ", at: line.lowerBound, end: line.upperBound)
      return !(isGlobal && bytes.first(" at 0x", in: line) != nil)
    }
  }

  /// Whether a summary lacks the function, or a part of its name.
  static func lacksEndOfSummary(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    if bytes.ends(")", in: line) { return false }
    if bytes.ends(" in", in: line) || TSanFrame.hasOpenBracket(bytes, line) { return true }
    return bytes.first(" in ", in: line) == nil
  }

  /// Whether a summary ends with the words of its title: `SUMMARY: ThreadSanitizer: lock-order-inversion (potential deadlock)`.
  static func isSummaryWithoutPlace(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    bytes.has("SUMMARY: ThreadSanitizer: ", at: line.lowerBound, end: line.upperBound)
      && (bytes.ends(" (potential deadlock)", in: line)
        || bytes.ends(" (virtual call vs free)", in: line))
  }

  static func isRestOfSummary(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Bool {
    guard !TSanFrame.hasOpenBracket(bytes, line) else { return false }
    let first = bytes.trimmed(line.lowerBound..<joint)
    if bytes.ends(" in", in: first) || TSanFrame.hasOpenBracket(bytes, first) { return true }
    let start = max(line.lowerBound, joint - 1)
    guard let function = bytes.first(" in ", in: start..<line.upperBound) else { return false }
    // A sentence has more words before it.
    return bytes.first(0x20, in: joint..<max(joint, function)) == nil
  }

  /// What a frame without its end and the next line are together.
  ///
  /// - Parameter text: both, without the number of the frame.
  static func rejoinsFrame(_ bytes: Span<UInt8>, _ text: Range<Int>, at joint: Int) -> Rejoining {
    let rest = joint..<text.upperBound
    // A link is somebody's.
    if bytes.first("://", in: rest) != nil { return .no }
    if BracketedName.isOpen(bytes, text, before: joint) { return placed(bytes, text) ?? .doubtful }
    let first = bytes.trimmed(text.lowerBound..<max(text.lowerBound, joint))
    if first.isEmpty { return rejoinsNumber(bytes, text) }
    let beginning = placed(bytes, first)
    let hasPlace = beginning != nil
    if beginning != .whole, isCutBehindModule(bytes, rest) { return .partly }
    if isRestOfFrame(bytes, rest) {
      if hasPlace, !isRestOfPlace(bytes, text, rest) { return .no }
      if TSanFrame.hasPlace(bytes, text) { return .whole }
    }
    // Behind the type that the function returns the name was wrapped.
    if !hasPlace, bytes[joint - 1] == 0x20 {
      if BracketedName.isPart(bytes, rest) { return .doubtful }
      if isNameWithPlace(bytes, rest) { return .partly }
    }
    // A terminal has cut the place, too.
    let isCut = bytes.first("(", in: rest) != nil && TSanFrame.hasOpenBracket(bytes, rest)
    return isCut && bytes.first("/", in: rest) != nil && !isRestOfFrame(bytes, rest) ? .partly : .no
  }

  /// Whether a line is a name with its arguments and a place in the code, the module of which may be on the next line.
  private static func isNameWithPlace(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> Bool {
    let frame = TSanFrame.parse(bytes, rest)
    return frame.line >= 0 && frame.lacksModule(bytes, rest) && frame.hasPlace(bytes, rest)
      && BracketedName.isPart(bytes, frame.function)
  }

  /// Whether the next line has the rest of a place that looked whole: with both a frame has a module.
  static func isRestOfPlace(_ bytes: Span<UInt8>, _ text: Range<Int>, _ rest: Range<Int>) -> Bool {
    let frame = TSanFrame.parse(bytes, text)
    guard frame.moduleOffset != nil, bytes.last("+0x", in: rest) != nil else { return false }
    // What was cut is the name of the file or a number; else the next line has no more than the module.
    return TSanFrame.isModule(bytes, rest) || frame.line >= 0
  }

  /// Whether a line holds the end of a frame: a place in the code, a place in a module, or a part of these.
  static func isRestOfFrame(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> Bool {
    if bytes.ends(")", in: rest) {
      return bytes.last("+0x", in: rest) != nil || bytes.last("(BuildId: ", in: rest) != nil
        || bytes.first(0x20, in: rest) == nil
    }
    if bytes.ends("]", in: rest) { return bytes.last("+0x", in: rest) != nil }
    var frame = TSanFrame()
    var path = rest
    return bytes.first(0x20, in: rest) == nil && frame.takeLine(bytes, &path)
  }
}
