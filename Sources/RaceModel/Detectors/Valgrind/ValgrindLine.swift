/// What a line that Valgrind printed is by its shape alone, without the `==PID== ` before it and the
/// white space around it.
///
/// Source of the shapes: Valgrind's `coregrind/m_errormgr.c`, `helgrind/hg_errors.c` and
/// `drd/drd_error.c`; logs of Valgrind 3.19.
enum ValgrindLine {
  case blank
  /// 64 dashes, or the line that announces a thread: a block of Helgrind begins.
  case separator
  /// `3 errors in context 1 of 5:`, behind which `-s` prints a report once more.
  case repetition
  /// What only stands after all reports, or between runs.
  case epilogue
  /// `at 0xHEX: FUNC (FILE:LINE)`
  case frame(ValgrindFrame)
  /// A frame whose line is cut off.
  case brokenFrame
  /// What stands in place of a stack: `(thread finished, call stack no longer available)`
  case noStack
  /// Somebody left lines out: `...`, `by ...`, `[snip]`
  case elision
  /// Anything else: a message, or text of the program.
  case text

  /// Tells what the line in `range` is. `range` is trimmed.
  static func classify(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ValgrindLine {
    guard let first = range.first else { return .blank }
    switch bytes[first] {
    case UInt8(ascii: "a"), UInt8(ascii: "b"):
      if ValgrindFrame.begins(bytes, range) {
        return ValgrindFrame.parse(bytes, range).map { .frame($0) } ?? .brokenFrame
      }
      if let frame = ValgrindFrame.parseBare(bytes, range) { return .frame(frame) }
      if ValgrindFrame.isElision(bytes, range) { return .elision }
    case UInt8(ascii: "-"): if isSeparator(bytes, range) { return .separator }
    case UInt8(ascii: "("): if noStacks.begin(bytes, range) { return .noStack }
    case 0x30...0x39: if isRepetition(bytes, range) { return .repetition }
    default: break
    }
    if epilogues.begin(bytes, range) { return .epilogue }
    return Elision.isIn(bytes, range) ? .elision : .text
  }

  /// 64 dashes; with `---Thread-Announcement` in them where a thread is announced.
  static func isSeparator(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count >= separatorLength && bytes[range.lowerBound] == UInt8(ascii: "-")
      && (range.count == separatorLength || bytes[range.lowerBound + separatorLength] != UInt8(ascii: "-"))
      && (bytes.has(dashes, at: range.lowerBound, end: range.upperBound)
        || bytes.has(announcement, at: range.lowerBound, end: range.upperBound))
  }

  /// What stands behind a separator is not Valgrind's.
  static let separatorLength = 64

  private static let dashes: StaticString =
    "----------------------------------------------------------------"
  private static let announcement: StaticString =
    "---Thread-Announcement------------------------------------------"

  /// `3 errors in context 1 of 5:`
  static func isRepetition(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let (_, after) = bytes.decimal(at: range.lowerBound, end: range.upperBound) else { return false }
    return bytes.has(" errors in context ", at: after, end: range.upperBound)
      && bytes[range.upperBound - 1] == UInt8(ascii: ":")
  }

  private static let noStacks: TextStarts = [
    "(the start of the thread)", "(the end of the thread)", "(stack unavailable)",
    "(thread finished, call stack", "(thread has not yet started",
  ]

  private static let epilogues: TextStarts = [
    "ERROR SUMMARY: ", "Use --history-level=", "For lists of detected", "For counts of detected",
    "FILE DESCRIPTORS: ", "Open file descriptor ", "Process terminating with", "HEAP SUMMARY:",
    "Helgrind, a thread error detector", "drd, a thread error detector", "Using Valgrind-",
  ]
}

/// What Valgrind puts before each of its lines: `==PID== `, or `==00:00:00:00.811 PID== ` with a time.
enum ValgrindPrefix {
  /// Where the text behind the prefix begins in a line; nil when the line has none.
  static func end(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    var from = line.lowerBound
    while let start = bytes.first("==", in: from..<line.upperBound) {
      var index = start + 2
      while index < line.upperBound, isPartOfNumbers(bytes[index]) { index += 1 }
      if index > start + 2, bytes[index - 1] &- 0x30 < 10, bytes.has("==", at: index, end: line.upperBound) {
        let text = index + 2
        return text < line.upperBound && bytes[text] == 0x20 ? text + 1 : text
      }
      from = start + 1
    }
    return nil
  }

  /// Where the text behind a prefix begins that has lost its first characters: `=7== `, `7== `, `== `; nil when the line
  /// does not begin so.
  static func damagedEnd(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    var index = line.lowerBound
    if bytes.has("=", at: index, end: line.upperBound) { index += 1 }
    while index < line.upperBound, bytes[index] &- 0x30 < 10 { index += 1 }
    guard index > line.lowerBound else { return nil }
    if bytes.has("==", at: index, end: line.upperBound) {
      index += 2
    } else if index == line.lowerBound + 1, bytes.has("=", at: index, end: line.upperBound) {
      index += 1
    } else {
      return nil
    }
    if index == line.upperBound { return index }
    return bytes[index] == 0x20 ? index + 1 : nil
  }

  /// Whether a text ends with a prefix but for its last signs, in which somebody has put something in the place of the
  /// process: `==PID`, `==<pid>`, `==****`. All lines of the report have it.
  static func endsPlaceholder(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    var start = text.upperBound
    while start > text.lowerBound, text.upperBound - start < 16, bytes[start - 1] > 0x20,
      bytes[start - 1] != UInt8(ascii: "=")
    {
      start -= 1
    }
    return start < text.upperBound && bytes.ends("==", in: text.lowerBound..<start)
  }

  /// The process in a prefix; nil when there is none.
  static func pid(_ bytes: Span<UInt8>, _ prefix: Range<Int>) -> Int? {
    let prefix = bytes.trimmed(prefix)
    guard bytes.ends("==", in: prefix) else { return nil }
    let end = prefix.upperBound - 2
    var start = end
    while start > prefix.lowerBound, bytes[start - 1] &- 0x30 < 10 { start -= 1 }
    return bytes.decimal(at: start, end: end)?.value
  }

  private static func isPartOfNumbers(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || byte == 0x20
  }
}
