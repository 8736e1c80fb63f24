/// A line that a program wrapped into JSON: an event of `go test -json`, a record of Docker's
/// json-file driver. All parts are ranges of the line, escapes and all.
struct WrappedLine {
  /// What tells sources apart: the package, or the stream; empty when the record names none.
  var source = 0..<0
  /// The text; it ends with an escaped line end when the line does.
  private(set) var text = 0..<0
  /// The package, when the record names one.
  var package: Range<Int>?
  /// The test, when the record names one.
  var test: Range<Int>?
  /// The shape by which the record was told, and where that begins in the line; the names are not set then.
  private(set) var shape: (index: Int, start: Int)?

  /// A record that was told by its shape.
  init(text: Range<Int>, shape: (index: Int, start: Int)) {
    self.text = text
    self.shape = shape
  }

  /// Finds the parts; nil when the line is not of one of these forms.
  init?(_ bytes: Span<UInt8>, _ line: Range<Int>) {
    guard let last = bytes.lastVisible(in: line), bytes[last] == UInt8(ascii: "}"),
      let brace = bytes.first(UInt8(ascii: "{"), in: line)
    else { return nil }
    let object = brace..<line.upperBound
    var parts = Parts()
    if !parts.walk(bytes, object) { parts = Parts(searching: bytes, object) }
    if let output = parts.output {
      text = output
      package = parts.package
      test = parts.test
      source = parts.package ?? parts.importPath ?? 0..<0
    } else if let log = parts.log {
      text = log
      source = parts.stream ?? 0..<0
    } else {
      return nil
    }
  }

  /// Whether the text is one line and its end, with nothing else escaped: it can be read where it stands.
  func isPlain(_ bytes: Span<UInt8>) -> Bool {
    guard let escape = bytes.first(UInt8(ascii: "\\"), in: text) else { return false }
    return escape + 2 == text.upperBound && bytes[escape + 1] == UInt8(ascii: "n")
  }
}

/// The values of a flat object's fields that matter.
private struct Parts {
  var output: Range<Int>?
  var package: Range<Int>?
  var test: Range<Int>?
  var importPath: Range<Int>?
  var log: Range<Int>?
  var stream: Range<Int>?

  init() {}

  /// Looks for each field by itself, in what may be more or less than an object.
  init(searching bytes: Span<UInt8>, _ object: Range<Int>) {
    output = JSONText.stringField("\"Output\":", in: bytes, object)
    package = JSONText.stringField("\"Package\":", in: bytes, object)
    test = JSONText.stringField("\"Test\":", in: bytes, object)
    importPath = JSONText.stringField("\"ImportPath\":", in: bytes, object)
    log = JSONText.stringField("\"log\":", in: bytes, object)
    stream = JSONText.stringField("\"stream\":", in: bytes, object)
  }

  /// Takes the fields of an object as they come; false when it is not a flat one.
  mutating func walk(_ bytes: Span<UInt8>, _ object: Range<Int>) -> Bool {
    let end = object.upperBound
    var index = object.lowerBound + 1
    while true {
      guard let quote = Self.next(bytes, index, end), bytes[quote] == UInt8(ascii: "\""),
        let keyEnd = bytes.first(UInt8(ascii: "\""), in: quote + 1..<end), keyEnd + 1 < end,
        bytes[keyEnd + 1] == UInt8(ascii: ":"), let start = Self.next(bytes, keyEnd + 2, end)
      else { return false }
      if bytes[start] == UInt8(ascii: "\"") {
        guard let close = JSONText.endOfString(bytes, start + 1..<end) else { return false }
        take(bytes, key: quote + 1..<keyEnd, value: start + 1..<close)
        index = close + 1
      } else {
        index = start
        while index < end, bytes[index] != UInt8(ascii: ","), bytes[index] != UInt8(ascii: "}") {
          if bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[") { return false }
          index += 1
        }
      }
      guard let after = Self.next(bytes, index, end) else { return false }
      if bytes[after] == UInt8(ascii: "}") { return true }
      guard bytes[after] == UInt8(ascii: ",") else { return false }
      index = after + 1
    }
  }

  private mutating func take(_ bytes: Span<UInt8>, key: Range<Int>, value: Range<Int>) {
    func isKey(_ name: StaticString) -> Bool { bytes.has(name, at: key.lowerBound, end: key.upperBound) }
    switch key.count {
    case 3 where isKey("log"): log = log ?? value
    case 4 where isKey("Test"): test = test ?? value
    case 6 where isKey("Output"): output = output ?? value
    case 6 where isKey("stream"): stream = stream ?? value
    case 7 where isKey("Package"): package = package ?? value
    case 10 where isKey("ImportPath"): importPath = importPath ?? value
    default: break
    }
  }

  /// The next place that is no blank.
  @inline(__always)
  private static func next(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var index = start
    while index < end, bytes[index] == 0x20 { index += 1 }
    return index < end ? index : nil
  }
}
