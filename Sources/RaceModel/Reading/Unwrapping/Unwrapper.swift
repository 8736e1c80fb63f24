/// Frees lines from what programs wrap them in: JSON, quotes, escape sequences.
///
/// ```
/// {"Time":"..","Package":"shop","Output":"  main.add()\n"}      a record: stream "shop", text `  main.add()`
/// {"log":"\u001b[31m  main.add()\u001b[0m\n"}                   the same, the text has to be decoded
/// out: "WARNING: DATA RACE\nWrite at 0x..."                      a quoted text, which holds lines
///   main.add()\u{1B}[0m                                           a line to clean
/// ```
///
/// A record tells the stream that its text belongs to; a line may go on in the stream's next record. What is left,
/// the prefix and the suffix of a report's lines, is known by the open report alone.
struct Unwrapper {
  /// What the last JSON records looked like.
  private var shapes = RecordShapes()
  /// What stands beside the lines of a program in records that have them in another field.
  private var label = OutputLabel()
  /// What tells the streams of a JSON log apart.
  private var streams = SymbolTable()
  /// Scratch space for a line without its escape sequences, and for the text of a record.
  private var cleaned: [UInt8] = []
  private var decoded: [UInt8] = []
  /// The same for what tells a record's stream.
  private var key: [UInt8] = []
  /// The record whose text is being read where it is.
  var record: WrappedLine?

  /// The record in a line; nil when it holds none.
  mutating func record(in bytes: Span<UInt8>, _ line: Range<Int>) -> WrappedLine? {
    guard let record = shapes.read(bytes, line) else { return nil }
    return record.other == nil ? record : label.settled(record, bytes)
  }

  /// A record's stream; nil when no report of it was opened.
  mutating func knownStream(of record: WrappedLine, _ bytes: Span<UInt8>) -> TextStream? {
    if let known = shapes.stream(of: record) { return known }
    if record.namesContainer {
      let key = streamKey(of: record, bytes)
      return streams.find(key.span, 0..<key.count).map { TextStream(number: $0) }
    }
    return streams.find(bytes, shapes.whole(record).stream).map { TextStream(number: $0) }
  }

  /// A record's stream, of which no report was open yet.
  mutating func newStream(of record: WrappedLine, _ bytes: Span<UInt8>) -> TextStream {
    if record.namesContainer {
      let key = streamKey(of: record, bytes)
      return TextStream(number: streams.intern(key.span, 0..<key.count))
    }
    let stream = TextStream(number: streams.intern(bytes, shapes.whole(record).stream))
    shapes.set(stream, of: record)
    return stream
  }

  private mutating func streamKey(of record: WrappedLine, _ bytes: Span<UInt8>) -> [UInt8] {
    key.removeAll(keepingCapacity: true)
    record.appendStream(bytes, to: &key)
    return key
  }

  /// A stream's name: the same in all pieces of a log, empty for plain text.
  func name(of stream: TextStream) -> String { stream == .plain ? "" : "=" + streams.string(stream.number) }

  /// A line without escape sequences and the like.
  mutating func clean(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [UInt8] {
    cleaned.removeAll(keepingCapacity: true)
    TextCleaning.clean(bytes, line, into: &cleaned)
    return cleaned
  }

  /// The text of a record behind the beginning of a line that earlier records of the stream hold.
  mutating func text(of record: WrappedLine, behind partial: [UInt8]?, _ bytes: Span<UInt8>) -> [UInt8] {
    decoded.removeAll(keepingCapacity: true)
    if let partial { decoded += partial }
    JSONText.unescape(bytes, record.text, into: &decoded)
    if record.endsLine { endLine() }
    return decoded
  }

  /// Whether a record names a package.
  func namesPackage(_ record: WrappedLine) -> Bool { shapes.whole(record).package != nil }

  /// The text of the record above one, if that record has begun the line that this one continues, and where that record
  /// begins; nil if it has ended its line, or is another writer's.
  func beginning(
    of record: WrappedLine, above start: Int, _ bytes: Span<UInt8>
  ) -> (text: [UInt8], start: Int)? {
    guard !record.endsLine, let above = bytes.lineAbove(start, within: Self.longestPart),
      !bytes.ends("\\n\"}", in: bytes.trimmed(above)),
      let part = WrappedLine(bytes, above), !part.endsLine, !part.text.isEmpty,
      !bytes.ends("\\n", in: part.text), case let whole = shapes.whole(record),
      part.isOfSameStream(as: whole, bytes),
      part.test.map({ bytes.bytes($0) }) == whole.test.map({ bytes.bytes($0) })
    else { return nil }
    var text: [UInt8] = []
    JSONText.unescape(bytes, part.text, into: &text)
    return (text, above.lowerBound)
  }

  /// A record above that is longer is not looked at.
  private static let longestPart = 1 << 12

  /// The lines of a quoted text.
  mutating func text(of quoted: QuotedText, _ bytes: Span<UInt8>) -> [UInt8] {
    decoded.removeAll(keepingCapacity: true)
    quoted.unescape(bytes, into: &decoded)
    // A string inside of a string.
    if quoted.escape == .backslash, decoded.span.lineEnds(in: 0..<decoded.count) < 3 {
      let once = decoded
      if let escape = once.span.first("\\n", in: 0..<once.count),
        let inner = QuotedText.around(escape, in: once.span, 0..<once.count)
      {
        decoded.removeAll(keepingCapacity: true)
        inner.unescape(once.span, into: &decoded)
      }
    }
    endLine()
    return decoded
  }

  private mutating func endLine() {
    if decoded.last != 0x0A { decoded.append(0x0A) }
  }

  /// Package and test that a record names.
  func during(
    _ record: WrappedLine, _ bytes: Span<UInt8>, in symbols: inout SymbolTable
  ) -> TestIDs {
    let record = shapes.whole(record)
    guard let package = record.package else { return .none }
    return Self.during(bytes, package: package, test: record.test, in: &symbols)
  }

  /// The same for a text that is itself a record; nil if it is none, or names no package.
  static func names(
    in bytes: Span<UInt8>, _ text: Range<Int>, _ symbols: inout SymbolTable
  ) -> TestIDs? {
    guard let record = WrappedLine(bytes, text) ?? InnerRecord.find(bytes, text), let package = record.package
    else { return nil }
    return during(bytes, package: package, test: record.test, in: &symbols)
  }

  /// The numbers of a package and a test, whose names are JSON strings.
  static func during(
    _ bytes: Span<UInt8>, package: Range<Int>, test: Range<Int>?, in symbols: inout SymbolTable
  ) -> TestIDs {
    TestIDs(
      package: intern(bytes, package, in: &symbols),
      test: test.map { intern(bytes, $0, in: &symbols) } ?? TestIDs.none.test)
  }

  /// The number of a name that is a JSON string.
  static func intern(
    _ bytes: Span<UInt8>, _ name: Range<Int>, in symbols: inout SymbolTable
  ) -> SymbolTable.ID {
    guard bytes.first(UInt8(ascii: "\\"), in: name) != nil else { return symbols.intern(bytes, name) }
    var text: [UInt8] = []
    JSONText.unescape(bytes, name, into: &text)
    return symbols.intern(text.span, 0..<text.count)
  }
}
