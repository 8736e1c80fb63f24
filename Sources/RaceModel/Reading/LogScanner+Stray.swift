/// Headers with a stray character or two before them: a slip of whoever pasted the report, or what a terminal left.
extension LogScanner {
  /// How many characters are taken for stray ones; more are another source's prefix.
  private static let strayCharacters = 2

  /// Gives a header behind stray characters to the report whose line it is. Else the frames below it would be
  /// those of the stack above it.
  ///
  /// - Returns: whether a report took the line.
  mutating func offerBehindStray(_ bytes: Span<UInt8>, _ line: Range<Int>, _ place: Place) -> Bool {
    guard open.count <= 8 else { return false }
    for index in open.indices {
      let report = open[index]
      let prefix = report.isAnnounced ? report.titlePrefix : report.prefix
      guard case .content(let start) = prefix.match(bytes, line),
        let stray = Self.stray(bytes, start..<line.upperBound),
        case let text = bytes.trimmed(stray.upperBound..<line.upperBound),
        type(of: report.grammar).header(bytes, text) == text.lowerBound
      else { continue }
      // A title that waits learns its prefix from the header: here there is none.
      guard !report.isAnnounced || prefix.isEmpty else { continue }
      let wasAnnounced = report.isAnnounced
      let verdict =
        wasAnnounced
        ? offer(bytes, text, Grammars.opening(bytes, text), to: index, place)
        : read(bytes, text, index, place)
      guard verdict == .taken else { continue }
      // A report that was open has noted the line before it was known to be its own.
      if wasAnnounced { report.draft.addNote(bytes, line) }
      return true
    }
    return false
  }

  /// The stray characters that a line begins with and that a blank ends.
  private static func stray(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    let text = bytes.trimmed(line)
    guard let blank = text.prefix(strayCharacters + 1).first(where: { bytes[$0] <= 0x20 }) else {
      return nil
    }
    return text.lowerBound..<blank
  }
}
