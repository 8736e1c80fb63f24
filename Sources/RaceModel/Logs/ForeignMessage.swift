/// A message that says what went wrong where no detector of races has reported: of the kernel, of another sanitizer, of
/// Memcheck, of a language's runtime, of a shell, of `go test`.
///
/// Looked for only in logs without a report.
enum ForeignMessage {
  /// How many bytes are searched at the beginning of a log, and at its end.
  private static let reach = 4 << 20

  private static let search = AnchorSearch(messages.map(\.words))

  /// The first such message in a log that was read to its end; nil if it has none.
  static func first(in file: LogFile, bytes: Int, lines: Int) -> LogNote? {
    let head = file.bytes(0..<min(bytes, reach))
    if let found = first(in: head.span), !found.isCut || head.count == bytes {
      return note(found, head.span, line: 1 + head.span.lineEnds(in: 0..<found.line.lowerBound), start: 0)
    }
    guard bytes > head.count else { return nil }
    let start = max(head.count, bytes - reach)
    let tail = file.bytes(start..<bytes)
    guard let found = first(in: tail.span) else { return nil }
    let below = tail.span.lineEnds(in: found.line.lowerBound..<tail.count)
    let isEnded = tail.last == 0x0A
    return note(found, tail.span, line: lines - below + (isEnded ? 1 : 0), start: start)
  }

  private struct Found {
    var line: Range<Int>
    /// The line as it was before it was put into a record or coloured.
    var text: [UInt8]
    var at: Int
    var isFatal: Bool
    /// Whether the line may go on behind the bytes that were searched.
    var isCut: Bool
  }

  private static func note(_ found: Found, _ bytes: Span<UInt8>, line: Int, start: Int) -> LogNote {
    LogNote(
      line: line, start: start + found.line.lowerBound, isFatal: found.isFatal, found.text.span,
      found.at..<found.text.count)
  }

  private static func first(in bytes: Span<UInt8>) -> Found? {
    var from = 0
    while from < bytes.count, let line = search.firstLine(in: bytes, from..<bytes.count) {
      from = line.upperBound + 1
      guard line.count <= ScanLimits.longestPartialLine else { continue }
      let text = clean(bytes, line)
      if let (at, isFatal) = message(text.span, text.span.trimmed(0..<text.count)) {
        return Found(line: line, text: text, at: at, isFatal: isFatal, isCut: line.upperBound == bytes.count)
      }
    }
    return nil
  }

  private static func clean(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    var clean: [UInt8] = []
    if let record = WrappedLine(bytes, line) {
      JSONText.unescape(bytes, record.text, into: &text)
    } else {
      text = bytes.bytes(line)
    }
    TextCleaning.clean(text.span, 0..<text.count, into: &clean)
    return clean
  }

  /// Where the message of a line begins, and whether it tells of an end; nil when it holds none.
  static func message(_ bytes: Span<UInt8>, _ line: Range<Int>) -> (at: Int, isFatal: Bool)? {
    for (words, rule, isFatal) in messages {
      guard let found = bytes.first(words, in: line) else { continue }
      if let at = start(bytes, line, found..<found + words.utf8CodeUnitCount, rule) { return (at, isFatal) }
    }
    return nil
  }

  private static func start(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ words: Range<Int>, _ rule: Rule
  ) -> Int? {
    let before = line.lowerBound..<words.lowerBound
    switch rule {
    case .first: return LineStart.isFirst(bytes, words.lowerBound, in: line) ? words.lowerBound : nil
    case .firstWith(let more):
      guard bytes.first(more, in: words.upperBound..<line.upperBound) != nil else { return nil }
      return start(bytes, line, words, .first)
    case .behindColon:
      if LineStart.isFirst(bytes, words.lowerBound, in: line) { return words.lowerBound }
      return bytes.ends(": ", in: before) ? words.lowerBound : nil
    case .behind(let word):
      let at = words.lowerBound - word.utf8CodeUnitCount
      return bytes.ends(word, in: before) && LineStart.isFirst(bytes, at, in: line) ? at : nil
    case .whole: return words.upperBound == line.upperBound ? start(bytes, line, words, .behindColon) : nil
    case .behindPlace:
      guard bytes.ends(": ", in: before), before.count > 4, bytes[before.upperBound - 3] &- 0x30 < 10 else {
        return nil
      }
      return bytes.last(0x20, in: before.lowerBound..<before.upperBound - 1).map { $0 + 1 }
        ?? before.lowerBound
    case .behindMark:
      return bytes.ends("== ", in: before) || bytes.ends("watchdog: ", in: before) ? words.lowerBound : nil
    case .dumped:
      let signals: [StaticString] = [
        "Segmentation fault", "segmentation fault", "Aborted", "aborted", "Bus error", "bus error",
        "Illegal instruction", "Floating point exception", "Trace/breakpoint trap", "abort", "Quit",
      ]
      // A shell puts the words in a column.
      let before = bytes.trimmed(before)
      for signal in signals {
        let start = before.upperBound - signal.utf8CodeUnitCount
        if start >= before.lowerBound, bytes.has(signal, at: start, end: before.upperBound) { return start }
      }
      return nil
    case .behindThread:
      guard let name = bytes.first("thread '", in: before),
        LineStart.isFirst(bytes, name, in: line)
      else { return nil }
      return name
    case .counted:
      let number = bytes.last(0x20, in: before).map { $0 + 1 } ?? before.lowerBound
      guard number < before.upperBound, (number..<before.upperBound).allSatisfy({ bytes[$0] &- 0x30 < 10 }),
        bytes.ends("Found ", in: before.lowerBound..<number)
      else { return nil }
      return number - 6
    }
  }
}
