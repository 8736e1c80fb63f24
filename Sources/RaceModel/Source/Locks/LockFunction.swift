/// A function taken apart as far as locks are concerned.
final class LockFunction {
  /// The part of the code that runs: from one word to the next, braces left out.
  var words: Range<Int>
  var root = LockNode.block([], LockNode.Scope())
  var steps: [LockStep] = []
  /// The lock of each guard.
  var guards: [String] = []
  /// Those of the guards that hold their lock only to read.
  var readGuards: Set<Int> = []
  /// Those of the guards that are inside of a result.
  var uncheckedGuards: Set<Int> = []
  /// The functions that are made in it.
  var closures: [LockFunction] = []
  /// Whether a parameter of it may be a guard that holds a lock.
  var isGivenGuard = false
  /// The names of its guards.
  var guardNames: Set<String> = []
  /// Whether it is called where it is made, so that it is not certain what it holds.
  var isCalledAtOnce = false
  /// What is held whenever it runs.
  var initial = LockState()
  /// All words of the file's function that this is or is in.
  let code: [CodeWord]
  /// The names of the locks, with the words that they consist of.
  var names: [String: [String]] = [:]

  init(words: Range<Int>, code: [CodeWord]) {
    self.words = words
    self.code = code
  }

  /// The function or the closure that runs on a line; nil where several may.
  func running(on line: Int, isClosure: Bool) -> LockFunction? {
    let own = code.indices.filter { code[$0].line == line && words.contains($0) && !code[$0].isBrace }
    guard let first = own.first else { return nil }
    let around = innermost(at: first)
    var others: [LockFunction] = []
    for word in own {
      let found = innermost(at: word)
      if found !== around, others.last !== found { others.append(found) }
    }
    guard others.count < 2 else { return nil }
    let chosen = isClosure ? others.first ?? around : around
    return chosen.isCalledAtOnce ? nil : chosen
  }

  private func innermost(at word: Int) -> LockFunction {
    closures.first { $0.words.contains(word) }?.innermost(at: word) ?? self
  }

  /// Whether it holds nothing when it has run that it did not hold before, and gives back only what it has taken.
  lazy var isBalanced: Bool = {
    var flow = LockFlow(self, line: 0)
    return flow.isBalanced()
  }()
}
