internal import CByteSearch

/// Which four bytes stand for each anchor, and which group they are in.
///
/// A search cannot keep the windows of one group apart, nor the bytes that share both halves with bytes of two
/// windows: "Read" and "Writ" in one group also fit "Reit". A window goes where, by how often bytes occur in
/// logs, it adds the fewest places that fit.
struct AnchorWindows {
  /// Bytes of a window.
  static let size = 4
  static let groupCount = 8

  /// The halves of bytes that a group fits at each place of a window: bit h for the half h.
  private struct Group {
    var low = InlineArray<4, UInt16>(repeating: 0)
    var high = InlineArray<4, UInt16>(repeating: 0)

    mutating func add(_ window: ArraySlice<UInt8>) {
      for (position, byte) in window.enumerated() {
        low[position] |= 1 << UInt16(byte & 15)
        high[position] |= 1 << UInt16(byte >> 4)
      }
    }

    /// In what part of all places the group fits, if neighboring bytes had nothing to do with each other.
    var cost: Double { frequency(at: 0) * frequency(at: 1) * frequency(at: 2) * frequency(at: 3) }

    private func frequency(at position: Int) -> Double {
      var sum = 0.0
      var highs = high[position]
      while highs != 0 {
        var lows = low[position]
        while lows != 0 {
          sum += AnchorWindows.frequency[highs.trailingZeroBitCount << 4 | lows.trailingZeroBitCount]
          lows &= lows - 1
        }
        highs &= highs - 1
      }
      return sum
    }
  }

  private var groups = Array(repeating: Group(), count: groupCount)
  /// What each group costs so far.
  private var costs = Array(repeating: 0.0, count: groupCount)

  /// Chooses a window of a string and the group it is in.
  mutating func insert(_ text: [UInt8]) -> (group: Int, offset: Int) {
    var best = (group: 0, offset: 0)
    var least = Double.infinity
    for offset in 0...max(0, text.count - Self.size) {
      for index in groups.indices {
        var group = groups[index]
        group.add(text[offset...].prefix(Self.size))
        let added = group.cost - costs[index]
        if added < least { (best, least) = ((index, offset), added) }
      }
    }
    groups[best.group].add(text[best.offset...].prefix(Self.size))
    costs[best.group] = groups[best.group].cost
    return best
  }

  /// The cost of a string's best window, alone in a group.
  static func cost(_ text: [UInt8]) -> Double {
    (0...max(0, text.count - size)).map { offset in
      var group = Group()
      group.add(text[offset...].prefix(size))
      return group.cost
    }.min() ?? 1
  }

  /// Writes the groups down as the tables of a search.
  func fill(_ windows: inout byte_windows) {
    withUnsafeMutableBytes(of: &windows.low) { low in
      withUnsafeMutableBytes(of: &windows.high) { high in
        for (index, group) in groups.enumerated() {
          for position in 0..<Self.size {
            for half in 0..<16 {
              if group.low[position] >> UInt16(half) & 1 == 1 {
                low[position * 16 + half] |= 1 << UInt8(index)
              }
              if group.high[position] >> UInt16(half) & 1 == 1 {
                high[position * 16 + half] |= 1 << UInt8(index)
              }
            }
          }
        }
      }
    }
  }

  /// Bytes of logs, the most frequent first; those that are not here are rare.
  private static let frequent = Array(
    " etaoinsrlhdcum0123456789.:fpg-/_wybvk,=()[]TASEIDRNLOFMBUHVKY\"\tCGPW".utf8)

  /// How often each byte occurs, as a part of all.
  private static let frequency: [Double] = {
    var weights = Array(repeating: 0.0008, count: 256)
    for (rank, byte) in frequent.enumerated() { weights[Int(byte)] = 1 / Double(rank + 8) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }()
}
