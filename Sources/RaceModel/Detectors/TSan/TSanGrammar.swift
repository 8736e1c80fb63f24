/// The grammar of ThreadSanitizer's reports, all runtimes of Clang, GCC, Swift, Rust and OCaml.
///
/// The states, what leads in and what leads out:
///
/// - `start`: after the title. In: the title. Out: a section's header → `stack` or `between`; in
///   reports that have their stack right under the title, a frame → `stack`.
/// - `stack`: expecting frames. In: a header after which frames come. Out: another header → `stack` or
///   `between`; where frames have a format of the user's own, a blank line → `between`; the summary →
///   `summed`; the bar → the report is closed.
/// - `between`: expecting a header. In: a header without frames. Out: as `stack`; frames are foreign.
/// - `headed`: after a summary that may head the report. In: a summary where no title is. Out: an access right below
///   it → `stack`; anything else → it headed nothing.
/// - `interrupted`: below a bar, or what stands between reports only, that is right below a frame. In: from `stack`. Out:
///   the next frame → `stack`; anything else → the report has ended.
/// - `summed`: after the summary. In: the summary. Out: the bar → the report is closed; anything else
///   → the report has ended.
///
/// From every state: a title, or what only stands between reports, and forty foreign lines in a row
/// end the report.
struct TSanGrammar: SectionedGrammar {
  static let detector = Detector.tsan
  static let anchors: [StaticString] = [
    "WARNING: T", "Previous ", "Read ", "Write ", "Atomic ", "Modifying ", "Mutex M",
    "readSanitizer", "ssSanitizer: ", "rySanitizer: ", "akSanitizer: ",
  ]

  enum State { case start, headed, stack, interrupted, between, summed }

  var state = State.start
  /// The stack being read.
  var current = TSanStack()
  private(set) var foreign = ForeignLines()
  /// Whether the summary stands above the report.
  var isHeaded = false
  /// The line of the summary, when the report has one.
  var summaryLine = 0
  /// Whether an access header was cut in two before its thread.
  var awaitsThread = false
  /// Whether an access header was cut in two inside its locks.
  var awaitsLocks = false
  /// Whether the line of the last access ends with its address.
  var endsInAddress = false
  /// Threads whose creation is not printed.
  var pooled: [ThreadName] = []
  var placeless = PlacelessFrames()
  /// Lines above that say that somebody left lines out, as long as the report has not gone on.
  var elided = ElidedLines()
  /// Whether the title's line ends in the number of the process.
  var isTitleCut = false
  /// The last one of the lines that say that lines were left out.
  var elidedLine: Int?

  init() {}

  static func titleEnd(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Int { TSanTitle.end(bytes, title) }

  mutating func open(
    _ bytes: Span<UInt8>, prefix: Range<Int>, title: Range<Int>, draft: inout ReportDraft
  ) {
    let parsed = TSanTitle.parse(bytes, title)
    // A title that was wrapped before its words has them on the next line.
    if !parsed.text.isEmpty {
      draft.header.title = bytes.decoded(parsed.text)
      draft.header.kind = TSanTitle.kind(bytes, parsed.text)
    }
    draft.header.pid = parsed.pid
    let behind = parsed.text.upperBound..<max(parsed.text.upperBound, title.upperBound)
    isTitleCut = parsed.pid != nil && bytes.first(UInt8(ascii: ")"), in: behind) == nil
    if !parsed.junk.isEmpty { draft.addNote(bytes, parsed.junk) }
  }

  // MARK: Lines

  mutating func read(
    _ bytes: Span<UInt8>, _ line: ReportLine, draft: inout ReportDraft, naming: inout Naming
  ) -> Verdict {
    let verdict = take(TSanLine.classify(bytes, line.text), bytes, line, &draft, &naming)
    switch verdict {
    case .taken, .closed:
      foreign.pass(to: &draft)
      elided.pass(to: &draft)
    case .foreign:
      foreign.add(bytes, line.text, draft.depth)
      if foreign.count >= 40 { return .ended }
    case .blank, .ended, .endedAbove: break
    }
    return verdict
  }

  /// Whether a header that follows is read as it is: nothing foreign is above it.
  var mayReadHeader: Bool {
    guard foreign.count == 0, elided.isEmpty, current.format != .free else { return false }
    return state == .stack || state == .between || state == .summed
  }

  /// Reads a line, whatever is above it.
  mutating func take(
    _ kind: TSanLine, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    if let verdict = readBesideSummary(kind, line.number, &draft) { return verdict }
    if state == .interrupted, let verdict = readBelowInterruption(kind, &draft) { return verdict }
    return read(kind, bytes, line, &draft, &naming)
  }

  /// What a line beside a summary means; nil when it is read as any other.
  private mutating func readBesideSummary(
    _ kind: TSanLine, _ number: Int, _ draft: inout ReportDraft
  ) -> Verdict? {
    switch (state, kind) {
    case (.summed, .bar), (.summed, .blank): return nil
    case (.summed, .access):
      guard draft.header.title == nil, number == summaryLine + 1 else { return .ended }
      (state, draft.header.summary) = (.between, nil)
      return .endedAbove
    case (.summed, _): return .ended
    case (.headed, .access): return nil
    case (.headed, _): return .ended
    // The second summary is the next report's.
    case (_, .summary): return isHeaded ? .ended : nil
    default: return nil
    }
  }

  private mutating func read(
    _ kind: TSanLine, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    switch kind {
    case .blank:
      if current.format == .free, current.frameCount > 0 { state = .between }
      current.isBelowBlank = true
      return .blank
    case .title(let at): return at == line.text.lowerBound ? .ended : .foreign
    case .epilogue: return interrupt() ? .foreign : .ended
    case .bar(let junk):
      guard draft.progress.isProven else { return .ended }
      if !junk.isEmpty { draft.addNote(bytes, junk) }
      draft.progress.hasClosingBar = true
      return junk.isEmpty && interrupt(barLength: line.text.count) ? .taken : .closed
    case .frame(let frame, let text): return readFrame(frame, bytes, line.part(text), &draft, &naming)
    case .notRestored:
      guard state == .stack else { return .foreign }
      draft.markNotRestored()
      if draft.header.title != nil { draft.progress.isProven = true }
      return .taken
    case .remark(let kind):
      draft.addNote(bytes, line.text, kind: kind)
      return .taken
    case .elision: return readElision(bytes, line, &draft, &naming)
    case .other: return readOther(bytes, line, &draft, &naming)
    default: return readHeader(kind, bytes, line, &draft, &naming)
    }
  }

  // MARK: Frames

  /// Reads a frame.
  ///
  /// - Parameters:
  ///   - number: the frame's own.
  ///   - line: the rest of the line after the number.
  private mutating func readFrame(
    _ number: Int, _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) -> Verdict {
    if state == .start, draft.header.kind.hasStackUnderTitle { beginStackUnderTitle(&draft) }
    if current.format == .free, state == .between, current.frameCount > 0 { state = .stack }
    guard state == .stack else { return .foreign }
    if TSanElision.isInPlaceOfFrame(bytes, line.text) {
      return readElidedFrames(line.number, &draft, &naming)
    }
    if isOfOther(number, bytes, line.text) { return .foreign }
    if number == 0, current.frameCount > 0, current.format == .numbered,
      current.isBelowBlank || foreign.count > 0
    {
      // A stack that begins anew is a crash's, or its header was lost: it belongs to nothing.
      endStack(&draft, &naming)
      draft.endSection()
      state = .between
      return .foreign
    }
    if current.format == .free { dropStack(&draft) }
    current.format = .numbered
    if number > current.frameCount { readGap(line.number, &draft, &naming) }
    let frame = numberedFrame(bytes, line, &draft)
    add(frame, of: bytes, &draft, &naming)
    return .taken
  }

  /// Takes note that frames are missing before the next one, which is not the caller of the last one.
  private mutating func readGap(_ line: Int, _ draft: inout ReportDraft, _ naming: inout Naming) {
    endStack(&draft, &naming)
    // The line above may have said so.
    if elidedLine != line - 1 { draft.addElision(line: line) }
  }

  /// A line of no known shape: a frame in the user's own format when it stands where the first frame
  /// should, or after such a frame.
  private mutating func readOther(
    _ bytes: Span<UInt8>, _ line: ReportLine, _ draft: inout ReportDraft, _ naming: inout Naming
  ) -> Verdict {
    if readRestOfLocks(bytes, line.text, &draft) { return .taken }
    if foreign.count == 0, state == .stack, current.format == .numbered, current.frameCount > 0,
      TSanFrame.isModule(bytes, line.text)
    {
      // The end of the frame above.
      setModule(bytes, line.text)
      return .taken
    }
    if let (number, text) = bareFrame(bytes, line.text) {
      (current.format, current.isBare) = (.numbered, true)
      return readFrame(number, bytes, line.part(text), &draft, &naming)
    }
    guard foreign.count == 0, current.format != .numbered,
      let frame = TSanFrame.parseFree(bytes, line.text, mayBeName: !current.isBelowBlank)
    else { return .foreign }
    if current.format == .unknown {
      if state == .start, draft.header.kind.hasStackUnderTitle { beginStackUnderTitle(&draft) }
      if state == .stack, !awaitsThread { current.format = .free }
    }
    // The detector keeps no stack of more frames.
    guard current.format == .free, state == .stack, current.frameCount < 256 else { return .foreign }
    if current.frameCount == 0 { current.freeLines = ForeignLines() }
    current.freeLines.add(bytes, line.text, draft.depth)
    if frame.isElided { draft.damage.append(.frame(line: line.number)) }
    add(frame, of: bytes, &draft, &naming)
    return .taken
  }

  /// A frame without the `#` before its number, which people take out because programs make a comment or a link of it. It
  /// has the next number, and a place.
  private func bareFrame(_ bytes: Span<UInt8>, _ line: Range<Int>) -> (number: Int, text: Range<Int>)? {
    guard let first = line.first, bytes[first] &- 0x30 < 10, current.isBare || current.format == .unknown,
      state == .stack || state == .start,
      let (number, end) = bytes.decimal(at: first, end: line.upperBound), end < line.upperBound,
      bytes[end] <= 0x20,
      number == current.frameCount || (current.isBare && number > current.frameCount && number < 256),
      case let text = bytes.trimmed(end..<line.upperBound),
      TSanFrame.hasPlace(bytes, text)
        || Annotation.range(bytes, behind: text, where: { TSanFrame.hasPlace(bytes, $0) }) != nil
    else { return nil }
    return (number, text)
  }

  private mutating func beginStackUnderTitle(_ draft: inout ReportDraft) {
    draft.begin(Section(kind: .subject, title: draft.header.title ?? ""), isSide: true)
    (state, current.frameCount) = (.stack, 0)
  }

  /// What was taken for frames of the user's own format was foreign.
  private mutating func dropStack(_ draft: inout ReportDraft) {
    if current.frameCount > 0 { current.freeLines.pass(to: &draft) }
    current.pending = nil
    current.frameCount = 0
    draft.stacks.withLast { stack in
      (stack.frameCount, stack.frames, stack.site, stack.siteIndex) = (0, [], .missing, nil)
    }
  }

  mutating func add(
    _ frame: TSanFrame, of bytes: Span<UInt8>, _ draft: inout ReportDraft, _ naming: inout Naming
  ) {
    draft.progress.isProven = true
    if current.frameCount == 0 { current.hasCounters = frame.counter != nil }
    current.frameCount += 1
    current.isBelowBlank = false
    guard draft.wantsFrame else {
      draft.stacks.count(1)
      return
    }
    guard draft.depth == .full else {
      draft.holdFunction(bytes, frame.function)
      draft.addFrame(frame.place(), of: bytes, isPlumbing: TSanPlumbing.contains, naming: &naming)
      return
    }
    addPending(&draft, &naming, isInlined: current.pending?.isInlined(into: frame, of: bytes) ?? false)
    current.kept = nil
    current.pending = TSanPendingFrame(frame, of: bytes)
  }

  /// Gives the last frame the module that was wrapped behind it.
  private mutating func setModule(_ bytes: Span<UInt8>, _ line: Range<Int>) {
    guard let last = current.pending, last.frame.moduleOffset == nil, last.frame.module.isEmpty else {
      return
    }
    var frame = last.frame
    var text = last.text
    let module = TSanFrame.parse(bytes, line)
    let start = text.count
    text += bytes.bytes(module.module)
    (frame.module, frame.moduleOffset) = (start..<text.count, module.moduleOffset)
    current.pending = TSanPendingFrame(frame, of: text.span)
    current.kept = nil
  }

  /// Ends a stack: nothing was left for its last frame to be inlined into.
  mutating func endStack(_ draft: inout ReportDraft, _ naming: inout Naming) {
    defer { current.kept = nil }
    guard current.pending != nil else { return }
    addPending(&draft, &naming, isInlined: false)
    draft.completeStack(current.kept, &naming)
  }

  /// Adds the frame that waits.
  private mutating func addPending(
    _ draft: inout ReportDraft, _ naming: inout Naming, isInlined: Bool
  ) {
    guard let last = current.pending else { return }
    current.pending = nil
    let text = last.text
    draft.holdFunction(text.span, last.frame.function)
    draft.addFrame(
      last.frame.place(isInlined: isInlined), of: text.span, isPlumbing: TSanPlumbing.contains,
      naming: &naming)
  }
}
