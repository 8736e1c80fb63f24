extension ReportEntry {
  /// The text of the report without what a program wrapped its lines in: records of JSON, a string with escaped line
  /// ends. Records of other streams between its own are left out; lines that are no records stay as they are.
  ///
  /// - Parameter bytes: the log's bytes `start ..< start + byteCount`.
  package func unwrapped(_ bytes: [UInt8]) -> [UInt8] {
    let span = bytes.span
    if case .records = Self.quoted(bytes)?.escape { return Self.unquoted(bytes) }
    var text: [UInt8] = []
    var first: WrappedLine?
    var label = OutputLabel()
    var start = 0
    while start < bytes.count {
      let end = span.first(0x0A, in: start..<bytes.count) ?? bytes.count
      let line = start..<end
      start = end + 1
      if let record = WrappedLine(span, line).map({ label.settled($0, span) }) {
        let own = first ?? record
        first = own
        guard own.isOfSameStream(as: record, span) else { continue }
        JSONText.unescape(span, record.text, into: &text)
        if record.endsLine, text.last != 0x0A { text.append(0x0A) }
      } else {
        // Nothing of a log is a record when its first line is none.
        guard first != nil else { return Self.unquoted(bytes) }
        text += bytes[line] + [0x0A]
      }
    }
    // A record may hold a string that holds the report.
    return first == nil ? text : Self.unquoted(text)
  }

  /// The lines of a report that stands on one line of the log.
  private static func unquoted(_ bytes: [UInt8]) -> [UInt8] {
    guard let quoted = quoted(bytes) else { return bytes }
    var text: [UInt8] = []
    quoted.unescape(bytes.span, into: &text)
    return text
  }

  /// The text of several lines that is on the only line of a text.
  private static func quoted(_ bytes: [UInt8]) -> QuotedText? {
    let span = bytes.span
    let end = bytes.last == 0x0A ? bytes.count - 1 : bytes.count
    guard end > 0, span.first(0x0A, in: 0..<end) == nil else { return nil }
    return QuotedText.around(span.first("WARNING", in: 0..<end) ?? end / 2, in: span, 0..<end)
  }
}
