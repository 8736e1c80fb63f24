/// `Read at 0xHEX by goroutine N:`; before Go 1.7 without the address.
struct GoAccess: Equatable {
  var operation: Operation
  var isPrevious: Bool
  var address: HexNumber?
  /// Nil when the line ends before the thread, as foreign text was printed between, and when somebody hides its number.
  var thread: ThreadName?
  /// Whether the line is whole and says no number: `by goroutine A:`
  var hidesThread = false
  /// Whether the line ends in the middle of the thread's name.
  var endsInThread = false
  /// Foreign text in the middle of the line.
  var junk: Range<Int>?

  /// Whether the header was cut before its thread.
  var isCut: Bool { thread == nil && !hidesThread }

  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> GoAccess? {
    let end = range.upperBound
    var index = range.lowerBound
    var access = GoAccess(operation: .read, isPrevious: false)
    access.isPrevious = bytes.passWord("previous ", at: &index, end: end)
    if bytes.passWord("write", at: &index, end: end) {
      access.operation = .write
    } else if !bytes.passWord("read", at: &index, end: end) {
      return nil
    }
    if bytes.has(" at 0x", at: index, end: end),
      let (address, after) = bytes.address(at: index + 4, end: end)
    {
      (access.address, index) = (address, after)
    } else if bytes.has(" at ", at: index, end: end), bytes[end - 1] == UInt8(ascii: ":"),
      let after = GoPlaceholder.address(bytes, at: index + 4, end: end)
    {
      index = after
    }
    guard bytes.has(" by", at: index, end: end) else { return nil }
    return access.readThread(bytes, from: index + 3, to: end) ? access : nil
  }

  /// Reads the thread behind `by`; foreign text may stand before it or in its place.
  private mutating func readThread(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    let rest = bytes.trimmed(start..<end)
    if let (name, after) = GoLine.threadName(bytes, at: rest.lowerBound, end: end) {
      guard after == end || (after == end - 1 && bytes[after] == UInt8(ascii: ":")) else { return false }
      thread = name
      return true
    }
    if isHiddenThread(bytes, rest) {
      hidesThread = true
      return true
    }
    // Only the form with an address is sure enough to be taken with foreign text in it, which must not be a thread: then
    // it is a header of ThreadSanitizer that has lost its size.
    guard address != nil, !bytes.has("thread T", at: rest.lowerBound, end: end),
      !bytes.has("main thread", at: rest.lowerBound, end: end)
    else { return false }
    if rest.isEmpty { return true }
    if bytes.isBeginning(of: "main goroutine", rest) || bytes.isBeginning(of: "goroutine ", rest) {
      endsInThread = true
      return true
    }
    guard rest.count < 400 else { return false }
    junk = rest
    for word: StaticString in ["main goroutine:", "goroutine "] {
      if let found = bytes.first(word, in: rest),
        let (name, after) = GoLine.threadName(bytes, at: found, end: end),
        after == end - 1, bytes[after] == UInt8(ascii: ":")
      {
        thread = name
        junk = bytes.trimmed(rest.lowerBound..<found)
        return true
      }
    }
    return true
  }

  /// Whether a text is a goroutine without its number, and the header's end.
  private func isHiddenThread(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard bytes.has("goroutine ", at: text.lowerBound, end: text.upperBound),
      let after = GoPlaceholder.number(bytes, at: text.lowerBound + 10, end: text.upperBound)
    else { return false }
    return after == text.upperBound - 1 && bytes[after] == UInt8(ascii: ":")
  }
}
