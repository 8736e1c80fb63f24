internal import GrammarExamples

/// Makes inputs from seeds; the same number always gives the same input.
struct Mutator {
  /// The inputs' sources; not empty.
  let seeds: [[UInt8]]
  /// The seed of all random numbers.
  let seed: UInt64
  /// Larger inputs are cut.
  private static let mostBytes = 1 << 16
  /// Rarely, an input may be larger: only there does time out of proportion show.
  private static let mostBytesRarely = 1 << 20

  /// The input with a number.
  func input(_ number: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: seed, input: number)
    let limit = generator.oneIn(60) ? Self.mostBytesRarely : Self.mostBytes
    var bytes = piece(upTo: limit, using: &generator)
    for _ in 0..<Int.random(in: 0...8, using: &generator) {
      let mutation = Mutation.allCases[Int.random(in: Mutation.allCases.indices, using: &generator)]
      let other = piece(upTo: 4096, using: &generator)
      mutation.apply(to: &bytes, other: other, limit: limit, using: &generator)
      if bytes.count > limit { bytes.removeSubrange(limit...) }
    }
    return bytes
  }

  /// A seed, or some of its lines if it is long.
  private func piece(upTo limit: Int, using generator: inout SeededGenerator) -> [UInt8] {
    let seed = seeds[Int.random(in: seeds.indices, using: &generator)]
    guard seed.count > 1 << 13 || generator.oneIn(3) else { return seed }
    let start = Int.random(in: 0..<max(1, seed.count), using: &generator)
    let from = seed[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return Array(seed[from...].prefix(generator.size(upTo: min(limit, 1 << 14))))
  }
}
