/// A line that a program wrapped into JSON: an event of `go test -json`, a record of Docker's
/// json-file driver.
struct WrappedLine {
  /// What tells sources apart: the package, or the stream.
  var source: [UInt8]
  /// The text, escapes undone; it ends with a line end when the line does.
  var text: [UInt8]
  /// The package, when the record names one.
  var package: [UInt8]?
  /// The test, when the record names one.
  var test: [UInt8]?

  /// Undoes the wrapping; nil when the line is not of one of these forms.
  init?(_ bytes: Span<UInt8>, _ line: Range<Int>) {
    guard let brace = bytes.first(UInt8(ascii: "{"), in: line), let last = bytes.trimmed(line).last,
      bytes[last] == UInt8(ascii: "}")
    else { return nil }
    let object = brace..<line.upperBound
    text = []
    if let output = JSONText.stringField("\"Output\":", in: bytes, object) {
      JSONText.unescape(bytes, output, into: &text)
      package = Self.field("\"Package\":", bytes, object)
      test = Self.field("\"Test\":", bytes, object)
      source = package ?? Self.field("\"ImportPath\":", bytes, object) ?? []
    } else if let log = JSONText.stringField("\"log\":", in: bytes, object) {
      JSONText.unescape(bytes, log, into: &text)
      source = Self.field("\"stream\":", bytes, object) ?? []
    } else {
      return nil
    }
  }

  private static func field(_ key: StaticString, _ bytes: Span<UInt8>, _ object: Range<Int>) -> [UInt8]? {
    guard let range = JSONText.stringField(key, in: bytes, object) else { return nil }
    var text: [UInt8] = []
    JSONText.unescape(bytes, range, into: &text)
    return text
  }
}
