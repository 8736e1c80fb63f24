import Testing

@testable import RaceModel

@Suite struct `Line ends` {
  @Test(arguments: [0, 1, 7, 8, 9, 64, 2039, 2040, 2041, 5000])
  func `are counted in chunks of any length and at any offset`(_ length: Int) {
    // Bytes next to it that differ from a line end by one bit.
    let near: [UInt8] = [10, 0x8A, 11, 8, 10, 10, 0, 0xFF, 26, 10, 2]
    let bytes = (0..<length + 8).map { near[$0 * $0 % near.count] }
    for start in 0..<8 {
      let range = start..<start + length
      #expect(bytes.span.lineEnds(in: range) == bytes[range].count { $0 == 10 })
    }
  }

  @Test func `may be the only bytes`() {
    let bytes = [UInt8](repeating: 10, count: 10_000)
    #expect(bytes.span.lineEnds(in: 0..<10_000) == 10_000)
    #expect(bytes.span.lineEnds(in: 3..<9_998) == 9_995)
  }
}
