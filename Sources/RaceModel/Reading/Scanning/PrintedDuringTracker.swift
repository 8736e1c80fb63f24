/// Keeps the test that a log announced last.
///
/// `go test -json` names package and test on each record. The text of `go test -v` announces a test by
/// `=== RUN`, `=== CONT` or `=== NAME`, the results of JUnit by an element; these are looked for backwards from a
/// report's title.
struct PrintedDuringTracker {
  /// The test that text announced last.
  private(set) var test = TestNames.inherited
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

  /// Takes note of a line that is no report's: it may announce a test.
  mutating func note(_ bytes: Span<UInt8>, _ line: Range<Int>, symbols: inout SymbolTable) {
    if let announced = Self.announcement(bytes, line) { set(announced, in: bytes, &symbols) }
  }

  /// What an announcement says.
  private enum Announced {
    /// A test begins.
    case test(Range<Int>)
    /// The same; its name is an attribute of XML.
    case attribute(Range<Int>)
    /// A test or a package ended.
    case end
  }

  private mutating func set(_ announced: Announced, in bytes: Span<UInt8>, _ symbols: inout SymbolTable) {
    switch announced {
    case .test(let name): test = symbols.intern(bytes, name)
    case .attribute(let name):
      var text = bytes.bytes(name)
      TextCleaning.decodeEntities(&text)
      test = symbols.intern(text.span, 0..<text.count)
    case .end: test = -1
    }
  }

  private func last(_ bytes: Span<UInt8>, to end: Int, base: Int) -> Announced? {
    let floor = max(0, searched - base, end - ScanLimits.memory)
    var lineEnd = end
    while lineEnd > floor {
      let start = bytes.last(0x0A, in: floor..<lineEnd - 1).map { $0 + 1 } ?? floor
      if let announced = Self.announcement(bytes, start..<lineEnd) { return announced }
      lineEnd = start
    }
    return nil
  }

  /// What a line announces.
  private static func announcement(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Announced? {
    if let found = bytes.first("=== ", in: line) {
      for word: StaticString in ["RUN ", "CONT ", "NAME "]
      where bytes.has(word, at: found + 4, end: line.upperBound) {
        let rest = bytes.trimmed(found + 4 + word.utf8CodeUnitCount..<line.upperBound)
        var end = rest.lowerBound
        while end < rest.upperBound, bytes[end] > 0x20 { end += 1 }
        return end > rest.lowerBound ? .test(rest.lowerBound..<end) : nil
      }
    }
    for word: StaticString in ["--- PASS: ", "--- FAIL: ", "--- SKIP: "]
    where bytes.first(word, in: line) != nil {
      return .end
    }
    return bytes.first("testcase", in: line).flatMap { element(bytes, $0..<line.upperBound) }
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
