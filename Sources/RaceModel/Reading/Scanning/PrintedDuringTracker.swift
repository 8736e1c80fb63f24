/// Keeps the test and the job that a log announced last.
///
/// `go test -json` names package and test on each record. The text of `go test -v` announces a test by
/// `=== RUN`, `=== CONT` or `=== NAME`, the results of JUnit by an element, other runners as `TestAnnouncement` says;
/// these are looked for backwards from a report's title.
struct PrintedDuringTracker {
  /// The test that text announced last.
  private(set) var test = TestIDs.inherited
  /// The package of that test, where text names it; -1 where it does not.
  private var package: SymbolTable.ID = -1
  /// The number before a colon that each line of that test begins with; empty if its lines have none.
  private var number: [UInt8] = []
  /// The tests of several writers.
  private var writers = TestWriters()
  /// What applies again after the block that the log is in; nil outside of one.
  private var around: TestIDs?
  /// The job, which is announced anywhere above a report.
  var jobs = JobTracker()
  /// The test and its package.
  private var current: TestIDs { TestIDs(package: package, test: test) }
  /// Whether the log is known to be in a block at a place, in bytes of the log: too far below what was searched, its end
  /// may have been passed.
  func isInBlock(at place: Int) -> Bool { around != nil && place - searched <= ScanLimits.memory }
  /// The test that applies outside of blocks.
  var outerTest: SymbolTable.ID { around?.test ?? test }
  /// Up to where the log has been searched, in bytes of the log.
  private var searched = 0

  init() {}

  /// Takes note that the log up to `end` was a report: announcements do not stand in it.
  mutating func pass(to end: Int) { searched = max(searched, end) }

  /// Looks backwards from `end` for the last announcement since the last search.
  ///
  /// - Parameter suffix: what is behind the title of the report that begins there.
  mutating func lookBack(
    _ bytes: Span<UInt8>, to end: Int, base: Int, suffix: LineSuffix, symbols: inout SymbolTable
  ) {
    let floor = max(0, searched - base, end - ScanLimits.memory)
    if base + floor > searched { endBlock() }
    if floor < end {
      let found = TestLookBack(
        bytes, floor..<end, isInPackage: around != nil && package >= 0, suffix: suffix)
      for line in found.outside { take(line, bytes, &symbols) }
      if let block = found.block { take(block, bytes, &symbols) }
      if let inside = found.inside { take(inside, bytes, &symbols, isInside: true) }
    }
    searched = base + end
  }

  /// The test and the job that printed a line, as far as text above it tells, and the line's prefix.
  func during(_ bytes: Span<UInt8>, _ line: Range<Int>, symbols: inout SymbolTable) -> TestIDs {
    var during =
      writers.during(bytes, line)
      ?? (isNumbered(bytes, line) ? current : writers.own(bytes, line) ?? TestIDs.none)
    during.job = job(bytes, line, symbols: &symbols)
    return during
  }

  /// The job that printed a line, or a part of one: its own prefix knows best.
  func job(_ bytes: Span<UInt8>, _ line: Range<Int>, symbols: inout SymbolTable) -> SymbolTable.ID {
    JobLine.inPrefix(bytes, line).map { symbols.intern(bytes, $0) } ?? jobs.job
  }

  /// Whether a line begins as those of the test do: its number may stand behind a prefix.
  private func isNumbered(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard !number.isEmpty else { return true }
    var from = line.lowerBound
    while let colon = bytes.first(": ", in: from..<line.upperBound) {
      let start = colon - number.count
      if start >= line.lowerBound, start == line.lowerBound || bytes[start - 1] <= 0x20,
        bytes.has(number, at: start, end: colon)
      {
        return true
      }
      from = colon + 1
    }
    return false
  }

  /// Takes note of a test that a message names beside what it has printed.
  mutating func set(test: SymbolTable.ID) {
    (self.test, package, number, around) = (test, -1, [], nil)
    writers.forget()
  }

  /// Takes note of a line that is no report's: it may announce a test.
  mutating func take(_ bytes: Span<UInt8>, _ line: Range<Int>, symbols: inout SymbolTable) {
    guard let announced = TestAnnouncement.find(bytes, line) else { return }
    set(announced, in: bytes, &symbols)
    writers.forget()
  }

  /// Takes note of a line above a report.
  ///
  /// - Parameter isInside: whether a test of the package announces it in whose block it is.
  private mutating func take(
    _ line: TestLookBack.Line, _ bytes: Span<UInt8>, _ symbols: inout SymbolTable, isInside: Bool = false
  ) {
    let block = around
    let owner = package
    if let clean = line.clean {
      set(line.announced, in: clean.span, &symbols)
    } else {
      set(line.announced, in: bytes, &symbols)
    }
    if isInside { (around, package) = (block, owner) }
    if case .blockEnd = line.announced { return }
    if around != nil {
      // What is in it was not printed by several at once.
    } else if !number.isEmpty {
      writers.add(unwritten: number, current)
    } else if line.writer.isEmpty {
      writers.forget()
    } else {
      writers.add(line.writer, current)
    }
  }

  private mutating func set(
    _ announced: TestAnnouncement, in bytes: Span<UInt8>, _ symbols: inout SymbolTable
  ) {
    switch announced {
    case .blockEnd: return endBlock()
    case .block: around = around ?? current
    default: around = nil
    }
    (package, number) = (-1, [])
    switch announced {
    case .test(let name): test = Self.test(name, in: bytes, &symbols)
    case .output(let name, let owner):
      test = symbols.intern(bytes, name)
      package = symbols.intern(bytes, owner)
    case .package(let owner):
      test = -1
      package = symbols.intern(bytes, owner)
    case .attribute(let name):
      var text = bytes.bytes(name)
      TextCleaning.decodeEntities(&text)
      test = symbols.intern(text.span, 0..<text.count)
    case .numbered(let name, let number):
      test = symbols.intern(bytes, name)
      self.number = bytes.bytes(number)
    case .block(let name, let owner):
      test = name.map { symbols.intern(bytes, $0) } ?? -1
      package = owner.map { symbols.intern(bytes, $0) } ?? -1
    case .end, .blockEnd: test = -1
    }
  }

  /// After a block what was announced before it applies again.
  private mutating func endBlock() {
    guard let around else { return }
    (package, test) = (around.package, around.test)
    self.around = nil
  }

  private static func test(
    _ name: Range<Int>, in bytes: Span<UInt8>, _ symbols: inout SymbolTable
  ) -> SymbolTable.ID {
    guard name.upperBound + 1 < bytes.count,
      TestAnnouncement.isEscapedEnd(bytes, name.upperBound, bytes.count)
    else { return symbols.intern(bytes, name) }
    return Unwrapper.intern(bytes, name, in: &symbols)
  }
}
