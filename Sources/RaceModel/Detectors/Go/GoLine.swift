/// What a line of a Go report is by its shape alone, white space around it aside.
///
/// Source of the shapes: compiler-rt `tsan_report.cpp` (the half for Go), golang/go
/// `src/runtime/race.go`; see `docs/go-format.md`.
enum GoLine: Equatable {
  case blank
  /// `FUNC()`: the function stands in the range.
  case function(Range<Int>)
  /// A line that ends as a function does and is none: a sentence, code, or what two lines were made into.
  case sentence
  /// `FILE:LINE +0xHEX`
  case place(GoPlace)
  /// A frame that somebody put on one line, see `GoFrameLine`.
  case frame(Range<Int>, GoPlace)
  /// `Previous write at 0xHEX by goroutine N:`
  case access(GoAccess)
  /// `Goroutine N (running) created at:`
  case creation(GoCreation)
  /// `Heap block of size N at 0xHEX allocated by goroutine N:`, `Global var ... declared at ...`
  case location(Location.Kind)
  /// `goroutine N:` alone: the end of a header that was cut in two.
  case threadEnd(ThreadName)
  /// `[failed to restore the stack]`
  case notRestored
  /// At least ten `=`; `junk` is what stands before them on the line.
  case bar(junk: Range<Int>)
  /// `WARNING: DATA RACE` at `at`.
  case title(at: Int)
  /// Somebody left lines out: `...`, `[...]`, `(16 lines omitted)`. Unless it is sure, a program may have printed it.
  case elision(isSure: Bool)
  /// A header that lost a part of itself: frames behind it belong to no stack that is known.
  case damagedHeader
  /// A fence of Markdown around a quoted log.
  case fence
  /// What only stands after a report: `Found 2 data race(s)`, `--- FAIL`, `panic: ...`
  case epilogue
  case other

  /// Tells what the line in `range` is. `range` is trimmed.
  static func classify(_ bytes: Span<UInt8>, _ range: Range<Int>) -> GoLine {
    guard let last = range.last else { return .blank }
    switch bytes[last] {
    case UInt8(ascii: ")"):
      if let name = functionName(bytes, range) { return .function(name) }
      if range.count > 2, bytes[last - 1] == UInt8(ascii: "("), title(bytes, range) == nil {
        return .sentence
      }
    case UInt8(ascii: "="):
      if let bar = bar(bytes, range) { return bar }
    case UInt8(ascii: "]"):
      if bytes.has("[failed to restore the stack]", at: range.lowerBound, end: range.upperBound) {
        return .notRestored
      }
    default: break
    }
    if bytes[range.lowerBound] != UInt8(ascii: "/"), let frame = GoFrameLine.parse(bytes, range) {
      return .frame(frame.name, frame.place)
    }
    if let place = GoPlace.parse(bytes, range) ?? GoPlace.elided(bytes, range),
      !GoPlace.holdsFrame(bytes, place.file)
    {
      return .place(place)
    }
    return header(bytes, range)
  }

  /// The header of an access or a creation, or the bar, that makes up a line; nil when the line is anything else, or
  /// lacks a part of it. `range` is trimmed.
  static func wholeHeader(_ bytes: Span<UInt8>, _ range: Range<Int>) -> GoLine? {
    guard let last = range.last else { return nil }
    if bytes[last] == UInt8(ascii: "=") {
      guard let junk = ClosingBar.junk(bytes, range), junk.isEmpty else { return nil }
      return .bar(junk: junk)
    }
    guard bytes[last] == UInt8(ascii: ":") else { return nil }
    if let access = GoAccess.parse(bytes, range) {
      return access.isCut || access.junk != nil ? nil : .access(access)
    }
    return GoCreation.parse(bytes, range).map { .creation($0) }
  }

  /// Where the colon is between a header and a frame that somebody put on one line; nil when a line is anything else.
  static func headerAndFrame(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard let colon = bytes.first(": ", in: line) ?? bytes.first(":\t", in: line),
      case let rest = bytes.trimmed(colon + 1..<line.upperBound),
      let frame = GoFrameLine.parse(bytes, rest), bytes.first("()", in: frame.place.file) == nil,
      case let header = line.lowerBound..<colon + 1,
      GoCreation.parse(bytes, header) != nil || GoAccess.parse(bytes, header)?.isCut == false
    else { return nil }
    return colon
  }

  private static func header(_ bytes: Span<UInt8>, _ range: Range<Int>) -> GoLine {
    let start = range.lowerBound
    switch bytes[start] | 0x20 {
    case UInt8(ascii: "r"), UInt8(ascii: "w"), UInt8(ascii: "p"):
      if let access = GoAccess.parse(bytes, range) { return .access(access) }
    case UInt8(ascii: "g"), UInt8(ascii: "m"):
      if let creation = GoCreation.parse(bytes, range) { return .creation(creation) }
      if let (name, end) = threadName(bytes, at: start, end: range.upperBound), end >= range.upperBound - 1 {
        return .threadEnd(name)
      }
      if bytes.has("Global var ", at: start, end: range.upperBound) { return .location(.global) }
    case UInt8(ascii: "h"):
      if bytes.has("Heap block of size ", at: start, end: range.upperBound) { return .location(.heap) }
    default: break
    }
    if let title = title(bytes, range) { return .title(at: title) }
    if isEpilogue(bytes, range) { return .epilogue }
    if isDamagedHeader(bytes, range) || GoLostStart.isCutInAddress(bytes, range) { return .damagedHeader }
    // A program may have printed the dots before a header.
    let isElision = Elision.isIn(bytes, range)
    if isElision || Elision.mayBegin(bytes, range) {
      return GoGrammar.header(bytes, range) == nil ? .elision(isSure: isElision) : .other
    }
    return isFence(bytes, range) ? .fence : .other
  }

  /// The name in a line `FUNC()`. Outside of brackets no name holds a blank: what does is a sentence, code, a report that
  /// became one line, or the rest of a name that was wrapped.
  @inline(__always)
  static func functionName(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    let last = line.upperBound - 1
    guard line.count > 2, bytes[last] == UInt8(ascii: ")"), bytes[last - 1] == UInt8(ascii: "("),
      case let name = line.lowerBound..<last - 1, bytes.first(0x20, in: name) == nil || isName(bytes, name),
      FrontMark.mayBeName(bytes, at: name.lowerBound, end: name.upperBound)
    else { return nil }
    return name
  }

  /// Whether a text with blanks is a name: they are in brackets, and none of those is closed that was not opened.
  private static func isName(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    bytes[text.lowerBound] != UInt8(ascii: "{") && !bytes.closesUnopenedBracket(text)
      && !bytes.hasBlankOutsideBrackets(text)
  }

  /// Where the title stands in a line.
  static func title(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    bytes.first("WARNING: DATA RACE", in: range) ?? bytes.first("WARNING: DEADLOCK", in: range)
      ?? GoLostStart.title(bytes, range) ?? GoSpacing.title(bytes, range)
  }

  /// `goroutine N` or `main goroutine` at `start`, and the place after it.
  static func threadName(_ bytes: Span<UInt8>, at start: Int, end: Int) -> (name: ThreadName, end: Int)? {
    if bytes.has("main goroutine", at: start, end: end) { return (.main, start + 14) }
    guard bytes.has("goroutine ", at: start, end: end),
      let (number, after) = bytes.decimal(at: start + 10, end: end)
    else { return nil }
    return (ThreadName(.goroutine, number), after)
  }

  /// A bar is what the detector prints around a report: 18 `=`. People and tools change its length.
  private static func bar(_ bytes: Span<UInt8>, _ range: Range<Int>) -> GoLine? {
    ClosingBar.junk(bytes, range).map { .bar(junk: $0) }
  }

  private static let epilogues: TextStarts = [
    "--- FAIL", "--- PASS", "--- SKIP", "FAIL", "PASS", "ok  \t", "exit status ", "panic: ", "fatal error: ",
    "testing: race detected outside", "SIGQUIT: ", "[signal ",
  ]

  private static func isEpilogue(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    let end = range.upperBound
    if bytes.has("Found ", at: start, end: end), let (_, after) = bytes.decimal(at: start + 6, end: end) {
      return bytes.has(" data race(s)", at: after, end: end)
    }
    // A goroutine of a panic: `goroutine 7 [running]:`
    if let (_, after) = threadName(bytes, at: start, end: end), bytes.has(" [", at: after, end: end) {
      return bytes[end - 1] == UInt8(ascii: ":")
    }
    return epilogues.begin(bytes, range)
  }

  /// Whether a header's words stand at the beginning of a line, all but a few characters, and its thread at the end.
  private static func isDamagedHeader(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let last = range.last, bytes[last] == UInt8(ascii: ":") else { return false }
    let start = range.prefix(12)
    let lostStart = GoLostStart.isHeader(bytes, range)
    if lostStart || bytes.first("oroutine ", in: start) != nil, bytes.ends(" created at:", in: range) {
      return true
    }
    let isAccess =
      lostStart || ["revious ", "ead at 0x", "rite at 0x"].contains { bytes.first($0, in: start) != nil }
    guard isAccess else { return false }
    return bytes.ends(" by main goroutine:", in: range) || bytes.first(" by goroutine ", in: range) != nil
  }
}
