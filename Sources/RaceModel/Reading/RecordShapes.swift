/// What records of `go test -json` look like between their time and their text: the same for all lines that a
/// test prints, so that most records are told by a comparison with one that was taken apart before.
struct RecordShapes {
  private struct Shape {
    /// From behind the time to the text.
    var bytes: [UInt8]
    /// Where the names stand in it.
    var source: Range<Int>
    var package: Range<Int>?
    var test: Range<Int>?
  }

  /// The last shapes met; a few packages print at a time.
  private var shapes: [Shape] = []
  private var oldest = 0
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

  private func known(_ bytes: Span<UInt8>, _ rest: Range<Int>) -> WrappedLine? {
    for shape in shapes where bytes.has(shape.bytes, at: rest.lowerBound, end: rest.upperBound) {
      let text = rest.lowerBound + shape.bytes.count
      guard let close = JSONText.endOfString(bytes, text..<rest.upperBound), close + 1 < rest.upperBound,
        bytes[close + 1] == UInt8(ascii: "}"), bytes.trimmed(close + 2..<rest.upperBound).isEmpty
      else { return nil }
      func moved(_ range: Range<Int>) -> Range<Int> {
        range.lowerBound + rest.lowerBound..<range.upperBound + rest.lowerBound
      }
      return WrappedLine(
        source: moved(shape.source), text: text..<close, package: shape.package.map(moved),
        test: shape.test.map(moved))
    }
    return nil
  }

  private mutating func add(_ record: WrappedLine, _ bytes: Span<UInt8>, _ start: Int) {
    let text = record.text.lowerBound
    // Only names before the text are part of the shape.
    guard record.source.lowerBound >= start, record.source.upperBound < text, text - start < 1 << 12,
      record.package.map({ $0.upperBound < text }) ?? true, record.test.map({ $0.upperBound < text }) ?? true
    else { return }
    func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound - start..<range.upperBound - start }
    let shape = Shape(
      bytes: bytes.bytes(start..<text), source: moved(record.source), package: record.package.map(moved),
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
