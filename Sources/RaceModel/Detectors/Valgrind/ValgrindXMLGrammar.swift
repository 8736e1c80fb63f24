/// The grammar of the errors that Valgrind writes with `--xml=yes`, of Helgrind and DRD.
///
/// The XML is read as the text it is: Valgrind writes each element on a line of its own, escapes `<`, `>`
/// and `&`, and nothing else writes this format. That way an error is a range of the log's bytes as every
/// other report is, which can be read again alone; a file that was cut off needs no special care; and a
/// file of any size is read in the same memory. An XML parser would give none of the three.
///
/// The states, what leads in and what leads out:
///
/// - `error`: the lines of one error, or of the announcement of a thread. In: `<error>`,
///   `<announcethread>`, `</frame>`. Out: `<frame>` → `frame`; the closing tag, or the next opening one
///   where the closing one is missing → the report has ended.
/// - `frame`: the parts of a frame. In: `<frame>`. Out: `</frame>` → `error`.
struct ValgrindXMLGrammar: ReportGrammar {
  static let detector = Detector.helgrind
  /// In a page, or in an element of other XML, they are escaped: lines are freed of that before they are read.
  static let anchors: [StaticString] = tags + ["&lt;error&gt;", "&lt;announcethread&gt;"]
  static let tags: [StaticString] = ["<error>", "<announcethread>"]

  static let readsEntities = true

  private var isInFrame = false
  /// The element of which the tag was alone on its line: its text is on the next one.
  private var element: StaticString?
  private var isAnnouncement = false
  private var isClosed = false
  private var body = ValgrindBody()
  /// What `<kind>` says; nil when it is an error of another of Valgrind's tools.
  private var kind: (detector: Detector, kind: ReportKind)?
  /// The kind of object that is described, inside `<first_observed_at>`.
  private var observed: String?
  private var isObserving = false
  /// The parts of the frame being read.
  private var function: [UInt8] = []
  private var directory: [UInt8] = []
  private var file: [UInt8] = []
  private var module: [UInt8] = []
  private var line = -1
  private var address: UInt64?

  init() {}

  static var announcesThreads: Bool { true }

  static func opening(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Opening? {
    let text = bytes.trimmed(line)
    let line = text.lowerBound..<titleEnd(bytes, text)
    for tag in tags where bytes.ends(tag, in: line) {
      return .certain(at: start(bytes, line, tag: line.upperBound - tag.utf8CodeUnitCount))
    }
    return nil
  }

  static func header(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? { nil }

  mutating func open(
    _ bytes: Span<UInt8>, prefix: Range<Int>, title: Range<Int>, draft: inout ReportDraft
  ) {
    isAnnouncement = bytes.ends("<announcethread>", in: bytes.trimmed(title))
    draft.progress.isProven = false
  }

  mutating func read(
    _ bytes: Span<UInt8>, _ line: ReportLine, draft: inout ReportDraft, naming: inout Naming
  ) -> Verdict {
    let (text, number) = (Self.withoutMark(bytes, line.text), line.number)
    guard let first = text.first else { return .blank }
    // The names of functions may begin as elements do.
    if let element, !Self.isElement(bytes, text) {
      self.element = nil
      let whole = Self.line(element, bytes, text)
      read(whole.span, 0..<whole.count, number, &draft, &naming)
      return .taken
    }
    guard bytes[first] == UInt8(ascii: "<") else { return .foreign }
    element = Self.elementAlone(bytes, text)
    if element != nil { return .taken }
    if Self.opening(bytes, text) != nil || has("</valgrindoutput>", bytes, text) { return .ended }
    if has("</error>", bytes, text) || has("</announcethread>", bytes, text) {
      isClosed = true
      return .closed
    }
    if isInFrame, has("</frame>", bytes, text) {
      isInFrame = false
      return addFrame(&draft, &naming)
    }
    read(bytes, text, number, &draft, &naming)
    return .taken
  }

  /// Reads an element that is on one line.
  private mutating func read(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ number: Int, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) {
    if isInFrame {
      readPart(bytes, line)
    } else {
      readElement(bytes, line, number, &draft, &naming)
    }
  }

  private func has(_ text: StaticString, _ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    bytes.has(text, at: line.lowerBound, end: line.upperBound)
  }

  /// What stands between `tag` and the next `</`.
  private func content(_ tag: StaticString, _ bytes: Span<UInt8>, _ line: Range<Int>) -> [UInt8]? {
    guard let found = bytes.first(tag, in: line) else { return nil }
    let start = found + tag.utf8CodeUnitCount
    let end = bytes.first("</", in: start..<line.upperBound) ?? line.upperBound
    var text = bytes.bytes(start..<end)
    TextCleaning.decodeEntities(&text)
    return text
  }

  // MARK: Elements

  private mutating func readElement(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ number: Int, _ draft: inout ReportDraft,
    _ naming: inout Naming
  ) {
    if has("<frame>", bytes, line) {
      beginFrame()
      // Valgrind's own tests leave frames out in this way.
      isInFrame = line.count == 7
      return
    }
    body.endStack(draft: &draft, naming: &naming)
    if has("<kind>", bytes, line) {
      let name = line.dropFirst(6)
      let known = ValgrindMessages.kinds.first { known in
        let end = name.lowerBound + known.name.utf8CodeUnitCount
        return has(known.name, bytes, name) && bytes.has("<", at: end, end: name.upperBound)
      }
      kind = known.map { ($0.detector, $0.kind) }
    } else if has("<first_observed_at>", bytes, line) {
      isObserving = true
    } else if has("</first_observed_at>", bytes, line) {
      isObserving = false
    } else if isAnnouncement, let id = content("<hthreadid>", bytes, line) {
      body.announce(ValgrindThread.parse(id.span, at: 0, end: id.count), draft: &draft)
    } else if isObserving, let what = content("<what>", bytes, line) {
      observed = String(decoding: what, as: UTF8.self)
    } else if isObserving, let address = content("<address>", bytes, line) {
      let text = "\(observed ?? "object") \(String(decoding: address, as: UTF8.self)) was first observed at:"
      read(Array(text.utf8), number, &draft)
    } else if has("<other_segment_start>", bytes, line) {
      body.begin(Section(kind: .segment, title: "Other segment start"), isSide: false, draft: &draft)
    } else if has("<other_segment_end>", bytes, line) {
      body.begin(Section(kind: .segment, title: "Other segment end"), isSide: false, draft: &draft)
    } else if has("<acquired_at>", bytes, line) {
      let section = Section(kind: .acquisition, title: "Acquired at:", announcesStack: true)
      body.begin(section, isSide: true, draft: &draft)
    } else if let text = content("<text>", bytes, line) ?? content("what>", bytes, line) {
      read(text, number, &draft)
    }
  }

  /// Reads a message: the first one is the title.
  private mutating func read(_ text: [UInt8], _ number: Int, _ draft: inout ReportDraft) {
    guard let kind, !text.isEmpty else { return }
    let line = ReportLine(text: 0..<text.count, number: number)
    guard !body.hasTitle else {
      _ = body.read(text.span, line.text, draft: &draft)
      return
    }
    var title =
      ValgrindTitle.parse(text.span, line.text) ?? ValgrindTitle(detector: kind.detector, kind: kind.kind)
    title.detector = kind.detector
    body.open(title, text.span, line, draft: &draft)
    draft.threads.isUnderHeading = false
    draft.progress.isProven = true
  }

  // MARK: Frames

  private mutating func beginFrame() {
    function = []
    directory = []
    file = []
    module = []
    line = -1
    address = nil
  }

  private mutating func readPart(_ bytes: Span<UInt8>, _ line: Range<Int>) {
    func part(_ tag: StaticString) -> [UInt8]? { has(tag, bytes, line) ? content(tag, bytes, line) : nil }
    if let text = part("<fn>") {
      function = text
    } else if let text = part("<file>") {
      file = text
    } else if let text = part("<line>") {
      self.line = text.span.decimal(at: 0, end: text.count)?.value ?? -1
    } else if let text = part("<dir>") {
      directory = text
    } else if let text = part("<obj>") {
      module = text
    } else if let text = part("<ip>") {
      address = text.span.hexadecimal(at: 0, end: text.count)?.value.value
    }
  }

  private mutating func addFrame(_ draft: inout ReportDraft, _ naming: inout Naming) -> Verdict {
    var text = function
    var frame = ValgrindFrame(address: address, function: 0..<text.count)
    if !file.isEmpty {
      if !directory.isEmpty { text += directory + [UInt8(ascii: "/")] }
      text += file
      frame.file = frame.function.upperBound..<text.count
      frame.line = line
    }
    let start = text.count
    text += module
    frame.module = start..<text.count
    return body.add(frame, of: text.span, draft: &draft, naming: &naming)
  }

  mutating func readBatch(
    _ bytes: Span<UInt8>, _ batch: inout LineBatch, draft: inout ReportDraft, naming: inout Naming
  ) {
    var wantsFrame = draft.wantsFrame
    var stack: StackCapture?
    while batch.end < batch.limit, let lineEnd = bytes.first(0x0A, in: batch.end..<batch.limit) {
      let line = bytes.trimmed(batch.end..<lineEnd)
      if !isInFrame {
        if let begun = stack, has("</stack>", bytes, line) {
          begun.keep(bytes, to: batch, lastMayChange: true, draft, &naming)
          stack = nil
        } else if has("<frame>", bytes, line) {
          if stack == nil, body.isAtStackStart, draft.stacks.awaitFirstFrame {
            if let known = draft.addKnownStack(bytes, in: batch.rest, &naming) {
              wantsFrame = draft.wantsFrame
              batch.pass(known, &draft)
              continue
            }
            stack = StackCapture(at: batch)
          }
          stack?.addFrame(at: batch)
        }
      }
      // Of a frame that only has to be counted the parts are passed over. A stack begins with its first
      // frame: until then it is not known which frames are wanted.
      if !isInFrame || wantsFrame || !body.isInStack || !Self.isPart(bytes, line) {
        guard !Self.isBoundary(bytes, line) else { break }
        let whole = ReportLine(text: line, number: batch.number)
        guard read(bytes, whole, draft: &draft, naming: &naming) == .taken else { break }
        wantsFrame = draft.wantsFrame
      }
      draft.extent.lastLine = batch.number
      batch.end = lineEnd + 1
      batch.lines += 1
    }
    batch.taken = batch.end
  }

  /// Whether the line can only be a part of a frame.
  @inline(__always)
  private static func isPart(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count > 6, bytes[line.lowerBound] == UInt8(ascii: "<") else { return false }
    switch bytes[line.lowerBound + 1] {
    case UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "f"), UInt8(ascii: "d"), UInt8(ascii: "l"):
      return true
    default: return false
    }
  }

  /// Whether an element of the file begins or ends here.
  private static func isBoundary(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count > 6, bytes[line.lowerBound] == UInt8(ascii: "<") else { return true }
    let name = bytes[line.lowerBound + 1] == UInt8(ascii: "/") ? line.lowerBound + 2 : line.lowerBound + 1
    return bytes.has("error>", at: name, end: line.upperBound)
      || bytes.has("announcethread>", at: name, end: line.upperBound)
      || bytes.has("valgrindoutput>", at: name, end: line.upperBound)
  }

  mutating func finish(draft: inout ReportDraft, naming: inout Naming) {
    body.finish(draft: &draft, naming: &naming)
    guard !isClosed, draft.threads.announces == nil, !draft.damage.contains(.tail) else { return }
    draft.damage.append(.tail)
  }
}
