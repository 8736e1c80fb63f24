import Testing

@testable import RaceModel

@Suite struct `Searching for many strings at once` {
  static let anchors: [StaticString] = [
    "WARNING: D", "Write ", ": mutex 0x", "x marks", "====================", "Quartz",
  ]

  /// Where the first of all anchors stands, found one string after the other.
  private func expected(_ bytes: [UInt8], from start: Int) -> Int? {
    Self.anchors.compactMap { bytes.span.first($0, in: start..<bytes.count) }.min()
  }

  @Test func `finds what a search for each string alone finds`() {
    let groups = AnchorGroups(Self.anchors).groups
    #expect(groups.count < Self.anchors.count)
    let words = [
      "WARNING: DATA", "Write at", ": mutex 0x12", "x marks", String(repeating: "=", count: 20),
      String(repeating: "=", count: 19), String(repeating: "=", count: 47), "Quart", "Quartz", " ", "\n",
      "xx: mutex 1",
    ]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let text = (0..<12).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: "\n")
      let bytes = Array(text.utf8)
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let found = groups.compactMap { $0.first(in: bytes.span, start..<bytes.count) }.min()
      #expect(found == expected(bytes, from: start), "\(text) from \(start)")
    }
  }

  @Test func `counts line ends in ranges of every length`() {
    let bytes = (0..<5000).map {
      UInt8(truncatingIfNeeded: $0 % 7 == 0 ? 10 : ($0 % 5 == 0 ? 0x8A : $0 % 256))
    }
    for start in [0, 1, 7, 8, 13] {
      for count in [0, 1, 7, 8, 9, 64, 2039, 2040, 2048, 4900] {
        let range = start..<start + count
        #expect(bytes.span.lineEnds(in: range) == bytes[range].count { $0 == 10 }, "\(range)")
      }
    }
  }
}
