/// An open question whose answer comes later, so that only one is asked at a time and late answers are
/// dropped.
struct OpenQuestion: Sendable {
  private var number: Int?
  private var count = 0

  /// The number of a new question; nil while another is open.
  mutating func ask() -> Int? {
    guard number == nil else { return nil }
    count += 1
    number = count
    return count
  }

  /// Closes the answered question.
  ///
  /// - Returns: false for an answer to an earlier one.
  mutating func close(_ answered: Int) -> Bool {
    guard answered == number else { return false }
    number = nil
    return true
  }

  /// Drops the open question.
  mutating func giveUp() { number = nil }
}
