/// A report while it is being read. A grammar fills it; `Detail` decides what is kept.
struct ReportDraft {
  struct Access {
    var operation: Operation
    var isAtomic = false
    var isPrevious: Bool
    var size: Int?
    var address: HexNumber?
    var thread: ThreadName?
    var frameCount = 0
    var site = SiteID.missing
    var siteIndex: Int?
    var isNotRestored = false
    var stack: Report.Stack = []
  }

  struct Creation {
    var thread: ThreadName
    var state: Thread.State?
    var frameCount = 0
    var isNotRestored = false
    var stack: Report.Stack = []
  }

  /// The stack that frames are added to.
  enum Section: Equatable {
    case none
    case access
    case creation
    case location
  }

  let detail: Detail
  var detector: Detector
  var kind = ReportKind.dataRace
  /// The title as printed, nil when the report's head is lost.
  var title: String?
  /// The physical line of the title (of the first line where it is lost), and of the last line.
  var firstLine: Int
  var lastLine: Int
  /// The physical line of the first header; 0 when there is none.
  var headerLine = 0
  /// Where the first line begins and where the last one ends, in bytes of the source.
  var start: Int
  var end: Int
  /// Whether a bar stood right above the title.
  var hasOpeningBar = false
  var hasClosingBar = false
  /// Whether enough was seen to be sure that this is a report.
  var isProven = false
  var section = Section.none
  var accesses: [Access] = []
  var creations: [Creation] = []
  var locations: [Location] = []
  var notes: [String] = []
  var damage: [Damage] = []
  var during: (package: SymbolTable.ID, test: SymbolTable.ID) = (-1, -1)
  /// The name of the frame whose place comes next, then the place's path behind it.
  private var held: [UInt8] = []

  init(detail: Detail, detector: Detector, firstLine: Int, start: Int, end: Int) {
    self.detail = detail
    self.detector = detector
    self.firstLine = firstLine
    self.lastLine = firstLine
    self.start = start
    self.end = end
  }

  /// Whether the next frame's names are needed; else counting it is enough.
  var wantsFrame: Bool {
    if detail == .full { return true }
    return section == .access && accesses.last?.siteIndex == nil
  }

  /// Keeps a frame's function until its place is read.
  mutating func holdFunction(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    held.removeAll(keepingCapacity: true)
    appendHeld(bytes, range)
  }

  /// Adds the frame whose function was held, with its place.
  ///
  /// - Parameters:
  ///   - file: the path in `bytes`, empty when there is none.
  ///   - line: the line, negative when there is none.
  mutating func addFrame(
    file: Range<Int>, of bytes: Span<UInt8>, line: Int, offset: HexNumber?, isPlumbing: FrameTest,
    naming: inout Naming
  ) {
    defer { countFrames(1) }
    guard wantsFrame else { return }
    let split = held.count
    appendHeld(bytes, file)
    let function = isUnknown(0..<split) ? 0..<0 : 0..<split
    let path = isUnknown(split..<held.count) ? 0..<0 : split..<held.count
    let known = path.isEmpty ? -1 : line
    switch detail {
    case .index: chooseSite(function, path, known, isPlumbing, &naming)
    case .full: keepFrame(function, path, known, offset, isPlumbing, &naming)
    }
  }

  /// A rule for what is plumbing, over the function's and the file's bytes.
  typealias FrameTest = (_ function: Range<Int>, _ file: Range<Int>, _ text: Span<UInt8>) -> Bool

  private mutating func chooseSite(
    _ function: Range<Int>, _ file: Range<Int>, _ line: Int, _ isPlumbing: FrameTest, _ naming: inout Naming
  ) {
    guard var access = accesses.popLast() else { return }
    let held = held
    let text = held.span
    let isFinal = !isPlumbing(function, file, text)
    if isFinal || access.frameCount == 0 {
      let site = SiteTable.Entry(
        function: function.isEmpty ? -1 : naming.symbols.intern(text, function),
        file: file.isEmpty ? -1 : naming.symbols.intern(text, file), line: Int32(clamping: line))
      access.site = naming.sites.intern(site)
    }
    if isFinal { access.siteIndex = access.frameCount }
    accesses.append(access)
  }

  private mutating func keepFrame(
    _ function: Range<Int>, _ file: Range<Int>, _ line: Int, _ offset: HexNumber?, _ isPlumbing: FrameTest,
    _ naming: inout Naming
  ) {
    let held = held
    let text = held.span
    let id = naming.frames.intern(function: function, file: file, of: text, line: line, offset: offset) {
      $0.isPlumbing = isPlumbing(function, file, text)
    }
    switch section {
    case .access:
      let index = accesses.count - 1
      guard index >= 0 else { return }
      if accesses[index].siteIndex == nil, !naming.frames[id].isPlumbing {
        accesses[index].siteIndex = accesses[index].frameCount
      }
      accesses[index].stack.append(id)
    case .creation:
      if !creations.isEmpty { creations[creations.count - 1].stack.append(id) }
    case .location:
      if !locations.isEmpty { locations[locations.count - 1].stack?.append(id) }
    case .none: break
    }
  }

  /// Counts frames of which nothing else is needed.
  mutating func countFrames(_ count: Int) {
    switch section {
    case .access: if !accesses.isEmpty { accesses[accesses.count - 1].frameCount += count }
    case .creation: if !creations.isEmpty { creations[creations.count - 1].frameCount += count }
    case .location, .none: break
    }
  }

  private mutating func appendHeld(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard bytes.first(UInt8(ascii: "&"), in: range) != nil else {
      bytes.withUnsafeBufferPointer { held.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
      return
    }
    var text = bytes.bytes(range)
    TextCleaning.decodeEntities(&text)
    held.append(contentsOf: text)
  }

  /// What detectors print for a function or a file they do not know.
  private func isUnknown(_ range: Range<Int>) -> Bool {
    let text = held.span
    switch range.count {
    case 0: return true
    case 1: return text[range.lowerBound] == UInt8(ascii: "-")
    case 2: return text.has("??", at: range.lowerBound, end: range.upperBound)
    case 3: return text.has("???", at: range.lowerBound, end: range.upperBound)
    default: return false
    }
  }

  /// Keeps a foreign line that stood inside the report.
  mutating func addNote(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard detail == .full, notes.count < 50 else { return }
    var clean: [UInt8] = []
    TextCleaning.clean(bytes, bytes.trimmed(range), into: &clean)
    if clean.count > 1000 { clean.removeSubrange(1000...) }
    notes.append(String(decoding: clean, as: UTF8.self))
  }
}
