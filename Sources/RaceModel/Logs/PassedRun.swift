/// A log in which a test runner says that all tests passed: of `go test`, cargo, CTest or GoogleTest.
///
/// Looked for only in logs without a report. Where a log says anything else, nothing is concluded.
enum PassedRun {
  /// The longest log that is searched.
  private static let longest = 8 << 20

  /// What passed, or failed, in words of other runners than `go test`.
  private static let passed: [StaticString] = [
    "\"Action\":\"pass\"", "test result: ok. ", "100% tests passed", "[  PASSED  ] ",
  ]
  /// What no passed run says.
  private static let failed: [StaticString] = [
    "FAIL", "Failed", "\"Action\":\"fail\"", "panic: ", "DATA RACE", "data race", "ThreadSanitizer",
  ]
  /// What `go test` says of a test and of a package that passed.
  private static let ofGo: [StaticString] = ["--- PASS: ", "ok  \t", "ok   "]

  private static let search = AnchorSearch(passed + failed + ofGo)

  /// Whether a log, read to its end, says that a run passed.
  static func isIn(_ file: LogFile, bytes count: Int) -> Bool {
    guard count > 0, count <= longest else { return false }
    let log = file.bytes(0..<count)
    return isIn(log.span)
  }

  private static func isIn(_ bytes: Span<UInt8>) -> Bool {
    var hasPassed = false
    var from = 0
    while from < bytes.count, let line = search.firstLine(in: bytes, from..<bytes.count) {
      from = line.upperBound + 1
      if failed.contains(where: { bytes.first($0, in: line) != nil }) { return false }
      if !hasPassed { hasPassed = isOfPassed(bytes, line) }
    }
    return hasPassed
  }

  private static func isOfPassed(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    if passed.contains(where: { bytes.first($0, in: line) != nil }) { return true }
    guard let (at, verdict) = RunnerVerdict.find(bytes, line) else { return false }
    // Of a package without tests `go test` says `?`.
    if case .otherPackage = verdict { return bytes[at] == UInt8(ascii: "o") }
    if case .passed = verdict { return true }
    return false
  }
}
