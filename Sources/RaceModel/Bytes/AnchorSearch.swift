internal import CByteSearch
internal import Glibc

/// A search for the strings that lines of interest hold, all of them in one pass.
///
/// Each string is stood for by four of its bytes, its window; windows share eight groups. `first_window` jumps
/// from one position that fits a group to the next, and there the strings of the group are compared.
struct AnchorSearch {
  /// A string and where in it its window begins.
  private struct Anchor {
    let text: StaticString
    let offset: Int
    /// Whether it is one byte over and over.
    let isRun: Bool
    /// Its window. Most places that fit a group hold another one.
    let window: UInt32

    /// Whether its window is at a place.
    @inline(__always)
    func fits(_ place: UnsafePointer<UInt8>) -> Bool {
      UnsafeRawPointer(place).loadUnaligned(as: UInt32.self) == window
    }
  }

  private var windows = byte_windows()
  /// The anchors, those of a group side by side.
  private var anchors: [Anchor] = []
  /// Where in `anchors` each group ends.
  private var ends = InlineArray<8, Int>(repeating: 0)

  /// A search for strings of four bytes and more, none of which holds a line end.
  init(_ anchors: [StaticString]) {
    var choice = AnchorWindows()
    var groups: [[Anchor]] = Array(repeating: [], count: AnchorWindows.groupCount)
    // Those that are hard to tell from a log's text choose first.
    let texts = anchors.map { anchor in
      let text = anchor.withUTF8Buffer { Array($0) }
      return (anchor: anchor, text: text, cost: AnchorWindows.cost(text))
    }
    for (anchor, text, _) in texts.sorted(by: { $0.cost > $1.cost }) {
      let (group, offset) = choice.insert(text)
      let isRun = text.allSatisfy { $0 == text[0] }
      let window = text[offset...].prefix(AnchorWindows.size).reversed().reduce(UInt32(0)) {
        $0 << 8 | UInt32($1)
      }
      groups[group].append(
        Anchor(text: anchor, offset: offset, isRun: isRun, window: UInt32(littleEndian: window)))
    }
    for (index, group) in groups.enumerated() {
      self.anchors += group
      ends[index] = self.anchors.count
    }
    choice.fill(&windows)
  }

  /// A position in `range` where one of the strings stands, in the first line that has one; nil when there is none.
  func first(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return nil }
      return withUnsafePointer(to: windows) { windows in
        var found: UInt8 = 0
        var from = range.lowerBound
        while true {
          let position = first_window(base, from, range.upperBound, windows, &found)
          guard found != 0 else { return nil }
          from = position + 1
          while found != 0 {
            let group = found.trailingZeroBitCount
            // By their positions: an array of a group would be counted as used each time, by both threads.
            for index in (group == 0 ? 0 : ends[group - 1])..<ends[group] {
              guard anchors[index].fits(base + position) else { continue }
              if let start = Self.start(of: anchors[index], at: position, base, range) { return start }
              if anchors[index].isRun { from = max(from, Self.runEnd(at: position, base, range)) }
            }
            found &= found - 1
          }
        }
      }
    }
  }

  /// The first line in `range` that holds one of the strings, without its line end; nil when there is none. `range` begins
  /// with a line.
  func firstLine(in bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    guard let found = first(in: bytes, range) else { return nil }
    let start = bytes.last(0x0A, in: range.lowerBound..<found).map { $0 + 1 } ?? range.lowerBound
    return start..<(bytes.first(0x0A, in: found..<range.upperBound) ?? range.upperBound)
  }

  /// Where a string begins of which the window is at `position`; nil when it does not stand there.
  private static func start(
    of anchor: Anchor, at position: Int, _ base: UnsafePointer<UInt8>, _ range: Range<Int>
  ) -> Int? {
    let start = position - anchor.offset
    let length = anchor.text.utf8CodeUnitCount
    guard start >= range.lowerBound, start + length <= range.upperBound,
      memcmp(base + start, anchor.text.utf8Start, length) == 0
    else { return nil }
    return start
  }

  /// From where on a run that is too short for an anchor cannot fit its window again: 3 bytes before its end.
  private static func runEnd(at position: Int, _ base: UnsafePointer<UInt8>, _ range: Range<Int>) -> Int {
    var end = position
    while end < range.upperBound, base[end] == base[position] { end += 1 }
    return end - (AnchorWindows.size - 1)
  }
}
