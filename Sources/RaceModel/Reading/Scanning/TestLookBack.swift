/// What the lines above a report announce, since the log was last looked at.
struct TestLookBack {
  /// A line that announces something.
  struct Line {
    let announced: TestAnnouncement
    /// The line without the escapes of a terminal, in which the names are; nil if it had none.
    let clean: [UInt8]?
    /// Who has printed it; empty where nothing tells.
    let writer: [UInt8]
  }

  /// The lines outside of blocks: of each writer the last one.
  private(set) var outside: [Line] = []
  /// The block that the log is in, or the end of one.
  private(set) var block: Line?
  /// The last test inside of that block, which is a package's, or the end of one.
  private(set) var inside: Line?
  /// Whether the log is in the block of a package.
  private var isInPackage: Bool
  /// What is behind the report's title, and may be behind each line above it.
  private let suffix: LineSuffix

  /// At most so many writers are kept: those that announced something last.
  private static let most = 64

  /// - Parameters:
  ///   - range: the bytes that were not looked at before.
  ///   - isInPackage: whether they begin in the block of a package.
  ///   - suffix: what is behind the title of the report below them.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>, isInPackage: Bool, suffix: LineSuffix) {
    self.isInPackage = isInPackage
    self.suffix = suffix.beginsWithSign ? suffix : .none
    var from = range.lowerBound
    // Most lines announce nothing: looking for words takes less than looking at lines.
    while from < range.upperBound,
      let line = TestAnnouncement.words.firstLine(in: bytes, from..<range.upperBound)
    {
      from = min(line.upperBound + 1, range.upperBound)
      // With its end: the lines around it may be looked at, too.
      add(bytes, line, line.lowerBound..<from)
    }
  }

  private mutating func add(_ bytes: Span<UInt8>, _ line: Range<Int>, _ withEnd: Range<Int>) {
    var clean: [UInt8]?
    let found: TestAnnouncement?
    if TextCleaning.hasEscape(bytes, line) {
      var text: [UInt8] = []
      TextCleaning.clean(bytes, line, into: &text)
      let end = suffix.start(text.span, 0..<text.count)
      found = TestAnnouncement.find(text.span, 0..<(end ?? text.count))
      clean = text
    } else {
      let end = suffix.start(bytes, line)
      found = TestAnnouncement.find(bytes, end.map { line.lowerBound..<$0 } ?? withEnd)
    }
    guard let found else { return }
    let writer = LineWriter.name(bytes, line).map { bytes.bytes($0) } ?? []
    add(Line(announced: found, clean: clean, writer: writer))
  }

  private mutating func add(_ line: Line) {
    switch line.announced {
    case .block(let test, let package):
      (block, inside) = (line, nil)
      isInPackage = test == nil && package != nil
    case .blockEnd: (block, inside, isInPackage) = (line, nil, false)
    case .test where isInPackage, .end where isInPackage: inside = line
    default:
      (block, inside, isInPackage) = (nil, nil, false)
      addOutside(line)
    }
  }

  private mutating func addOutside(_ line: Line) {
    if case .numbered = line.announced {
      // The number is another one each time.
    } else if line.writer.isEmpty {
      // An announcement without a writer is for all.
      outside.removeAll()
    } else {
      outside.removeAll { $0.writer == line.writer }
    }
    if outside.count == Self.most { outside.removeFirst(Self.most / 2) }
    outside.append(line)
  }
}
