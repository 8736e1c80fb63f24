/// What became of the races of an older run, or of a list of known ones, in a newer run.
public struct RaceComparison: Sendable {
  /// What is said of a race of the newer run.
  public enum Novelty: Hashable, Sendable {
    /// It was there.
    case still
    /// One of these was there, which may be it: of one of the two a side is not known.
    case perhaps([RaceKey])
    /// It was not there.
    case new
  }

  /// What is said of a race of the older run.
  public enum Outcome: Hashable, Sendable {
    /// It is in the newer run.
    case still
    /// A race of the newer run may be it.
    case perhaps
    /// It is not in the newer run, which does not mean that it is mended.
    case notSeen
    /// It is not in what could be read of the newer run, or of what it came to.
    case cannotTell
  }

  /// The races of the newer run.
  public private(set) var novelties: [RaceKey: Novelty] = [:]
  /// The older races in their order, and what became of them.
  public private(set) var outcomes: [(race: RecordedRace, outcome: Outcome)] = []

  /// Compares races.
  ///
  /// - Parameters:
  ///   - old: those of an older run, or those that are known.
  ///   - new: those of the newer run.
  ///   - isWhole: whether the newer run could be read whole, and came to its end.
  public init(_ old: [RecordedRace], _ new: [RecordedRace], isWhole: Bool) {
    let known = Set(old.map(\.key))
    let halves = Matches(old)
    var found: Set<RaceKey> = []
    var maybe: Set<RaceKey> = []
    for race in new {
      if known.contains(race.key) {
        found.insert(race.key)
        novelties[race.key] = .still
        continue
      }
      let candidates = halves.candidates(for: race)
      maybe.formUnion(candidates)
      novelties[race.key] = candidates.isEmpty ? .new : .perhaps(candidates)
    }
    outcomes = old.map { race in
      if found.contains(race.key) { return (race, .still) }
      if maybe.contains(race.key) { return (race, .perhaps) }
      return (race, isWhole ? .notSeen : .cannotTell)
    }
  }

  /// Old races by each of their sides.
  private struct Matches {
    private var bySide: [String: [RecordedRace]] = [:]
    private let hasHalves: Bool

    init(_ races: [RecordedRace]) {
      hasHalves = races.contains(where: \.isHalf)
      for race in races {
        for side in Set(race.sides.compactMap(\.self)) { bySide[side, default: []].append(race) }
      }
    }

    func candidates(for race: RecordedRace) -> [RaceKey] {
      guard hasHalves || race.isHalf else { return [] }
      var keys: [RaceKey] = []
      for side in race.sides.compactMap(\.self) {
        for old in bySide[side] ?? [] where old.mayBe(race) && !keys.contains(old.key) {
          keys.append(old.key)
        }
      }
      return keys
    }
  }
}

extension RaceComparison {
  /// How many races of the newer run are new.
  public var newCount: Int { novelties.values.count { $0 == .new } }
  /// How many may be new.
  public var perhapsCount: Int { novelties.values.count { if case .perhaps = $0 { true } else { false } } }
  /// How many races there are still.
  public var stillCount: Int { novelties.values.count { $0 == .still } }
}
