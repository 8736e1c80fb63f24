/// What one call of `LogScanner.scan` knows of the bytes it was given: where the next ones of interest are, so that
/// no byte is searched twice.
struct ScanPass {
  /// Where the bytes begin in the log.
  private(set) var base = 0
  /// Lines of the bytes without their prefix.
  var stripped = StrippedLines()
  /// How many other lines the line being read is behind on one line of the log.
  var gluedDepth = 0
  private var nextHit = -1
  private var nextDirt = -1
  private var nextBesideEntities = -1
  private var nextReturn = -1

  /// Forgets the bytes of the call before.
  mutating func begin(base: Int) {
    self.base = base
    stripped.clear()
    (nextHit, nextDirt, nextBesideEntities, nextReturn) = (-1, -1, -1, -1)
  }

  /// A place of the next line that holds an anchor, where one begins; `end` when there is none.
  mutating func nextAnchor(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    if nextHit < start { nextHit = Anchors.first(in: bytes, start..<end) ?? end }
    return nextHit
  }

  /// Whether a line holds an anchor.
  mutating func hasAnchor(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    nextAnchor(bytes, from: line.lowerBound, to: bytes.count) < line.upperBound
  }

  /// Where the lines end that can be read without cleaning: before the first byte that gives away something to
  /// be taken out, or that returns the carriage inside a line. It may lie in the middle of a line.
  ///
  /// - Parameter besideEntities: whether the five entities of XML are no such thing.
  mutating func cleanEnd(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, besideEntities: Bool = false
  ) -> Int {
    if besideEntities {
      if nextBesideEntities < start { nextBesideEntities = Self.besideEntities(bytes, start..<end) }
    } else if nextDirt < start {
      nextDirt = DirtSearch.first(in: bytes, start..<end) ?? end
    }
    while nextReturn < start || (nextReturn < end && nextReturn + 1 < end && bytes[nextReturn + 1] == 0x0A) {
      nextReturn = bytes.first(0x0D, in: max(start, nextReturn + 1)..<end) ?? end
    }
    return min(besideEntities ? nextBesideEntities : nextDirt, nextReturn)
  }

  /// The first place of something to be taken out that is no entity of XML, or one that was escaped once more.
  private static func besideEntities(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var from = range.lowerBound
    while let found = DirtSearch.first(in: bytes, from..<range.upperBound) {
      guard let after = TextCleaning.endOfXMLEntity(bytes, at: found, end: range.upperBound) else {
        return found
      }
      from = after
    }
    return range.upperBound
  }
}
