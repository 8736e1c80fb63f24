import CByteSearch
import GrammarExamples
import Testing

@testable import RaceModel

@Suite struct `Searching for many strings at once` {
  static let anchors: [StaticString] = [
    "WARNING: D", "Write ", ": mutex 0x", "x marks", "====================", "Quartz", "Read ", "Goroutine ",
    "Previous ", "ytes by ", "Acquired at:", "<error>", " is not a mutex", "Mutex M",
  ]

  /// The line of the first anchor, counted from 0, found by searching for each string separately.
  private func expectedLine(_ bytes: [UInt8], from start: Int) -> Int? {
    Self.anchors.compactMap { bytes.span.first($0, in: start..<bytes.count) }.min().map { line(bytes, $0) }
  }

  private func line(_ bytes: [UInt8], _ place: Int) -> Int { bytes[..<place].count { $0 == 10 } }

  @Test func `finds the first of two bytes wherever it is`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<400 {
      let count = Int.random(in: 1..<400, using: &random)
      var bytes = [UInt8](repeating: 0x20, count: count)
      let start = Int.random(in: 0..<count, using: &random)
      for _ in 0..<Int.random(in: 0..<3, using: &random) {
        bytes[Int.random(in: 0..<count, using: &random)] = Bool.random(using: &random) ? 0x1B : 0x5C
      }
      #expect(
        bytes.span.first(0x1B, or: 0x5C, in: start..<count) == bytes[start...].firstIndex { $0 != 0x20 })
    }
  }

  @Test func `finds the same line as separate searches for each string`() {
    let search = AnchorSearch(Self.anchors)
    let words =
      Self.anchors.map(\.description) + [
        "WARNING: data", "Writ", "Reit at", "xx: mutex 1", String(repeating: "=", count: 19),
        String(repeating: "=", count: 47), "Quart", " ", "", "bytes", "x mutex", "Acquire",
      ]
    var random = SeededGenerator(seed: 7)
    var hits = 0
    for _ in 0..<400 {
      let text = (0..<24).map { _ in
        let word = words.randomElement(using: &random) ?? ""
        // Most words lose a letter, so that near misses outnumber matches.
        return Int.random(in: 0..<4, using: &random) > 0 ? String(word.dropLast()) : word
      }
      let bytes = Array(text.joined(separator: "\n").utf8)
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let found = search.first(in: bytes.span, start..<bytes.count)
      #expect(found.map { line(bytes, $0) } == expectedLine(bytes, from: start), "\(text) from \(start)")
      if found != nil { hits += 1 }
    }
    #expect(hits > 100 && hits < 400)
  }

  @Test func `finds a string only where all of it is in range`() {
    let search = AnchorSearch(Self.anchors)
    for anchor in Self.anchors {
      let bytes = Array("--\(anchor.description)--".utf8)
      let whole = 2..<bytes.count - 2
      #expect(search.first(in: bytes.span, whole) == 2, "\(anchor)")
      #expect(search.first(in: bytes.span, whole.dropFirst()) == nil, "\(anchor)")
      #expect(search.first(in: bytes.span, whole.dropLast()) == nil, "\(anchor)")
    }
  }

  @Test func `vector instructions find what plain ones find`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      var choice = AnchorWindows()
      for anchor in Self.anchors.shuffled(using: &random).prefix(5) {
        _ = choice.insert(anchor.withUTF8Buffer { Array($0) })
      }
      var windows = byte_windows()
      choice.fill(&windows)
      let letters = Array("WARNING: Dade Gorutine\n".utf8)
      let bytes = (0..<300).map { _ in letters.randomElement(using: &random) ?? 0 }
      var from = 0
      var groups: (UInt8, UInt8) = (0, 0)
      repeat {
        let place = first_window(bytes, from, bytes.count, &windows, &groups.0)
        #expect(place == first_window_plain(bytes, from, bytes.count, &windows, &groups.1))
        #expect(groups.0 == groups.1)
        from = place + 1
      } while groups.0 != 0
    }
  }

  @Test func `counts line ends in ranges of every length`() {
    let bytes = (0..<20000).map {
      UInt8(truncatingIfNeeded: $0 % 7 == 0 ? 10 : ($0 % 5 == 0 ? 0x8A : $0 % 256))
    }
    for start in [0, 1, 7, 8, 13] {
      for count in [0, 1, 7, 8, 9, 64, 2039, 2040, 2048, 4900, 8159, 8160, 8192, 19000] {
        let range = start..<start + count
        #expect(bytes.span.lineEnds(in: range) == bytes[range].count { $0 == 10 }, "\(range)")
      }
    }
  }

  @Test func `plain text is recognized by each of its bytes`() {
    let plain = Array("main.(*Shop).add() /src/shop.go:42 +0x1d 'x' <y> ~".utf8)
    let others = Array("\"\\[&\t\n".utf8) + [0x00, 0x1F, 0x7F, 0x80, 0xA0, 0xFF]
    func isPlain(_ bytes: [UInt8], _ range: Range<Int>) -> Bool { bytes.span.isPlain(range) }
    for count in [0, 1, 15, 16, 17, 31, 32, 33, plain.count] {
      #expect(isPlain(plain, 0..<count), "\(count)")
      for place in 0..<count {
        for other in others {
          var bytes = plain
          bytes[place] = other
          #expect(!isPlain(bytes, 0..<count), "\(other) at \(place) of \(count)")
          #expect(isPlain(bytes, place + 1..<plain.count), "\(other) before \(place + 1)")
          #expect(isPlain(bytes, 0..<place), "\(other) behind \(place)")
        }
      }
    }
  }

  @Test(arguments: [
    ("=", LineMarks.equals), ("<", .less), ("&", .ampersand), ("\\", .backslash), ("#", .number),
    ("\"", .quote),
    ("[", .bracket), ("\t", .control), ("\u{1F}", .control), ("\0", .control), ("\u{7F}", .control),
  ])
  func `finds a mark at each place`(_ mark: String, _ expected: LineMarks) {
    let plain = Array("main.(*Shop).add() /src/shop.go:42 +0x1d 'x' (y) ;> ~ %$Z^]".utf8)
    for count in [0, 1, 15, 16, 17, 31, 32, 33, plain.count] {
      #expect(LineMarks(plain.span, 0..<count) == [], "\(count)")
      for place in 0..<count {
        var bytes = plain
        bytes[place] = mark.utf8.first!
        #expect(LineMarks(bytes.span, 0..<count) == expected, "\(place) of \(count)")
        #expect(LineMarks(bytes.span, place + 1..<plain.count) == [], "before \(place + 1)")
        #expect(LineMarks(bytes.span, 0..<place) == [], "behind \(place)")
      }
    }
  }

  @Test(arguments: [0x80, 0xA0, 0xFF] as [UInt8])
  func `marks bytes beyond ASCII as not text`(_ byte: UInt8) {
    for count in [1, 15, 16, 17, 40] {
      var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
      bytes[count - 1] = byte
      #expect(LineMarks(bytes.span, 0..<count) == .control, "\(count)")
      #expect(!LineMarks(bytes.span, 0..<count).isPlain)
      #expect(LineMarks(bytes.span, 0..<count - 1).isPlain)
    }
  }
}
