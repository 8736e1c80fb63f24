/// The strings that lines of interest hold, arranged for a search: strings that share a rare byte are
/// looked for in one go, from one such byte to the next.
struct AnchorGroups {
  /// Strings that are found together.
  struct Group {
    /// The byte to jump to.
    let byte: UInt8
    /// The strings, and where in each the byte stands.
    private(set) var anchors: [(text: StaticString, offset: Int)]
    /// For a string that is one byte over and over: how often. Only every so many bytes are looked at.
    let runLength: Int?

    /// The first place in `range` where one of the strings stands.
    func first(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
      if let runLength { return bytes.firstRun(of: byte, count: runLength, in: range) }
      var from = range.lowerBound
      while let found = bytes.first(byte, in: from..<range.upperBound) {
        for (text, offset) in anchors
        where found - offset >= range.lowerBound && bytes.has(text, at: found - offset, end: range.upperBound)
        {
          return found - offset
        }
        from = found + 1
      }
      return nil
    }

    fileprivate mutating func add(_ anchor: StaticString, _ offset: Int) { anchors.append((anchor, offset)) }
  }

  private(set) var groups: [Group] = []

  init(_ anchors: [StaticString]) {
    for anchor in anchors {
      let text = anchor.withUTF8Buffer { Array($0) }
      guard let rarest = text.indices.min(by: { Self.rank(text[$0]) < Self.rank(text[$1]) }) else { continue }
      let isRun = text.count > 16 && text.allSatisfy { $0 == text[0] }
      if !isRun, let known = groups.firstIndex(where: { $0.byte == text[rarest] && $0.runLength == nil }) {
        groups[known].add(anchor, rarest)
      } else {
        groups.append(
          Group(byte: text[rarest], anchors: [(anchor, rarest)], runLength: isRun ? text.count : nil))
      }
    }
  }

  /// Bytes of logs from the most frequent one on; those that are not here are the rarest.
  private static let frequent = Array(
    " etaoinsrlhdcum0123456789.:fpg-/_wybvk,()[]TASEIDRNLOFMBUHVKY\"\t=CGPW".utf8)

  /// How rare a byte is: 0 for the rarest.
  private static func rank(_ byte: UInt8) -> Int {
    frequent.firstIndex(of: byte).map { frequent.count - $0 } ?? 0
  }
}

extension Span<UInt8> {
  /// The first place in `range` where `byte` stands `count` times in a row.
  fileprivate func firstRun(of byte: UInt8, count: Int, in range: Range<Int>) -> Int? {
    // A run of so many covers one of every so many places.
    var probe = range.lowerBound + count - 1
    while probe < range.upperBound {
      guard self[probe] == byte else {
        probe += count
        continue
      }
      var start = probe
      while start > range.lowerBound, self[start - 1] == byte { start -= 1 }
      var end = probe + 1
      while end < range.upperBound, self[end] == byte { end += 1 }
      if end - start >= count { return start }
      probe = end + count
    }
    return nil
  }
}
