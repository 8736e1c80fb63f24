/// Races of a log that an entry may be about whose race is not in it: a function was renamed or moved, or the rules of keys
/// are others.
public struct KeyMigration: Sendable {
  /// A race that the entry may be about.
  public struct Candidate: Sendable {
    /// The race.
    public let race: RecordedRace
    /// How alike both are: 2 for each side that is the same, 1 for one with the same file or function.
    public let score: Int
  }

  /// The entry.
  public let entry: TriageEntry
  /// The candidates, the likeliest first.
  public let candidates: [Candidate]

  /// The one race that the entry can be moved to: it has one side the same and the other one alike, and no other race has;
  /// nil where that is not certain.
  public var target: RecordedRace? {
    guard let first = candidates.first, first.score >= 3, candidates.dropFirst().first?.score != first.score
    else {
      return nil
    }
    return first.race
  }

  /// Candidates that are shown at most.
  private static let most = 3

  /// What entries may be about whose races are not in a log.
  ///
  /// - Parameter races: those of the log.
  public static func all(_ file: TriageFile, _ races: [RecordedRace]) -> [KeyMigration] {
    let entries = file.entries
    let keys = Set(races.map(\.key))
    let open = races.filter { entries[$0.key] == nil }
    let gone = entries.values.filter { !keys.contains($0.key) }.sorted { $0.key.value < $1.key.value }
    let migrations = gone.map { entry in
      let old = RecordedRace(entry)
      let scored = open.map { Candidate(race: $0, score: score(old, $0)) }.filter { $0.score >= 2 }
      let sorted = scored.sorted { ($1.score, $0.race.key.value) < ($0.score, $1.race.key.value) }
      return KeyMigration(entry: entry, candidates: Array(sorted.prefix(most)))
    }
    return withoutRivals(migrations)
  }

  /// Where two entries would move to one race, neither does.
  private static func withoutRivals(_ migrations: [KeyMigration]) -> [KeyMigration] {
    let targets = migrations.compactMap { $0.target?.key }
    let contested = Set(targets.filter { key in targets.count { $0 == key } > 1 })
    return migrations.map { migration in
      guard let target = migration.target, contested.contains(target.key) else { return migration }
      let level = migration.candidates.map { Candidate(race: $0.race, score: min(2, $0.score)) }
      return KeyMigration(entry: migration.entry, candidates: level)
    }
  }

  private static func score(_ old: RecordedRace, _ new: RecordedRace) -> Int {
    guard old.detector == nil || old.detector == new.detector else { return 0 }
    guard old.sides.count == 2, new.sides.count == 2 else { return 0 }
    let straight = likeness(old.sides[0], new.sides[0]) + likeness(old.sides[1], new.sides[1])
    let crossed = likeness(old.sides[0], new.sides[1]) + likeness(old.sides[1], new.sides[0])
    return max(straight, crossed)
  }

  private static func likeness(_ one: String?, _ other: String?) -> Int {
    guard let one, let other else { return one == other ? 1 : 0 }
    if one == other { return 2 }
    // The file is the last word; the function's own name comes behind the last dot or colon.
    func parts(_ side: String) -> (function: Substring, file: Substring) {
      let words = side.split(separator: " ")
      let name = words.dropLast().last ?? words.last ?? ""
      return (name.split { $0 == "." || $0 == ":" }.last ?? name, words.last ?? "")
    }
    let (left, right) = (parts(one), parts(other))
    return left.function == right.function || left.file == right.file ? 1 : 0
  }
}
