/// The line of an access:
/// `Possible data race during read of size 4 at 0x10C048 by thread #3`,
/// `This conflicts with a previous write of size 4 by thread #2`,
/// `This conflicts with a previous access by thread #2, after` (Helgrind), and
/// `Conflicting load by thread 3 at 0x0010c048 size 8` (DRD).
struct ValgrindAccess {
  var detector = Detector.helgrind
  var operation: Operation
  var isPrevious = false
  var size: Int?
  /// Nil where it is not printed, or was made unreadable.
  var address: HexNumber?
  var thread: ThreadName?
  /// Whether the line lacks its end: what was cut there is nil.
  var isCut = false
  /// Whether a title of Helgrind's ends with the address: those of its first versions do, others were cut.
  var endsInAddress = false

  /// Reads a trimmed line.
  static func parse(_ bytes: Span<UInt8>, _ line: Range<Int>) -> ValgrindAccess? {
    let (start, end) = (line.lowerBound, line.upperBound)
    var access: ValgrindAccess
    var index: Int
    if bytes.has("Possible data race during ", at: start, end: end) {
      guard let (operation, after) = operation(bytes, at: start + 26, end: end) else { return nil }
      access = ValgrindAccess(operation: operation)
      index = after
    } else if bytes.has("This conflicts with a previous ", at: start, end: end) {
      guard let (operation, after) = operation(bytes, at: start + 31, end: end) else { return nil }
      access = ValgrindAccess(operation: operation, isPrevious: true)
      index = after
    } else if bytes.has("Conflicting ", at: start, end: end) {
      guard let (operation, after) = operation(bytes, at: start + 12, end: end) else { return nil }
      access = ValgrindAccess(detector: .drd, operation: operation)
      index = after
    } else {
      return nil
    }
    while index < end { index = access.readPart(bytes, at: index, end: end) }
    if !access.endsInAddress, access.operation != .access, ValgrindWrapping.lacksEnd(bytes, line) {
      access.isCut = true
    }
    return access
  }

  /// Where a title's words end: Helgrind's with the thread, DRD's with the size. Nil when the line is no title of
  /// a race, or the number is not there.
  static func end(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Int? {
    func number(behind words: StaticString) -> Int? {
      guard let found = bytes.first(words, in: title) else { return nil }
      let start = found + words.utf8CodeUnitCount
      // Valgrind's own tests take the number out.
      let word = start..<bytes.wordEnd(in: start..<title.upperBound)
      return bytes.equals("x", word) ? word.upperBound : bytes.decimal(at: start, end: title.upperBound)?.end
    }
    if bytes.has("Possible data race during ", at: title.lowerBound, end: title.upperBound) {
      return number(behind: " by thread #")
    }
    guard bytes.has("Conflicting ", at: title.lowerBound, end: title.upperBound) else { return nil }
    return number(behind: " size ")
  }

  /// Reads one of ` of size N`, ` at 0xHEX`, ` by thread #N`, or passes over a byte.
  private mutating func readPart(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int {
    guard bytes[start] == 0x20 else { return start + 1 }
    if bytes.has(" of size ", at: start, end: end),
      let (size, after) = bytes.groupedDecimal(at: start + 9, end: end)
    {
      if !Self.mayLackDigits(bytes, at: after, end: end) { self.size = size }
      return after
    }
    if bytes.has(" size ", at: start, end: end), let (size, after) = bytes.decimal(at: start + 6, end: end) {
      self.size = size
      return after
    }
    if bytes.has(" at 0x", at: start, end: end), let (address, after) = bytes.address(at: start + 4, end: end)
    {
      endsInAddress = after == end && detector == .helgrind && !isPrevious
      let isWhole = endsInAddress || !Self.mayLackDigits(bytes, at: after, end: end)
      if let address, isWhole { self.address = address }
      return after
    }
    if bytes.has(" by thread ", at: start, end: end) {
      let word = start + 11..<bytes.wordEnd(in: start + 11..<end)
      let isMarked = bytes.ends(">", in: word) && bytes.first(UInt8(ascii: "<"), in: word) == nil
      // The address is behind DRD's.
      if isMarked || (detector == .drd && word.upperBound == end) {
        isCut = true
      } else {
        thread = ValgrindThread.parse(bytes, at: start + 11, end: end)
      }
      return start + 11
    }
    return start + 1
  }

  /// Whether a number that ends at a place may lack digits: words are behind it where the line is whole. A pager marks what
  /// it has cut.
  private static func mayLackDigits(_ bytes: Span<UInt8>, at index: Int, end: Int) -> Bool {
    index == end || bytes[index] == UInt8(ascii: ">") || bytes[index] == 0xE2
  }

  private static let operations: [(StaticString, Operation)] = [
    ("read", .read), ("write", .write), ("access", .access), ("load", .read), ("store", .write),
  ]

  private static func operation(_ bytes: Span<UInt8>, at start: Int, end: Int) -> (Operation, Int)? {
    for (word, operation) in operations where bytes.has(word, at: start, end: end) {
      let after = start + word.utf8CodeUnitCount
      guard after < end, bytes[after] == 0x20 else { continue }
      return (operation, after)
    }
    return nil
  }
}

/// Threads as Helgrind (`#3`) and DRD (`3`) write them. Number 1 is the one the program started with.
enum ValgrindThread {
  /// The thread whose number stands at `start`; nil where somebody made it unreadable (`#x`).
  static func parse(_ bytes: Span<UInt8>, at start: Int, end: Int) -> ThreadName? {
    let digits = start < end && bytes[start] == UInt8(ascii: "#") ? start + 1 : start
    guard let (number, _) = bytes.decimal(at: digits, end: end) else { return nil }
    return number == 1 ? .main : ThreadName(.numbered, number)
  }

  /// Whether the line begins with `Thread #N`.
  static func isNumbered(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    bytes.has("Thread #", at: line.lowerBound, end: line.upperBound) && line.count > 8
      && (bytes[line.lowerBound + 8] &- 0x30 < 10 || bytes[line.lowerBound + 8] == UInt8(ascii: "x"))
  }

  /// The thread in DRD's `Thread 3:` or `Thread 3 NAME:`, which says who the next reports are about.
  static func heading(_ bytes: Span<UInt8>, _ line: Range<Int>) -> ThreadName? {
    guard bytes.has("Thread ", at: line.lowerBound, end: line.upperBound),
      bytes[line.upperBound - 1] == UInt8(ascii: ":"),
      let (_, after) = bytes.decimal(at: line.lowerBound + 7, end: line.upperBound),
      after == line.upperBound - 1 || bytes[after] == 0x20
    else { return nil }
    return parse(bytes, at: line.lowerBound + 7, end: line.upperBound)
  }

  /// All threads that the line names by `#N` or behind a word.
  static func all(_ bytes: Span<UInt8>, _ line: Range<Int>, after word: StaticString) -> [ThreadName] {
    var threads: [ThreadName] = []
    forEach(bytes, line, after: word) { threads.append($0) }
    return threads
  }

  /// Hands on each thread that the line names by `#N` or behind a word.
  static func forEach(
    _ bytes: Span<UInt8>, _ line: Range<Int>, after word: StaticString, _ body: (ThreadName) -> Void
  ) {
    var from = line.lowerBound
    while let found = bytes.first(word, in: from..<line.upperBound) {
      from = found + word.utf8CodeUnitCount
      if let thread = parse(bytes, at: from, end: line.upperBound) { body(thread) }
    }
  }
}
