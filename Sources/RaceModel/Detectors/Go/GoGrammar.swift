/// The grammar of the Go race detector's reports, all versions since Go 1.1.
///
/// The states, what leads in and what leads out:
///
/// - `between`: after the title, and after a header that was cut in two. In: the title. Out: an access
///   or creation header → `stack`.
/// - `stack`: expecting a frame's function. In: a header, or a frame's place. Out: a function →
///   `frame`; a header → `stack`; the bar → the report is closed.
/// - `frame`: expecting the place of the function just read. In: a function. Out: its place → `stack`;
///   anything else → `stack`, and the frame is kept as damaged when its name is believable.
/// - `doubtful`: three foreign lines in a row, or what stands behind reports as a rule while the bar is still to come.
///   In: from any state. Out: a header that fits → `stack`; an indented frame → `frame`; forty foreign lines, a title
///   → the report has ended.
struct GoGrammar: SectionedGrammar {
  static let detector = Detector.go
  static let anchors: [StaticString] = [
    "DATA RACE", "\u{A0}RACE", "&nbsp;RACE", "WARNING: DEADLOCK", "Previous ", "Goroutine ", "Read ",
    "Write ",
    "exit status 66", " exceeded, dying", "fatal error: ", "panic: ", "SIGQUIT: quit",
    "race detected during execution of test",
  ]
  static let isClaimedByTests = true

  enum State { case between, stack, frame, doubtful }

  var state = State.between
  /// The state to go back to from `doubtful`.
  var interrupted = State.between
  var foreign = ForeignLines()
  /// Lines since then where somebody left lines out.
  private var elisions: [Int] = []
  /// The indent of the first frame's function, to tell frames from what looks like them.
  var indent = -1
  /// The line of a function whose place has not come yet.
  var functionLine = 0
  var isFunctionBelievable = false
  /// Whether a fence of Markdown was read since the last header.
  var isBelowFence = false
  var awaitsThread = false
  /// Whether any frame has a function.
  var hasFunctions = false
  /// Whether frames were taken that have no function.
  var hasBarePlaces: Bool { barePlaces.count > 0 }
  /// Places that were taken for frames without functions.
  var barePlaces = ForeignLines()
  /// Whether a line was read that stands behind reports as a rule, and nothing of the report since.
  var isBelowResult = false

  init() {}

  mutating func open(
    _ bytes: Span<UInt8>, prefix: Range<Int>, title: Range<Int>, draft: inout ReportDraft
  ) {
    if bytes.has("WARNING: DEADLOCK", at: title.lowerBound, end: title.upperBound) {
      draft.header.kind = .deadlock
      draft.header.title = "DEADLOCK"
    } else {
      draft.header.title = "DATA RACE"
    }
    let behind = bytes.trimmed(Self.titleEnd(bytes, title)..<title.upperBound)
    let rest = Self.withoutPipes(bytes, behind)
    if !rest.isEmpty { draft.addNote(bytes, rest) }
  }

  mutating func read(
    _ bytes: Span<UInt8>, _ line: ReportLine, draft: inout ReportDraft, naming: inout Naming
  ) -> Verdict {
    if foreign.count == 0, elisions.isEmpty, readFrame(bytes, line, &draft, &naming) { return .taken }
    var verdict = read(GoLine.classify(bytes, line.text), bytes, line, &draft, &naming)
    if verdict == .foreign { verdict = readAltered(bytes, line, &draft, &naming) }
    switch verdict {
    case .taken, .closed:
      isBelowResult = false
      // What stood between two lines of the report was printed inside it.
      foreign.pass(to: &draft)
      draft.damage += elisions.map { .elided(line: $0) }
      elisions = []
    case .foreign:
      foreign.add(bytes, line.text, draft.depth)
      if foreign.count >= 40 { return .ended }
      if foreign.count == 3, state != .doubtful {
        interrupted = state
        state = .doubtful
      }
    case .blank, .ended, .endedAbove: break
    }
    return verdict
  }

  /// Reads a line that fits the report only once it is altered: without what somebody put around it, or as the two lines
  /// that became one.
  private mutating func readAltered(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Verdict {
    var verdict = Verdict.foreign
    if case let cleaned = Self.withoutPipes(bytes, line.text), cleaned != line.text {
      let again = GoLine.classify(bytes, cleaned)
      if again != .other { verdict = read(again, bytes, line.part(cleaned), &draft, &naming) }
    }
    if verdict == .foreign, let colon = GoLine.headerAndFrame(bytes, line.text) {
      let header = ReportLine(text: line.text.lowerBound..<colon + 1, number: line.number)
      verdict = read(GoLine.classify(bytes, header.text), bytes, header, &draft, &naming)
      if verdict == .taken {
        let frame = ReportLine(
          text: bytes.trimmed(header.text.upperBound..<line.text.upperBound), number: line.number)
        _ = read(GoLine.classify(bytes, frame.text), bytes, frame, &draft, &naming)
      }
    }
    if verdict == .foreign, let words = annotation(bytes, line.text) {
      let own = line.part(bytes.trimmed(line.range.lowerBound..<words.lowerBound))
      verdict = read(GoLine.classify(bytes, own.text), bytes, own, &draft, &naming)
      if verdict == .taken { draft.addNote(bytes, words) }
    }
    return verdict
  }

  /// What somebody wrote behind a half of a frame or a header.
  private func annotation(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    Annotation.range(bytes, behind: line) { own in
      switch GoLine.classify(bytes, own) {
      case .function(let name): state != .doubtful && bytes.first(UInt8(ascii: "."), in: name) != nil
      case .place(let place): place.offset != nil
      case .access(let access): access.thread != nil && access.junk == nil && bytes.ends(":", in: own)
      case .creation: bytes.ends(":", in: own)
      default: false
      }
    }
  }

  /// Whether a header that follows is read as it is: nothing foreign is above it.
  var mayReadHeader: Bool { state != .doubtful && foreign.count == 0 && elisions.isEmpty }

  /// Reads a header, or the bar, that makes up its line.
  mutating func take(
    _ header: GoLine, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    let verdict = read(header, bytes, line, &draft, &naming)
    if verdict == .taken || verdict == .closed { isBelowResult = false }
    return verdict
  }

  private mutating func read(
    _ kind: GoLine, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    switch kind {
    case .blank: return .blank
    case .title(let at): return at == line.text.lowerBound ? .ended : .foreign
    case .epilogue: return readResult(&draft)
    case .bar(let junk): return readBar(junk, bytes, &draft)
    case .function(let name): return readFunction(name, bytes, line, &draft, &naming)
    case .frame(let name, let place):
      let verdict = readFunction(name, bytes, line, &draft, &naming)
      if verdict == .taken { add(place, of: bytes, &draft, &naming) }
      return verdict
    case .place(let place): return readPlace(place, bytes, line, &draft, &naming)
    case .access(let access): return readAccess(access, bytes, line.number, &draft, &naming)
    case .creation(let creation): return readCreation(creation, &draft, &naming)
    case .threadEnd(let thread): return readThreadEnd(thread, &draft)
    case .location(let kind): return readLocation(kind, bytes, line, &draft, &naming)
    case .notRestored: return readNotRestored(&draft)
    case .elision: return readElision(bytes, line, &draft, &naming)
    case .sentence:
      // A place below it would not be that of the function above it.
      dropFrame(&draft, &naming)
      return .foreign
    case .fence:
      isBelowFence = true
      return .foreign
    case .damagedHeader:
      dropFrame(&draft, &naming)
      draft.endSection()
      state = .between
      return .foreign
    case .other: return .foreign
    }
  }

  private mutating func readBar(
    _ junk: Range<Int>, _ bytes: Span<UInt8>, _ draft: inout ReportDraft
  ) -> Verdict {
    // Below a result a bar alone opens the next report.
    guard draft.progress.isProven, !isBelowResult else { return .ended }
    if !junk.isEmpty { draft.addNote(bytes, junk) }
    draft.progress.hasClosingBar = true
    return .closed
  }

  /// A mark that somebody has left lines out.
  private mutating func readElision(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Verdict {
    guard draft.progress.isProven else { return .foreign }
    elisions.append(line.number)
    // Behind other foreign lines it counts only when the report goes on.
    guard foreign.count == 0 else { return .foreign }
    dropFrame(&draft, &naming)
    draft.addNote(bytes, line.text)
    return .taken
  }

  /// A result of a test, or a crash. Another process, or another thread, may have printed it in the middle of a report:
  /// one whose bar is still to come goes on where a header that fits follows, or a frame indented as those before.
  private mutating func readResult(_ draft: inout ReportDraft) -> Verdict {
    guard draft.progress.hasOpeningBar, draft.progress.isProven, draft.header.title != nil else {
      return .ended
    }
    isBelowResult = true
    if state != .doubtful { (interrupted, state) = (state, .doubtful) }
    return .foreign
  }

  /// The line without the pipes that a table left at its end.
  static func withoutPipes(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] == UInt8(ascii: "|") || bytes[end - 1] <= 0x20 { end -= 1 }
    return line.lowerBound..<end
  }
}
