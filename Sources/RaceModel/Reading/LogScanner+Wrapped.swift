/// Reading lines that are wrapped in JSON.
extension LogScanner {
  /// Reads a record. Of most logs most records are no part of a report; nothing is copied of them, nor of a
  /// record whose text can be read where it stands.
  mutating func readWrapped(
    _ wrapped: WrappedLine, _ bytes: Span<UInt8>, _ line: Range<Int>, _ place: Place
  ) {
    let plain = wrapped.plainText(bytes)
    var known = shapes.number(wrapped) ?? sources.find(bytes, shapes.whole(wrapped).source)
    // Records of other sources may stand between those of a report that is read again.
    if case .first = focus {
      let source = known ?? number(wrapped, bytes)
      focus = .source(source)
      known = source
    }
    if case .source(let source) = focus, known != source { return }
    let isOpen = known.map { open.has($0) } ?? false
    let isAwaited = isOpen || (known != nil && openNote?.source == known)
    if plain != nil, !isAwaited, !hasAnchor(bytes, line) { return }
    if isOpen, let known { open.select(known) }
    let isPartial = isOpen && !(open.first?.partial.isEmpty ?? true)
    if let plain, !isPartial {
      let source = known ?? number(wrapped, bytes)
      record = wrapped
      readText(bytes, plain, Origin(source: source, isInPlace: true), place)
      return
    }
    decoded.removeAll(keepingCapacity: true)
    if isPartial, let report = open.first {
      // Records of one source make up its lines, whatever pieces they were cut into.
      decoded += report.partial
      report.partial.removeAll()
    }
    JSONText.unescape(bytes, wrapped.text, into: &decoded)
    if wrapped.endsLine, decoded.last != 0x0A { decoded.append(0x0A) }
    let canOpen = Self.hasAnchor(decoded.span)
    guard isAwaited || canOpen else { return }
    var origin = Origin(source: known ?? number(wrapped, bytes))
    if canOpen { origin.names = names(wrapped, bytes) }
    let text = decoded
    readRecords(text.span, origin, place)
  }

  /// The number of a record's source, of which no report was open yet.
  private mutating func number(_ record: WrappedLine, _ bytes: Span<UInt8>) -> OpenReports.Source {
    let number = sources.intern(bytes, shapes.whole(record).source)
    shapes.set(number, of: record)
    return number
  }

  /// Reads the lines of a text that stands in a line with its line ends escaped, if that holds an anchor
  /// that is not in the text of `record`; false when there is none.
  mutating func readQuoted(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ place: Place, beside record: WrappedLine? = nil
  ) -> Bool {
    let anchor = nextAnchor(bytes, from: line.lowerBound, to: bytes.count)
    guard anchor < line.upperBound, record?.text.contains(anchor) != true,
      let quoted = QuotedText.around(anchor, in: bytes, line)
    else { return false }
    if open.isEmpty {
      lookBack(bytes, to: line.lowerBound)
      announced.note(bytes, line.lowerBound..<quoted.range.lowerBound, symbols: &naming.symbols)
    }
    decoded.removeAll(keepingCapacity: true)
    quoted.unescape(bytes, into: &decoded)
    if decoded.last != 0x0A { decoded.append(0x0A) }
    let text = decoded
    readRecords(text.span, Origin(), place)
    // Its reports have their tests.
    justOpened = nil
    return true
  }

  private mutating func hasAnchor(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    nextAnchor(bytes, from: line.lowerBound, to: bytes.count) < line.upperBound
  }

  /// Reads the lines of a text. The last one may go on in the source's next record.
  private mutating func readRecords(_ text: Span<UInt8>, _ origin: Origin, _ place: Place) {
    var start = 0
    while start < text.count {
      let lineEnd = text.first(0x0A, in: start..<text.count)
      if lineEnd == nil, text.count - start < 1 << 16 {
        open.select(origin.source)
        if let report = open.first {
          report.partial = text.bytes(start..<text.count)
          report.partialPlace = place
          return
        }
      }
      let line = start..<(lineEnd ?? text.count)
      scratch.removeAll(keepingCapacity: true)
      TextCleaning.clean(text, line, into: &scratch)
      let clean = scratch
      if origin.source == OpenReports.plain, open.isEmpty {
        announced.note(clean.span, 0..<clean.count, symbols: &naming.symbols)
      }
      readText(clean.span, 0..<clean.count, origin, place)
      if isClaimLine { claim(announced.test, origin.source, place) }
      start = line.upperBound + 1
    }
  }

  /// Package and test that a record names.
  mutating func names(_ record: WrappedLine, _ bytes: Span<UInt8>) -> PrintedDuringTracker.Names {
    let record = shapes.whole(record)
    guard let package = record.package else { return (-1, -1) }
    return (intern(bytes, package), record.test.map { intern(bytes, $0) } ?? -1)
  }

  /// The number of a name that is a JSON string.
  private mutating func intern(_ bytes: Span<UInt8>, _ name: Range<Int>) -> SymbolTable.ID {
    guard bytes.first(UInt8(ascii: "\\"), in: name) != nil else {
      return naming.symbols.intern(bytes, name)
    }
    var text: [UInt8] = []
    JSONText.unescape(bytes, name, into: &text)
    return naming.symbols.intern(text.span, 0..<text.count)
  }
}
