internal import Glibc

/// What the lines of a prefix have in common, part by part. All literals are in one array: millions of lines are compared
/// with them.
struct PrefixSteps: Equatable {
  enum Kind: Equatable {
    case literal
    /// Any digits; blanks may stand before them when `isPadded`.
    case number(isPadded: Bool)
    /// The mark of a container log's line: `F` for a full one, `P` for a part of one.
    case partMark
    /// What GitLab puts before the text of a line: a blank, or `+` where the text goes on with the line above.
    case restMark
    /// What `grep` puts behind the name of a file, see `HitMark`.
    case hitMark
    /// A part of a time that changes in more than its digits.
    case clock(ClockPart)
    /// A number of a record that is another one on each line.
    case randomID
  }

  struct Step: Equatable {
    var kind: Kind
    /// Where in `literals` its text is; empty for other kinds.
    var text: Range<Int>
  }

  private(set) var all: [Step] = []
  private var literals: [UInt8] = []

  init() {}

  mutating func append(_ kind: Kind) { all.append(Step(kind: kind, text: 0..<0)) }

  /// Appends to the literal at the end, or begins one.
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let start = last?.lowerBound ?? literals.count
    if last == nil { append(.literal) }
    literals.append(bytes, range)
    all[all.count - 1].text = start..<literals.count
  }

  /// Takes the blanks off the literal at the end: a number may be padded with them.
  mutating func removePadding() -> Bool {
    guard let last, literals[last].last == 0x20 else { return false }
    // One blank after a word is a separator, unless it is the whole of what stands there.
    while literals.count > last.lowerBound, literals.last == 0x20 { literals.removeLast() }
    if literals.count == last.lowerBound {
      all.removeLast()
    } else {
      all[all.count - 1].text = last.lowerBound..<literals.count
    }
    return true
  }

  /// Container runtimes (CRI) write `TIME stderr F TEXT`, and `P` where a long line goes on.
  mutating func splitPartMark() {
    guard let last else { return }
    let ends = [" stderr F ", " stdout F "]
    guard ends.contains(where: { literals[last].suffix($0.utf8.count).elementsEqual($0.utf8) }) else {
      return
    }
    literals.removeLast(2)
    all[all.count - 1].text = last.lowerBound..<literals.count
    append(.partMark)
    append([0x20].span, 0..<1)
  }

  /// GitLab's runner writes `TIME 01E TEXT`, the number and the kind of the stream behind the time, and `TIME 01E+TEXT`
  /// for the rest of a line.
  mutating func splitRestMark() {
    guard let last, case let text = literals[last], text.count >= 6, text.last == 0x20 else { return }
    let mark = Array(text.suffix(6))
    guard mark[0] == UInt8(ascii: "Z"), mark[1] == 0x20, hexDigit(mark[2]) != nil, hexDigit(mark[3]) != nil,
      mark[4] == UInt8(ascii: "E") || mark[4] == UInt8(ascii: "O")
    else { return }
    literals.removeLast()
    all[all.count - 1].text = last.lowerBound..<literals.count
    append(.restMark)
  }

  /// Where the literal at the end is; nil when no literal is.
  private var last: Range<Int>? {
    guard let last = all.last, last.kind == .literal else { return nil }
    return last.text
  }

  /// A step's literal.
  func literal(_ step: Step) -> ArraySlice<UInt8> { literals[step.text] }

  /// Looks at a step's literal.
  func withText<Result>(_ step: Step, _ look: (Span<UInt8>) -> Result) -> Result {
    look(literals.span.extracting(step.text))
  }

  /// Whether a step's literal is at a place, byte for byte.
  @inline(__always)
  func isText(_ step: Step, _ bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
    guard start >= 0, start + step.text.count <= end, end <= bytes.count else { return false }
    return literals.withUnsafeBufferPointer { own in
      bytes.withUnsafeBufferPointer { other in
        guard let own = own.baseAddress, let other = other.baseAddress else { return false }
        return memcmp(own + step.text.lowerBound, other + start, step.text.count) == 0
      }
    }
  }
}
