/// Text in a log without reports which shows that a detector, or tests under it, ran and ended.
///
/// Detectors that find nothing are silent, except Valgrind, so the output of test runners serves as evidence.
enum RunSign {
  /// Sources: cmd/go (`ok`, `PASS`, its JSON), Valgrind's `ERROR SUMMARY` and the end of its XML, GoogleTest (`[  PASSED  ]`), CTest (`tests passed`),
  /// libtest of Rust (`test result: `), XCTest (`Executed `), Swift Testing (`Test run with `), Catch2 (`All tests passed`), pytest
  /// (` passed in `), the kernel's KCSAN and KUnit.
  private static func isIn(_ bytes: Span<UInt8>) -> Bool {
    let range = 0..<bytes.count
    return bytes.first("ok  \t", in: range) != nil || bytes.first("--- PASS: ", in: range) != nil
      || bytes.first("\"Action\":\"pass\"", in: range) != nil || bytes.first("\nPASS\n", in: range) != nil
      || bytes.first("ERROR SUMMARY: ", in: range) != nil || bytes.first("[  PASSED  ]", in: range) != nil
      || bytes.first(" tests passed", in: range) != nil || bytes.first("test result: ", in: range) != nil
      || bytes.first("Executed ", in: range) != nil || bytes.first("Test run with ", in: range) != nil
      || bytes.first(" passed in ", in: range) != nil || bytes.first("kcsan: ", in: range) != nil
      || bytes.first("# Totals: pass:", in: range) != nil || bytes.first("ThreadSanitizer", in: range) != nil
      || bytes.first("--- FAIL: ", in: range) != nil || bytes.first("FAIL\t", in: range) != nil
      || bytes.first("</valgrindoutput>", in: range) != nil
  }

  /// Bytes to search at once, and the overlap with the next search.
  private static let (window, overlap) = (1 << 20, 64)

  /// Whether a log has any.
  static func isIn(_ file: LogFile) -> Bool {
    var start = 0
    while true {
      let bytes = file.bytes(start..<(start + window))
      if isIn(bytes.span) { return true }
      if bytes.count < window { return false }
      start += window - overlap
    }
  }
}
