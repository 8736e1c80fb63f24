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
    case .site: ranks(functions: rows.map { site($0).flatMap(index.function(of:)) })
    case .memory: ranks(rows.map { topic($0)?.subject?.words }, words: facts.names.sentence)
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

  /// The ranks of functions by their short names, most of which differ.
  private func ranks(functions: [String?]) -> [Int?] {
    // Where names begin is enough: to make each of them would take longer than to sort them.
    var words: [ShortName] = []
    words.reserveCapacity(functions.count)
    for (row, function) in functions.enumerated() {
      if let function { words.append(ShortName(facts.names.shortened(function), row: row)) }
    }
    let common = ShortName.commonLength(words)
    for place in words.indices { words[place].readHead(from: common) }
    words.sort(by: <)
    var ranks = [Int?](repeating: nil, count: functions.count)
    var rank = 0
    for (place, word) in words.enumerated() {
      if place > 0, words[place - 1] < word { rank += 1 }
      ranks[word.row] = rank
    }
    return ranks
  }

  private func topic(_ row: RaceRow) -> ExplainedRaces.Topic? {
    facts.explanations.topic(of: index.races[row.race].key)
  }

  /// The site that the list shows first.
  private func site(_ row: RaceRow) -> SiteID? {
    row.first(index).flatMap { $0.first ?? $0.second }?.site
  }
}
