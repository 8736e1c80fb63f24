extension LinePrefix {
  /// Learns the prefix of a report's lines from what is before its title and on the line that holds its first
  /// header; nil when that line is of another writer.
  init?(ofTitle titlePrefix: [UInt8], _ bytes: Span<UInt8>, _ line: Range<Int>, _ header: Int) {
    let own = line.lowerBound..<header
    if Self.areOfTwo(titlePrefix, bytes, own) { return nil }
    let prefix = LinePrefix(titlePrefix.span, 0..<titlePrefix.count, and: bytes.bytes(own))
    if !prefix.isEmpty, prefix.textStart(bytes, line, header) != nil {
      self = prefix
    } else if prefix.hasLevel, let start = prefix.textStart(bytes, line, header, anyLevel: true) {
      // More lines have the header's level than the title's.
      self.init(bytes, line.lowerBound..<start, and: titlePrefix)
    } else if let last = titlePrefix.last, Self.isQuote(last), case let mark = bytes.trimmed(own),
      mark.count == 1, bytes[mark.lowerBound] == last
    {
      // A string a line; before the first one the variable stands that takes them.
      self.init(bytes, own.lowerBound..<mark.upperBound)
    } else if let quote = titlePrefix.lastIndex(where: { $0 == 0x22 || $0 == 0x27 || $0 == 0x60 }) {
      // A literal begins right before the report's first line.
      let rest = Array(titlePrefix[(quote + 1)...])
      guard !rest.span.trimmed(0..<rest.count).isEmpty else { return nil }
      self.init(ofTitle: rest, bytes, line, header)
    } else {
      // Headers may be indented, titles are not.
      let mark = own.lowerBound..<bytes.trimmed(own).upperBound
      if let context = LinePrefix(context: bytes.bytes(mark), ofMatch: titlePrefix) {
        self = context
      } else {
        self.init(besideTitle: titlePrefix, bytes, own)
      }
    }
  }

  /// The same where the mark of a CI system is before the header, and not before the title.
  init?(ofTitle titlePrefix: [UInt8], _ bytes: Span<UInt8>, _ line: Range<Int>, markedHeader header: Int) {
    guard let mark = RunnerMark.start(bytes, line.lowerBound..<header) else { return nil }
    if bytes.trimmed(line.lowerBound..<mark).isEmpty {
      guard titlePrefix.allSatisfy({ $0 <= 0x20 }) else { return nil }
      self = .none
    } else {
      self.init(ofTitle: titlePrefix, bytes, line, mark)
    }
  }

  /// Whether what is before a title and before another line is of two writers that differ in no more than numbers.
  private static func areOfTwo(_ title: [UInt8], _ bytes: Span<UInt8>, _ own: Range<Int>) -> Bool {
    KernelMark.areOfTwoCallers(title.span, 0..<title.count, bytes, own)
      || NumberedWriters.areTwo(title.span, 0..<title.count, bytes, own)
  }

  /// Whether two texts before lines begin with a number each, the second one lower: the numbers of lines rise.
  static func countsDown(_ title: Span<UInt8>, _ bytes: Span<UInt8>, _ own: Range<Int>) -> Bool {
    guard let first = counter(title, 0..<title.count), let second = counter(bytes, own) else { return false }
    return second < first
  }

  /// The number that a text before a line begins with; nil where it begins with none, or with a time, which may begin anew.
  static func counter(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    let start = bytes.trimmed(text).lowerBound
    guard let (value, end) = bytes.decimal(at: start, end: text.upperBound),
      RandomID.end(bytes, from: start, to: text.upperBound) == nil
    else { return nil }
    let isOfTime = end + 1 < text.upperBound && bytes[end] > 0x20 && bytes[end + 1] &- 0x30 < 10
    return isOfTime ? nil : value
  }

  /// Learns the prefix of a report's lines from one of them where the title has more before it: the element of a page,
  /// the mark of a list, words.
  ///
  /// - Parameter own: what is before the text of the line. It is what the title's line begins with, then what is right
  ///   before the title. Nil when it is not.
  init?(besideTitle title: [UInt8], _ bytes: Span<UInt8>, _ own: Range<Int>) {
    if Self.areOfTwo(title, bytes, own) { return nil }
    let shared = SharedBeginning(title.span, 0..<title.count, bytes, own)
    let rest = LineSuffix(bytes, shared.ends.second..<own.upperBound)
    var start = title.count
    if !rest.isEmpty {
      guard let found = rest.start(title.span, shared.ends.first..<title.count) else { return nil }
      start = found
    }
    // What is blank in the title is blank in its report's lines.
    let blanks = title.count - title.span.trimmed(0..<title.count).upperBound
    let end = min(bytes.trimmed(own).upperBound + blanks, own.upperBound)
    self.init(bytes, own.lowerBound..<end, and: Array(title[..<shared.ends.first] + title[start...]))
  }

  /// Where a header's line begins behind the prefix; nil when more than white space is before the header there.
  private func textStart(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ header: Int, anyLevel: Bool = false
  ) -> Int? {
    guard case .content(let start) = match(bytes, line, anyLevel: anyLevel), start <= header,
      bytes.trimmed(start..<header).isEmpty
    else { return nil }
    return start
  }
}
