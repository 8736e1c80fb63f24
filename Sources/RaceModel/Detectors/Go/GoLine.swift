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
  /// `FUNC() FILE:LINE +0xHEX // words`: a frame that somebody put on one line.
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
  /// Somebody left lines out: `...`, `[...]`, `... 16 lines omitted ...`
  case elision
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
    if bytes[range.lowerBound] != UInt8(ascii: "/"), let frame = frame(bytes, range) { return frame }
    if let place = GoPlace.parse(bytes, range) { return .place(place) }
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
      return access.thread == nil || access.junk != nil ? nil : .access(access)
    }
    return GoCreation.parse(bytes, range).map { .creation($0) }
  }

  /// A function and its place on one line, with or without somebody's words behind them.
  private static func frame(_ bytes: Span<UInt8>, _ range: Range<Int>) -> GoLine? {
    guard let end = bytes.first("()", in: range), end + 2 < range.upperBound, bytes[end + 2] <= 0x20,
      let name = functionName(bytes, range.lowerBound..<end + 2),
      bytes.first(UInt8(ascii: "."), in: name) != nil
    else { return nil }
    var rest = bytes.trimmed(end + 2..<range.upperBound)
    for mark: StaticString in [" //", " #", " <-", " --", "\t//", "\t#"] {
      guard let words = bytes.first(mark, in: rest) else { continue }
      rest = bytes.trimmed(rest.lowerBound..<words)
    }
    return GoPlace.parse(bytes, rest).map { .frame(name, $0) }
  }

  /// Where the colon is between a header and a frame that somebody put on one line; nil when a line is anything else.
  static func headerAndFrame(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard let colon = bytes.first(": ", in: line) ?? bytes.first(":\t", in: line),
      case let rest = bytes.trimmed(colon + 1..<line.upperBound),
      case .frame(_, let place)? = frame(bytes, rest), bytes.first("()", in: place.file) == nil,
      case let header = line.lowerBound..<colon + 1,
      GoCreation.parse(bytes, header) != nil || GoAccess.parse(bytes, header)?.thread != nil
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
    if isDamagedHeader(bytes, range) { return .damagedHeader }
    // A program may have printed the dots before a header.
    if isElision(bytes, range) { return GoGrammar.header(bytes, range) == nil ? .elision : .other }
    let isFence = ["```", "~~~"].contains { bytes.has($0, at: start, end: range.upperBound) }
    return isFence ? .fence : .other
  }

  /// The name in a line `FUNC()`. Outside of brackets no name holds a blank: what does is a sentence, code, or a
  /// report that became one line.
  @inline(__always)
  static func functionName(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    let last = line.upperBound - 1
    guard line.count > 2, bytes[last] == UInt8(ascii: ")"), bytes[last - 1] == UInt8(ascii: "("),
      case let name = line.lowerBound..<last - 1, !bytes.hasBlankOutsideBrackets(name)
    else { return nil }
    return name
  }

  /// Where the title stands in a line.
  static func title(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    bytes.first("WARNING: DATA RACE", in: range) ?? bytes.first("WARNING: DEADLOCK", in: range)
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
    if bytes.first("oroutine ", in: start) != nil { return bytes.ends(" created at:", in: range) }
    let isAccess = ["revious ", "ead at 0x", "rite at 0x"].contains { bytes.first($0, in: start) != nil }
    guard isAccess else { return false }
    return bytes.ends(" by main goroutine:", in: range) || bytes.first(" by goroutine ", in: range) != nil
  }

  private static func isElision(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let text =
      bytes.has("[", at: range.lowerBound, end: range.upperBound)
      ? range.lowerBound + 1..<range.upperBound : range
    return bytes.has("...", at: text.lowerBound, end: range.upperBound)
      || bytes.has("…", at: text.lowerBound, end: range.upperBound)
  }
}

/// The second line of a Go frame: `FILE:LINE +0xHEX`. The offset, and the space before it, may be lost.
struct GoPlace: Equatable {
  var file: Range<Int>
  var line: Int
  var offset: HexNumber?

  /// Reads from the right: the path may hold spaces and colons.
  @inline(__always)
  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> GoPlace? {
    var end = range.upperBound
    var offset: HexNumber?
    var index = end
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while index > range.lowerBound, shift < 64, let digit = hexDigit(bytes[index - 1]) {
      value |= UInt64(digit) << shift
      shift += 4
      index -= 1
    }
    if index < end, index - 3 > range.lowerBound, bytes[index - 1] == UInt8(ascii: "x"),
      bytes[index - 2] == UInt8(ascii: "0"), bytes[index - 3] == UInt8(ascii: "+")
    {
      offset = HexNumber(value, digits: end - index)
      end = index - 3
      while end > range.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
    }
    var line = 0
    var scale = 1
    index = end
    while index > range.lowerBound, scale <= 1_000_000_000, case let digit = bytes[index - 1] &- 0x30,
      digit < 10
    {
      line += Int(digit) * scale
      scale *= 10
      index -= 1
    }
    guard index < end, index - 1 > range.lowerBound, bytes[index - 1] == UInt8(ascii: ":"),
      // The end of a link that somebody's program has made of the file's name.
      bytes[index - 2] != UInt8(ascii: ")")
    else { return nil }
    var file = range.lowerBound..<index - 1
    if bytes[range.lowerBound] != UInt8(ascii: "/") { dropOutput(bytes, &file) }
    if bytes[index - 2] == UInt8(ascii: ">"), !bytes.ends("<autogenerated>", in: file) { return nil }
    // Without the offset, which a cut takes away, it may be an address of the network or a time of day.
    guard offset != nil || isSource(bytes, file) else { return nil }
    return GoPlace(file: file, line: line, offset: offset)
  }

  /// Drops what a program has printed before the place: the detector puts blanks before the path.
  private static func dropOutput(_ bytes: Span<UInt8>, _ file: inout Range<Int>) {
    guard let blanks = bytes.last("  /", in: file),
      bytes.first(UInt8(ascii: "/"), in: file.lowerBound..<blanks) == nil
    else { return }
    file = blanks + 2..<file.upperBound
  }

  /// Whether a name is one that the compiler gives to code.
  private static func isSource(_ bytes: Span<UInt8>, _ file: Range<Int>) -> Bool {
    sources.contains { bytes.ends($0, in: file) }
  }

  private static let sources: [StaticString] = [
    ".go", ".s", ".S", ".c", ".cc", ".cpp", ".cxx", ".h", ".hpp", ".m", ".mm", ".y", "<autogenerated>", "??",
  ]
}

/// `Read at 0xHEX by goroutine N:`; before Go 1.7 without the address.
struct GoAccess: Equatable {
  var operation: Operation
  var isPrevious: Bool
  var address: HexNumber?
  /// Nil when the line ends before the thread: foreign text was printed between.
  var thread: ThreadName?
  /// Foreign text in the middle of the line.
  var junk: Range<Int>?

  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> GoAccess? {
    let end = range.upperBound
    var index = range.lowerBound
    var access = GoAccess(operation: .read, isPrevious: false)
    if bytes.has("Previous ", at: index, end: end) || bytes.has("previous ", at: index, end: end) {
      access.isPrevious = true
      index += 9
    }
    if bytes.has("Read", at: index, end: end) || bytes.has("read", at: index, end: end) {
      index += 4
    } else if bytes.has("Write", at: index, end: end) || bytes.has("write", at: index, end: end) {
      access.operation = .write
      index += 5
    } else {
      return nil
    }
    if bytes.has(" at 0x", at: index, end: end),
      let (address, after) = bytes.address(at: index + 4, end: end)
    {
      (access.address, index) = (address, after)
    }
    guard bytes.has(" by", at: index, end: end) else { return nil }
    return access.readThread(bytes, from: index + 3, to: end) ? access : nil
  }

  /// Reads the thread behind `by`; foreign text may stand before it or in its place.
  private mutating func readThread(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    let rest = bytes.trimmed(start..<end)
    if let (name, after) = GoLine.threadName(bytes, at: rest.lowerBound, end: end) {
      guard after == end || (after == end - 1 && bytes[after] == UInt8(ascii: ":")) else { return false }
      thread = name
      return true
    }
    // Only the form with an address is sure enough to be taken with foreign text in it.
    guard address != nil else { return false }
    if rest.isEmpty { return true }
    guard rest.count < 400 else { return false }
    junk = rest
    for word: StaticString in ["main goroutine:", "goroutine "] {
      if let found = bytes.first(word, in: rest),
        let (name, after) = GoLine.threadName(bytes, at: found, end: end),
        after == end - 1, bytes[after] == UInt8(ascii: ":")
      {
        thread = name
        junk = bytes.trimmed(rest.lowerBound..<found)
        return true
      }
    }
    return true
  }
}

/// `Goroutine N (running) created at:`; people take out the state.
struct GoCreation: Equatable {
  var thread: ThreadName
  var state: Thread.State?

  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> GoCreation? {
    let end = range.upperBound
    guard bytes.has("Goroutine ", at: range.lowerBound, end: end),
      let (number, after) = bytes.decimal(at: range.lowerBound + 10, end: end)
    else { return nil }
    var state: Thread.State?
    var index = after
    if bytes.pass(" (running)", at: &index, end: end) {
      state = .running
    } else if bytes.pass(" (finished)", at: &index, end: end) {
      state = .finished
    }
    guard bytes.pass(" created at", at: &index, end: end) else { return nil }
    guard index == end || (index == end - 1 && bytes[index] == UInt8(ascii: ":")) else { return nil }
    return GoCreation(thread: ThreadName(.goroutine, number), state: state)
  }
}
