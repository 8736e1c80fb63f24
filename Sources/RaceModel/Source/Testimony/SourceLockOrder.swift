/// What source files say of a lock order: which lock is which variable, and which order to turn around.
package struct SourceLockOrder: Hashable, Sendable {
  /// The name of a lock in the code.
  package struct Name: Hashable, Sendable {
    /// `m1`, `pool.mu`
    package var name: String
    /// The line that takes the lock by that name, or gives it to the function that does.
    package var place: SourcePlace
  }

  /// An order in which a function takes two locks.
  package struct Kept: Hashable, Sendable {
    package var function: String
    /// The line that takes the second one.
    package var place: SourcePlace
    package var first: String
    package var second: String
  }

  /// What is to be decided about the order.
  package enum Choice: Hashable, Sendable {
    /// One line takes all locks of the cycle, each behind another one: its objects decide about the order, not its code.
    case oneLine(function: String, first: String, second: String)
    /// One function takes them in the one order, several others in the other.
    case turn(odd: Kept, others: [Kept])
  }

  /// The names of the report's locks, by how the report calls them; none of locks that have several, or whose name another
  /// lock has, too.
  package var names: [String: Name] = [:]
  /// What is to be decided; nil where that is not certain.
  package var choice: Choice?

  package init() {}

  /// Whether nothing is known.
  var isEmpty: Bool { names.isEmpty && choice == nil }
}
