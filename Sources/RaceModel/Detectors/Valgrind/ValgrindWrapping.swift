/// What tells that a line of Valgrind's lacks its end.
enum ValgrindWrapping {
  /// Whether a line ends with the number of a line in parentheses, as most frames do.
  static func endsLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var index = line.upperBound - 1
    guard bytes[index] == UInt8(ascii: ")") else { return false }
    repeat { index -= 1 } while index > line.lowerBound && bytes[index] &- 0x30 < 10
    return bytes[index] == UInt8(ascii: ":") && bytes[index - 1] != UInt8(ascii: ")")
      && bytes[index - 1] != UInt8(ascii: ">")
  }

  /// Whether a line ends with a number behind a text: that of Helgrind's thread, or DRD's size.
  static func endsNumber(_ bytes: Span<UInt8>, _ line: Range<Int>, behind text: StaticString) -> Bool {
    var start = line.upperBound
    while start > line.lowerBound, bytes[start - 1] &- 0x30 < 10 { start -= 1 }
    return start < line.upperBound && bytes.ends(text, in: line.lowerBound..<start)
  }

  /// Whether a frame has a place, or says that none is known.
  static func isWholeFrame(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let frame = ValgrindFrame.parse(bytes, line) else { return false }
    return frame.hasPlace || bytes.ends("???", in: line)
  }

  /// Fewer bytes find room on the line behind an address, or behind the type that a function returns.
  private static let longestWithRoom = 16

  /// Whether a frame may go on behind a line that does not end it: its name is open, or was wrapped as a whole, or its
  /// place has only begun.
  static func frameGoesOn(_ bytes: Span<UInt8>, _ line: Range<Int>, at joint: Int) -> Bool {
    if BracketedName.isOpen(bytes, line, before: joint) { return true }
    let rest = joint..<line.upperBound
    guard joint > line.lowerBound, bytes[joint - 1] == 0x20 else { return false }
    if bytes.ends("(in", in: rest) { return rest.count == 3 || bytes.ends(" (in", in: rest) }
    guard bytes.upToBlank(rest).count > longestWithRoom else { return false }
    let first = bytes.trimmed(line.lowerBound..<joint)
    let lacksName = bytes.ends(":", in: first) && ValgrindFrame.parse(bytes, first) == nil
    return lacksName || BracketedName.isPart(bytes, rest)
  }

  /// Whether a description of memory ends with the size of a block, without what became of the block.
  static func endsInSizeOfBlock(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var start = line.upperBound
    while start > line.lowerBound, bytes[start - 1] &- 0x30 < 10 || bytes[start - 1] == UInt8(ascii: ",") {
      start -= 1
    }
    return start < line.upperBound && bytes.ends(" of size ", in: line.lowerBound..<start)
      && bytes.has("Address 0x", at: line.lowerBound, end: line.upperBound)
  }

  private static let endsOfBlocks: TextStarts = ["alloc'd", "free'd", "client-defined", "in arena "]

  /// Whether a line says what became of a block.
  static func endsBlock(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> Bool {
    endsOfBlocks.begin(bytes, rest)
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
    " data", " symbol", " thread", " global", " local", " var",
  ]

  /// The titles of DRD that are no race, as far as they may go on in the next line.
  private static let titles: TextStarts = [
    "Mutex not locked", "Mutex locked recursively", "Mutex still locked at thread exit",
    "Recursive locking not allowed", "Destroying locked mutex", "The object at address ",
  ]

  /// Whether a line begins the report below this one, which holds it.
  static func beginsTitle(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    titles.begin(bytes, line) || ValgrindCutTitles.namesObject(bytes, line)
  }

  /// Whether a line goes on with the title of a race: `at 0x10C08C by thread #1`, `at 0x0010c048 size 8`.
  static func isRestOfRace(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard bytes.has("at ", at: line.lowerBound, end: line.upperBound),
      let (_, end) = bytes.address(at: line.lowerBound + 3, end: line.upperBound)
    else { return false }
    return bytes.has(" by thread #", at: end, end: line.upperBound)
      || bytes.has(" size ", at: end, end: line.upperBound)
  }

  static func beginsMessage(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool { messages.begin(bytes, line) }

  /// Whether a message was cut off; what ends it is a number in most of them.
  static func lacksEnd(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    func has(_ text: StaticString) -> Bool { bytes.has(text, at: line.lowerBound, end: line.upperBound) }
    guard let first = line.first else { return false }
    if ValgrindCutTitles.lacksObject(bytes, line) { return true }
    switch bytes[first] {
    case UInt8(ascii: "M"), UInt8(ascii: "D"): return titles.begin(bytes, line) && lacksOwner(bytes, line)
    case UInt8(ascii: "P"):
      return has("Possible data race during") && !hasEnd(bytes, line, behind: " by thread #")
    case UInt8(ascii: "T"):
      if has("Thread #") { return lacksEndOfThread(bytes, line) }
      if has("The object at address ") { return bytes.first(" is not a mutex", in: line) == nil }
      guard has("This conflicts with a"), !bytes.ends(", after", in: line) else { return false }
      let isOfAccess = has("This conflicts with a previous access by thread #")
      return isOfAccess || !hasEnd(bytes, line, behind: " by thread #")
    case UInt8(ascii: "C"):
      guard has("Conflicting ") else { return false }
      return bytes.first(" by thread ", in: line) == nil || !hasEnd(bytes, line, behind: " size ")
    case UInt8(ascii: "O"), UInt8(ascii: "f"), UInt8(ascii: "R"):
      if has("Other segment ") { return !bytes.ends(")", in: line) }
      if has("Recursive ") { return titles.begin(bytes, line) && lacksOwner(bytes, line) }
      let isOfOrder = has("Observed (incorrect)") || has("followed by a later") || has("Required order was")
      return isOfOrder && bytes.first("lock at 0x", in: line) == nil
    case UInt8(ascii: "A"):
      guard has("Address 0x") || has("Allocation context:") else { return false }
      return endsInSizeOfBlock(bytes, line) || cuts.contains { bytes.ends($0, in: line) }
    case UInt8(ascii: "B"):
      return has("Block was alloc") && !hasEnd(bytes, line, behind: " by thread ")
    case UInt8(ascii: "L"):
      if has("Lock at 0x") { return !bytes.ends(" first observed", in: line) }
      if has("Lock on ") { return bytes.first(" ms)", in: line) == nil }
      if has("Location 0x") { return cuts.contains { bytes.ends($0, in: line) } }
      return has("Locks held: ") && lacksLocks(bytes, line)
    default: return false
    }
  }

  /// Whether a title of DRD's about a mutex lacks the number of its owner.
  private static func lacksOwner(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let words = bytes.last(", owner ", in: line) else { return true }
    return bytes.decimal(at: words + 8, end: line.upperBound) == nil
  }

  /// Whether a title of Helgrind's that is no race lacks its end.
  private static func lacksEndOfThread(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    func holds(_ words: StaticString) -> Bool { bytes.first(words, in: line) != nil }
    if ValgrindCutTitles.isBeginning(bytes, line) { return true }
    if holds(": lock order") { return !bytes.ends(" violated", in: line) }
    if holds(" unlocked lock") { return !hasEnd(bytes, line, behind: " by thread #") }
    if holds(" unlocked a") { return !holds(" lock at 0x") }
    if holds(": Attempt to re-lock a non-recursive") { return !holds(" already hold") }
    return holds("'s call to ") && !holds(" failed")
  }

  /// Whether a list of locks has fewer of them than it says.
  private static func lacksLocks(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let words = bytes.first(", at address", in: line) else { return bytes.ends(", at", in: line) }
    let said = bytes.decimal(at: line.lowerBound + 12, end: line.upperBound)?.value ?? 1
    var (from, count) = (words, 0)
    while let found = bytes.first(" 0x", in: from..<line.upperBound) {
      (from, count) = (found + 3, count + 1)
    }
    if let hidden = bytes.first("(and ", in: line) {
      count += bytes.decimal(at: hidden + 5, end: line.upperBound)?.value ?? 0
      if !bytes.ends(")", in: line) { return true }
    }
    return count < said
  }

  /// Whether something follows some words of a line.
  private static func hasEnd(_ bytes: Span<UInt8>, _ line: Range<Int>, behind words: StaticString) -> Bool {
    guard let found = bytes.last(words, in: line) else { return false }
    let start = found + words.utf8CodeUnitCount
    return start < line.upperBound
  }
}
