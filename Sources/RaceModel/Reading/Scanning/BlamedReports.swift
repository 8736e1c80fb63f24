/// A test that a runner blamed: its name, and that of the test at its top.
struct BlamedTest: Equatable {
  var test: SymbolTable.ID
  var top: SymbolTable.ID

  init(_ bytes: Span<UInt8>, _ name: Range<Int>, isWhole: Bool, _ symbols: inout SymbolTable) {
    let part = TestResult.top(bytes, name)
    top = symbols.intern(bytes, part)
    // A benchmark's name goes on with the number of processors.
    let hasSubtest = part.upperBound < name.upperBound && bytes[part.upperBound] == UInt8(ascii: "/")
    test = isWhole && hasSubtest ? symbols.intern(bytes, TestResult.withoutProcessors(bytes, name)) : top
  }
}

/// The reports of a stream that a test was blamed for last. Another test that is blamed with no report in between
/// makes the first one's name doubtful.
struct BlamedReports: Equatable {
  /// Where they begin, but those that are of other lines than the blame, or of another package.
  var reports: [Int]
  /// Where they end.
  var ends: [Int]
  /// What stands before each of their lines.
  var prefix: LinePrefix
  /// The test; nil as long as it is not known.
  var test: BlamedTest?

  /// Takes those that a line can be about.
  init(_ all: [UnclaimedReports.EndedReport], _ bytes: Span<UInt8>, _ line: Range<Int>) {
    let own = all.filter { report in
      guard case .content(let start) = report.prefix.match(bytes, line) else { return false }
      let text = bytes.trimmed(start..<line.upperBound)
      let message = TestResult.namedTest(bytes, text).map { $0.upperBound + 2 } ?? text.lowerBound
      return GoBlame.hasPosition(bytes, at: message, end: text.upperBound)
    }
    reports = own.map(\.start)
    ends = own.map(\.end)
    prefix = own.last?.prefix ?? .none
  }

  /// The reports.
  var ended: [UnclaimedReports.EndedReport] {
    zip(reports, ends).map { UnclaimedReports.EndedReport(start: $0, end: $1, prefix: prefix) }
  }

  /// Gives up those that end at a position or before it.
  ///
  /// - Returns: where they begin.
  @discardableResult
  mutating func drop(upTo position: Int) -> [Int] {
    let dropped = reports.indices.filter { ends[$0] <= position }.map { reports[$0] }
    let kept = reports.indices.filter { ends[$0] > position }
    (reports, ends) = (kept.map { reports[$0] }, kept.map { ends[$0] })
    return dropped
  }

  /// The name in a line that says that a test has failed; nil when the line is not of the reports' log.
  func failedTest(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    guard case .content(let start) = prefix.match(bytes, line),
      let (at, name) = TestResult.failedTest(bytes, line)
    else { return nil }
    let text = bytes.trimmed(start..<line.upperBound)
    // A benchmark's result stands behind its name.
    let isFirst = at == text.lowerBound || bytes.has("Benchmark", at: text.lowerBound, end: text.upperBound)
    return isFirst ? name : nil
  }
}
