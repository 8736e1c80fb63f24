/// A line that a program wrapped into JSON: an event of `go test -json`, a record of Docker's json-file driver
/// or of the journal, a message of a logging library. All parts are ranges of the line, escapes and all.
struct WrappedLine {
  /// Docker cuts lines that are longer than this, in bytes, into several records.
  static let dockerPiece = 16_000

  /// What tells streams apart: the package, or the stream; empty when the record names none.
  var stream = 0..<0
  /// What else tells them apart: the pod and the container, where the record names them.
  private(set) var pod: Range<Int>? {
    get { podPart.range }
    set { podPart.range = newValue }
  }
  private(set) var container: Range<Int>? {
    get { containerPart.range }
    set { containerPart.range = newValue }
  }
  /// The text; it ends with an escaped line end when the line does.
  private(set) var text = 0..<0
  /// Whether a line ends with the text even when no line end is in it.
  private(set) var endsLine = false
  /// Another field that may hold the text, see `OutputLabel`.
  private(set) var other: Range<Int>? {
    get { otherPart.range }
    set { otherPart.range = newValue }
  }
  /// The package, when the record names one.
  var package: Range<Int>? {
    get { packagePart.range }
    set { packagePart.range = newValue }
  }
  /// The test, when the record names one.
  var test: Range<Int>? {
    get { testPart.range }
    set { testPart.range = newValue }
  }
  // In eight bytes each: a log may be a record on each line, which is passed on as a whole.
  private var podPart = LinePart()
  private var containerPart = LinePart()
  private var otherPart = LinePart()
  private var packagePart = LinePart()
  private var testPart = LinePart()
  /// The shape by which the record was told, and where that begins in the line; the names are not set then.
  private(set) var shape: (index: Int, start: Int)?
  /// How many bytes of the text can be read where they stand, when all but its line end were found to be plain.
  private var plainCount: Int?

  /// A record that was told by its shape.
  ///
  /// - Parameter isPlain: whether the text is plain but for the two bytes of an escaped line end.
  init(text: Range<Int>, shape: (index: Int, start: Int), isPlain: Bool = false) {
    self.text = text
    self.shape = shape
    if isPlain { plainCount = text.count - 2 }
  }

  /// An event of `go test -json` whose parts are known.
  init(output text: Range<Int>, package: Range<Int>, test: Range<Int>?) {
    self.text = text
    stream = package
    (self.package, self.test) = (package, test)
  }

  /// Finds the parts; nil when the line is not of one of these forms.
  init?(_ bytes: Span<UInt8>, _ line: Range<Int>) {
    guard let last = bytes.lastVisible(in: line), Self.endsObject(bytes, last, in: line),
      let brace = bytes.first(UInt8(ascii: "{"), in: line)
    else { return nil }
    let object = brace..<line.upperBound
    var parts = Parts()
    let end = parts.walk(bytes, object)
    // Of a list only the last object ends with its bracket, where each is on a line of its own.
    if bytes[last] == UInt8(ascii: "]"), end != last - 1 { return nil }
    if end == nil || parts.isEmpty { parts = Parts(searching: bytes, object) }
    if let output = parts.output {
      text = output
      package = parts.package
      test = parts.test
      stream = parts.package ?? parts.importPath ?? 0..<0
    } else if let log = parts.log {
      text = log
      stream = parts.stream ?? 0..<0
      endsLine = log.count < Self.dockerPiece
      (pod, container) = (parts.pod, parts.container)
    } else if let message = parts.message {
      text = message
      other = parts.other
      stream = parts.stream ?? parts.process ?? 0..<0
      endsLine = true
      (pod, container) = (parts.pod, parts.container)
    } else {
      return nil
    }
  }

  /// The same record with another field for its text.
  func with(text: Range<Int>) -> WrappedLine {
    var record = self
    record.text = text
    return record
  }

  /// The text without its line end when it is one line with nothing else escaped: it can be read where it
  /// stands.
  func plainText(_ bytes: Span<UInt8>) -> Range<Int>? {
    if let plainCount { return text.prefix(plainCount) }
    if TextCleaning.isNeeded(bytes, text) { return nil }
    guard let escape = bytes.first(UInt8(ascii: "\\"), in: text) else { return endsLine ? text : nil }
    guard escape + 2 == text.upperBound, bytes[escape + 1] == UInt8(ascii: "n") else { return nil }
    return text.lowerBound..<escape
  }

  /// An object may be an element of a list, or the last one.
  private static func endsObject(_ bytes: Span<UInt8>, _ last: Int, in line: Range<Int>) -> Bool {
    if bytes[last] == UInt8(ascii: "}") { return true }
    return (bytes[last] == UInt8(ascii: ",") || bytes[last] == UInt8(ascii: "]")) && last > line.lowerBound
      && bytes[last - 1] == UInt8(ascii: "}")
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
  var message: Range<Int>?
  /// The next message beside one that is not empty, or the empty one before it.
  var other: Range<Int>?
  var pod: Range<Int>?
  var container: Range<Int>?
  var process: Range<Int>?

  /// Fields that hold a message, by what writes them: journald; zap, logrus, slog and bunyan; zerolog and
  /// Elastic; Google Cloud; Loki.
  private static let messages: [(name: StaticString, field: StaticString)] = [
    ("MESSAGE", "\"MESSAGE\":"), ("msg", "\"msg\":"), ("message", "\"message\":"),
    ("textPayload", "\"textPayload\":"), ("line", "\"line\":"), ("text", "\"text\":"),
    ("stdout", "\"stdout\":"), ("stderr", "\"stderr\":"),
  ]

  init() {}

  /// Whether no field has a text.
  var isEmpty: Bool { output == nil && log == nil && message == nil }

  /// Looks for each field by itself, in what may be more or less than an object.
  init(searching bytes: Span<UInt8>, _ object: Range<Int>) {
    output = JSONText.stringField("\"Output\":", in: bytes, object)
    package = JSONText.stringField("\"Package\":", in: bytes, object)
    test = JSONText.stringField("\"Test\":", in: bytes, object)
    importPath = JSONText.stringField("\"ImportPath\":", in: bytes, object)
    log = JSONText.stringField("\"log\":", in: bytes, object)
    stream = JSONText.stringField("\"stream\":", in: bytes, object)
    for (_, field) in Self.messages where message == nil {
      message = JSONText.stringField(field, in: bytes, object)
    }
    process = JSONText.stringField("\"_PID\":", in: bytes, object)
    pod = WrappedLine.pod(bytes, object)
    container = WrappedLine.container(bytes, object)
  }

  /// Takes the fields of an object as they come.
  ///
  /// - Returns: the brace that ends it; nil when it is not a flat one.
  mutating func walk(_ bytes: Span<UInt8>, _ object: Range<Int>) -> Int? {
    let end = object.upperBound
    var index = object.lowerBound + 1
    while true {
      guard let quote = Self.next(bytes, index, end), bytes[quote] == UInt8(ascii: "\""),
        let keyEnd = bytes.first(UInt8(ascii: "\""), in: quote + 1..<end), keyEnd + 1 < end,
        bytes[keyEnd + 1] == UInt8(ascii: ":"), let start = Self.next(bytes, keyEnd + 2, end)
      else { return nil }
      if bytes[start] == UInt8(ascii: "\"") {
        guard let close = JSONText.endOfString(bytes, start + 1..<end) else { return nil }
        take(bytes, key: quote + 1..<keyEnd, value: start + 1..<close)
        index = close + 1
      } else {
        index = start
        while index < end, bytes[index] != UInt8(ascii: ","), bytes[index] != UInt8(ascii: "}") {
          if bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[") { return nil }
          index += 1
        }
      }
      guard let after = Self.next(bytes, index, end) else { return nil }
      if bytes[after] == UInt8(ascii: "}") { return after }
      guard bytes[after] == UInt8(ascii: ",") else { return nil }
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
    case 4 where isKey("_PID"): process = process ?? value
    case 7 where isKey("Package"): package = package ?? value
    case 10 where isKey("ImportPath"): importPath = importPath ?? value
    case 3 where isKey("pod"), 8 where isKey("pod_name"): pod = pod ?? value
    case 9 where isKey("container"), 12 where isKey("container_id"), 14 where isKey("container_name"),
      14 where isKey("CONTAINER_NAME"):
      container = container ?? value
    default:
      let isMessage = Self.messages.contains { $0.name.utf8CodeUnitCount == key.count && isKey($0.name) }
      // An empty message is not where the text is.
      guard isMessage else { return }
      if message?.isEmpty ?? true { (message, other) = (value, message) } else { other = other ?? value }
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
