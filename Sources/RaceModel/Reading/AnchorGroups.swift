internal import Glibc

/// The strings that lines of interest hold, arranged for a search: strings that share a rare byte are
/// looked for in one go, from one such byte to the next.
struct AnchorGroups {
  /// A string and where in it the rare byte stands.
  struct Anchor {
    let text: StaticString
    let offset: Int
    /// The byte behind the rare one, or before it where that is the last: it rules out most places.
    let neighbor: UInt8
    /// Where the neighbor stands, seen from the rare byte.
    let step: Int

    fileprivate init(_ anchor: StaticString, _ text: [UInt8], _ offset: Int) {
      self.text = anchor
      self.offset = offset
      step = offset + 1 < text.count ? 1 : -1
      neighbor = text.count > 1 ? text[offset + step] : text[offset]
    }
  }

  /// Strings that are found together.
  struct Group {
    /// The byte to jump to.
    let byte: UInt8
    private(set) var anchors: [Anchor]
    /// For a string that is one byte over and over: how often. Only every so many bytes are looked at.
    let runLength: Int?

    /// The first place in `range` where one of the strings stands.
    func first(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
      if let runLength { return bytes.firstRun(of: byte, count: runLength, in: range) }
      guard range.upperBound <= bytes.count else { return nil }
      return bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return nil }
        return anchors.withUnsafeBufferPointer { first(base, range, $0) }
      }
    }

    /// The loop over the places of the rare byte, of which a log has one on every line.
    private func first(
      _ base: UnsafePointer<UInt8>, _ range: Range<Int>, _ anchors: UnsafeBufferPointer<Anchor>
    ) -> Int? {
      let end = base + range.upperBound
      var from = base + range.lowerBound
      while from < end, let found = memchr(from, Int32(byte), end - from) {
        let place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
        // At the very edges there may be no neighbor to look at.
        let isInside = place > base && place + 1 < end
        for anchor in anchors where !isInside || place[anchor.step] == anchor.neighbor {
          let start = place - anchor.offset
          let length = anchor.text.utf8CodeUnitCount
          guard start >= base + range.lowerBound, start + length <= end,
            memcmp(start, anchor.text.utf8Start, length) == 0
          else { continue }
          return start - base
        }
        from = place + 1
      }
      return nil
    }

    fileprivate mutating func add(_ anchor: Anchor) { anchors.append(anchor) }
  }

  private(set) var groups: [Group] = []

  init(_ anchors: [StaticString]) {
    for anchor in anchors {
      let text = anchor.withUTF8Buffer { Array($0) }
      guard let rarest = text.indices.min(by: { Self.rank(text[$0]) < Self.rank(text[$1]) }) else { continue }
      let isRun = text.count > 16 && text.allSatisfy { $0 == text[0] }
      if !isRun, let known = groups.firstIndex(where: { $0.byte == text[rarest] && $0.runLength == nil }) {
        groups[known].add(Anchor(anchor, text, rarest))
      } else {
        groups.append(
          Group(
            byte: text[rarest], anchors: [Anchor(anchor, text, rarest)],
            runLength: isRun ? text.count : nil))
      }
    }
  }

  /// Bytes of logs from the most frequent one on; those that are not here are the rarest.
  private static let frequent = Array(
    " etaoinsrlhdcum0123456789.:fpg-/_wybvk,=()[]TASEIDRNLOFMBUHVKY\"\tCGPW".utf8)

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
      probe = withUnsafeBufferPointer { buffer in
        var probe = probe
        while probe < range.upperBound, buffer[probe] != byte { probe += count }
        return probe
      }
      guard probe < range.upperBound else { return nil }
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
