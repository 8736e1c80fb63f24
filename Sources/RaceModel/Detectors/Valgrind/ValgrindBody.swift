/// What stands in a report of Helgrind or DRD, whether it was printed as text or as XML: messages,
/// each with the stack behind it.
///
/// The states, what leads in and what leads out:
///
/// - `untitled`: a block has begun. In: the line of dashes. Out: a title → `message` or `stack`; the
///   creation of a thread → `stack`. Stacks of locks stand here, before the title of a race.
/// - `message`: a message was read that is worth keeping only if a stack follows. In: a title that is no
///   access, an unknown message. Out: a frame → `stack`; another message → `message` or `stack`.
/// - `stack`: frames belong to what was begun last. In: an access, a location, a lock, a segment, the creation of
///   a thread, or the first frame behind a message. Out: another message.
struct ValgrindBody {
  enum State { case untitled, message, stack }

  private(set) var state = State.untitled
  /// The message that a stack may follow.
  private var message = Section(kind: .other, title: "")
  /// Whether the report is about the message's stack.
  private var isSide = false
  /// Whether descriptions of memory are about a lock.
  private var describesLock = false
  /// Whether the title of the race and its first access are lost.
  private var isHalf = false
  /// The line of a title that ends with the address, as long as it may be one of Helgrind's first versions.
  private var lineOfThreadless: Int?
  /// The thread of the title.
  private var thread: ThreadName?
  /// The last frame, until the next line tells whether it was inlined into the next frame.
  private var waiting: ValgrindFrame?
  /// The names of that frame: its line is gone when the next one is read.
  private var waitingNames: [UInt8] = []
  /// The stack being read, when all of it but that frame is kept for others like it.
  var kept: KnownStacks.ID?
  /// What shows that the report goes on behind its last line.
  private(set) var ending = ValgrindEnding()

  /// Whether frames go to a stack, so that those of which nothing is needed can be counted.
  var isInStack: Bool { state == .stack }

  /// Whether a frame of the stack waits for the next line, so that the stack does not have it yet.
  var isWaiting: Bool { waiting != nil }

  /// Whether frames go to a stack that was just begun.
  var isAtStackStart: Bool { state == .stack && waiting == nil }

  /// Whether the title has been read.
  var hasTitle: Bool { state != .untitled }

  // MARK: Messages

  /// Takes a title.
  mutating func open(
    _ title: ValgrindTitle, _ bytes: Span<UInt8>, _ line: ReportLine, draft: inout ReportDraft
  ) {
    draft.header.detector = title.detector
    draft.header.kind = title.kind
    draft.extent.firstLine = line.number
    // An index needs to know only that there is one.
    draft.header.title = draft.depth == .full ? bytes.string(line.text) : ""
    if let access = title.access {
      begin(access, &draft)
      if access.isCut || CutEnd.isIn(bytes, line.text) { draft.damage.append(.header(line: line.number)) }
      lineOfThreadless = access.endsInAddress ? line.number : nil
      // DRD prints nothing of use without a stack, and its wording is not as certain.
      draft.progress.isProven = title.detector == .helgrind
      return
    }
    if ValgrindCutTitles.isCut(bytes, line.text) { draft.damage.append(.header(line: line.number)) }
    let threads = ValgrindThread.all(
      bytes, line.text, after: title.detector == .helgrind ? "hread #" : "thread ")
    draft.threads.mentioned = threads
    thread = title.detector == .helgrind ? threads.first : nil
    draft.threads.isUnderHeading = title.detector == .drd
    // Without Valgrind's prefix a program may have printed the line.
    draft.progress.isProven = title.detector == .helgrind && title.kind != .other && draft.header.pid != nil
    hold(bytes, line.text, thread: thread, isSide: true, draft)
  }

  /// Takes the second access of a race whose title, and whose first access, are lost.
  mutating func openHalf(_ access: ValgrindAccess, number: Int, draft: inout ReportDraft) {
    draft.header.detector = .helgrind
    draft.header.kind = .dataRace
    draft.extent.firstLine = number
    begin(access, &draft)
    isHalf = true
  }

  /// Begins the creation of a thread, for the reports that name it.
  mutating func announce(_ thread: ThreadName?, draft: inout ReportDraft) {
    guard let thread, thread != .main else { return }
    draft.threads.announces = thread
    draft.progress.isProven = true
    begin(creationOf: thread, draft: &draft)
  }

  /// Begins the creation of a thread.
  mutating func begin(creationOf thread: ThreadName, draft: inout ReportDraft) {
    draft.begin(ReportDraft.Creation(thread: thread))
    ending.expectStack(in: draft)
    describesLock = false
    state = .stack
  }

  /// Begins a lock's stack; it may stand before the title.
  mutating func beginLock(_ bytes: Span<UInt8>, _ line: Range<Int>, draft: inout ReportDraft) {
    if draft.depth == .full {
      let words = bytes.first(" 0x", in: line).map { $0 + 1 } ?? line.lowerBound
      draft.begin(
        Lock(
          id: Self.token(bytes, at: words, end: line.upperBound), text: bytes.string(line),
          announcesStack: bytes.announcesStack(line)))
    } else {
      draft.begin(Lock(id: "", text: ""))
    }
    describesLock = true
    if hasTitle { state = .stack }
  }

  /// Begins any other stack.
  mutating func begin(_ section: Section, isSide: Bool, draft: inout ReportDraft) {
    draft.begin(section, isSide: isSide)
    describesLock = false
    state = .stack
  }

  /// Keeps a message until its stack begins.
  mutating func hold(
    _ bytes: Span<UInt8>, _ line: Range<Int>, thread: ThreadName?, isSide: Bool, _ draft: ReportDraft
  ) {
    message = Self.section(isSide ? .subject : .other, bytes, line, thread, draft)
    self.isSide = isSide
    state = .message
  }

  /// Reads a message inside a report. It is `foreign` when only a stack behind it can tell that it belongs
  /// to the report, `ended` when it is the title of the next one.
  mutating func read(_ bytes: Span<UInt8>, _ line: Range<Int>, draft: inout ReportDraft) -> Verdict {
    if draft.header.detector == .helgrind,
      Self.beginsNext(
        bytes, line, hasBothSides: draft.header.kind == .dataRace && draft.accesses.count > 1)
    {
      return .ended
    }
    if let verdict = readOfBoth(bytes, line, &draft) { return verdict }
    let isKnown =
      draft.header.detector == .drd ? readOfDRD(bytes, line, &draft) : readOfHelgrind(bytes, line, &draft)
    if isKnown { return .taken }
    // A second access that this report has no place for opens the half of another one.
    if ValgrindTitle.parse(bytes, line) != nil || ValgrindThread.heading(bytes, line) != nil
      || ValgrindGrammar.secondAccess(bytes, line) != nil
    {
      return .ended
    }
    guard draft.progress.isProven else { return .ended }
    // Without Valgrind's prefix, text of the program looks like a message.
    if draft.header.pid != nil { hold(bytes, line, thread: nil, isSide: false, draft) }
    return .foreign
  }

  /// Whether a line announces a thread or a lock of the next report: Helgrind prints these before a report's title.
  private static func beginsNext(_ bytes: Span<UInt8>, _ line: Range<Int>, hasBothSides: Bool) -> Bool {
    guard let last = line.last, bytes[last] == UInt8(ascii: "d") else { return false }
    if ValgrindThread.isNumbered(bytes, line) { return bytes.ends(" was created", in: line) }
    return hasBothSides && bytes.has("Lock at 0x", at: line.lowerBound, end: line.upperBound)
  }

  /// A section whose header is a line; an index keeps no texts.
  private static func section(
    _ kind: SectionKind, _ bytes: Span<UInt8>, _ line: Range<Int>, _ thread: ThreadName?, _ draft: ReportDraft
  ) -> Section {
    let title = draft.depth == .full ? bytes.string(line) : ""
    return Section(kind: kind, title: title, thread: thread, announcesStack: bytes.announcesStack(line))
  }

  private mutating func readOfBoth(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: inout ReportDraft
  ) -> Verdict? {
    if ValgrindLocation.begins(bytes, line) {
      if describesLock {
        draft.begin(Self.section(.other, bytes, line, nil, draft))
        if draft.depth == .full, let lock = draft.locks.indices.last {
          draft.locks[lock].value.variable = ValgrindLocation.variable(bytes, line)
        }
      } else {
        if draft.depth == .full {
          draft.begin(ValgrindLocation.parse(bytes, line))
        } else {
          draft.beginLocation()
        }
        ending.takeMemory(bytes, line, draft)
      }
    } else if ValgrindLocation.continues(bytes, line) {
      if draft.depth == .index {
        // An index needs nothing of it.
      } else if describesLock, let last = draft.sections.indices.last {
        draft.sections[last].value.title += " " + bytes.string(line)
        draft.sections[last].value.announcesStack = bytes.announcesStack(line)
      } else if let last = draft.locations.indices.last {
        ValgrindLocation.extend(&draft.locations[last].value, bytes, line)
      }
      // No stack stands behind these.
      draft.endSection()
    } else {
      return nil
    }
    // Whoever allocated the memory, or has it on its stack, was announced as well.
    if bytes.first(UInt8(ascii: "#"), in: line) != nil {
      ValgrindThread.forEach(bytes, line, after: "thread #") { draft.threads.mentioned.append($0) }
    }
    if hasTitle { state = .stack }
    return .taken
  }

  private static let orders: TextStarts = [
    "Observed (incorrect) order", "followed by a later acquisition of lock",
  ]

  private mutating func readOfHelgrind(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: inout ReportDraft
  ) -> Bool {
    func has(_ text: StaticString) -> Bool { bytes.has(text, at: line.lowerBound, end: line.upperBound) }
    if has("Locks held: ") {
      markThreadless(&draft)
      addLocks(bytes, line, &draft)
    } else if has("This conflicts with a previous "), !draft.accesses.isEmpty {
      guard let access = ValgrindAccess.parse(bytes, line) else { return false }
      markThreadless(&draft)
      begin(access, &draft)
      if access.operation == .access {
        begin(Section(kind: .bound, title: "after", thread: access.thread), isSide: false, draft: &draft)
        thread = access.thread
      }
    } else if has("but before") {
      begin(Section(kind: .bound, title: "but before", thread: thread), isSide: false, draft: &draft)
    } else if has("Lock at 0x") {
      beginLock(bytes, line, draft: &draft)
    } else if has("with error code ") {
      message.title += " " + bytes.string(line)
      message.announcesStack = bytes.announcesStack(line)
    } else if Self.orders.begin(bytes, line) {
      beginAcquisition(bytes, line, draft: &draft)
    } else if has("Required order was established") {
      // Who took them in the right order is not printed.
      thread = nil
      beginAcquisition(bytes, line, draft: &draft)
    } else {
      return false
    }
    return true
  }

  /// Marks a title that ends with the address as cut: the versions that print what is below it name a thread, too.
  private mutating func markThreadless(_ draft: inout ReportDraft) {
    guard let line = lineOfThreadless, !draft.accesses.isEmpty else { return }
    lineOfThreadless = nil
    draft.accesses[0].address = nil
    draft.damage.append(.header(line: line))
  }

  /// `Observed (incorrect) order is: acquisition of lock at 0x10C0E0`
  private mutating func beginAcquisition(
    _ bytes: Span<UInt8>, _ line: Range<Int>, draft: inout ReportDraft
  ) {
    var section = Self.section(.acquisition, bytes, line, thread, draft)
    let isSecond = bytes.has("followed by", at: line.lowerBound, end: line.upperBound)
    if draft.depth == .full, let words = bytes.first(" 0x", in: line) {
      section.acquired = Self.token(bytes, at: words + 1, end: line.upperBound)
      if isSecond { section.held = draft.sections.last { $0.value.kind == .acquisition }?.value.acquired }
    }
    begin(section, isSide: true, draft: &draft)
    ending.takePart(isSecond: isSecond, draft)
  }

  private mutating func readOfDRD(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: inout ReportDraft
  ) -> Bool {
    func has(_ text: StaticString) -> Bool { bytes.has(text, at: line.lowerBound, end: line.upperBound) }
    if has("Other segment ") {
      let thread = ValgrindThread.all(bytes, line, after: "thread ").first
      begin(Self.section(.segment, bytes, line, thread, draft), isSide: false, draft: &draft)
      ending.takePart(isSecond: !has("Other segment start"), draft)
    } else if bytes.ends(" was first observed at:", in: line) {
      if has("mutex ") || has("rwlock ") || has("spinlock ") {
        beginLock(bytes, line, draft: &draft)
      } else {
        hold(bytes, line, thread: nil, isSide: false, draft)
      }
    } else if has("Conflicting wait call by thread ") {
      let thread = ValgrindThread.all(bytes, line, after: "thread ").first
      hold(bytes, line, thread: thread, isSide: true, draft)
    } else if has("Lock on "), draft.header.kind == .lockHeldTooLong {
      if draft.depth == .full { draft.header.title = bytes.string(line) }
      hold(bytes, line, thread: nil, isSide: true, draft)
    } else {
      return false
    }
    return true
  }

  private mutating func begin(_ access: ValgrindAccess, _ draft: inout ReportDraft) {
    draft.begin(
      ReportDraft.Access(
        operation: access.operation, isPrevious: access.isPrevious, size: access.size,
        address: access.address, thread: access.thread))
    describesLock = false
    state = .stack
  }

  // MARK: Stacks

  /// Adds a frame to the stack being read; the message before it turns out to have one.
  mutating func add(
    _ frame: ValgrindFrame, of bytes: Span<UInt8>, draft: inout ReportDraft, naming: inout Naming
  ) -> Verdict {
    if state == .message {
      begin(message, isSide: isSide, draft: &draft)
    }
    guard draft.stacks.section != .none else { return .foreign }
    if state == .stack { draft.progress.isProven = true }
    if draft.depth == .full {
      flush(next: frame.address, &draft, &naming)
      hold(frame, of: bytes)
    } else if draft.wantsFrame {
      draft.holdFunction(bytes, frame.function)
      draft.addFrame(frame.place, of: bytes, isPlumbing: ValgrindPlumbing.contains, naming: &naming)
    } else {
      draft.stacks.count(1)
    }
    return .taken
  }

  /// Takes note that no stack stands where one could.
  mutating func addNoStack(_ bytes: Span<UInt8>, _ line: Range<Int>, draft: inout ReportDraft) {
    draft.markNotRestored()
    // Where the thread had not begun, or had ended, the words are all there is to know.
    guard bytes.has("(the ", at: line.lowerBound, end: line.upperBound), draft.stacks.section == .other,
      let last = draft.sections.indices.last
    else { return }
    draft.sections[last].value.title += " " + bytes.string(line)
  }

  /// Hands over the last frame: any line but a frame shows that nothing was inlined into it.
  mutating func endStack(draft: inout ReportDraft, naming: inout Naming) {
    flush(next: nil, &draft, &naming)
  }

  private mutating func hold(_ frame: ValgrindFrame, of bytes: Span<UInt8>) {
    waitingNames.removeAll(keepingCapacity: true)
    func copy(_ range: Range<Int>) -> Range<Int> {
      let start = waitingNames.count
      waitingNames.append(bytes, range)
      return start..<waitingNames.count
    }
    var copied = frame
    copied.function = copy(frame.function)
    copied.file = copy(frame.file)
    copied.module = copy(frame.module)
    waiting = copied
  }

  private mutating func flush(next: UInt64?, _ draft: inout ReportDraft, _ naming: inout Naming) {
    defer { kept = nil }
    guard let last = waiting else { return }
    waiting = nil
    var place = last.place
    // Valgrind gives calls that were inlined the address of the frame they were inlined into.
    place.isInlined = next != nil && next == last.address
    draft.holdFunction(waitingNames.span, last.function)
    draft.addFrame(place, of: waitingNames.span, isPlumbing: ValgrindPlumbing.contains, naming: &naming)
    if next == nil { draft.completeStack(kept, &naming) }
  }

  /// Ends the report and records what is missing. That the second access is missing is no damage: DRD
  /// never prints it, Helgrind not with `--history-level=none`.
  mutating func finish(draft: inout ReportDraft, naming: inout Naming) {
    endStack(draft: &draft, naming: &naming)
    guard draft.threads.announces == nil else { return }
    if state == .message, isSide {
      // The stack is cut off; the thread is still known.
      begin(message, isSide: true, draft: &draft)
      draft.damage.append(.tail)
    }
    if isHalf {
      draft.damage.insert(.head, at: 0)
      draft.damage.append(.accesses(missing: 1))
    }
    for (index, access) in draft.accesses.enumerated()
    where access.operation != .access && draft.stack(of: access).frameCount == 0 {
      draft.damage.append(.stack(access: index))
    }
  }
}
