/// The next lines of a report without the prefix that each of them has, one behind the other.
///
/// This is how a quoted, stamped or mailed log is read as fast as a clean one: a grammar takes many lines at once, and
/// without its stamps a stack has the same bytes each time it is printed.
struct StrippedLines {
  /// A line, where it begins.
  private struct Line {
    var inText: Int
    var inBytes: Int
  }

  /// More lines than any report's stack has as a rule.
  private static let most = 512

  /// The text of the lines, each with its line feed.
  private(set) var text: [UInt8] = []
  /// The lines, and behind the last one where the next would begin.
  private var lines: [Line] = []
  private var prefix = LinePrefix.none
  /// The first line that was not passed yet.
  private var next = 0

  init() {}

  /// Forgets the lines: the bytes they were taken from are no longer there.
  mutating func clear() { lines.removeAll(keepingCapacity: true) }

  /// Where the line that begins at `start` begins in `text`; nil when it has not the prefix.
  ///
  /// - Parameter end: where the bytes end that need no cleaning.
  mutating func find(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, prefix: LinePrefix
  ) -> Int? {
    while next < lines.count, lines[next].inBytes < start { next += 1 }
    if next + 1 >= lines.count || lines[next].inBytes != start || self.prefix != prefix {
      fill(bytes, from: start, to: end, prefix)
    }
    return lines.count > 1 ? lines[next].inText : nil
  }

  /// How many of the lines that were not passed are blank, down to the first one that is not.
  var blankLines: Int {
    let bytes = text.span
    var blanks = 0
    while next + blanks + 1 < lines.count,
      bytes.trimmed(lines[next + blanks].inText..<lines[next + blanks + 1].inText).isEmpty
    {
      blanks += 1
    }
    return blanks
  }

  /// Passes lines that a grammar has taken.
  ///
  /// - Returns: where the next line begins in the log's bytes.
  mutating func pass(_ count: Int) -> Int {
    next += count
    return lines[next].inBytes
  }

  /// Where a line of the text begins in the log's bytes.
  func position(ofText start: Int) -> Int {
    var (low, high) = (0, lines.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].inText < start { low = middle + 1 } else { high = middle }
    }
    return lines[low].inBytes
  }

  /// Takes lines as far as the next blank one, with which a stack ends: what follows is taken when it is asked for.
  private mutating func fill(_ bytes: Span<UInt8>, from start: Int, to end: Int, _ prefix: LinePrefix) {
    text.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    self.prefix = prefix
    next = 0
    var position = start
    while lines.count < Self.most, position < end, let lineEnd = bytes.first(0x0A, in: position..<end),
      lineEnd - position <= ScanLimits.longestLine,
      let own = prefix.textStart(bytes, position..<lineEnd)
    {
      lines.append(Line(inText: text.count, inBytes: position))
      text.append(bytes, own..<lineEnd + 1)
      position = lineEnd + 1
      if bytes.trimmed(own..<lineEnd).isEmpty { break }
    }
    lines.append(Line(inText: text.count, inBytes: position))
  }
}
