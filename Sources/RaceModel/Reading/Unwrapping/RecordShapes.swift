/// What records of `go test -json` look like between their time and their text: the same for all lines that a
/// test prints, so that most records are told by a comparison with one that was taken apart before.
struct RecordShapes {
  private struct Shape {
    /// From behind the time to the text.
    var bytes: [UInt8]
    /// Where the names stand in it.
    var stream: Range<Int>
    var package: Range<Int>?
    var test: Range<Int>?
    /// The stream, once a report of it was opened.
    var known: TextStream?
  }

  /// The last shapes met; a few packages print at a time.
  private var shapes: [Shape] = []
  private var oldest = 0
  private var last = 0
  private static let capacity = 8

  private static let head: StaticString = "{\"Time\":\""

  /// The record in a line, taken apart by what is known, or anew; nil when it is none.
  mutating func read(_ bytes: Span<UInt8>, _ line: Range<Int>) -> WrappedLine? {
    guard let start = Self.behindTime(bytes, line) else { return WrappedLine(bytes, line) }
    if let known = known(bytes, start..<line.upperBound) { return known }
    guard let record = WrappedLine(bytes, line) else { return nil }
    add(record, bytes, start)
    return record
  }

  private mutating func known(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> WrappedLine? {
    guard let index = find(bytes, rest) else { return nil }
    last = index
    let text = rest.lowerBound + shapes[index].bytes.count
    if let end = plainEnd(bytes, text..<rest.upperBound) {
      return WrappedLine(text: text..<end + 2, shape: (index, rest.lowerBound), isPlain: true)
    }
    guard let close = JSONText.endOfString(bytes, text..<rest.upperBound), close + 1 < rest.upperBound,
      bytes[close + 1] == UInt8(ascii: "}"), bytes.lastVisible(in: close + 1..<rest.upperBound) == close + 1
    else { return nil }
    return WrappedLine(text: text..<close, shape: (index, rest.lowerBound))
  }

  /// Where the text ends of a record that has nothing to undo in it but the line end that it ends with: most have.
  private func plainEnd(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> Int? {
    guard rest.count >= 4, let last = bytes.lastVisible(in: rest), last - 3 >= rest.lowerBound,
      bytes.has("\\n\"}", at: last - 3, end: last + 1), bytes.isPlain(rest.lowerBound..<last - 3)
    else { return nil }
    return last - 3
  }

  private func find(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> Int? {
    for step in shapes.indices {
      // The last one is likely to be the next.
      let index = last + step < shapes.count ? last + step : last + step - shapes.count
      if bytes.has(shapes[index].bytes, at: rest.lowerBound, end: rest.upperBound) { return index }
    }
    return nil
  }

  /// The record with the names that its shape tells.
  func whole(_ record: WrappedLine) -> WrappedLine {
    guard let (index, start) = record.shape else { return record }
    func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound + start..<range.upperBound + start }
    var whole = record
    whole.stream = moved(shapes[index].stream)
    whole.package = shapes[index].package.map(moved)
    whole.test = shapes[index].test.map(moved)
    return whole
  }

  /// A record's stream, when it is known.
  func stream(of record: WrappedLine) -> TextStream? {
    record.shape.flatMap { shapes[$0.index].known }
  }

  /// Keeps a record's stream.
  mutating func set(_ stream: TextStream, of record: WrappedLine) {
    if let index = record.shape?.index { shapes[index].known = stream }
  }

  private mutating func add(_ record: WrappedLine, _ bytes: Span<UInt8>, _ start: Int) {
    let text = record.text.lowerBound
    // Only names before the text are part of the shape.
    guard !record.namesContainer, record.other == nil,
      record.stream.lowerBound >= start, record.stream.upperBound < text, text - start < 1 << 12,
      record.package.map({ $0.upperBound < text }) ?? true, record.test.map({ $0.upperBound < text }) ?? true
    else { return }
    func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound - start..<range.upperBound - start }
    let shape = Shape(
      bytes: bytes.bytes(start..<text), stream: moved(record.stream), package: record.package.map(moved),
      test: record.test.map(moved))
    if shapes.count < Self.capacity {
      shapes.append(shape)
    } else {
      shapes[oldest] = shape
      oldest = (oldest + 1) % Self.capacity
    }
  }

  /// Where the time ends that a record begins with.
  private static func behindTime(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard bytes.has(head, at: line.lowerBound, end: line.upperBound) else { return nil }
    return bytes.first(UInt8(ascii: "\""), in: line.lowerBound + head.utf8CodeUnitCount..<line.upperBound)
  }
}
