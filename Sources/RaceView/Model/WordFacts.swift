package import RaceText

/// The words of reports, as far as they were read for a query: piece by piece.
package struct WordFacts: Sendable {
  /// How many reports to ask about at a time.
  static let batchSize = 512

  /// What was read.
  package var index = WordIndex()
  private var question = OpenQuestion()

  /// Discards everything, because reports have been taken back.
  mutating func reset() {
    index = WordIndex()
    question.giveUp()
  }

  /// The number of a new question; nil while another is open.
  mutating func ask() -> Int? { question.ask() }

  /// Takes an answer; one to an earlier question is dropped.
  mutating func take(_ batch: WordBatch, request: Int) {
    if question.close(request) { index.append(batch) }
  }
}
