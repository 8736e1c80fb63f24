/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The numbers for one input of a run: any input can be made again without those before it.
  init(seed: UInt64, input: Int) {
    self.init(seed: seed)
    state = next() &+ UInt64(bitPattern: Int64(input)) &* 0xD134_2543_DE82_EF95
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

extension SeededGenerator {
  /// Whether something that happens once in so many times happens now.
  mutating func oneIn(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

  /// A number up to a limit, small ones as often as large ones.
  mutating func size(upTo limit: Int) -> Int {
    let bits = Int.random(in: 0...max(0, Int.bitWidth - limit.leadingZeroBitCount), using: &self)
    return min(limit, Int.random(in: 0..<1 << bits, using: &self) + 1)
  }
}
