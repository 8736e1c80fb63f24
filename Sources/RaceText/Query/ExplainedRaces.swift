package import RaceModel

/// The explanations of races. What a list asks of each race, its subject and its causes, is read in place:
/// an explanation has dozens of strings, and copying tens of thousands takes longer than a key may.
package struct ExplainedRaces: Sendable {
  private var all: [RaceExplanation] = []
  private var positions: [RaceKey: Int] = [:]
  /// Positions of removed explanations.
  private var free: [Int] = []

  /// How often they have changed.
  package private(set) var revision = 0

  /// No explanation.
  package init() {}

  /// How many races are explained.
  package var count: Int { positions.count }

  /// The explanation of a race.
  package subscript(key: RaceKey) -> RaceExplanation? {
    get { positions[key].map { all[$0] } }
    set {
      revision += 1
      switch (positions[key], newValue) {
      case (let position?, let explanation?): all[position] = explanation
      case (let position?, nil):
        all[position] = RaceExplanation()
        positions[key] = nil
        free.append(position)
      case (nil, let explanation?):
        if let position = free.popLast() {
          all[position] = explanation
          positions[key] = position
        } else {
          positions[key] = all.count
          all.append(explanation)
        }
      case (nil, nil): break
      }
    }
  }

  /// What lists ask of an explanation; nil for a race that is not explained yet.
  package func topic(of key: RaceKey) -> Topic? {
    positions[key].map {
      Topic(subject: all[$0].subject, name: all[$0].verdict?.written?.name, causes: all[$0].causes)
    }
  }

  /// All likely causes, each as often as races have it.
  package var causes: some Sequence<Cause> { all.lazy.flatMap(\.causes) }

  /// What a race is on, and what it probably comes from.
  package struct Topic: Sendable {
    /// What the race is on; nil if unknown.
    package let subject: Subject?
    /// What both lines use, as far as their source was read; nil if unknown.
    package let name: String?
    /// Its likely causes, the likeliest first.
    package let causes: [Cause]
  }
}
