/// `read-write (marked) to 0xHEX of 4 bytes by task 4711 on cpu 1:`, and the same behind
/// `race at unknown origin, with `.
struct KCSANAccess {
  var operation: Operation
  /// Whether the detector does not know the other access.
  var isUnknownOrigin = false
  /// `assert no writes` as printed; empty for a plain access.
  var assertion = 0..<0
  /// What stands in parentheses: `marked`, `scoped`, `reordered`, with commas between.
  var flags = 0..<0
  /// Nil where the kernel was told to hide addresses.
  var address: HexNumber?
  var size: Int?
  var thread: ThreadName?
  /// What somebody wrote behind the line.
  var annotation: Range<Int>?
  /// Whether the line has all parts.
  var isWhole = false

  /// Reads a line that begins with an access; what follows the address may be missing.
  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> KCSANAccess? {
    let end = range.upperBound
    var index = range.lowerBound
    var access = KCSANAccess(operation: .access)
    if bytes.has("race at unknown origin, with ", at: index, end: end) {
      access.isUnknownOrigin = true
      index += 29
    }
    guard let verb = verbs.first(where: { bytes.has($0.text, at: index, end: end) }) else { return nil }
    access.operation = verb.operation
    let verbEnd = index + verb.text.utf8CodeUnitCount
    if verb.operation == .access { access.assertion = index..<verbEnd }
    index = verbEnd
    if bytes.has(" (", at: index, end: end), let close = bytes.first(UInt8(ascii: ")"), in: index..<end) {
      access.flags = index + 2..<close
      index = close + 1
    }
    guard bytes.has(" to ", at: index, end: end),
      let afterAddress = access.readAddress(bytes, at: index + 4, end: end)
    else { return nil }
    access.isWhole = access.readThread(bytes, at: afterAddress, end: end)
    return access
  }

  /// What it says beside the operation; nil for a plain access.
  func qualifier(_ bytes: Span<UInt8>) -> AccessQualifier? {
    var words: [String] = []
    var start = flags.lowerBound
    while start < flags.upperBound {
      let end = bytes.first(", ", in: start..<flags.upperBound) ?? flags.upperBound
      words.append(bytes.string(start..<end))
      start = end + 2
    }
    if !assertion.isEmpty { return .assertion(bytes.string(assertion), flags: words) }
    return words.isEmpty ? nil : .flags(words)
  }

  /// The longer word first.
  static let verbs: [(text: StaticString, operation: Operation)] = [
    ("read-write", .readWrite), ("read", .read), ("write", .write), ("assert no writes", .access),
    ("assert no accesses", .access),
  ]

  /// Reads `0xHEX`, or what old kernels print in its place, `(____ptrval____)`, and people.
  private mutating func readAddress(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
    if let (address, after) = bytes.address(at: start, end: end) {
      self.address = address
      return after
    }
    guard bytes.has("(", at: start, end: end),
      let close = bytes.first(UInt8(ascii: ")"), in: start..<end),
      bytes.first("ptrval", in: start..<close) != nil
    else { return nil }
    return close + 1
  }

  /// Reads ` of N bytes by task N on cpu N:`; false when something is missing. People leave the cpu out; then a colon
  /// must be there.
  private mutating func readThread(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
    guard bytes.has(" of ", at: start, end: end),
      let (size, afterSize) = bytes.decimal(at: start + 4, end: end)
    else { return false }
    self.size = size
    guard bytes.has(" bytes by ", at: afterSize, end: end) else { return false }
    var index = afterSize + 10
    var task: Int?
    if bytes.has("task ", at: index, end: end), let (pid, after) = bytes.decimal(at: index + 5, end: end) {
      task = pid
      index = after
    } else if bytes.has("interrupt", at: index, end: end) {
      index += 9
    } else {
      return false
    }
    let named = task.map { ThreadName(.task, $0) }
    if bytes.has(":", at: index, end: end) {
      thread = named
      return readAnnotation(bytes, index + 1..<end)
    }
    guard bytes.has(" on cpu ", at: index, end: end),
      let (cpu, after) = bytes.decimal(at: index + 8, end: end)
    else { return false }
    thread = named ?? ThreadName(.interrupt, cpu)
    if after == end { return true }
    return bytes[after] == UInt8(ascii: ":") && readAnnotation(bytes, after + 1..<end)
  }

  /// Reads what stands behind the colon.
  ///
  /// - Returns: whether it is nothing, or what somebody wrote.
  private mutating func readAnnotation(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> Bool {
    annotation = Annotation.range(bytes, rest)
    return rest.isEmpty || annotation != nil
  }
}
