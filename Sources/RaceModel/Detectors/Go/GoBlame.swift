/// The line with which `go test` blames a test, or an older version a benchmark, for the races reported while it ran.
///
/// ```
///     testing.go:1867: race detected during execution of test
///     benchmark.go:210: race detected during execution of benchmark
/// ```
enum GoBlame {
  static let words: StaticString = "race detected during execution of "

  /// Whether a line ends with it.
  static func ends(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    bytes.ends("race detected during execution of test", in: line)
      || bytes.ends("race detected during execution of benchmark", in: line)
  }

  /// Whether the runner's position is at a place.
  static func hasPosition(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
    bytes.has("testing.go:", at: start, end: end) || bytes.has("benchmark.go:", at: start, end: end)
  }

  /// Where the runner's position begins in a line; nil where there is none.
  static func position(_ bytes: Span<UInt8>, in line: Range<Int>) -> Int? {
    bytes.first("testing.go:", in: line) ?? bytes.first("benchmark.go:", in: line)
  }
}
