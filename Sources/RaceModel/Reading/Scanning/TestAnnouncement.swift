/// What a line of a test runner announces about the lines below it. Ranges are names, in the bytes of the line.
enum TestAnnouncement {
  /// A test begins.
  case test(Range<Int>)
  /// What a test of a package has printed follows.
  case output(Range<Int>, package: Range<Int>)
  /// The same; its name is an attribute of XML.
  case attribute(Range<Int>)
  /// What a package has printed outside of its tests, or in a benchmark, follows.
  case package(Range<Int>)
  /// A test begins whose lines begin with its number and a colon.
  case numbered(Range<Int>, number: Range<Int>)
  /// What one test of a suite has printed follows, or one package, up to a rule or a bar.
  case block(test: Range<Int>?, package: Range<Int>?)
  /// A rule or a bar, which ends a block where there is one.
  case blockEnd
  /// A test or a package ended.
  case end

  /// Strings of which every line that announces something holds one.
  static let words = AnchorSearch([
    "=== ", "===\u{A0}", "===</", "=3D=3D=3D ", "--- PASS: ", "--- FAIL: ", "--- SKIP: ", "testcase", "pkg: ",
    "FAIL\t", "FAIL  ", "ok  \t", "ok   ",
    // Of other runners.
    "[ RUN ", "[       OK ", "[  FAILED ", "[  SKIPPED ", "est Case '", "est case '", " Start ", "***Failed",
    "***Exception", "***Timeout", "   Passed ", "STDERR: ", "STDOUT: ", "FAIL [ ", "PASS [ ",
    "FAIL\u{1B}[0m [ ", "PASS\u{1B}[0m [ ",
    "Test output for ",
    longBar, "-------------------------",
  ])

  private static let longBar: StaticString = "========================="

  /// What a line announces; nil for nothing.
  static func find(_ bytes: Span<UInt8>, _ line: Range<Int>) -> TestAnnouncement? {
    // Most of these lines are bars around reports, which no more than end a block.
    if bytes.ends(longBar, in: bytes.trimmed(line)) { return endOfBlock(bytes, bytes.trimmed(line)) }
    if let text = markEnd(bytes, line) {
      for word: StaticString in ["RUN", "CONT", "NAME"]
      where bytes.has(word, at: text, end: line.upperBound) {
        let blank = text + word.utf8CodeUnitCount
        let start = endOfBlanks(bytes, blank..<line.upperBound)
        guard start > blank else { break }
        let name = name(bytes, start..<line.upperBound, in: line)
        return name.isEmpty ? nil : .test(name)
      }
      if let output = output(bytes, text..<line.upperBound) { return output }
    }
    for word: StaticString in ["--- PASS: ", "--- FAIL: ", "--- SKIP: "]
    where bytes.first(word, in: line) != nil {
      return .end
    }
    if let package = benchmarked(bytes, line) { return .package(package) }
    if RunnerVerdict.find(bytes, line) != nil { return .end }
    if let announced = ofOtherRunner(bytes, line) { return announced }
    return element(bytes, line)
  }

  /// The name of a test behind its mark, without what a page or a string has behind it: `TestCart/add</span>`,
  /// `TestCart/add",`.
  static func name(_ bytes: Span<UInt8>, _ text: Range<Int>, in line: Range<Int>) -> Range<Int> {
    if let name = TestName.function(bytes, text) { return name }
    var end = text.lowerBound
    while end < text.upperBound, bytes[end] > 0x20, !isEscapedEnd(bytes, end, text.upperBound),
      !bytes.has("\u{A0}", at: end, end: text.upperBound),
      bytes[end] != UInt8(ascii: "<") || !TestName.isTag(bytes, at: end, end: text.upperBound)
    {
      end += 1
    }
    if TestName.goesOn(bytes, end..<text.upperBound) { return text.prefix(0) }
    if bytes.ends("^M", in: text.lowerBound..<end) { end -= 2 }
    let name = text.lowerBound..<end
    let literal = LiteralEnd.removed(from: bytes, name)
    // Names may hold quotes: a string's end has its beginning before the mark.
    guard literal.upperBound < end, let quote = bytes.first(bytes[literal.upperBound], in: line),
      quote < text.lowerBound
    else { return name }
    return literal
  }

  /// Where the text behind `=== ` begins, which may be in the encoding of mails; nil when a line holds none.
  private static func markEnd(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    if let found = bytes.first("=== ", in: line) { return found + 4 }
    if let found = bytes.first("===\u{A0}", in: line) { return found + 5 }
    // A highlighter takes it for an operator.
    if let found = bytes.first("===</", in: line) { return endOfBlanks(bytes, found + 3..<line.upperBound) }
    return bytes.first("=3D=3D=3D ", in: line).map { $0 + 10 }
  }

  /// Where the blanks end that a text begins with, those among them that do not break, and tags.
  private static func endOfBlanks(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int {
    var index = text.lowerBound
    while index < text.upperBound {
      if bytes[index] <= 0x20 {
        index += 1
      } else if bytes.has("\u{A0}", at: index, end: text.upperBound) {
        index += 2
      } else if let end = MarkupText.endOfTag(bytes, index..<text.upperBound) {
        index = end
      } else {
        break
      }
    }
    return index
  }

  /// Whether the line's end is escaped at a place: the line is the text of a record. No test's name holds one.
  static func isEscapedEnd(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    bytes.has("\\n", at: index, end: end) || bytes.has("\\r", at: index, end: end)
  }

  /// The test in `=== FAIL: PACKAGE TEST (0.01s)`, by which gotestsum heads what a failed test has printed.
  private static func output(_ bytes: Span<UInt8>, _ line: Range<Int>) -> TestAnnouncement? {
    for word: StaticString in ["FAIL: ", "SKIP: "]
    where bytes.has(word, at: line.lowerBound, end: line.upperBound) {
      let start = line.lowerBound + word.utf8CodeUnitCount
      guard let blank = bytes.first(0x20, in: start..<line.upperBound) else { return nil }
      let rest = bytes.trimmed(blank..<line.upperBound)
      // Of a package that failed outside of its tests only the time follows.
      if blank > start, isTime(bytes, rest) { return .package(start..<blank) }
      let name = blank + 1..<bytes.wordEnd(in: blank + 1..<line.upperBound)
      return name.isEmpty ? nil : .output(name, package: start..<blank)
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
  private static func element(_ bytes: Span<UInt8>, _ line: Range<Int>) -> TestAnnouncement? {
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
