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
///   A place in `stack` is that of a frame whose function was not recognised (`GoGrammar+Lost`).
/// - `doubtful`: three foreign lines in a row, or what stands behind reports as a rule while the bar is still to come.
///   In: from any state. Out: a header that fits, an indented frame → `stack`; forty foreign lines, a title → the
///   report has ended.
///
/// Below a foreign line a function is none until a place with an offset is right below it (`GoCandidate`): code and
/// sentences end in `()`, too.
struct GoGrammar: SectionedGrammar {
  static let detector = Detector.go
  static let anchors: [StaticString] = [
    "DATA RACE", "\u{A0}RACE", "&nbsp;RACE", "WARNING: DEADLOCK", "Previous ", "Goroutine ", "Read ",
    "Write ",
    "exit status 66", " exceeded, dying", "fatal error: ", "panic: ", "SIGQUIT: quit",
    GoBlame.words,
  ]
  static let isClaimedByTests = true

  enum State { case between, stack, frame, doubtful }

  var state = State.between
  /// The state to go back to from `doubtful`.
  var interrupted = State.between
  var foreign = ForeignLines()
  /// Lines since then where somebody left lines out.
  var elisions = ElidedLines()
  /// What stands above the line, where that decides what the line is.
  var above = GoLinesAbove()
  /// The indent of the first frame's function, to tell frames from what looks like them.
  var indent = -1
  /// The indent of the last access's header: all lines of a log may be further in.
  var headerIndent = 0
  /// The line of a function whose place has not come yet.
  var functionLine = 0
  var isFunctionBelievable = false
  var awaitsThread = false
  /// Whether any frame has a function.
  var hasFunctions = false
  /// Whether frames were taken that have no function.
  var hasBarePlaces: Bool { barePlaces.count > 0 }
  /// Places that were taken for frames without functions.
  var barePlaces = ForeignLines()
  /// Whether one line that is no function is above each of them.
  var areBarePlacesBelowLines = false
  /// Whether the title lost its first characters, as all lines may have.
  var isTitleCut = false

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
    isTitleCut = !bytes.has("WARNING", at: title.lowerBound, end: title.upperBound)
    if prefix.isEmpty, Self.isBelowBar(bytes, title.lowerBound) { draft.progress.hasOpeningBar = true }
    let behind = bytes.trimmed(Self.titleEnd(bytes, title)..<title.upperBound)
    let rest = Self.withoutPipes(bytes, behind)
    if !rest.isEmpty { draft.addNote(bytes, rest) }
  }

  mutating func read(
    _ bytes: Span<UInt8>, _ line: ReportLine, draft: inout ReportDraft, naming: inout Naming
  ) -> Verdict {
    if let bar = above.bar { return read(below: bar, bytes, line, &draft) }
    if foreign.count == 0, elisions.isEmpty, readFrame(bytes, line, &draft, &naming) { return .taken }
    var verdict = read(GoLine.classify(bytes, line.text), bytes, line, &draft, &naming)
    if verdict == .foreign { verdict = readAltered(bytes, line, &draft, &naming) }
    switch verdict {
    case .taken, .closed:
      (above.isResult, above.isAnnouncement) = (false, false)
      (above.candidate, above.beginning, above.nameCount) = (nil, nil, 0)
      // What stood between two lines of the report was printed inside it.
      foreign.pass(to: &draft)
      elisions.pass(to: &draft)
      passLostFrames(to: &draft)
    case .foreign:
      foreign.add(bytes, line.text, draft.depth)
      if let last = above.candidate, last.count != foreign.count { above.candidate = nil }
      if foreign.count >= 40, above.candidate == nil { return .ended }
      if foreign.count == 3 { doubt() }
    case .blank, .ended, .endedAbove: break
    }
    return verdict
  }

  /// Whether a header that follows is read as it is: nothing foreign is above it.
  var mayReadHeader: Bool { state != .doubtful && foreign.count == 0 && elisions.isEmpty }

  /// Reads a header, or the bar, that makes up its line.
  mutating func take(
    _ header: GoLine, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    let verdict = read(header, bytes, line, &draft, &naming)
    if verdict == .taken || verdict == .closed { (above.isResult, above.hasLostPlace) = (false, false) }
    return verdict
  }

  /// Reads a line by what it is.
  mutating func read(
    _ kind: GoLine, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    switch kind {
    case .blank: return .blank
    case .title(let at): return at == line.text.lowerBound ? .ended : .foreign
    case .epilogue: return readResult(&draft)
    case .bar(let junk): return readBar(junk, bytes, &draft)
    case .function(let name): return readFunction(name, bytes, line, &draft, &naming)
    case .frame(let name, let place): return readWhole(name, place, bytes, line, &draft, &naming)
    case .place(let place): return readPlace(place, bytes, line, &draft, &naming)
    case .access(let access):
      if access.isCut, case let verdict = readSpaced(bytes, line, &draft, &naming), verdict != .foreign {
        return verdict
      }
      headerIndent = line.indent
      return readAccess(access, bytes, line.number, &draft, &naming)
    case .creation(let creation): return readCreation(creation, bytes, line.text, &draft, &naming)
    case .threadEnd(let thread): return readThreadEnd(thread, &draft)
    case .location(let kind): return readLocation(kind, bytes, line, &draft, &naming)
    case .notRestored: return readNotRestored(&draft)
    case .elision(let isSure): return readElision(isSure: isSure, bytes, line, &draft, &naming)
    case .sentence:
      if keepRest(bytes, line, draft) { return .foreign }
      keepItem(bytes, line, draft)
      keepMarked(bytes, line, draft)
      // A place below it would not be that of the function above it.
      dropFrame(&draft, &naming)
      return .foreign
    case .fence:
      above.isFence = true
      return .foreign
    case .damagedHeader:
      if case let verdict = readRestored(bytes, line, &draft, &naming), verdict != .foreign { return verdict }
      dropFrame(&draft, &naming)
      draft.endSection()
      state = .between
      return .foreign
    case .other:
      if readCutPlace(bytes, line, &draft, &naming) { return .taken }
      if Self.announces(bytes, line.text) { above.isAnnouncement = true }
      if above.isThirdDot(bytes, line.text, foreign: foreign.count) { elisions.add(line: line.number) }
      keepBareFunction(bytes, line, draft)
      keepBeginning(bytes, line)
      keepMarked(bytes, line, draft)
      if state == .frame, GoBareFunction.name(bytes, line.text) != nil { above.nameCount = foreign.count + 1 }
      return .foreign
    }
  }

  /// The line without the pipes that a table left at its end.
  static func withoutPipes(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] == UInt8(ascii: "|") || bytes[end - 1] <= 0x20 { end -= 1 }
    return line.lowerBound..<end
  }
}
