/// Lines in the encoding of mails, which cuts what is long into several lines.
extension LogScanner {
  /// Reads a line whose encoding has to be undone, behind what the lines above it have of the same line.
  ///
  /// - Returns: whether it was one.
  mutating func readEncoded(_ bytes: Span<UInt8>, _ line: LogLine) -> Bool {
    guard unfinished.cutLine != nil || isEncoded(bytes, line.range) else { return false }
    let own = unfinished.cutLine == nil ? line.range : restOfCut(bytes, line.range)..<line.range.upperBound
    let decoded = QuotedPrintable(bytes, own)
    let text = (unfinished.cutLine?.text ?? []) + decoded.text
    let whole = unfinished.cutLine?.extent.joined(to: line.extent) ?? line.extent
    unfinished.cutLine = nil
    if decoded.goesOn, text.count < ScanLimits.longestCutLine || Self.isPage(text) {
      unfinished.cutLine = CutLine(text: text, extent: whole)
      return true
    }
    readCut(CutLine(text: text, extent: whole))
    return true
  }

  /// The beginning of a record of which a line may be the rest, where no report is open: of lines that are cut only those
  /// with an anchor are looked at. Nil where the line above does not go on in this one, or holds no record.
  func recordCut(above line: LogLine, _ bytes: Span<UInt8>) -> CutLine? {
    let end = line.range.lowerBound
    guard unfinished.cutLine == nil, end > 2, bytes[end - 1] == 0x0A,
      bytes[end - 2] == UInt8(ascii: "=") || bytes[end - 2] == 0x0D
    else { return nil }
    var extent = line.extent
    var start = end
    while let above = bytes.lineAbove(start, within: QuotedPrintable.longestLine),
      QuotedPrintable.widths ~= above.count, QuotedPrintable.isCut(bytes, above),
      end - above.lowerBound < ScanLimits.longestCutLine
    {
      start = above.lowerBound
      extent.line -= 1
      if bytes.has("{\"", at: start, end: end) { break }
    }
    guard bytes.has("{\"", at: start, end: end) else { return nil }
    extent.lastLine = line.extent.line - 1
    extent.start -= end - start
    extent.end = line.extent.start
    var text: [UInt8] = []
    while start < end, let next = bytes.first(0x0A, in: start..<end) {
      text += QuotedPrintable(bytes, start..<next).text
      start = next + 1
    }
    return CutLine(text: text, extent: extent)
  }

  /// Where the rest of a cut line begins: a mail that was quoted with its encoding has the quote's mark before it, too.
  private func restOfCut(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int {
    guard let report = open.first(of: TextStream.plain), !report.isAnnounced else { return line.lowerBound }
    return report.restStart(bytes, line)
  }

  /// Whether a line that was cut is the page of a mail, of which all elements are on one line.
  private static func isPage(_ text: [UInt8]) -> Bool {
    text.count < ScanLimits.longestPartialLine && MarkupText.isIn(text.span, 0..<text.count)
  }

  /// Reads a line whose encoding was undone.
  mutating func readCut(_ line: CutLine) {
    let text = line.text
    if let record = WrappedLine(text.span, 0..<text.count) {
      readCutRecord(record, text.span, line.extent)
    } else if !readElements(of: line) {
      readDirty(line.text.span, LogLine(range: 0..<line.text.count, extent: line.extent))
    }
    // What was opened by such a line, or has one, has more of them.
    for index in open.indices(of: TextStream.plain) { open[TextStream.plain, index].isEncoded = true }
  }

  /// Reads the elements of the page of a mail that are lines each.
  ///
  /// - Returns: whether the line holds some, and an anchor.
  private mutating func readElements(of line: CutLine) -> Bool {
    let range = 0..<line.text.count
    guard range.count > QuotedText.shortestLine, let anchor = Anchors.first(in: line.text.span, range),
      let quoted = QuotedText.around(anchor, in: line.text.span, range), quoted.escape == .element
    else { return false }
    let lines = unwrapper.text(of: quoted, line.text.span)
    readLines(lines.span, LineOrigin(), line.extent)
    return true
  }

  /// Whether a line ends inside a list of types of Rust, behind the name of one: `FnOnce<(), Output =`. Of a report that is
  /// in a mail the sign before the number of the process is encoded, too.
  private func endsInType(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let text = bytes.trimmed(line)
    guard WrappedText.endsInEquals(bytes, text), let open = bytes.first(UInt8(ascii: "<"), in: text) else {
      return false
    }
    return BracketedName.isOpen(bytes, open..<text.upperBound, before: text.upperBound - 1)
  }

  /// Whether a line is in the encoding of mails. One that a report may have printed is only believed to be cut where
  /// the report is in a mail.
  private func isEncoded(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let isCut = QuotedPrintable.isCut(bytes, line)
    switch QuotedPrintable.escapes(bytes, line) {
    case .evident: return true
    case .none where !isCut: return false
    default: break
    }
    let report = open.first(of: TextStream.plain)
    if report?.isEncoded == true { return true }
    guard isCut else { return false }
    // Kernels' reports are sent as mails.
    let program = report?.draft.header.detector.profile.program
    if program != .kernel, report?.draft.header.pid != nil, endsInType(bytes, line) { return false }
    if program == .kernel || Anchors.first(in: bytes, line) != nil { return true }
    // The encoding fills its lines. The last line of base64 may end so, too.
    guard QuotedPrintable.widths ~= line.count else { return false }
    let text = bytes.trimmed(line)
    // So may a record that has no blanks.
    return bytes.first(0x20, in: text) != nil || bytes.has("{\"", at: text.lowerBound, end: text.upperBound)
      || (report != nil && !QuotedPrintable.isBase64(bytes, text))
  }
}
