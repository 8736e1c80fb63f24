/// The fate of the races of an older run, or of a list of known ones, in a newer run.
public struct RaceComparison: Sendable {
  /// The status of a race of the newer run.
  public enum Novelty: Hashable, Sendable {
    /// It was in the older run.
    case still
    /// One of these was in the older run and may be the same race: one of the two lacks a side.
    case perhaps([RaceKey])
    /// It was not in the older run.
    case new
  }

  /// The outcome of a race of the older run.
  public enum Outcome: Hashable, Sendable {
    /// It is in the newer run.
    case still
    /// A race of the newer run may be it.
    case perhaps
    /// It is not in the newer run, which does not mean that it is fixed.
    case notSeen
    /// It is not in the part of the newer run that took place and could be read.
    case cannotTell
  }

  /// The races of the newer run.
  public private(set) var novelties: [RaceKey: Novelty] = [:]
  /// The older races in their order, with their outcomes.
  public private(set) var outcomes: [(race: RecordedRace, outcome: Outcome)] = []

  /// Compares races.
  ///
  /// - Parameters:
  ///   - old: those of an older run, or known ones.
  ///   - new: those of the newer run.
  ///   - isWhole: whether the newer run could be read completely, and came to its end.
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
      let sides = race.sides.compactMap(\.self).distinct()
      return sides.flatMap { bySide[$0] ?? [] }.filter { $0.mayBe(race) }.map(\.key).distinct()
    }
  }
}

extension RaceComparison {
  /// How many races of the newer run are new.
  public var newCount: Int { novelties.values.count { $0 == .new } }
  /// How many may be new.
  public var perhapsCount: Int { novelties.values.count { if case .perhaps = $0 { true } else { false } } }
  /// How many races are still there.
  public var stillCount: Int { novelties.values.count { $0 == .still } }
}
