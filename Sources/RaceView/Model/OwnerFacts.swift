package import RaceModel

/// Who last changed the lines of races. git is asked about a few at a time, while the list is grouped by it.
package struct OwnerFacts: Sendable {
  /// How many races to ask about at a time.
  static let batchSize = 16

  /// The owners by race; nil if unknown.
  package private(set) var byRace: [RaceKey: String?] = [:]
  private var question = OpenQuestion()

  /// The number of a new question; nil while another is open.
  mutating func ask() -> Int? { question.ask() }

  /// Records that the owner of a race cannot be known.
  mutating func giveUp(_ race: RaceKey) { byRace[race] = .some(nil) }

  /// Takes an answer.
  mutating func take(_ owners: [(RaceKey, String?)], request: Int) {
    guard question.close(request) else { return }
    for (race, owner) in owners { byRace[race] = .some(owner) }
  }
}
