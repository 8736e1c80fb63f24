/// What distinguishes the stacks of reports, as far as they were read: piece by piece, when the user asks.
package struct StackFacts: Sendable {
  /// How many reports to ask about at a time.
  static let batchSize = 2048

  /// A number for the stacks of each report, in the order of the index.
  package private(set) var hashes: [UInt64] = []
  private var question = OpenQuestion()

  /// Discards everything, because reports have been added.
  mutating func reset() {
    hashes = []
    question.giveUp()
  }

  /// The number of a new question; nil while another is open.
  mutating func ask() -> Int? { question.ask() }

  /// Takes an answer; one to an earlier question is dropped.
  mutating func take(_ more: [UInt64], request: Int) {
    if question.close(request) { hashes += more }
  }
}
