/// Keeps the test that a log announced last.
///
/// `go test -json` names package and test on each record. The text of `go test -v` announces a test by
/// `=== RUN`, `=== CONT` or `=== NAME`, the results of JUnit by an element; these are looked for backwards from a
/// report's title.
struct PrintedDuringTracker {
  /// The test that text announced last.
  private(set) var test = TestIDs.inherited
  /// The package of that test, where text names it; -1 where it does not.
  private(set) var package: SymbolTable.ID = -1
  /// Up to where the log has been searched, in bytes of the log.
  private var searched = 0

  init() {}

  /// Takes note that the log up to `end` was a report: announcements do not stand in it.
  mutating func pass(to end: Int) { searched = max(searched, end) }

  /// Looks backwards from `end` for the last announcement since the last search.
  mutating func lookBack(_ bytes: Span<UInt8>, to end: Int, base: Int, symbols: inout SymbolTable) {
    if let last = last(bytes, to: end, base: base) { set(last, in: bytes, &symbols) }
    searched = base + end
  }

  /// Takes note of a test that a message names beside what it has printed.
  mutating func set(test: SymbolTable.ID) { (self.test, package) = (test, -1) }

  /// Takes note of a line that is no report's: it may announce a test.
  mutating func take(_ bytes: Span<UInt8>, _ line: Range<Int>, symbols: inout SymbolTable) {
    if let announced = Self.announcement(bytes, line) { set(announced, in: bytes, &symbols) }
  }

  /// What an announcement says.
  private enum Announced {
    /// A test begins.
    case test(Range<Int>)
    /// What a test of a package has printed follows.
    case output(Range<Int>, package: Range<Int>)
    /// The same; its name is an attribute of XML.
    case attribute(Range<Int>)
    /// What a package has printed outside of its tests, or in a benchmark, follows.
    case package(Range<Int>)
    /// A test or a package ended.
    case end
  }

  private mutating func set(_ announced: Announced, in bytes: Span<UInt8>, _ symbols: inout SymbolTable) {
    package = -1
    switch announced {
    case .test(let name):
      var text: [UInt8] = []
      if name.upperBound + 1 < bytes.count, Self.isEscapedEnd(bytes, name.upperBound, bytes.count) {
        JSONText.unescape(bytes, name, into: &text)
        test = symbols.intern(text.span, 0..<text.count)
      } else {
        test = symbols.intern(bytes, name)
      }
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
    case .end: test = -1
    }
  }

  private func last(_ bytes: Span<UInt8>, to end: Int, base: Int) -> Announced? {
    let floor = max(0, searched - base, end - ScanLimits.memory)
    // Most logs are of no test: looking for words takes less than looking at lines.
    guard floor < end, Self.words.first(in: bytes, floor..<end) != nil else { return nil }
    var lineEnd = end
    while lineEnd > floor {
      let start = bytes.last(0x0A, in: floor..<lineEnd - 1).map { $0 + 1 } ?? floor
      if let announced = Self.announcement(bytes, start..<lineEnd) { return announced }
      lineEnd = start
    }
    return nil
  }

  /// Strings of which every line that announces something holds one.
  private static let words = AnchorSearch([
    "=== ", "=3D=3D=3D ", "--- PASS: ", "--- FAIL: ", "--- SKIP: ", "testcase", "pkg: ", "FAIL\t", "FAIL  ",
    "ok  \t", "ok   ",
  ])

  /// What a line announces.
  private static func announcement(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Announced? {
    if let text = markEnd(bytes, line) {
      for word: StaticString in ["RUN ", "CONT ", "NAME "]
      where bytes.has(word, at: text, end: line.upperBound) {
        let rest = bytes.trimmed(text + word.utf8CodeUnitCount..<line.upperBound)
        var end = rest.lowerBound
        while end < rest.upperBound, bytes[end] > 0x20, !isEscapedEnd(bytes, end, rest.upperBound) {
          end += 1
        }
        return end > rest.lowerBound ? .test(rest.lowerBound..<end) : nil
      }
      if let output = output(bytes, text..<line.upperBound) { return output }
    }
    for word: StaticString in ["--- PASS: ", "--- FAIL: ", "--- SKIP: "]
    where bytes.first(word, in: line) != nil {
      return .end
    }
    if let package = benchmarked(bytes, line) { return .package(package) }
    if RunnerVerdict.find(bytes, line) != nil { return .end }
    return bytes.first("testcase", in: line).flatMap { element(bytes, $0..<line.upperBound) }
  }

  /// Where the text behind `=== ` begins, which may be in the encoding of mails; nil when a line holds none.
  private static func markEnd(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    if let found = bytes.first("=== ", in: line) { return found + 4 }
    return bytes.first("=3D=3D=3D ", in: line).map { $0 + 10 }
  }

  /// Whether the line's end is escaped at a place: the line is the text of a record. No test's name holds one.
  private static func isEscapedEnd(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    bytes.has("\\n", at: index, end: end) || bytes.has("\\r", at: index, end: end)
  }

  /// The test in `=== FAIL: PACKAGE TEST (0.01s)`, by which gotestsum heads what a failed test has printed.
  private static func output(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Announced? {
    for word: StaticString in ["FAIL: ", "SKIP: "]
    where bytes.has(word, at: line.lowerBound, end: line.upperBound) {
      let start = line.lowerBound + word.utf8CodeUnitCount
      guard let blank = bytes.first(0x20, in: start..<line.upperBound) else { return nil }
      let rest = bytes.trimmed(blank..<line.upperBound)
      // Of a package that failed outside of its tests only the time follows.
      if blank > start, isTime(bytes, rest) { return .package(start..<blank) }
      var end = blank + 1
      while end < line.upperBound, bytes[end] > 0x20 { end += 1 }
      return end > blank + 1 ? .output(blank + 1..<end, package: start..<blank) : nil
    }
    return nil
  }

  /// Whether a text is a time, or begins with one: `(0.01s)`.
  private static func isTime(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard bytes.has("(", at: text.lowerBound, end: text.upperBound),
      let close = bytes.first("s)", in: text)
    else { return false }
    return RunnerVerdict.isTime(bytes, text.lowerBound + 1..<close + 1)
  }

  /// The package in `pkg: PACKAGE`, one of the lines that are printed before the first benchmark: `goos: linux`,
  /// `goarch: amd64`, `pkg: example.com/shop`, `cpu: ...`.
  private static func benchmarked(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    guard let at = bytes.first("pkg: ", in: line), at == line.lowerBound || bytes[at - 1] <= 0x20 else {
      return nil
    }
    let package = bytes.trimmed(at + 5..<line.upperBound)
    guard !package.isEmpty, package.allSatisfy({ bytes[$0] > 0x20 }) else { return nil }
    let below = line.upperBound..<(bytes.first(0x0A, in: line.upperBound..<bytes.count) ?? bytes.count)
    let aboveEnd = max(0, line.lowerBound - 1)
    let above = (bytes.last(0x0A, in: max(0, aboveEnd - 200)..<aboveEnd) ?? max(0, aboveEnd - 200))..<aboveEnd
    let isBenchmark =
      bytes.first("goarch: ", in: above) ?? bytes.first("cpu: ", in: below)
      ?? bytes.first("Benchmark", in: below)
    return isBenchmark == nil ? nil : package
  }

  /// What the last `<testcase name="...">` or `</testcase>` of a line says.
  private static func element(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Announced? {
    guard let last = bytes.last("testcase", in: line) else { return nil }
    if last > 0, bytes[last - 1] == UInt8(ascii: "/") { return .end }
    guard let tagEnd = bytes.first(UInt8(ascii: ">"), in: last..<line.upperBound),
      let name = bytes.first(" name=\"", in: last..<tagEnd),
      let end = bytes.first(UInt8(ascii: "\""), in: name + 7..<tagEnd)
    else { return nil }
    if bytes[tagEnd - 1] == UInt8(ascii: "/") { return .end }
    return end > name + 7 ? .attribute(name + 7..<end) : nil
  }
}
