package import RaceModel
internal import RaceWork

/// What is worked out of races, as far as it is: piece by piece, so that nobody who explains holds the index.
package struct Explanations: Sendable {
  /// How many races are asked about at first, and at most: the first are on the screen.
  private static let pieces = 64...1024

  private var found: [RaceKey: RaceExplanation] = [:]
  private var waiting: ArraySlice<RaceKey> = []
  private var piece = pieces.lowerBound
  private var isAsking = false
  /// Races that source files were asked of.
  private var sourcesAsked: Set<RaceKey> = []
  /// Those of which the answer is to come.
  private var sourcesAwaited: Set<RaceKey> = []

  /// What is worked out of a race.
  package subscript(key: RaceKey) -> RaceExplanation? { found[key] }

  /// All that is worked out.
  package var byRace: [RaceKey: RaceExplanation] { found }

  /// Wants races explained that are not yet, in this order.
  mutating func want(_ races: [RaceKey]) {
    waiting = races.filter { found[$0] == nil }[...]
    piece = Self.pieces.lowerBound
  }

  /// The next races to ask about; none while an answer is to come.
  mutating func next() -> [RaceKey] {
    guard !isAsking, !waiting.isEmpty else { return [] }
    let next = Array(waiting.prefix(piece))
    waiting = waiting.dropFirst(piece)
    piece = min(2 * piece, Self.pieces.upperBound)
    isAsking = true
    return next
  }

  /// Takes an answer.
  ///
  /// - Parameter isCurrent: whether it is of the logs as they are now.
  mutating func take(_ answer: [(RaceKey, RaceExplanation)], isCurrent: Bool) {
    isAsking = false
    guard isCurrent else { return }
    for (key, explanation) in answer { found[key] = explanation }
  }

  /// Whether source files are to be asked of a race: it is explained, and they were not asked yet.
  mutating func wantSource(of key: RaceKey) -> Bool {
    guard found[key] != nil, sourcesAsked.insert(key).inserted else { return false }
    sourcesAwaited.insert(key)
    return true
  }

  /// Takes note that source files were not asked of a race after all.
  mutating func giveUpSource(of key: RaceKey) {
    sourcesAsked.remove(key)
    sourcesAwaited.remove(key)
  }

  /// Whether an answer of source files is to come.
  var awaitsSource: Bool { !sourcesAwaited.isEmpty }

  /// Takes what source files say of a race, or that they say nothing.
  ///
  /// - Returns: whether its likely causes are others than before.
  mutating func take(_ facts: SourcedFacts?, of key: RaceKey) -> Bool {
    sourcesAwaited.remove(key)
    guard let facts, let known = found[key] else { return false }
    found[key]?.weigh(facts.verdict, facts.lockOrder, facts.causes)
    return found[key]?.causes != known.causes
  }

  /// Forgets what was worked out of races that have changed.
  mutating func forget(_ keys: some Sequence<RaceKey>) {
    for key in keys {
      found[key] = nil
      giveUpSource(of: key)
    }
  }
}
