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
  static let examples: [GrammarExample] = []
  static let detector = Detector.helgrind
  static let anchors: [StaticString] = [
    "----------------------------------------", "Possible data race during ", "Conflicting ",
    " errors in context ", "== Thread ", ": mutex 0x", ": cond 0x", ": condition variable 0x",
    ": semaphore 0x", ": barrier 0x", ": rwlock 0x", " is not a mutex", "Acquired at:", "<valgrind/drd.h>",
    // `ERROR SUMMARY: `, by letters that other anchors share.
    "MMAR", "Process terminating with ",
  ]

  private enum State { case report, heading, repetition }

  private var state = State.report
  private var body = ValgrindBody()
  private var isAfterBlank = false
  /// What stands before each line, where that is always the same.
  private var prefix: [UInt8] = []

  init() {}

  static var runsWithPrefix: Bool { true }
  static var announcesThreads: Bool { true }

  static func opening(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Opening? {
    let prefix = ValgrindPrefix.end(bytes, line)
    let text = bytes.trimmed((prefix ?? line.lowerBound)..<line.upperBound)
    guard let first = text.first, prefix == nil || prefix == first else { return nil }
    if ValgrindLine.isSeparator(bytes, text) || ValgrindLine.isRepetition(bytes, text) {
      return .certain(at: first)
    }
    if prefix != nil, ValgrindThread.heading(bytes, text) != nil { return .certain(at: first) }
    return ValgrindTitle.parse(bytes, text) == nil ? nil : .certain(at: first)
  }

  static func note(_ bytes: Span<UInt8>, _ line: Range<Int>) -> NoteOpening? {
    guard let text = ValgrindPrefix.end(bytes, line) else { return nil }
    func has(_ words: StaticString) -> Bool { bytes.has(words, at: text, end: line.upperBound) }
    if has("ERROR SUMMARY: ") { return NoteOpening(at: text) }
    return has("Process terminating with ") ? NoteOpening(at: text, isFatal: true) : nil
  }

  static func header(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? { nil }

  static func seams(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [Int] { [] }

  mutating func open(
    _ bytes: Span<UInt8>, prefix: Range<Int>, title: Range<Int>, draft: inout ReportDraft
  ) {
    draft.pid = ValgrindPrefix.pid(bytes, prefix)
    self.prefix = bytes.trimmed(prefix).isEmpty ? [] : bytes.bytes(prefix)
    // Most openings can still lead to nothing.
    draft.isProven = false
    if ValgrindLine.isSeparator(bytes, title) { return }
    if ValgrindLine.isRepetition(bytes, title) {
      state = .repetition
    } else if let thread = ValgrindThread.heading(bytes, title) {
      state = .heading
      draft.heads = thread
      draft.isProven = true
    } else if let found = ValgrindTitle.parse(bytes, title) {
      body.open(found, bytes, title, number: draft.firstLine, draft: &draft)
    }
  }

  mutating func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, number: Int, draft: inout ReportDraft, naming: inout Naming
  ) -> Verdict {
    let line = bytes.trimmed(range)
    let kind = ValgrindLine.classify(bytes, line)
    if case .blank = kind {
      isAfterBlank = true
      return .blank
    }
    defer { isAfterBlank = false }
    switch state {
    case .heading: return .ended
    case .repetition: return readRepetition(kind)
    case .report: return read(kind, bytes, line, number, &draft, &naming)
    }
  }

  private func readRepetition(_ kind: ValgrindLine) -> Verdict {
    switch kind {
    case .repetition, .epilogue: .ended
    default: .taken
    }
  }

  private mutating func read(
    _ kind: ValgrindLine, _ bytes: Span<UInt8>, _ line: Range<Int>, _ number: Int,
    _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Verdict {
    switch kind {
    case .blank: return .blank
    case .separator, .repetition, .epilogue: return .ended
    case .frame(let frame):
      if isAfterBlank, draft.detector == .drd { return .ended }
      return body.add(frame, of: bytes, draft: &draft, naming: &naming)
    case .brokenFrame:
      draft.damage.append(.frame(line: number))
      return .taken
    case .noStack:
      body.addNoStack(bytes, line, draft: &draft)
      return .taken
    case .elision:
      if draft.announces == nil, !draft.damage.contains(where: \.isElision) {
        draft.damage.append(.elided(line: number))
      }
      return .taken
    case .text:
      body.endStack(draft: &draft, naming: &naming)
      if !body.hasTitle { return readFirst(bytes, line, number, &draft) }
      let verdict = body.read(bytes, line, draft: &draft)
      // A report of DRD has no empty lines inside.
      let isApart = isAfterBlank && draft.detector == .drd && verdict == .foreign
      return isApart ? .ended : verdict
    }
  }

  /// Reads a line between the dashes and the title.
  private mutating func readFirst(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ number: Int, _ draft: inout ReportDraft
  ) -> Verdict {
    func has(_ text: StaticString) -> Bool { bytes.has(text, at: line.lowerBound, end: line.upperBound) }
    if draft.announces != nil { return .foreign }
    if ValgrindThread.isNumbered(bytes, line) {
      if bytes.ends(" was created", in: line) {
        let thread = ValgrindThread.parse(bytes, at: line.lowerBound + 7, end: line.upperBound)
        body.announce(thread, draft: &draft)
        return .taken
      }
      // Nothing is to be known of the root thread but that it is the first.
      if bytes.ends("root thread", in: line) { return .taken }
    }
    if has("Lock at 0x") {
      body.beginLock(bytes, line, draft: &draft)
      return .taken
    }
    if !draft.locks.isEmpty, ValgrindLocation.begins(bytes, line) || ValgrindLocation.continues(bytes, line) {
      return body.read(bytes, line, draft: &draft)
    }
    if let title = ValgrindTitle.parse(bytes, line), title.detector == .helgrind {
      body.open(title, bytes, line, number: number, draft: &draft)
      return .taken
    }
    // A message that is not known; the stack behind it must prove it.
    guard draft.pid != nil else { return .ended }
    let title = ValgrindTitle(detector: .helgrind, kind: .other)
    body.open(title, bytes, line, number: number, draft: &draft)
    return .taken
  }

  mutating func readRun(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, number: Int, draft: inout ReportDraft,
    naming: inout Naming
  ) -> LineRun {
    var run = LineRun(end: start, lines: 0, taken: start)
    // Most frames only have to be counted.
    var counted = 0
    var canCount = self.canCount(draft)
    var stack: StackLines?
    while run.end < end, let lineEnd = bytes.first(0x0A, in: run.end..<end) {
      guard let text = textStart(bytes, run.end..<lineEnd) else { break }
      var verdict = Verdict.taken
      if let begun = stack, !Self.isFrame(bytes, text..<lineEnd) {
        begun.keep(bytes, draft, &naming)
        stack = nil
      } else if stack == nil, awaitsFirstFrame(draft), Self.isFrame(bytes, text..<lineEnd) {
        if let known = naming.stacks.find(bytes, from: run.end, to: end) {
          draft.add(known)
          run.end += known.resume
          run.taken = run.end
          run.lines += known.lines
          draft.lastLine = number + run.lines - 1
          continue
        }
        stack = StackLines(start: run.end)
      }
      stack?.add(run.end..<lineEnd + 1)
      if text == lineEnd || (text + 1 == lineEnd && bytes[text] <= 0x20) {
        verdict = .blank
        isAfterBlank = true
        canCount = false
      } else if canCount, Self.isFrame(bytes, text..<lineEnd) {
        counted += 1
      } else {
        draft.countFrames(counted)
        counted = 0
        let wasAfterBlank = isAfterBlank
        verdict = read(bytes, text..<lineEnd, number: number + run.lines, draft: &draft, naming: &naming)
        guard verdict == .taken || verdict == .blank else {
          // The line may be another report's: it is read once more, with all that may wrap it.
          isAfterBlank = wasAfterBlank
          break
        }
        canCount = self.canCount(draft)
      }
      run.end = lineEnd + 1
      if verdict == .taken {
        run.taken = run.end
        draft.lastLine = number + run.lines
      }
      run.lines += 1
    }
    stack?.keep(bytes, draft, &naming)
    draft.countFrames(counted)
    return run
  }

  /// Lines of frames, one after the other, from a stack's first one on.
  private struct StackLines {
    let start: Int
    var last = 0..<0
    var count = 0

    init(start: Int) { self.start = start }

    mutating func add(_ line: Range<Int>) {
      last = line
      count += 1
    }

    /// Keeps the stack for others like it. The next line may tell that its last frame was inlined: that frame
    /// is read anew each time.
    func keep(_ bytes: Span<UInt8>, _ draft: ReportDraft, _ naming: inout Naming) {
      draft.keepStack(
        bytes, start..<last.upperBound, resume: last.lowerBound, lines: count - 1, of: count - 1, &naming)
    }
  }

  /// Whether the next frame is the first of a stack that is read whole.
  private func awaitsFirstFrame(_ draft: ReportDraft) -> Bool {
    state == .report && body.isAtStackStart && !isAfterBlank && draft.awaitsFirstFrame
  }

  /// Whether the frames that follow only have to be counted.
  private func canCount(_ draft: ReportDraft) -> Bool {
    state == .report && body.isInStack && !isAfterBlank && draft.isProven && draft.section != .none
      && !draft.wantsFrame
  }

  /// Where a line's text begins behind the prefix; nil when it has another prefix, or none.
  @inline(__always)
  private func textStart(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard !prefix.isEmpty else { return line.lowerBound }
    guard line.count >= prefix.count else { return nil }
    for index in prefix.indices where bytes[line.lowerBound + index] != prefix[index] { return nil }
    return line.lowerBound + prefix.count
  }

  /// Whether the line is a frame as Valgrind prints it: three blanks, `at` or `by`, the address.
  @inline(__always)
  private static func isFrame(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count > 12, bytes[line.lowerBound] == 0x20, bytes[line.lowerBound + 2] == 0x20,
      ValgrindFrame.begins(bytes, line.lowerBound + 3..<line.upperBound)
    else { return false }
    var index = line.lowerBound + 8
    while index < line.upperBound, hexDigit(bytes[index]) != nil { index += 1 }
    return index + 2 < line.upperBound && bytes[index] == UInt8(ascii: ":")
  }

  mutating func finish(draft: inout ReportDraft, naming: inout Naming) {
    if state == .report { body.finish(draft: &draft, naming: &naming) }
  }
}

extension Damage {
  fileprivate var isElision: Bool {
    if case .elided = self { return true }
    return false
  }
}
