/// A statement of a function, as far as locks are concerned.
struct LockStep {
  /// What a statement does to locks.
  enum Action {
    /// Takes a lock.
    case take(LockHold, lock: String)
    /// Gives a lock back.
    case give(lock: String)
    /// Gives a lock back if this guard holds it.
    case end(guard: Int)
    /// Leaves the guard without saying whether it holds its lock from here on.
    case spoil(guard: Int)
    /// Takes a lock over that must have been taken: `std::adopt_lock`.
    case adopt(LockHold, lock: String)
    /// May or may not take a lock.
    case attempt(lock: String)
  }

  /// Its words in the function.
  var words: Range<Int>
  /// The words among them that other functions consist of.
  var closures: [Range<Int>] = []
  /// What it does, in this order.
  var actions: [Action] = []
  /// Whether something is done to a lock that cannot be told.
  var isOdd = false
  /// Whether a function is made here that does something to a lock that cannot be told.
  var makesOddClosure = false
  /// Whether code that runs for this line may hold a lock that nobody can see: a static variable that is initialised.
  var isVeiled = false
  /// Whether it may name locks without giving them back.
  var keepsLocks = false
  /// Locks that may have been given back here, as the statement names them.
  var mentioned: [String] = []
  /// Locks that the names on the way here no longer mean: `c = c->next`.
  var renamed: [String] = []
  /// Names that a macro assigns: `list_for_each_entry(shard, list)`.
  var assigned: Set<String> = []
  /// Whether what is done here is done before or after all else on its line: part of a statement.
  var isPart = false

  /// The words that are none of other functions.
  var ownWords: [Int] { Self.words(words, without: closures) }

  /// Words without those in some ranges, which are in their order.
  static func words(_ words: Range<Int>, without ranges: [Range<Int>]) -> [Int] {
    var own: [Int] = []
    var position = words.lowerBound
    for range in ranges where range.upperBound > position && range.lowerBound < words.upperBound {
      if position < range.lowerBound { own.append(contentsOf: position..<range.lowerBound) }
      position = range.upperBound
    }
    if position < words.upperBound { own.append(contentsOf: position..<words.upperBound) }
    return own
  }
}
