/// What a test runner has said, the last line of each kind, as far as a log was looked through for it.
struct RunnerLines {
  /// Bytes of the log that were looked through.
  private var scanned = 0
  /// The last line that ended a package's tests, by its bytes in the log.
  private var packageEnd: Range<Int>?
  /// Where the last `=== RUN ` begins, which only `go test -v` prints.
  private var run: Int?

  /// Strings of which each of these lines holds one.
  private static let words = AnchorSearch(["FAIL", "PASS", "ok  ", "=== RUN "])

  /// Looks through some bytes. What was looked through before is not again: in a log of little but blames each has the
  /// text of many others above it.
  ///
  /// - Parameter base: where `bytes` begin in the log.
  mutating func look(_ bytes: Span<UInt8>, in range: Range<Int>, base: Int) {
    if scanned > base + range.upperBound { self = RunnerLines() }
    var from = max(range.lowerBound, scanned - base)
    scanned = base + range.upperBound
    // Few lines have one of these words: looking for words takes less than looking at lines.
    while let line = Self.words.firstLine(in: bytes, from..<range.upperBound) {
      from = min(line.upperBound + 1, range.upperBound)
      if let word = bytes.first("=== RUN ", in: line) { run = base + word }
      if TestResult.endsPackage(bytes, bytes.trimmed(line)) {
        packageEnd = base + line.lowerBound..<base + from
      }
    }
  }

  /// Where the first line begins that announces a test, and no part of one.
  static func firstTest(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int? {
    var from = range.lowerBound
    while let found = bytes.first("=== RUN ", in: from..<range.upperBound) {
      let name = bytes.trimmed(
        found + 8..<(bytes.first(0x0A, in: found..<range.upperBound) ?? range.upperBound))
      // In a record the line's end is escaped.
      let end = name.first { bytes[$0] <= 0x20 || bytes[$0] == UInt8(ascii: "\\") } ?? name.upperBound
      if bytes.first(UInt8(ascii: "/"), in: name.lowerBound..<end) == nil { return found }
      from = end
    }
    return nil
  }

  /// Where the last line ends that ended a package's tests; nil when it is above `floor`.
  func packageEnd(below floor: Int) -> Int? {
    packageEnd.flatMap { $0.lowerBound >= floor ? $0.upperBound : nil }
  }

  /// Whether a test was announced, from `floor` on.
  func hasRun(below floor: Int) -> Bool { run.map { $0 >= floor } ?? false }
}
