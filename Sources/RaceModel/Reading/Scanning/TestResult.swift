/// Where `go test` names the test that a line blames for a race.
///
/// ```
/// go test                                         go test -v, and records of it
///
/// WARNING: DATA RACE ...                          WARNING: DATA RACE ...
/// --- FAIL: TestOuter (0.01s)                         testing.go:1867: race detected during execution of test
///     testing.go:1867: race detected ...          --- FAIL: TestOuter (0.01s)
/// ```
///
/// A test's result stands above its messages when they are printed at its end, and below them when they are printed
/// at once. Which of the two a log does is told by the first of these lines behind a report.
enum TestResult {
  /// What is known of the test's name at the line that blames it.
  enum Name: Equatable {
    /// The name; `isWhole` is false where only the test at its top is certain, and not which of its subtests.
    case known(Range<Int>, isWhole: Bool)
    /// A result right below the line may tell it.
    case below
    case unknown
  }

  private static let failure: StaticString = "--- FAIL: "

  /// Looks above a line for the name of the test that it blames.
  ///
  /// - Parameters:
  ///   - line: the line; `bytes` hold the lines above it.
  ///   - isVerbose: whether the log is one of `go test -v`.
  static func above(_ bytes: Span<UInt8>, _ line: Range<Int>, isVerbose: Bool) -> Name {
    let floor = max(0, line.lowerBound - ScanLimits.memory)
    var nearest: Name?
    var (isFirstResult, isAlone, isBuffered) = (false, true, false)
    var (end, known) = (line.lowerBound, line.lowerBound)
    while end > floor {
      if end == known {
        // Most lines above are of no interest, and are passed many at a time.
        let block = max(floor, end - 4096)
        known = block == floor ? floor : bytes.first(0x0A, in: block..<end - 1).map { $0 + 1 } ?? floor
        guard words.first(in: bytes, known..<end) != nil else {
          end = known
          continue
        }
      }
      let start = bytes.last(0x0A, in: floor..<end - 1).map { $0 + 1 } ?? floor
      let text = bytes.trimmed(start..<end)
      end = start
      if endsReport(bytes, text) {
        return isFirstResult && (!isVerbose || isBuffered) ? nearest ?? .below : .below
      }
      if endsPackage(bytes, text) { return .unknown }
      if isAlone, let at = bytes.first("=== NAME ", in: text) {
        // The runner says whose the next lines are.
        let rest = bytes.trimmed(at + 9..<text.upperBound)
        let name = TestAnnouncement.name(bytes, rest, in: text)
        return .known(name.isEmpty ? rest : name, isWhole: true)
      }
      if bytes.first(GoBlame.words, in: text) != nil {
        (isFirstResult, isAlone) = (false, false)
      } else if let (at, name) = failedTest(bytes, text) {
        (isFirstResult, isAlone) = (true, false)
        let indent = (GoBlame.position(bytes, in: line) ?? 0) - line.lowerBound - (at - start)
        // What is printed at once is indented alike, of whatever test it is: this was printed at a test's end.
        if nearest == nil { isBuffered = indent == 4 && bytes.ends("    ", in: start..<at) }
        nearest = nearest ?? .known(name, isWhole: indent == 4)
      }
    }
    return .unknown
  }

  /// Strings of which every line that tells something holds one.
  private static let words = AnchorSearch([
    "==================", " +0x", "FAIL", "PASS", "ok  ", "=== NAME ", GoBlame.words,
  ])

  /// Where a test's result stands in a text; nil when there is none.
  static func failure(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int? { bytes.first(failure, in: range) }

  /// The test that a line says has failed, and where it says so; nil when it says nothing of the kind.
  static func failedTest(_ bytes: Span<UInt8>, _ line: Range<Int>) -> (at: Int, name: Range<Int>)? {
    guard let at = bytes.first(failure, in: line) else { return nil }
    let start = at + failure.utf8CodeUnitCount
    let name = start..<bytes.wordEnd(in: start..<line.upperBound)
    return isTest(bytes, name) ? (at, name) : nil
  }

  /// The part of a name that is the test's at its top; the number of processors behind a benchmark's is left out.
  static func top(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Range<Int> {
    let end = bytes.first(UInt8(ascii: "/"), in: name) ?? name.upperBound
    let top = name.lowerBound..<end
    return bytes.first(UInt8(ascii: "-"), in: top).map { name.lowerBound..<$0 } ?? top
  }

  /// A name without the number of processors behind it, which is put behind a benchmark's: `BenchmarkAdd/small-8`.
  static func withoutProcessors(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Range<Int> {
    guard bytes.has("Benchmark", at: name.lowerBound, end: name.upperBound) else { return name }
    var start = name.upperBound
    while start > name.lowerBound, bytes[start - 1] &- 0x30 < 10 { start -= 1 }
    guard start < name.upperBound, start > name.lowerBound, bytes[start - 1] == UInt8(ascii: "-") else {
      return name
    }
    return name.lowerBound..<start - 1
  }

  /// The test that a line names right before the position of its message, as Go 1.14 and 1.15 did:
  /// `    TestOuter: testing.go:853: race detected during execution of test`. Nil when it names none.
  static func namedTest(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    guard let position = bytes.first(": testing.go:", in: line) else { return nil }
    var start = position
    while start > line.lowerBound, bytes[start - 1] > 0x20 { start -= 1 }
    return isTest(bytes, start..<position) ? start..<position : nil
  }

  private static func isTest(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    TestName.beginnings.begin(bytes, name)
  }

  /// `FAIL`, `PASS`, `ok  \tPACKAGE`, `FAIL\tPACKAGE`, whatever stands before them.
  static func endsPackage(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    for word: StaticString in ["FAIL", "PASS"] where bytes.ends(word, in: line) {
      let at = line.upperBound - 4
      if at == line.lowerBound || bytes[at - 1] <= 0x20 || endsColor(bytes, line.lowerBound..<at) {
        return true
      }
    }
    return ["FAIL\t", "FAIL  ", "ok  \t", "ok   "].contains { bytes.first($0, in: line) != nil }
  }

  /// Whether a sequence for a colour ends a text; its escape may be lost: `[31m`.
  private static func endsColor(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    var at = text.upperBound - 1
    guard at >= text.lowerBound, bytes[at] == UInt8(ascii: "m") else { return false }
    repeat {
      at -= 1
    } while at >= text.lowerBound && (bytes[at] &- 0x30 < 10 || bytes[at] == UInt8(ascii: ";"))
    return at >= text.lowerBound && bytes[at] == UInt8(ascii: "[")
  }

  /// The bar at a report's end, or the last frame of one that has none.
  private static func endsReport(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    bytes.ends("==================", in: line) || bytes.first(" +0x", in: line) != nil
  }
}
