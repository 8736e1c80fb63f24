package import RaceModel
package import RaceText
internal import RaceWork

/// The explanations of races so far. They arrive piece by piece, so that an explaining thread does not hold
/// the index.
package struct Explanations: Sendable {
  /// How many races the first question has, and later ones at most: the first are on the screen.
  private static let batchSizes = 64...1024

  /// The explanations so far.
  package private(set) var found = ExplainedRaces()
  private var waiting: ArraySlice<RaceKey> = []
  private var batchSize = batchSizes.lowerBound
  private var isAsking = false
  /// Races whose source files were requested.
  private var sourcesAsked: Set<RaceKey> = []
  /// Those whose answer is pending.
  private var sourcesAwaited: Set<RaceKey> = []

  /// The explanation of a race.
  package subscript(key: RaceKey) -> RaceExplanation? { found[key] }

  /// Queues races without an explanation, in this order.
  mutating func want(_ races: [RaceKey]) {
    waiting = races.filter { found[$0] == nil }[...]
    batchSize = Self.batchSizes.lowerBound
  }

  /// The next races to ask about; none while an answer is pending.
  mutating func next() -> [RaceKey] {
    guard !isAsking, !waiting.isEmpty else { return [] }
    let next = Array(waiting.prefix(batchSize))
    waiting = waiting.dropFirst(batchSize)
    batchSize = min(2 * batchSize, Self.batchSizes.upperBound)
    isAsking = true
    return next
  }

  /// Takes an answer.
  ///
  /// - Parameter isCurrent: whether it is about the current state of the logs.
  mutating func take(_ answer: [(RaceKey, RaceExplanation)], isCurrent: Bool) {
    isAsking = false
    guard isCurrent else { return }
    for (key, explanation) in answer { found[key] = explanation }
  }

  /// Whether to read source files for a race: it is explained, and they were not requested yet.
  mutating func wantSource(of key: RaceKey) -> Bool {
    guard found[key] != nil, sourcesAsked.insert(key).inserted else { return false }
    sourcesAwaited.insert(key)
    return true
  }

  /// Records that source files were not read for a race after all.
  mutating func giveUpSource(of key: RaceKey) {
    sourcesAsked.remove(key)
    sourcesAwaited.remove(key)
  }

  /// Whether an answer from source files is pending.
  var awaitsSource: Bool { !sourcesAwaited.isEmpty }

  /// Takes what source files say about a race, if anything.
  ///
  /// - Returns: whether its likely causes have changed.
  mutating func take(_ facts: SourcedFacts?, of key: RaceKey) -> Bool {
    sourcesAwaited.remove(key)
    guard let facts, let known = found[key] else { return false }
    var explanation = known
    explanation.weigh(facts.verdict, facts.lockOrder, facts.causes)
    found[key] = explanation
    return explanation.causes != known.causes
  }

  /// Discards the explanations of races that have changed.
  mutating func forget(_ keys: some Sequence<RaceKey>) {
    for key in keys {
      found[key] = nil
      giveUpSource(of: key)
    }
  }
}
