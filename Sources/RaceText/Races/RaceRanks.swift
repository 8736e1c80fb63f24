internal import RaceModel

/// Sort keys of rows, as numbers: words that many rows share are compared once.
struct RaceRanks {
  private let facts: RaceFacts
  private var index: LogIndex { facts.index }

  init(_ facts: RaceFacts) { self.facts = facts }

  /// One number per row, smaller before larger; nil if unknown.
  func ranks(_ rows: [RaceRow], by sort: RaceSort) -> [Int?] {
    switch sort {
    case .count: rows.map { $0.count(index) }
    case .runs: rows.map { $0.runCount(index) }
    case .firstSeen: Array(rows.indices)
    case .site: ranks(words: rows.map { row in site(row)?.function.map(facts.names.short) })
    case .memory: ranks(rows.map { explanation($0)?.subject?.words }, words: facts.names.sentence)
    case .cause: ranks(rows.map { explanation($0)?.causes.first?.words }) { $0 }
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
    let known = words.indices.lazy
      .compactMap { row in words[row].map { (row: row, words: $0, head: Self.head($0)) } }
      .sorted { $0.head != $1.head ? $0.head < $1.head : $0.words < $1.words }
    var ranks = [Int?](repeating: nil, count: words.count)
    var rank = 0
    for (position, entry) in known.enumerated() {
      if position > 0, known[position - 1].words != entry.words { rank += 1 }
      ranks[entry.row] = rank
    }
    return ranks
  }

  /// The first bytes of a word as a number, enough for most comparisons. After a byte beyond ASCII all words
  /// count as equal, because their order is not that of bytes.
  private static func head(_ word: String) -> UInt64 {
    var bytes = word.utf8.makeIterator()
    var isASCII = true
    return (0..<8).reduce(0) { head, _ in
      let byte = bytes.next() ?? 0
      isASCII = isASCII && byte < 0x80
      return head << 8 | (isASCII ? UInt64(byte) : 0xFF)
    }
  }

  private func explanation(_ row: RaceRow) -> RaceExplanation? {
    facts.explanations[index.races[row.race].key]
  }

  /// The site that the list shows first.
  private func site(_ row: RaceRow) -> Site? {
    row.first(index).flatMap { $0.first ?? $0.second }.flatMap { index[$0.site] }
  }

}
