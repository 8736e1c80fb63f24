/// What a line of a ThreadSanitizer report is by its shape alone, white space around it aside.
///
/// Source of the shapes: compiler-rt `tsan_report.cpp`, versions 3.5 to 21, and what GCC, Swift, Rust
/// and OCaml make of it.
enum TSanLine {
  case blank
  /// `#N FUNC FILE:LINE:COLUMN (MODULE+0xHEX)`; the text is what stands behind the number.
  case frame(number: Int, text: Range<Int>)
  /// `Previous atomic write of size 4 at 0xHEX by thread T1 (mutexes: write M0):`
  case access(TSanAccess)
  /// `Thread T1 'name' (tid=N, running) created by main thread at:`
  case thread(TSanThread)
  /// `Location is ...`
  case location
  /// `Mutex M1 (0xHEX) created at:`, `Mutex M1 is already destroyed.`
  case lock(id: Range<Int>, hasStack: Bool)
  /// `Mutex M1 acquired here while holding mutex M0 in thread T1:`
  case acquisition(Range<Int>, holding: Range<Int>, thread: ThreadName?)
  /// `Mutex M0 previously acquired by the same thread here:`
  case earlierAcquisition(Range<Int>)
  /// `Cycle in lock order graph: M0 (0xHEX) => M1 (0xHEX) => M0`
  case cycle
  /// `As if synchronized via sleep:`
  case sleep
  /// `and:` before the second stack of a mutex that was destroyed while locked.
  case second
  /// `Signal 10 handler invoked at:`
  case signal
  /// `thread T1 (mutexes: write M0):` alone: the end of an access header that was cut in two.
  case threadEnd(TSanAccess)
  /// `[failed to restore the stack]`
  case notRestored
  /// `Hint: ...`, `And 2 more similar thread leaks.`
  case remark(ReportNote.Kind)
  /// `SUMMARY: ThreadSanitizer: ...`
  case summary
  /// At least ten `=`; `junk` is what stands before them on the line.
  case bar(junk: Range<Int>)
  /// A title at `at`.
  case title(at: Int)
  /// Somebody left lines out: `...`, `[snip]`, `#2-#9 boost::...`
  case elision
  /// What stands between reports only: `ThreadSanitizer: reported 2 warnings`, a crash.
  case epilogue
  case other

  /// Tells what the line in `range` is. `range` is trimmed.
  static func classify(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TSanLine {
    guard let first = range.first else { return .blank }
    let byte = bytes[first]
    if byte == UInt8(ascii: "#"), let frame = frame(bytes, range) { return frame }
    if let last = range.last, bytes[last] == UInt8(ascii: "="), let bar = bar(bytes, range) { return bar }
    if let header = header(bytes, range, byte) { return header }
    if let link = IssueLink(bytes, range), link.number < 1000 {
      return .frame(number: link.number, text: bytes.trimmed(link.end..<range.upperBound))
    }
    if TSanElision.isIn(bytes, range) { return .elision }
    if let title = TSanTitle.find(bytes, range) { return .title(at: title) }
    if let access = TSanAccess.parseBeheaded(bytes, range) { return .access(access) }
    return isEpilogue(bytes, range) ? .epilogue : .other
  }

  /// The header, summary or bar that makes up a line; nil when the line is anything else, or lacks a part of it, or
  /// something may have to be taken out of it first. `range` is trimmed.
  static func wholeHeader(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TSanLine? {
    guard let first = range.first, bytes[first] != UInt8(ascii: "#"),
      // An element of a page, or a link.
      bytes.first(UInt8(ascii: "<"), or: UInt8(ascii: "]"), in: range) == nil,
      bytes.first(UInt8(ascii: "\\"), in: range) == nil
    else { return nil }
    let kind = classify(bytes, range)
    switch kind {
    case .access(let access): return access.isWhole && access.junk == nil && access.thread != nil ? kind : nil
    case .bar(let junk): return junk.isEmpty ? kind : nil
    case .thread, .location, .lock, .acquisition, .earlierAcquisition, .cycle, .sleep, .signal, .summary:
      return QuotedPrintable.escapes(bytes, range) == .evident ? nil : kind
    default: return nil
    }
  }

  /// Whether the line begins a section; a header that lost its end is none.
  var isWholeHeader: Bool {
    switch self {
    case .access(let access): access.isWhole
    case .thread, .location, .lock, .acquisition, .earlierAcquisition, .cycle, .sleep, .signal: true
    default: false
    }
  }

  /// Whether the line is an access that lost its end.
  var isCutAccess: Bool {
    guard case .access(let access) = self else { return false }
    return access.lacksThread || access.endsInLocks || access.endsBehindThread
  }

  /// Whether the line is a header that a report whose head is lost can be told by.
  var isTellingHeader: Bool {
    switch self {
    case .access(let access): access.isWhole && !access.isTerse
    case .acquisition(_, _, let thread): thread != nil
    default: false
    }
  }

  /// How many digits the number of a frame has at most: the detector keeps no stack of more than 256 frames. A
  /// longer one is that of an issue.
  private static let longestNumber = 3

  /// The frame's number at `start`; nil when there is none.
  @inline(__always)
  static func frameNumber(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
    guard start < end, bytes[start] == UInt8(ascii: "#") else { return nil }
    var (number, index) = (0, start + 1)
    while index < end, index <= start + longestNumber, case let digit = bytes[index] &- 0x30, digit < 10 {
      number = number * 10 + Int(digit)
      index += 1
    }
    return index > start + 1 && (index == end || bytes[index] <= 0x20) ? number : nil
  }

  /// Whether a frame that was not cut may end as a line does.
  @inline(__always)
  static func mayEndFrame(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var last = line.upperBound - 1
    while last > line.lowerBound, bytes[last] <= 0x20 { last -= 1 }
    switch bytes[last] {
    case UInt8(ascii: ";"): return true
    // Frames may be left out here: `#2 [...]`, `#0 push() (...)`.
    case UInt8(ascii: ")"), UInt8(ascii: "]"):
      return !TSanElision.isAtEnd(bytes, line.lowerBound..<last + 1)
    // A place without a module may go on in the next line, and so may a list of types.
    default: return false
    }
  }

  private static func frame(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TSanLine? {
    guard frameNumber(bytes, at: range.lowerBound, end: range.upperBound) != nil,
      let (number, end) = bytes.decimal(at: range.lowerBound + 1, end: range.upperBound)
    else { return nil }
    return .frame(number: number, text: bytes.trimmed(end..<range.upperBound))
  }

  private static func header(_ bytes: Span<UInt8>, _ range: Range<Int>, _ first: UInt8) -> TSanLine? {
    let (start, end) = (range.lowerBound, range.upperBound)
    switch first {
    case UInt8(ascii: "L"): return bytes.has("Location is ", at: start, end: end) ? .location : nil
    case UInt8(ascii: "C"):
      return bytes.has("Cycle in lock order graph: ", at: start, end: end) ? .cycle : nil
    case UInt8(ascii: "H"):
      let isHint =
        bytes.has("Hint: ", at: start, end: end) || bytes.has("HINT: ", at: start, end: end)
      return isHint ? .remark(.hint) : nil
    case UInt8(ascii: "["):
      return bytes.has("[failed to restore the stack", at: start, end: end) ? .notRestored : nil
    case UInt8(ascii: "S"):
      if bytes.has("SUMMARY: ThreadSanitizer: ", at: start, end: end) { return .summary }
      return bytes.has("Signal ", at: start, end: end) && bytes.ends(" handler invoked at:", in: range)
        ? .signal : nil
    case UInt8(ascii: "T"): return TSanThread.parse(bytes, range).map { .thread($0) }
    case UInt8(ascii: "t"), UInt8(ascii: "m"):
      return access(bytes, range) ?? TSanAccess.parseEnd(bytes, range).map { .threadEnd($0) }
    case UInt8(ascii: "M"): return mutex(bytes, range) ?? access(bytes, range)
    case UInt8(ascii: "a"):
      return bytes.has("and:", at: start, end: end) && range.count == 4 ? .second : access(bytes, range)
    case UInt8(ascii: "A"):
      if bytes.has("As if synchronized via sleep:", at: start, end: end) { return .sleep }
      if bytes.has("And ", at: start, end: end), bytes.ends(" more similar thread leaks.", in: range) {
        return .remark(.count)
      }
      return access(bytes, range)
    case UInt8(ascii: "P"), UInt8(ascii: "p"), UInt8(ascii: "R"), UInt8(ascii: "r"), UInt8(ascii: "W"),
      UInt8(ascii: "w"):
      return access(bytes, range)
    default: return nil
    }
  }

  private static func access(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TSanLine? {
    TSanAccess.parse(bytes, range).map { .access($0) }
  }

  /// `Mutex M1 ...`; the number may be a placeholder.
  private static func mutex(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TSanLine? {
    let end = range.upperBound
    guard bytes.has("Mutex M", at: range.lowerBound, end: end),
      let space = bytes.first(0x20, in: range.lowerBound + 7..<end)
    else { return nil }
    let id = range.lowerBound + 6..<space
    if bytes.has(" (", at: space, end: end) { return .lock(id: id, hasStack: true) }
    if bytes.has(" is already destroyed", at: space, end: end) { return .lock(id: id, hasStack: false) }
    if bytes.has(" previously acquired by the same thread", at: space, end: end) {
      return .earlierAcquisition(id)
    }
    guard bytes.has(" acquired here while holding mutex ", at: space, end: end) else { return nil }
    let held = space + 35
    let thread = bytes.first(" in ", in: held..<end)
      .flatMap { TSanThread.name(bytes, at: $0 + 4, end: end) }
    return .acquisition(id, holding: bytes.upToBlank(held..<end), thread: thread?.name)
  }

  /// A bar is 18 `=`. People and tools change its length.
  private static func bar(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TSanLine? {
    ClosingBar.junk(bytes, range).map { .bar(junk: $0) }
  }

  private static func isEpilogue(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    if bytes.has("ThreadSanitizer: nested bug", at: start, end: end) { return false }
    if bytes.has("ThreadSanitizer:", at: start, end: end) { return true }
    if bytes.has("FATAL: ThreadSanitizer", at: start, end: end) { return true }
    // `==PID==ERROR: ThreadSanitizer: SEGV on unknown address`
    return bytes.has("==", at: start, end: end) && bytes.first("==ERROR: ", in: range) != nil
  }
}

extension Span<UInt8> {
  /// The text of `range` as somebody wrote it, HTML entities undone.
  func decoded(_ range: Range<Int>) -> String {
    guard first(UInt8(ascii: "&"), in: range) != nil else { return string(range) }
    var text = bytes(range)
    TextCleaning.decodeEntities(&text)
    return String(decoding: text, as: UTF8.self)
  }
}
