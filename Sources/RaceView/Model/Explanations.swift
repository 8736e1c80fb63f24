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

  /// Takes what source files say of the causes of a race that is explained.
  mutating func take(causes: [Cause], of key: RaceKey) { found[key]?.causes = causes }

  /// Whether source files are to be asked of a race: it is explained, and they were not asked yet.
  mutating func wantSource(of key: RaceKey) -> Bool {
    found[key] != nil && sourcesAsked.insert(key).inserted
  }

  /// Takes note that source files were not asked of a race after all.
  mutating func giveUpSource(of key: RaceKey) { sourcesAsked.remove(key) }

  /// Takes what source files say of why a race is one.
  mutating func take(verdict: VerdictFacts, of key: RaceKey) { found[key]?.verdict = verdict }

  /// Forgets what was worked out of races that have changed.
  mutating func forget(_ keys: some Sequence<RaceKey>) {
    for key in keys {
      found[key] = nil
      sourcesAsked.remove(key)
    }
  }
}
