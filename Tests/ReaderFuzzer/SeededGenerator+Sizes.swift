internal import GrammarExamples

extension SeededGenerator {
  /// True once in the given number of times, on average.
  mutating func oneIn(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

  /// A number up to a limit, with small ones as likely as large ones.
  mutating func size(upTo limit: Int) -> Int {
    let bits = Int.random(in: 0...max(0, Int.bitWidth - limit.leadingZeroBitCount), using: &self)
    return min(limit, Int.random(in: 0..<1 << bits, using: &self) + 1)
  }
}
