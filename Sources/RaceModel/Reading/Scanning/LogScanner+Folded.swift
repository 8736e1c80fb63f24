/// Texts in quotes that were folded into several lines.
extension LogScanner {
  /// Reads a line that is in such a text.
  ///
  /// - Returns: whether it was one.
  mutating func readFolded(_ bytes: Span<UInt8>, _ line: LogLine) -> Bool {
    if unfinished.folded != nil {
      unfinished.folded?.add(bytes, line.range, line.extent)
    } else {
      guard open.isEmpty, unfinished.cutLine == nil, let start = startOfFolded(bytes, line.range),
        case let first =
          start..<(bytes.first(0x0A, in: start..<line.range.upperBound) ?? line.range.upperBound),
        let quote = FoldedText.opening(bytes, first)
      else { return false }
      begin(bytes, first, quote, upTo: line)
    }
    if let text = unfinished.folded, text.isWhole || text.text.count > FoldedText.longest { endFolded() }
    return true
  }

  private mutating func begin(
    _ bytes: Span<UInt8>, _ first: Range<Int>, _ quote: Int, upTo line: LogLine
  ) {
    var current = line.extent
    current.line -= bytes.lineEnds(in: first.lowerBound..<line.range.lowerBound)
    (current.start, current.lastLine) = (pass.base + first.lowerBound, current.line)
    var text = FoldedText(bytes, first, from: quote, current)
    var end = first.upperBound
    while end < line.range.lowerBound {
      let start = end + 1
      end = bytes.first(0x0A, in: start..<line.range.upperBound) ?? line.range.upperBound
      text.add(bytes, start..<end, line.extent)
    }
    text.extent.end = line.extent.end
    unfinished.folded = text
  }

  /// Where the text begins that a line is in: one that may open a report, or the first one of a report that is read
  /// again.
  private mutating func startOfFolded(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    if known != nil, line.lowerBound == 0, !pass.hasAnchor(bytes, line) {
      // Nothing but such a text begins a report with a line like this.
      return FoldedText.opening(bytes, line) == nil ? nil : 0
    }
    guard bytes.first(UInt8(ascii: "\\"), in: line) != nil, pass.hasAnchor(bytes, line) else { return nil }
    guard let start = FoldedText.start(bytes, around: line) else { return nil }
    // Lines above it with an anchor were read by themselves.
    return Anchors.first(in: bytes, start..<line.lowerBound) == nil ? start : nil
  }

  /// Reads the lines of the text.
  mutating func endFolded() {
    guard let whole = unfinished.folded else { return }
    unfinished.folded = nil
    var text: [UInt8] = []
    JSONText.unescape(whole.text.span, 0..<whole.text.count, into: &text, ofYAML: true)
    text.append(0x0A)
    readLines(text.span, LineOrigin(), whole.extent)
    findings.opened = nil
  }
}
