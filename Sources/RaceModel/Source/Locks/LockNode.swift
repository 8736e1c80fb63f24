/// A part of a function as far as locks are concerned: what is done in which order.
indirect enum LockNode {
  /// A statement, or a condition, by its number among the steps of the function.
  case step(Int)
  /// A block: what guards in it hold ends with it, by their numbers; names that it declares mean others behind it.
  case block([LockNode], Scope)
  /// One of several ways; perhaps none of them.
  case choice([LockNode], isComplete: Bool)
  /// A loop.
  case loop(Loop)
  /// Clauses of which one is gone into, and in C all that follow it.
  case clauses([LockNode], fallsThrough: Bool, isComplete: Bool)
  /// A body, and what runs when an error leaves it.
  case attempt(LockNode, catches: [LockNode])
  /// The way leads elsewhere.
  case leave(Exit)
  /// A position that jumps lead to.
  case label(String)
  /// A block that `break` with its name leaves.
  case named(String, LockNode)

  /// What ends with a block.
  struct Scope {
    /// The guards that are declared in it.
    var guards: [Int] = []
    /// Where its words are.
    var words: Range<Int> = 0..<0
  }

  /// What a loop does in each round.
  struct Loop {
    /// Its condition; nil where none is.
    var head: LockNode?
    var body: LockNode
    /// What is done behind the body: `i++`.
    var tail: LockNode?
    /// Whether the condition is looked at before the first round.
    var testsFirst = true
    /// Whether only `break` and the like leave it.
    var isEndless = false
    var label = ""
  }

  /// Where a way leads that does not go on.
  enum Exit: Hashable {
    /// Out of the function.
    case function
    /// Behind a loop or a `switch`; the innermost where the label is empty.
    case breaking(String)
    /// To the next round of a loop.
    case continuing(String)
    /// To a label.
    case jump(String)
  }
}
