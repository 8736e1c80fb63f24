/// Reading lines that are wrapped in JSON or in quotes.
extension LogScanner {
  /// Reads a record. Of most logs most records are no part of a report; nothing is copied of them, nor of a
  /// record whose text can be read where it is.
  mutating func readWrapped(
    _ wrapped: WrappedLine, _ bytes: Span<UInt8>, _ line: LogLine
  ) {
    let plain = wrapped.plainText(bytes)
    var stream = unwrapper.knownStream(of: wrapped, bytes)
    guard isOfKnown(wrapped, bytes, &stream) else { return }
    let report = stream.flatMap { open.first(of: $0) }
    let isAwaited = isAwaited(stream)
    if plain != nil, !isAwaited, !pass.hasAnchor(bytes, line.range) { return }
    if report == nil, readRest(wrapped, bytes, line, of: stream) { return }
    let isPartial = report?.partial.isEmpty == false
    if let plain, !isPartial {
      let stream = stream ?? unwrapper.newStream(of: wrapped, bytes)
      unwrapper.record = wrapped
      let origin = LineOrigin(stream: stream, isInPlace: true)
      readText(bytes, LogLine(range: plain, origin: origin, extent: line.extent))
      return
    }
    readDecoded(wrapped, bytes, line.extent, of: stream)
  }

  /// Reads a record that is not in the log as it is: its line was cut.
  mutating func readCutRecord(_ record: WrappedLine, _ bytes: Span<UInt8>, _ extent: LineExtent) {
    var stream = unwrapper.knownStream(of: record, bytes)
    guard isOfKnown(record, bytes, &stream) else { return }
    readDecoded(record, bytes, extent, of: stream)
    // What is above it was cut, too.
    findings.blamesUnnamed = nil
  }

  /// Whether a record may be of the report that is read again, if one is: records of other streams may be between its own.
  private mutating func isOfKnown(
    _ record: WrappedLine, _ bytes: Span<UInt8>, _ stream: inout TextStream?
  ) -> Bool {
    guard let known else { return true }
    if let own = known.stream { return stream == own }
    stream = stream ?? unwrapper.newStream(of: record, bytes)
    self.known?.stream = stream
    return true
  }

  /// Whether the next lines of a stream are of interest, whatever they hold.
  private func isAwaited(_ stream: TextStream?) -> Bool {
    guard let stream else { return false }
    return open.has(stream) || sink.awaitedStream == stream
      || blamed.awaitedResult?.stream == stream
  }

  /// Reads the lines of a record's text. Records of one stream make up its lines, whatever pieces they were cut into.
  private mutating func readDecoded(
    _ wrapped: WrappedLine, _ bytes: Span<UInt8>, _ extent: LineExtent, of stream: TextStream?
  ) {
    let report = stream.flatMap { open.first(of: $0) }
    let isPartial = report?.partial.isEmpty == false
    let text = unwrapper.text(of: wrapped, behind: isPartial ? report?.partial.bytes : nil, bytes)
    if isPartial { report?.partial.bytes = [] }
    let canOpen = Anchors.areIn(text.span)
    guard canOpen || isAwaited(stream) else { return }
    var origin = LineOrigin(stream: stream ?? unwrapper.newStream(of: wrapped, bytes))
    if canOpen { origin.during = unwrapper.during(wrapped, bytes, in: &naming.symbols) }
    readLines(text.span, origin, extent)
  }

  /// Reads a record that continues the line begun by the record above it: a title may be split between them.
  ///
  /// - Returns: whether it is one.
  private mutating func readRest(
    _ wrapped: WrappedLine, _ bytes: Span<UInt8>, _ line: LogLine, of stream: TextStream?
  ) -> Bool {
    guard let part = unwrapper.beginning(of: wrapped, above: line.range.lowerBound, bytes) else {
      return false
    }
    let text = unwrapper.text(of: wrapped, behind: part.text, bytes)
    guard Anchors.areIn(text.span) else { return false }
    var extent = line.extent
    extent.line -= 1
    extent.start -= line.range.lowerBound - part.start
    var origin = LineOrigin(stream: stream ?? unwrapper.newStream(of: wrapped, bytes))
    origin.during = unwrapper.during(wrapped, bytes, in: &naming.symbols)
    readLines(text.span, origin, extent)
    return true
  }

  /// The first text of several lines in a line that holds an anchor; nil if there is none, or if it is the text of
  /// `record`. A text that only says how a program ended is skipped: its output may be in another field.
  private mutating func quoted(
    _ bytes: Span<UInt8>, _ line: Range<Int>, beside record: WrappedLine?
  ) -> QuotedText? {
    var anchor = pass.nextAnchor(bytes, from: line.lowerBound, to: bytes.count)
    guard anchor < line.upperBound else { return nil }
    if let text = record?.text, text.contains(anchor) {
      // What looks like a record may be a list of them.
      if line.count > ScanLimits.collapsedLine,
        let records = QuotedText.records(around: anchor, in: bytes, line)
      {
        return records
      }
      guard Grammars.opening(bytes, text) == nil,
        let next = Anchors.first(in: bytes, text.upperBound..<line.upperBound)
      else { return nil }
      anchor = next
    }
    return QuotedText.around(anchor, in: bytes, line)
  }

  /// Reads the lines of a text that is in a line with its line ends escaped, if that holds an anchor
  /// that is not in the text of `record`; false when there is none. Of several such texts each is read.
  mutating func readQuoted(
    _ bytes: Span<UInt8>, _ line: LogLine, beside record: WrappedLine? = nil
  ) -> Bool {
    let (line, extent) = (line.range, line.extent)
    guard let quoted = quoted(bytes, line, beside: record) else { return false }
    if open.isEmpty {
      lookBack(bytes, to: line.lowerBound)
      announced.take(bytes, line.lowerBound..<quoted.range.lowerBound, symbols: &naming.symbols)
    }
    var next: QuotedText? = quoted
    while let text = next {
      readLines(unwrapper.text(of: text, bytes).span, LineOrigin(), extent)
      // Its reports have their tests.
      findings.opened = nil
      let rest = text.range.upperBound..<line.upperBound
      next = Anchors.first(in: bytes, rest).flatMap { QuotedText.around($0, in: bytes, rest) }
    }
    return true
  }

  /// Reads the lines of a text. The last one may go on in the stream's next record.
  ///
  /// - Parameter depth: how many other texts of several lines it is in.
  mutating func readLines(
    _ text: Span<UInt8>, _ origin: LineOrigin, _ extent: LineExtent, depth: Int = 0
  ) {
    var start = 0
    var own = TestsOfRecord(text, origin)
    while start < text.count {
      let lineEnd = text.first(0x0A, in: start..<text.count)
      if lineEnd == nil, text.count - start < 1 << 16, let report = open.first(of: origin.stream) {
        report.partial.bytes = text.bytes(start..<text.count)
        report.partial.extent = extent
        return
      }
      let line = start..<(lineEnd ?? text.count)
      if depth < ScanLimits.textDepth, readInner(text, line, origin, extent, depth: depth + 1) {
        start = line.upperBound + 1
        continue
      }
      let clean = undone(text, line)
      if start > 0, open.isEmpty { isBelowBar = Self.hasBar(text, before: start) }
      if origin.stream == TextStream.plain, open.isEmpty {
        announced.take(clean.span, 0..<clean.count, symbols: &naming.symbols)
      }
      own.take(clean, &naming.symbols, isOpen: open.has(origin.stream))
      readText(clean.span, LogLine(range: 0..<clean.count, origin: origin, extent: extent))
      if let report = findings.opened, own.name(report) { findings.opened = nil }
      if findings.blamesTest {
        blame(announced.test, for: origin.stream)
        nameBlamed(text, line, base: nil, origin.stream)
      }
      start = line.upperBound + 1
    }
  }

  /// Reads the lines of the texts that are in a line of a text, their line ends escaped once more: the error of a logger in
  /// a record, what a test says that it got.
  ///
  /// - Returns: whether it holds one.
  private mutating func readInner(
    _ text: Span<UInt8>, _ line: Range<Int>, _ origin: LineOrigin, _ extent: LineExtent, depth: Int
  ) -> Bool {
    guard line.count > QuotedText.shortestLine, text.first("\\n", in: line) != nil,
      let anchor = Anchors.first(in: text, line), let first = QuotedText.around(anchor, in: text, line),
      first.escape == .backslash
    else { return false }
    var next: QuotedText? = first
    while let quoted = next {
      readLines(unwrapper.text(of: quoted, text).span, origin, extent, depth: depth)
      let rest = quoted.range.upperBound..<line.upperBound
      next = Anchors.first(in: text, rest).flatMap { QuotedText.around($0, in: text, rest) }
    }
    return true
  }

  /// A line of a text without escape sequences and the like, signs in it as they were: it may be a string, or a record.
  private mutating func undone(_ text: Span<UInt8>, _ line: Range<Int>) -> [UInt8] {
    let clean = unwrapper.clean(text, line)
    return EscapedQuotes.undone(clean, LineMarks(clean.span, 0..<clean.count), isOfRecord: true)
  }

  /// Package and test of which the record says that a line was printed during them.
  mutating func during(_ bytes: Span<UInt8>, _ origin: LineOrigin) -> TestIDs {
    guard origin.isInPlace, let record = unwrapper.record else { return origin.during }
    return unwrapper.during(record, bytes, in: &naming.symbols)
  }
}
