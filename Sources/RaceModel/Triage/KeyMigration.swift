/// Candidates in a log for an entry whose race is not in it: a function was renamed or moved, or the rules
/// for keys have changed.
package struct KeyMigration: Sendable {
  /// A race that the entry may be about.
  package struct Candidate: Sendable {
    /// The race.
    package let race: RecordedRace
    /// The similarity: 2 for each equal side, 1 for one with the same file or function.
    package let score: Int
  }

  /// The entry.
  package let entry: TriageEntry
  /// The candidates, the likeliest first.
  package let candidates: [Candidate]

  /// The only race with one side equal and the other alike, to which the entry can move; nil if that is not
  /// certain.
  package var target: RecordedRace? {
    guard let first = candidates.first, first.score >= 3, candidates.dropFirst().first?.score != first.score
    else {
      return nil
    }
    return first.race
  }

  /// The maximum number of candidates to show.
  private static let most = 3

  /// Candidates for entries whose races are not in a log.
  ///
  /// - Parameter races: those of the log.
  package static func all(_ file: TriageFile, _ races: [RecordedRace]) -> [KeyMigration] {
    let entries = file.entries
    let keys = Set(races.map(\.key))
    let open = races.filter { entries[$0.key] == nil }
    let gone = entries.values.filter { !keys.contains($0.key) }.sorted { $0.key.value < $1.key.value }
    var words = Words()
    let new = open.map { words.sides(of: $0) }
    let migrations = gone.map { entry in
      let old = words.sides(of: RecordedRace(entry))
      let scored = zip(open, new).compactMap { race, sides -> Candidate? in
        let score = Self.score(old, sides)
        return score >= 2 ? Candidate(race: race, score: score) : nil
      }
      let sorted = scored.sorted { ($1.score, $0.race.key.value) < ($0.score, $1.race.key.value) }
      return KeyMigration(entry: entry, candidates: Array(sorted.prefix(most)))
    }
    return withoutRivals(migrations)
  }

  /// If two entries would move to one race, neither does.
  private static func withoutRivals(_ migrations: [KeyMigration]) -> [KeyMigration] {
    var counts: [RaceKey: Int] = [:]
    for migration in migrations { if let key = migration.target?.key { counts[key, default: 0] += 1 } }
    let contested = counts.filter { $0.value > 1 }
    return migrations.map { migration in
      guard let target = migration.target, contested[target.key] != nil else { return migration }
      let level = migration.candidates.map { Candidate(race: $0.race, score: min(2, $0.score)) }
      return KeyMigration(entry: migration.entry, candidates: level)
    }
  }

  private static func score(_ old: Sides, _ new: Sides) -> Int {
    guard old.detector == nil || old.detector == new.detector, let old = old.both, let new = new.both else {
      return 0
    }
    let straight = likeness(old.0, new.0) + likeness(old.1, new.1)
    let crossed = likeness(old.0, new.1) + likeness(old.1, new.0)
    return max(straight, crossed)
  }

  private static func likeness(_ one: Words.Side?, _ other: Words.Side?) -> Int {
    guard let one, let other else { return one == nil && other == nil ? 1 : 0 }
    if one.text == other.text { return 2 }
    return one.function == other.function || one.file == other.file ? 1 : 0
  }

  /// Both sides of a race; nil if not recorded.
  private struct Sides {
    var detector: String?
    var both: (Words.Side?, Words.Side?)?
  }

  /// The words of sides as numbers, because thousands of entries are compared with thousands of races.
  private struct Words {
    /// A side: the whole text, the function's last name, after the last dot or colon, and the file, which is
    /// the last word.
    struct Side {
      let text, function, file: Int
    }

    private var numbers: [Substring: Int] = [:]

    private mutating func number(of word: Substring) -> Int {
      if let number = numbers[word] { return number }
      numbers[word] = numbers.count
      return numbers.count - 1
    }

    mutating func sides(of race: RecordedRace) -> Sides {
      guard race.sides.count == 2 else { return Sides(detector: race.detector) }
      return Sides(
        detector: race.detector,
        both: (race.sides[0].map { side($0) }, race.sides[1].map { side($0) }))
    }

    private mutating func side(_ text: String) -> Side {
      let words = text.split(separator: " ")
      let name = words.dropLast().last ?? words.last ?? ""
      let own = name.split { $0 == "." || $0 == ":" }.last ?? name
      return Side(
        text: number(of: text[...]), function: number(of: own), file: number(of: words.last ?? ""))
    }
  }
}
