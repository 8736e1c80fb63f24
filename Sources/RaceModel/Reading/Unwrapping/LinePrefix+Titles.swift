extension LinePrefix {
  /// Learns the prefix of a report's lines from what is before its title and on the line that holds its first
  /// header; nil when that line is of another writer.
  init?(ofTitle titlePrefix: [UInt8], _ bytes: Span<UInt8>, _ line: Range<Int>, _ header: Int) {
    let own = line.lowerBound..<header
    let prefix = LinePrefix(titlePrefix.span, 0..<titlePrefix.count, and: bytes.bytes(own))
    if !prefix.isEmpty, prefix.textStart(bytes, line, header) != nil {
      self = prefix
    } else if prefix.hasLevel, let start = prefix.textStart(bytes, line, header, anyLevel: true) {
      // More lines have the header's level than the title's.
      self.init(bytes, line.lowerBound..<start, and: titlePrefix)
    } else if let quote = titlePrefix.lastIndex(where: { $0 == 0x22 || $0 == 0x27 || $0 == 0x60 }) {
      // A literal begins right before the report's first line.
      let rest = Array(titlePrefix[(quote + 1)...])
      guard !rest.span.trimmed(0..<rest.count).isEmpty else { return nil }
      self.init(ofTitle: rest, bytes, line, header)
    } else {
      // Headers may be indented, titles are not.
      let mark = own.lowerBound..<bytes.trimmed(own).upperBound
      self.init(context: bytes.bytes(mark), ofMatch: titlePrefix)
    }
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
