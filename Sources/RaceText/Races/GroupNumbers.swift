internal import RaceModel

/// The numbers of groups by what their rows share, in the order of first sight.
struct GroupNumbers {
  /// For facts that are numbers: most lists have as many as rows.
  private var ofNumbers: [Int32] = []
  private var others: [GroupFact: Int] = [:]

  /// Whether the group of some rows is not known yet.
  var hasUnknown: Bool { others[.unknown] != nil }

  /// The number of a group, which is `next` if it is new.
  mutating func number(of fact: GroupFact, next: Int) -> Int {
    guard case .number(let position) = fact else { return others.number(of: fact, next: next) }
    if position >= ofNumbers.count {
      let count = max(position + 1, 2 * ofNumbers.count)
      ofNumbers += Array(repeating: -1, count: count - ofNumbers.count)
    }
    if ofNumbers[position] < 0 { ofNumbers[position] = Int32(next) }
    return Int(ofNumbers[position])
  }
}
