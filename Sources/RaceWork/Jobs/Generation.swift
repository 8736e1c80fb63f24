/// The state of the logs that something was worked out of: it goes up whenever reports are taken back because their
/// log goes on. Answers of an earlier one are dropped.
package struct Generation: Hashable, Comparable, Sendable {
  private var number = 0

  /// The first.
  package init() {}

  /// Goes on to the next.
  package mutating func advance() { number += 1 }

  /// Earlier before later.
  package static func < (left: Generation, right: Generation) -> Bool { left.number < right.number }
}
