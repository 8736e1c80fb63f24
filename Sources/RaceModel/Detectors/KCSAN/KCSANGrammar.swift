/// The grammar of the reports of the Linux kernel's concurrency sanitizer, all versions since it was
/// merged.
///
/// The states, what leads in and what leads out:
///
/// - `title`: after the title. In: the title. Out: an access → `stack`; a bar, another title, eight
///   foreign lines → the report has ended, and was only a mention of one.
/// - `stack`: frames are read. In: an access. Out: a second access → `stack`; where the access was moved
///   to, locks, the trace of irqs, a changed value → `details`; the line that names the reporter →
///   `footer`; another dump of the kernel → `elsewhere`; the bar → the report is closed.
/// - `details`: what stands behind a stack; lines that look like frames are none. In: from `stack`. Out:
///   as from `stack`.
/// - `footer`: cpu, task and machine that reported. In: the line that names the reporter. Out: the bar →
///   the report is closed; an access, three foreign lines → the report has ended.
/// - `elsewhere`: in another dump (an oops, a stack of a warning) whose frames have the same shape. In:
///   its first lines. Out: as from `stack`.
///
/// From every state a title or forty foreign lines end the report.
struct KCSANGrammar: ReportGrammar {
  static let detector = Detector.kcsan
  static let anchors: [StaticString] = ["KCSAN", "ytes by ", "KASAN: ", "Kernel panic - "]

  enum State { case title, stack, details, footer, elsewhere }

  /// A line that goes on in the next one.
  enum Unfinished {
    case nothing
    /// A title that a mail program wrapped.
    case title
    /// An access at a line that a mail program wrapped.
    case access(line: Int)
  }

  var state = State.title
  var unfinished = Unfinished.nothing
  /// The text of the unfinished line.
  private var beginning: [UInt8] = []
  var isUnknownOrigin = false
  /// Foreign lines since the last line of the report.
  var foreign = ForeignLines()
  /// The line that said that lines were lost, or began another dump inside a stack; it counts when the report goes on
  /// behind it.
  var lossLine: Int?
  /// How many frames the stack had at the last blank line.
  var framesAtBlank: Int?
  /// What may stand in the middle of a stack.
  var interruption = KCSANInterruption()
  /// The number that the last lock has among those that the task holds.
  var lockNumber: Int?
  /// The title from its first module in brackets on.
  private(set) var titleModules: [UInt8] = []

  init() {}

  static func opening(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Opening? {
    if let title = KCSANTitle.find(bytes, line) { return .certain(at: title) }
    // With something behind it the lines that follow must show that it is one.
    if let title = KCSANTitle.mention(bytes, line) ?? KCSANTitle.findBeheaded(bytes, line) {
      return .title(at: title)
    }
    return header(bytes, line).map { .section(at: $0) }
  }

  static func titleEnd(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Int {
    // What a viewer has put in the place of the rest is not behind other lines.
    if KCSANTitle.cutEnd(bytes, bytes.trimmed(title)) != nil { return title.upperBound }
    return KCSANTitle.end(bytes, title) ?? title.upperBound
  }

  static func note(_ bytes: Span<UInt8>, _ line: Range<Int>) -> NoteOpening? {
    for words: StaticString in ["BUG: KASAN: ", "Kernel panic - not syncing"] {
      if let at = bytes.first(words, in: line) { return NoteOpening(at: at, isFatal: true) }
    }
    return nil
  }

  static func header(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard bytes.first("ytes by ", in: line) != nil else { return nil }
    let end = bytes.trimmed(line).upperBound
    for word: StaticString in ["race at unknown origin, with ", "read", "write", "assert no "] {
      var from = max(line.lowerBound, end - SectionHeaders.longest)
      while let found = bytes.first(word, in: from..<end) {
        if let access = KCSANAccess.parse(bytes, found..<end), access.isWhole { return found }
        from = found + 1
      }
    }
    return nil
  }

  func ownText(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard state == .title else {
      // The first frame, where the title is lost.
      guard state == .stack, let offset = bytes.first("+0x", in: line) else { return nil }
      return bytes.lastWordStart(in: line.lowerBound..<offset)
    }
    if let header = Self.header(bytes, line) { return header }
    // The beginning of one that was wrapped.
    for words: StaticString in [
      "race at unknown origin, with ", "read to 0x", "write to 0x", "read (marked) to 0x",
    ] {
      if let found = bytes.first(words, in: line) { return found }
    }
    return KCSANWrapping.cutAccess(bytes, line)
  }

  mutating func open(
    _ bytes: Span<UInt8>, prefix: Range<Int>, title: Range<Int>, draft: inout ReportDraft
  ) {
    // A title alone is a subject line or a result of grep; an access must follow.
    draft.progress.isProven = false
    if let end = KCSANTitle.cutEnd(bytes, bytes.trimmed(title)) {
      setTitle(bytes, title.lowerBound..<end, &draft)
      return draft.damage.append(.header(line: draft.extent.firstLine))
    }
    let end = Self.titleEnd(bytes, title)
    setTitle(bytes, title.lowerBound..<end, &draft)
    let rest = bytes.trimmed(end..<title.upperBound)
    if rest.isEmpty, KCSANTitle.mayGoOn(bytes, title) {
      unfinished = .title
      draft.progress.goesOn = true
      beginning = bytes.bytes(title.lowerBound..<end)
    } else if !rest.isEmpty {
      draft.addNote(bytes, rest)
    }
  }

  private mutating func setTitle(_ bytes: Span<UInt8>, _ title: Range<Int>, _ draft: inout ReportDraft) {
    draft.header.kind = KCSANTitle.isAssert(bytes, title) ? .assertRace : .dataRace
    draft.header.title = KCSANTitle.text(bytes, title)
    if let module = bytes.first(UInt8(ascii: "["), in: title) {
      titleModules = bytes.bytes(module..<title.upperBound)
    }
  }

  mutating func read(
    _ bytes: Span<UInt8>, _ line: ReportLine, draft: inout ReportDraft, naming: inout Naming
  ) -> Verdict {
    draft.progress.goesOn = false
    if interruption.hasBar, let verdict = readBelowBar(bytes, line, &draft) { return verdict }
    let verdict = readWhole(bytes, line, &draft, &naming)
    count(verdict, bytes, line, &draft)
    return isGivenUp(verdict, draft) ? .ended : verdict
  }

  mutating func finish(draft: inout ReportDraft, naming: inout Naming) {
    if case .access(let line) = unfinished { beginCutAccess(line, &draft) }
    if draft.header.title == nil { draft.damage.insert(.head, at: 0) }
    if draft.progress.hasOpeningBar, !draft.progress.hasClosingBar { draft.damage.append(.tail) }
    // The detector does not know the other side of a race at unknown origin: nothing is missing.
    let missing = (isUnknownOrigin ? 1 : 2) - draft.accesses.count
    if missing > 0 { draft.damage.append(.accesses(missing: missing)) }
    for (index, access) in draft.accesses.enumerated() where draft.stack(of: access).frameCount == 0 {
      draft.damage.append(.stack(access: index))
    }
  }
}

// MARK: Lines that were cut

extension KCSANGrammar {
  /// Reads a line, joined to the one before when that was unfinished.
  private mutating func readWhole(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Verdict {
    if let verdict = readContinuation(bytes, line, &draft, &naming) { return verdict }
    return readLine(KCSANLine.classify(bytes, line.text), bytes, line, &draft, &naming)
  }

  /// Joins a line to the unfinished one; nil when the two do not belong together.
  private mutating func readContinuation(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Verdict? {
    let kind = unfinished
    if case .nothing = kind { return nil }
    let rest = bytes.bytes(line.text)
    let start = beginning
    unfinished = .nothing
    beginning = []
    switch kind {
    case .nothing: return nil
    case .title:
      let joined = start + (rest.isEmpty ? [] : [0x20]) + rest
      guard !rest.isEmpty, KCSANTitle.find(joined.span, 0..<joined.count) == 0 else { return nil }
      setTitle(joined.span, 0..<joined.count, &draft)
      return .taken
    case .access(let first):
      let joined = start + [0x20] + rest
      if let access = KCSANAccess.parse(joined.span, 0..<joined.count), access.isWhole {
        return readAccess(access, joined.span, &draft)
      }
      beginning = start
      beginCutAccess(first, &draft)
      return nil
    }
  }

  /// Begins the access whose header has lost its end.
  private mutating func beginCutAccess(_ number: Int, _ draft: inout ReportDraft) {
    let text = beginning
    unfinished = .nothing
    beginning = []
    guard let access = KCSANAccess.parse(text.span, 0..<text.count) else { return }
    begin(access, text.span, &draft)
    draft.damage.append(.header(line: number))
  }
}

// MARK: Foreign lines

extension KCSANGrammar {
  /// Keeps foreign lines until it is known whether the report goes on behind them.
  private mutating func count(
    _ verdict: Verdict, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft
  ) {
    switch verdict {
    case .taken, .closed:
      foreign.pass(to: &draft)
      if let lossLine { draft.damage.append(.elided(line: lossLine)) }
      lossLine = nil
    case .foreign: foreign.add(bytes, line.text, draft.depth)
    case .blank, .ended, .endedAbove: break
    }
  }

  /// Whether so many foreign lines mean that the report has ended.
  private func isGivenUp(_ verdict: Verdict, _ draft: ReportDraft) -> Bool {
    guard verdict == .foreign else { return false }
    switch state {
    case .title: return foreign.count >= 8
    case .footer: return foreign.count >= 3
    case .stack, .details, .elsewhere: return foreign.count >= 40
    }
  }
}

// MARK: Lines

extension KCSANGrammar {
  /// Reads a line that is of a kind.
  mutating func readLine(
    _ kind: KCSANLine, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    switch kind {
    case .blank:
      framesAtBlank = draft.stacks.lastFrameCount
      return .blank
    case .title(let at): return at == line.text.lowerBound ? .ended : .foreign
    case .bar:
      guard !draft.accesses.isEmpty else { return .ended }
      draft.progress.hasClosingBar = true
      return keepBar(bytes, line, draft) ? .taken : .closed
    case .access(let access):
      guard access.isWhole else { return hold(bytes, line, &draft) }
      return readAccess(access, bytes, &draft)
    case .frame(let frame):
      guard state == .stack || resumeStack(line, &draft) else { return .foreign }
      interruption.indent = line.indent
      if let words = frame.annotation { addNote(bytes, words, line.number, &draft) }
      add(frame, bytes, &draft, &naming)
      if frame.isCut { draft.damage.append(.frame(line: line.number)) }
      return .taken
    case .otherDump:
      // The stack may go on behind it, if no blank line has ended it.
      if state == .stack, draft.stacks.lastFrameCount != framesAtBlank, lossLine == nil {
        lossLine = line.number
      }
      if state == .stack || state == .details { state = .elsewhere }
      return .foreign
    case .loss:
      lossLine = line.number
      return .foreign
    case .elision: return takeElision(bytes, line, isNext: true, &draft) ? .taken : .foreign
    case .other: return .foreign
    case let part: return readPart(part, bytes, line.text, &draft, &naming)
    }
  }

  /// What stands behind a stack and at the end of the report.
  private mutating func readPart(
    _ kind: KCSANLine, _ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    guard !draft.accesses.isEmpty else { return .foreign }
    if case .machine = kind {
      // Other dumps of the kernel have such lines, too.
      guard state == .footer else { return .foreign }
      readMachine(bytes, line, &draft)
      return .taken
    }
    guard state != .footer else { return .foreign }
    keepDetail(kind, bytes, line, draft)
    state = .details
    switch kind {
    case .reporter: state = .footer
    case .valueChange(let change):
      draft.header.valueChange = ValueChange(from: bytes.string(change.from), to: bytes.string(change.to))
      if !change.rest.isEmpty {
        draft.addNote(bytes, change.rest, kind: KCSANLine.isBits(bytes, change.rest) ? .bits : .foreign)
      }
    case .bitsChanged: draft.addNote(bytes, line, kind: .bits)
    case .reorderedTo(let frame): readMove(frame, bytes, &draft, &naming)
    case .lock(let lock): readLock(bytes, line, lock, &draft)
    case .noLocksHeld: draft.accesses[draft.accesses.count - 1].tellsLocks = true
    default: break
    }
    return .taken
  }

  /// The frame to which the model of a weakly ordered memory has moved the access.
  private func readMove(
    _ frame: KCSANFrame, _ bytes: Span<UInt8>, _ draft: inout ReportDraft, _ naming: inout Naming
  ) {
    draft.begin(Section(kind: .reorderedTo, title: "reordered to", thread: draft.accesses.last?.thread))
    add(frame, bytes, &draft, &naming)
    draft.endSection()
  }

  func add(
    _ frame: KCSANFrame, _ bytes: Span<UInt8>, _ draft: inout ReportDraft, _ naming: inout Naming
  ) {
    draft.progress.isProven = true
    var frame = frame
    while let call = frame.nextNamed(bytes) { add(call.place, of: call.function, bytes, &draft, &naming) }
    while let call = frame.nextInlined(bytes) { add(call, of: 0..<0, bytes, &draft, &naming) }
    add(frame.place, of: frame.function, bytes, &draft, &naming)
  }

  private func add(
    _ place: FramePlace, of function: Range<Int>, _ bytes: Span<UInt8>, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) {
    guard draft.wantsFrame else { return draft.stacks.count(1) }
    draft.holdFunction(bytes, function)
    // The raw report of the same race names the function that the call was inlined into.
    draft.addFrame(
      place, of: bytes, mayBeSite: !place.isInlined, isPlumbing: KCSANPlumbing.contains, naming: &naming)
  }

  /// Keeps the beginning of an access until the next line.
  private mutating func hold(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft
  ) -> Verdict {
    guard state != .footer, draft.accesses.count < 2 else { return .foreign }
    unfinished = .access(line: line.number)
    // Where a mail program wrapped it, only its beginning has the prefix.
    draft.progress.goesOn = true
    beginning = bytes.bytes(line.text)
    return .taken
  }

  private mutating func readAccess(
    _ access: KCSANAccess, _ bytes: Span<UInt8>, _ draft: inout ReportDraft
  ) -> Verdict {
    // One access more than a report has, or one behind its end, is of a report whose title is lost.
    let count = draft.accesses.count
    if state == .footer || isUnknownOrigin || count >= 2 || (access.isUnknownOrigin && count > 0) {
      return .ended
    }
    begin(access, bytes, &draft)
    return .taken
  }

  private mutating func begin(_ access: KCSANAccess, _ bytes: Span<UInt8>, _ draft: inout ReportDraft) {
    if access.isUnknownOrigin { isUnknownOrigin = true }
    framesAtBlank = nil
    // Without a title the assertion alone tells what the report is about.
    if draft.header.title == nil, access.operation == .access { draft.header.kind = .assertRace }
    if draft.header.title != nil { draft.progress.isProven = true }
    if let words = access.annotation { draft.addNote(bytes, words) }
    draft.begin(
      ReportDraft.Access(
        operation: access.operation, isPrevious: false, size: access.size, address: access.address,
        thread: access.thread, qualifier: access.qualifier(bytes)))
    state = .stack
  }
}
