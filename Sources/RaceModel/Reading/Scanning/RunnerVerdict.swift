/// What a line of `go test` says of the reports above it.
///
/// ```
/// --- PASS: TestB (0.00s)                     no report is of this test: whoever races fails
/// FAIL	example.com/shop	0.103s        the reports above it are of this package
/// ok  	example.com/lid	(cached)         none of them is
/// ```
enum RunnerVerdict: Equatable {
  /// A test has passed.
  case passed(Range<Int>)
  /// A package has failed that ran.
  case failed(package: Range<Int>)
  /// A package has passed, or did not run.
  case otherPackage

  /// Strings of which every such line holds one.
  static let words = AnchorSearch([
    "--- PASS: ", "FAIL\t", "FAIL  ", "ok  \t", "ok   ", "[no test files]",
    // In a record.
    "FAIL\\t",
  ])

  /// The verdict in a line, and where it begins; nil when there is none.
  static func find(_ bytes: Span<UInt8>, _ line: Range<Int>) -> (at: Int, verdict: RunnerVerdict)? {
    if let at = bytes.first("--- PASS: ", in: line) {
      let name = at + 10..<bytes.wordEnd(in: at + 10..<line.upperBound)
      guard !name.isEmpty, bytes.has(" (", at: name.upperBound, end: line.upperBound) else { return nil }
      return (at, .passed(name))
    }
    for word: StaticString in ["FAIL", "ok", "?"] {
      guard let at = bytes.first(word, in: line), at == line.lowerBound || mayEndMark(bytes[at - 1]),
        let package = package(bytes, at + word.utf8CodeUnitCount..<line.upperBound)
      else { continue }
      let time = bytes.trimmed(package.upperBound..<line.upperBound)
      if bytes.has("[", at: time.lowerBound, end: line.upperBound) { return (at, .otherPackage) }
      if bytes.has("(cached)", at: time.lowerBound, end: line.upperBound) { return (at, .otherPackage) }
      guard isTime(bytes, time.lowerBound..<bytes.wordEnd(in: time)) else { continue }
      return (at, bytes[at] == UInt8(ascii: "F") ? .failed(package: package) : .otherPackage)
    }
    return nil
  }

  /// Whether what is before each line of a log may end with a byte: `##[error]`, `+`, `api-1  | `.
  private static func mayEndMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "]"), UInt8(ascii: "+"), UInt8(ascii: ">"), UInt8(ascii: "|"): true
    default: false
    }
  }

  /// The path of a package behind white space.
  private static func package(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> Range<Int>? {
    let text = bytes.trimmed(rest)
    guard text.lowerBound > rest.lowerBound else { return nil }
    let path = text.lowerBound..<bytes.wordEnd(in: text)
    let isPath = path.allSatisfy { index in
      switch bytes[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"): true
      default: false
      }
    }
    return isPath && path.upperBound < text.upperBound ? path : nil
  }

  /// Whether a word is a time in seconds: `0.103s`.
  static func isTime(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.count > 1, bytes[word.upperBound - 1] == UInt8(ascii: "s") else { return false }
    return word.dropLast().allSatisfy { bytes[$0] &- 0x30 < 10 || bytes[$0] == UInt8(ascii: ".") }
  }
}
