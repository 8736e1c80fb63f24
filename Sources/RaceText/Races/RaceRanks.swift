internal import RaceModel

/// Sort keys of rows, as numbers: words that many rows share are compared once.
struct RaceRanks {
  private let facts: RaceFacts
  /// Those of the facts: to get them for each row would copy them.
  private let index: LogIndex
  private let names: ShownNames

  init(_ facts: RaceFacts) {
    self.facts = facts
    (index, names) = (facts.index, facts.names)
  }

  /// One number per row, smaller before larger; nil if unknown.
  func ranks(_ rows: [RaceRow], by sort: RaceSort) -> [Int?] {
    switch sort {
    case .count: rows.map { $0.count(index) }
    case .runs: rows.map { $0.runCount(index) }
    case .firstSeen: Array(rows.indices)
    case .site:
      ranks(words: rows.map { row in index.function(of: row.leadingSite(index)).map { names.short($0) } })
    case .memory: ranks(rows.map { topic($0)?.subject?.words }, words: names.sentence)
    case .cause: ranks(rows.map { topic($0)?.causes.first?.words }) { $0 }
    case .test:
      ranks(rows.map { row in row.first(index).flatMap { index.printedDuring($0)?.test } }) { $0 }
    case .kind: ranks(rows.map { index.races[$0.race].kind }, words: \.words)
    }
  }

  private func ranks<Fact: Hashable>(_ facts: [Fact?], words: (Fact) -> String) -> [Int?] {
    let sorted = Set(facts.lazy.compactMap(\.self)).map { (fact: $0, words: words($0)) }
      .sorted { $0.words < $1.words }
    var ranks: [Fact: Int] = [:]
    var last: (words: String, rank: Int)?
    for (position, entry) in sorted.enumerated() {
      // Different facts with the same words are not different columns.
      let rank = last?.words == entry.words ? last?.rank ?? position : position
      ranks[entry.fact] = rank
      last = (entry.words, rank)
    }
    return facts.map { $0.flatMap { ranks[$0] } }
  }

  /// The ranks of mostly different words.
  private func ranks(words: [String?]) -> [Int?] {
    let common = Self.commonLength(words.lazy.compactMap(\.self))
    // Sorting numbers alone is far cheaper than moving words.
    var known: [(head: UInt128, row: Int32)] = []
    known.reserveCapacity(words.count)
    for (row, word) in words.enumerated() {
      if let word { known.append((Self.head(word, from: common), Int32(row))) }
    }
    known.sort {
      $0.head != $1.head ? $0.head < $1.head : (words[Int($0.row)] ?? "") < (words[Int($1.row)] ?? "")
    }
    var ranks = [Int?](repeating: nil, count: words.count)
    var rank = 0
    var last: (head: UInt128, row: Int32)?
    for entry in known {
      if let last, last.head != entry.head || words[Int(last.row)] != words[Int(entry.row)] { rank += 1 }
      ranks[Int(entry.row)] = rank
      last = entry
    }
    return ranks
  }

  /// How many ASCII bytes all words begin with.
  private static func commonLength(_ words: some Sequence<String>) -> Int {
    var common: [UInt8]?
    for var word in words {
      guard let known = common else {
        common = Array(word.utf8.prefix { $0 < 0x80 })
        continue
      }
      let length = word.withUTF8 { bytes in
        let end = min(bytes.count, known.count)
        var length = 0
        while length < end, bytes[length] == known[length] { length += 1 }
        return length
      }
      if length < known.count { common = Array(known.prefix(length)) }
      if length == 0 { break }
    }
    return common?.count ?? 0
  }

  /// The first bytes of a word behind those that all have, as a number, enough for most comparisons. After a
  /// byte beyond ASCII all words count as equal, because their order is not that of bytes.
  private static func head(_ word: String, from start: Int) -> UInt128 {
    var word = word
    return word.withUTF8 { bytes in
      var (high, low): (UInt64, UInt64) = (0, 0)
      var isASCII = true
      for offset in 0..<16 {
        let byte = start + offset < bytes.count ? bytes[start + offset] : 0
        isASCII = isASCII && byte < 0x80
        let value = isASCII ? UInt64(byte) : 0xFF
        if offset < 8 { high = high << 8 | value } else { low = low << 8 | value }
      }
      return UInt128(high) << 64 | UInt128(low)
    }
  }

  private func topic(_ row: RaceRow) -> ExplainedRaces.Topic? {
    facts.explanations.topic(of: index.races[row.race].key)
  }
}
