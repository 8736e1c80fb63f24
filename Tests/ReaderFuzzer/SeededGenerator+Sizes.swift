internal import GrammarExamples

extension SeededGenerator {
  /// Whether something that happens once in so many times happens now.
  mutating func oneIn(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

  /// A number up to a limit, small ones as often as large ones.
  mutating func size(upTo limit: Int) -> Int {
    let bits = Int.random(in: 0...max(0, Int.bitWidth - limit.leadingZeroBitCount), using: &self)
    return min(limit, Int.random(in: 0..<1 << bits, using: &self) + 1)
  }
}
