/// The title of a report, `WARNING: ThreadSanitizer: TITLE (pid=N)`.
struct TSanTitle {
  /// The title without the pid.
  var text: Range<Int>
  /// The process.
  var pid: Int?
  /// What stands behind the pid, printed by somebody else.
  var junk: Range<Int>
  /// Whether the line ends as the detector ends it.
  var isWhole: Bool

  private static let mark: StaticString = "WARNING: ThreadSanitizer: "
  private static let parts = TitleMark(warning: "WARNING: ", name: "ThreadSanitizer: ")

  /// Where a title stands in a line. The detector has other warnings, which have no pid.
  static func find(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard let at = bytes.first(mark, in: line) else {
      return findCut(bytes, line) ?? findBeheaded(bytes, line)
    }
    let title = at..<line.upperBound
    if bytes.first(" (pid=", in: title) != nil { return at }
    // A wrapped line has lost its pid.
    return known(bytes, parse(bytes, title).text) == nil ? findCut(bytes, line) : at
  }

  /// Where a title stands that a mail program has wrapped before its words.
  private static func findCut(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let text = bytes.trimmed(line)
    return bytes.ends("WARNING: ThreadSanitizer:", in: text) ? text.upperBound - 25 : nil
  }

  /// Where a title stands that has lost its first characters, as the first line of a paste may have, or its first word:
  /// `ARNING: ThreadSanitizer: data race (pid=12)`, `ThreadSanitizer: data race (pid=12)`. It begins its line, and is
  /// all of it.
  private static func findBeheaded(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let start = bytes.trimmed(line).lowerBound
    let text = start..<line.upperBound
    guard parts.isBeheaded(bytes, text) || parts.isNameAlone(bytes, text) else { return nil }
    let title = parse(bytes, start..<line.upperBound)
    return title.isWhole && known(bytes, title.text) != nil ? start : nil
  }

  /// Whether a title that was found has all of its first word.
  static func isIntact(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Bool {
    bytes.has(parts.warning, at: title.lowerBound, end: title.upperBound)
  }

  private static let summaryMark: StaticString = "SUMMARY: ThreadSanitizer: "

  /// Where the summary of a report stands in a line; other ends of a program have summaries, too.
  static func findSummary(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard let at = bytes.first(summaryMark, in: line),
      known(bytes, at + summaryMark.utf8CodeUnitCount..<line.upperBound) != nil
    else { return nil }
    return at
  }

  /// Reads a title that `find` has found; `range` begins with it.
  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TSanTitle {
    let start = min(range.upperBound, parts.end(bytes, range))
    let line = start..<max(start, bytes.trimmed(range).upperBound)
    guard let pid = bytes.last(" (pid=", in: line) else {
      return TSanTitle(text: line, junk: line.upperBound..<line.upperBound, isWhole: false)
    }
    var title = TSanTitle(
      text: line.lowerBound..<pid, junk: line.upperBound..<line.upperBound, isWhole: false)
    let number = bytes.decimal(at: pid + 6, end: line.upperBound)
    title.pid = number?.value
    guard let close = bytes.first(UInt8(ascii: ")"), in: pid..<line.upperBound) else { return title }
    title.junk = bytes.trimmed(close + 1..<line.upperBound)
    title.isWhole = title.junk.isEmpty && number?.end == close
    return title
  }

  /// Where the words of a title end.
  static func end(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let title = parse(bytes, range)
    // Its words are on the next line: by itself it is no title.
    if title.text.isEmpty, title.pid == nil { return range.lowerBound }
    guard title.pid == nil, let known = known(bytes, title.text), known.kind != .externalRace else {
      return title.junk.lowerBound
    }
    // A pid that was cut off, or what the title says in parentheses; else somebody's words about a report.
    let end = title.text.lowerBound + known.title.utf8CodeUnitCount
    return bytes.has(" (", at: end, end: range.upperBound) ? title.junk.lowerBound : end
  }

  /// What a report is about. The titles are those of compiler-rt's `ReportTypeString`.
  static func kind(_ bytes: Span<UInt8>, _ title: Range<Int>) -> ReportKind {
    known(bytes, title)?.kind ?? .other
  }

  private static func known(
    _ bytes: Span<UInt8>, _ title: Range<Int>
  ) -> (title: StaticString, kind: ReportKind)? {
    kinds.first { bytes.has($0.title, at: title.lowerBound, end: title.upperBound) }
  }

  /// What titles begin with; of two that begin alike the longer one stands first.
  private static let kinds: [(title: StaticString, kind: ReportKind)] = [
    ("data race on vptr", .vptrRace),
    ("data race", .dataRace),
    ("heap-use-after-free (virtual call vs free)", .vptrUseAfterFree),
    ("heap-use-after-free", .useAfterFree),
    ("Swift access race", .swiftAccessRace),
    ("race on ", .externalRace),
    ("thread leak", .threadLeak),
    ("destroy of a locked mutex", .mutexDestroyLocked),
    ("double lock of a mutex", .mutexDoubleLock),
    ("use of an invalid mutex", .mutexInvalid),
    ("unlock of an unlocked mutex", .mutexBadUnlock),
    ("read lock of a write locked mutex", .mutexBadReadLock),
    ("read unlock of a write locked mutex", .mutexBadReadUnlock),
    ("mutex held in the wrong context", .mutexHeldWrongContext),
    ("signal-unsafe call inside of a signal", .signalUnsafe),
    ("signal handler spoils errno", .signalErrno),
    ("lock-order-inversion", .lockOrder),
  ]
}

extension ReportKind {
  /// Whether ThreadSanitizer prints the stack that such a report is about right under its title.
  var hasStackUnderTitle: Bool {
    switch self {
    case .threadLeak, .lockOrder: false
    default: !hasTwoSides
    }
  }
}
