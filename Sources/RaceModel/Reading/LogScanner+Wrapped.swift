/// Reading lines that are wrapped in JSON.
extension LogScanner {
  /// Reads a record. Of most logs most records are no part of a report; nothing is copied of them, nor of a
  /// record whose text can be read where it stands.
  mutating func readWrapped(
    _ wrapped: WrappedLine, _ bytes: Span<UInt8>, _ line: Range<Int>, _ place: Place
  ) {
    let isPlain = wrapped.isPlain(bytes) && !TextCleaning.isNeeded(bytes, wrapped.text)
    let hasAnchor = nextAnchor(bytes, from: line.lowerBound, to: bytes.count) < line.upperBound
    let known = sources.find(bytes, wrapped.source)
    let isOpen = known.map { open.has($0) } ?? false
    if isPlain, !isOpen, !hasAnchor { return }
    if isOpen, let known { open.select(known) }
    let isPartial = isOpen && !(open.first?.partial.isEmpty ?? true)
    if isPlain, !isPartial {
      let source = known ?? sources.intern(bytes, wrapped.source)
      if hasAnchor { name(wrapped, bytes) }
      // Without the two bytes of the escaped line end.
      readText(bytes, wrapped.text.lowerBound..<wrapped.text.upperBound - 2, source: source, place)
      return
    }
    decoded.removeAll(keepingCapacity: true)
    if isPartial, let report = open.first {
      // Records of one source make up its lines, whatever pieces they were cut into.
      decoded += report.partial
      report.partial.removeAll()
    }
    JSONText.unescape(bytes, wrapped.text, into: &decoded)
    guard isOpen || hasAnchor || Self.hasAnchor(decoded.span) else { return }
    name(wrapped, bytes)
    let text = decoded
    readRecords(text.span, source: known ?? sources.intern(bytes, wrapped.source), place)
  }

  /// Reads the lines of a text. The last one may go on in the source's next record.
  private mutating func readRecords(_ text: Span<UInt8>, source: OpenReports.Source, _ place: Place) {
    var start = 0
    while start < text.count {
      let lineEnd = text.first(0x0A, in: start..<text.count)
      if lineEnd == nil, text.count - start < 1 << 16 {
        open.select(source)
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
      readText(clean.span, 0..<clean.count, source: source, place)
      start = line.upperBound + 1
    }
  }

  /// Takes down package and test for the reports that the record may open.
  private mutating func name(_ wrapped: WrappedLine, _ bytes: Span<UInt8>) {
    guard let package = wrapped.package else { return }
    announced.set(
      package: intern(bytes, package), test: wrapped.test.map { intern(bytes, $0) } ?? -1)
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
