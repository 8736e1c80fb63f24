package import RaceText

/// The words of reports, as far as they were read for a query: piece by piece.
package struct WordFacts: Sendable {
  /// How many reports are asked about at a time.
  static let piece = 512

  /// What was read.
  package var index = WordIndex()
  /// Which question is open; nil when none is.
  private var open: Int?
  private var questions = 0

  /// Forgets everything: reports have been taken back.
  mutating func reset() {
    index = WordIndex()
    open = nil
  }

  /// The number of a new question; nil while another is open.
  mutating func ask() -> Int? {
    guard open == nil else { return nil }
    questions += 1
    open = questions
    return questions
  }

  /// Takes an answer; one to an earlier question is dropped.
  mutating func take(_ batch: WordBatch, request: Int) {
    guard request == open else { return }
    open = nil
    index.append(batch)
  }
}
