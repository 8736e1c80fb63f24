/// The grammar of what Helgrind and DRD print as text. The two share the prefix, the stacks and the way
/// memory is described; their messages are tables.
///
/// Helgrind draws a line of dashes before each report and before the announcement of a thread; that line
/// opens a draft, and what follows tells what it becomes. DRD's reports begin with their messages and end
/// with an empty line.
///
/// The states, what leads in and what leads out:
///
/// - `report`: the lines of one report, see `ValgrindBody`. In: dashes, a title. Out: dashes, the next
///   title, what only stands behind all reports; for DRD an empty line with anything behind it that does
///   not go on with the report.
/// - `heading`: DRD's `Thread 3:`, which says who the next reports are about. In: the line. Out: the next
///   line that is not empty.
/// - `repetition`: a report that `-s` prints once more. In: `3 errors in context 1 of 5:`. Out: the next
///   such line, or the summary.
struct ValgrindGrammar: ReportGrammar {
  static let detector = Detector.helgrind
  static let anchors: [StaticString] = [
    "----------------------------------------", "Possible data race during ", "Conflicting ",
    "This conflicts with a previous ",
    " errors in context ", "== Thread ", ": cond 0x", ": condition variable 0x",
    // The address behind these may be on the next line.
    ": mutex", ": semaphore", ": barrier", ": rwlock", " is not a mutex", "Acquired at:", "valgrind/drd.h",
    "== Not a ", "wrong type of synchronization object", "missing happens-before annotation",
    "Invalid VG_USERREQ__", "(): invalid thread ID",
    // `ERROR SUMMARY: `, by letters that other anchors share.
    "MMAR", "Process terminating with ",
    // What reports without dashes, and without Valgrind's prefix, begin with.
    "Thread #", "Lock at 0x",
    // As pages, mails and Markdown write them.
    "race\u{A0}during\u{A0}", "race&nbsp;during&nbsp;", "Conflicting\u{A0}", "Conflicting&nbsp;",
    "Con\u{FB02}icting ",
    "Thread\u{A0}#",
    "Thread&nbsp;#", "Thread \\#", "Thread [#", "Thread <a ",
    // What Valgrind says when it fails itself.
    " Assertion '", "the 'impossible' happened", "VALGRIND INTERNAL ERROR: ",
  ]

  enum State { case report, heading, repetition }

  private(set) var state = State.report
  var body = ValgrindBody()
  var isAfterBlank = false
  /// Lines above that say that somebody left lines out, as long as the report has not gone on.
  var elided = ElidedLines()
  /// Whether a line behind the one that has opened the report was read.
  var hasBegun = false
  /// Whether the block announces a thread, so that no title is its own.
  private(set) var isAnnouncement = false
  /// What stands before each line, where that is always the same.
  private(set) var prefix: [UInt8] = []
  /// Whether the first line had not Valgrind's prefix, which others may have.
  private(set) var isPrefixLost = false
  /// Whether the title is behind other text, so that the next line has to show it to be one.
  private var isAnnounced = false
  var placeless = PlacelessFrames()
  /// Warnings of Valgrind since the last line of the report.
  var warnings = ForeignLines()

  init() {}

  static var readsPrefixedBatches: Bool { true }

  mutating func dropPrefix() { if !prefix.isEmpty { prefix = [] } }
  static var announcesThreads: Bool { true }

  static func opening(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Opening? {
    let prefix = ValgrindPrefix.end(bytes, line)
    let text = bytes.trimmed((prefix ?? line.lowerBound)..<line.upperBound)
    guard let first = text.first else { return nil }
    guard prefix == nil || prefix == first else {
      // Helgrind indents a lock by a blank more.
      if let prefix, prefix + 1 == first, beginsBlock(bytes, text) { return .certain(at: prefix) }
      return header(bytes, line).map { .header(at: $0) }
    }
    if ValgrindLine.isSeparator(bytes, text) || ValgrindLine.isRepetition(bytes, text) {
      return .certain(at: first)
    }
    if prefix != nil, ValgrindThread.heading(bytes, text) != nil { return .certain(at: first) }
    if beginsBlock(bytes, text) || secondAccess(bytes, text) != nil { return .certain(at: first) }
    if let title = ValgrindTitle.parse(bytes, text) {
      // Programs have lines like Helgrind's least particular messages.
      let isOfProgram = prefix == nil && title.detector == .helgrind && title.kind == .other
      return isOfProgram ? nil : .certain(at: first)
    }
    guard prefix == nil else { return header(bytes, line).map { .header(at: $0) } }
    if let rest = ValgrindPrefix.damagedEnd(bytes, text),
      ValgrindTitle.parse(bytes, rest..<text.upperBound) != nil
    {
      return .certain(at: first)
    }
    if let title = titleBehindText(bytes, text) { return .title(at: title) }
    return header(bytes, line).map { .header(at: $0) }
  }

  /// Whether a line is the first one behind dashes that somebody left out: the announcement of a thread, or of a lock.
  static func beginsBlock(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    if ValgrindThread.isNumbered(bytes, text) { return bytes.ends(" was created", in: text) }
    return bytes.has("Lock at 0x", at: text.lowerBound, end: text.upperBound)
      && bytes.ends(" was first observed", in: text)
  }

  /// The second access of a race, by which the half of a report is told that has lost its title.
  static func secondAccess(_ bytes: Span<UInt8>, _ text: Range<Int>) -> ValgrindAccess? {
    guard let access = ValgrindAccess.parse(bytes, text), access.isPrevious, access.operation != .access,
      access.thread != nil, access.size != nil
    else { return nil }
    return access
  }

  /// Where the dashes begin that fill a line behind Valgrind's prefix; nil when the line is none of these.
  static func separator(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard line.count > 68, bytes.has("==", at: line.lowerBound, end: line.upperBound),
      let text = ValgrindPrefix.end(bytes, line), ValgrindLine.isSeparator(bytes, text..<line.upperBound)
    else { return nil }
    return text
  }

  static func note(_ bytes: Span<UInt8>, _ line: Range<Int>) -> NoteOpening? {
    if let failure = failure(bytes, line) { return NoteOpening(at: failure, isFatal: true) }
    guard let text = ValgrindPrefix.end(bytes, line) else { return nil }
    func has(_ words: StaticString) -> Bool { bytes.has(words, at: text, end: line.upperBound) }
    if has("ERROR SUMMARY: ") { return NoteOpening(at: text) }
    return has("Process terminating with ") ? NoteOpening(at: text, isFatal: true) : nil
  }

  /// Where it begins that the detector itself failed: `drd: FILE:LINE (FUNCTION): Assertion '...' failed.`,
  /// `valgrind: the 'impossible' happened:`, `--7-- VALGRIND INTERNAL ERROR: ...` (`m_libcassert.c`,
  /// `m_signals.c` of Valgrind).
  private static func failure(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    if let found = bytes.first("VALGRIND INTERNAL ERROR: ", in: line) { return found }
    guard
      let words = bytes.first(" Assertion '", in: line) ?? bytes.first("the 'impossible' happened", in: line)
    else { return nil }
    for tool: StaticString in ["valgrind: ", "helgrind: ", "drd: "] {
      if let found = bytes.first(tool, in: line.lowerBound..<words),
        found == line.lowerBound || bytes[found - 1] <= 0x20
      {
        return found
      }
    }
    return nil
  }

  static func titleEnd(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Int {
    if ValgrindLine.isSeparator(bytes, title) { return title.lowerBound + ValgrindLine.separatorLength }
    return ValgrindAccess.end(bytes, title) ?? ValgrindTitle.end(bytes, title) ?? title.upperBound
  }

  mutating func open(
    _ bytes: Span<UInt8>, prefix: Range<Int>, title: Range<Int>, draft: inout ReportDraft
  ) {
    draft.header.pid = ValgrindPrefix.pid(bytes, prefix)
    // What is left of Valgrind's prefix goes with the title: no other line has it.
    let title = bytes.trimmed(
      (ValgrindPrefix.damagedEnd(bytes, title) ?? title.lowerBound)..<title.upperBound)
    let own = bytes.trimmed(prefix)
    isPrefixLost = ValgrindPrefix.end(bytes, own) == nil
    self.prefix = own.isEmpty ? [] : bytes.bytes(prefix)
    // Most openings can still lead to nothing.
    draft.progress.isProven = false
    if ValgrindLine.isSeparator(bytes, title) { return }
    if ValgrindLine.isRepetition(bytes, title) {
      state = .repetition
    } else if let thread = ValgrindThread.heading(bytes, title) {
      state = .heading
      draft.threads.heads = thread
      draft.progress.isProven = true
    } else if let half = Self.secondAccess(bytes, title) {
      body.openHalf(half, number: draft.extent.firstLine, draft: &draft)
    } else if Self.beginsBlock(bytes, title) {
      _ = readFirst(bytes, ReportLine(text: title, number: draft.extent.firstLine), &draft)
    } else if let found = ValgrindTitle.parse(bytes, title) {
      body.open(
        found, bytes, ReportLine(text: title, number: draft.extent.firstLine), draft: &draft)
    }
    guard isPrefixLost, !own.isEmpty, draft.progress.isProven else { return }
    isAnnounced = true
    draft.progress.isProven = false
  }

  mutating func read(
    _ bytes: Span<UInt8>, _ line: ReportLine, draft: inout ReportDraft, naming: inout Naming
  ) -> Verdict {
    var line = line
    hasBegun = true
    if isAnnounced {
      isAnnounced = false
      draft.progress.isProven = true
    }
    if isPrefixLost {
      guard let text = withoutPrefix(bytes, line.text, &draft) else { return .foreign }
      line.text = text
    }
    let kind = ValgrindLine.classify(bytes, line.text)
    if case .blank = kind {
      isAfterBlank = true
      return .blank
    }
    defer { isAfterBlank = false }
    switch state {
    case .heading: return .ended
    case .repetition: return readRepetition(kind)
    case .report:
      let verdict = read(kind, bytes, line, &draft, &naming)
      if verdict == .taken {
        elided.pass(to: &draft)
        warnings.pass(to: &draft)
      }
      return verdict
    }
  }

  /// The line without a prefix that the report's first line has lost; nil when it is of another process.
  private func withoutPrefix(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ draft: inout ReportDraft
  ) -> Range<Int>? {
    guard let end = Self.ownPrefixEnd(bytes, line) else { return line }
    let pid = ValgrindPrefix.pid(bytes, line.lowerBound..<end)
    guard draft.header.pid == nil || draft.header.pid == pid else { return nil }
    draft.header.pid = pid
    return bytes.trimmed(min(end, line.upperBound)..<line.upperBound)
  }

  /// Where the prefix ends that a line has as its first word; nil when it has none.
  static func ownPrefixEnd(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard bytes.has("==", at: line.lowerBound, end: line.upperBound),
      let end = ValgrindPrefix.end(bytes, line),
      bytes.first(0x20, in: line).map({ end <= $0 + 1 }) ?? true
    else { return nil }
    return end
  }

  private func readRepetition(_ kind: ValgrindLine) -> Verdict {
    switch kind {
    case .repetition, .epilogue: .ended
    default: .taken
    }
  }

  private mutating func read(
    _ kind: ValgrindLine, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    switch kind {
    case .blank: return .blank
    case .separator, .repetition, .epilogue: return .ended
    case .frame(let frame):
      if isAfterBlank, draft.header.detector == .drd { return .ended }
      if body.isInStack, body.isWaiting || !draft.stacks.awaitFirstFrame,
        ValgrindFrame.beginsStack(bytes, line.text)
      {
        // Its message was lost: it belongs to nothing.
        body.endStack(draft: &draft, naming: &naming)
        draft.endSection()
        return .foreign
      }
      return add(frame, bytes, line, &draft, &naming)
    case .brokenFrame:
      draft.damage.append(.frame(line: line.number))
      return .taken
    case .noStack:
      body.addNoStack(bytes, line.text, draft: &draft)
      return .taken
    case .elision: return readElision(line, &draft)
    case .text:
      if let (frame, text) = markedFrame(bytes, line.text) {
        return read(.frame(frame), bytes, line.part(text), &draft, &naming)
      }
      if draft.header.pid != nil, keepWarning(bytes, line.text, draft) { return .foreign }
      // The stack of such a line is of nothing that the report is about.
      if draft.header.pid != nil, Self.isWarning(bytes, line.text) { return .ended }
      body.endStack(draft: &draft, naming: &naming)
      if !body.hasTitle { return readFirst(bytes, line, &draft) }
      // The dashes may be lost between the announcement of a thread and a lock of the next report.
      if isAnnouncement, Self.beginsBlock(bytes, line.text) { return .ended }
      if takesCreation(bytes, line.text, &draft) { return .taken }
      let verdict = body.read(bytes, line.text, draft: &draft)
      // A report of DRD has no empty lines inside.
      let isApart = isAfterBlank && draft.header.detector == .drd && verdict == .foreign
      if isApart { return .ended }
      if verdict == .taken { markCutAccess(bytes, line, &draft) }
      guard verdict == .foreign, isCutMessage(bytes, line, &draft) else { return verdict }
      return .taken
    }
  }

  /// Reads a line between the dashes and the title.
  private mutating func readFirst(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft
  ) -> Verdict {
    let text = line.text
    func has(_ words: StaticString) -> Bool { bytes.has(words, at: text.lowerBound, end: text.upperBound) }
    if draft.threads.announces != nil {
      // The dashes between an announcement and the report may be lost.
      return ValgrindTitle.parse(bytes, text) != nil || Self.beginsBlock(bytes, text) ? .ended : .foreign
    }
    if ValgrindThread.isNumbered(bytes, text) {
      if bytes.ends(" was created", in: text) {
        let thread = ValgrindThread.parse(bytes, at: text.lowerBound + 7, end: text.upperBound)
        body.announce(thread, draft: &draft)
        isAnnouncement = draft.threads.announces != nil
        return .taken
      }
      // Nothing is to be known of the root thread but that it is the first.
      if bytes.ends("root thread", in: text) { return .taken }
    }
    if has("Lock at 0x") {
      body.beginLock(bytes, text, draft: &draft)
      return .taken
    }
    if !draft.locks.isEmpty, ValgrindLocation.begins(bytes, text) || ValgrindLocation.continues(bytes, text) {
      return body.read(bytes, text, draft: &draft)
    }
    if let title = ValgrindTitle.parse(bytes, text), title.detector == .helgrind {
      body.open(title, bytes, line, draft: &draft)
      return .taken
    }
    // A message that is not known; the stack behind it must prove it. What only stands below a title is of a report
    // whose title has lost its prefix, or is not there.
    guard draft.header.pid != nil, !ValgrindMessages.isBelowTitle(bytes, text) else { return .ended }
    let title = ValgrindTitle(detector: .helgrind, kind: .other)
    body.open(title, bytes, line, draft: &draft)
    return .taken
  }

  mutating func finish(draft: inout ReportDraft, naming: inout Naming) {
    guard state == .report else { return }
    if draft.threads.announces == nil { placeless.addDamage(to: &draft) }
    body.finish(draft: &draft, naming: &naming)
    // Other damage may be all that is missing.
    guard draft.threads.announces == nil, draft.damage.isEmpty, body.ending.isCut(draft) else { return }
    draft.damage.append(.tail)
  }
}
