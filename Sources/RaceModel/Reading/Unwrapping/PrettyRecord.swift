/// A record of `go test -json` with a line for each of its fields, as `jq` prints it.
///
/// ```
/// {
///   "Time": "2024-03-05T10:00:01Z",
///   "Action": "output",
///   "Package": "example.com/app",
///   "Test": "TestX",
///   "Output": "WARNING: DATA RACE\n"
/// }
/// ```
enum PrettyRecord {
  /// A record has no more fields.
  private static let mostFields = 12

  /// The record of which a line has the text, and where it begins; nil where the line is none, or the package is not named
  /// above it.
  static func record(
    _ bytes: Span<UInt8>, ofText line: Range<Int>
  ) -> (record: WrappedLine, start: Int)? {
    guard let found = names(bytes, ofText: line),
      let text = JSONText.stringField("\"Output\":", in: bytes, line),
      case let rest = bytes.trimmed(text.upperBound + 1..<line.upperBound),
      rest.isEmpty || bytes.equals(",", rest)
    else { return nil }
    return (WrappedLine(output: text, package: found.package, test: found.test), found.start)
  }

  /// The package and the test named above the line that has a record's text, and where the record begins; nil if the line is
  /// none. Fields below it are not looked at: they may not have been read yet.
  static func names(
    _ bytes: Span<UInt8>, ofText line: Range<Int>
  ) -> (package: Range<Int>, test: Range<Int>?, start: Int)? {
    let text = bytes.trimmed(line)
    guard bytes.has("\"Output\":", at: text.lowerBound, end: text.upperBound) else { return nil }
    var package: Range<Int>?
    var test: Range<Int>?
    var end = line.lowerBound - 1
    for _ in 0..<mostFields where end > 0 {
      let start = bytes.last(0x0A, in: 0..<end).map { $0 + 1 } ?? 0
      let field = bytes.trimmed(start..<end)
      end = start - 1
      if bytes.has("{", at: field.lowerBound, end: field.upperBound) {
        return package.map { ($0, test, start) }
      }
      guard bytes.has("\"", at: field.lowerBound, end: field.upperBound) else { return nil }
      if bytes.has("\"Package\":", at: field.lowerBound, end: field.upperBound) {
        package = JSONText.stringField("\"Package\":", in: bytes, field)
      } else if bytes.has("\"Test\":", at: field.lowerBound, end: field.upperBound) {
        test = JSONText.stringField("\"Test\":", in: bytes, field)
      }
    }
    return nil
  }
}
