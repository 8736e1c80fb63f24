/// The state of the logs behind a result: it increases whenever reports are taken back because their log has
/// grown. Answers of an earlier one are dropped.
package struct Generation: Hashable, Comparable, Sendable {
  private var number = 0

  /// The first.
  package init() {}

  /// Goes on to the next.
  package mutating func advance() { number += 1 }

  /// Earlier before later.
  package static func < (left: Generation, right: Generation) -> Bool { left.number < right.number }
}
