/// Goes all ways through a function and keeps what is known of its locks on a line.
struct LockFlow {
  /// Steps that are gone at most. Loops in loops are gone again and again.
  private static let mostSteps = 200_000

  private let function: LockFunction
  private let line: Int
  /// What is known where the line runs; nil as long as no way leads there.
  private var recorded: LockState?
  private var isVeiled = false
  private var isOdd = false
  private var givesBackOthers = false
  private var stepCount = 0
  /// The steps that have words on the line.
  private let stepsHere: Set<Int>

  /// What is known behind a node, and where ways lead that do not go on.
  private struct Outcome {
    var next: LockState?
    var exits: [LockNode.Exit: LockState] = [:]

    mutating func add(_ exit: LockNode.Exit, _ state: LockState?) {
      guard let state else { return }
      if exits[exit]?.join(state) == nil { exits[exit] = state }
    }

    mutating func add(_ others: [LockNode.Exit: LockState]) {
      for (exit, state) in others { add(exit, state) }
    }

    mutating func joinNext(_ state: LockState?) { next = LockFlow.joined(next, state) }
  }

  init(_ function: LockFunction, line: Int) {
    self.function = function
    self.line = line
    isOdd = function.isGivenGuard
    stepsHere = Set(
      function.steps.indices.filter { number in
        function.steps[number].ownWords.contains {
          function.code[$0].line == line && !function.code[$0].isBrace
        }
      })
  }

  /// The locks at the line; nil where no way leads there, or where not all ways are known.
  mutating func locks() -> LocksAtLine? {
    guard let outcome = go(function.root, from: function.initial), isComplete(outcome), let recorded else {
      return nil
    }
    var held: [CodeLock] = []
    var isWhole = !isOdd && !isVeiled && !givesBackOthers
    for (name, value) in recorded.locks {
      guard case .held(let hold) = value else {
        isWhole = false
        continue
      }
      held.append(
        CodeLock(
          name: name, kind: hold.kind, isRead: hold.isRead, line: hold.line, isScoped: hold.owner != nil))
    }
    held.sort { ($0.line, $0.name) > ($1.line, $1.name) }
    return LocksAtLine(held: held, isWhole: isWhole, givesBackOthers: givesBackOthers)
  }

  /// Whether all that is taken is given back, and nothing else.
  mutating func isBalanced() -> Bool {
    guard let outcome = go(function.root, from: LockState()), isComplete(outcome), !isOdd, !givesBackOthers
    else { return false }
    let ends = [outcome.next, outcome.exits[.function]]
    return ends.allSatisfy { $0?.locks.isEmpty ?? true }
  }

  private func isComplete(_ outcome: Outcome) -> Bool { outcome.exits.keys.allSatisfy { $0 == .function } }

  private static func joined(_ one: LockState?, _ two: LockState?) -> LockState? {
    guard var state = one else { return two }
    if let two { state.join(two) }
    return state
  }

  private mutating func record(_ state: LockState) { recorded = Self.joined(recorded, state) }

  // MARK: Nodes

  /// Goes through a node; nil where there is too much of it.
  private mutating func go(_ node: LockNode, from state: LockState?) -> Outcome? {
    switch node {
    case .step(let number): return state.map { step(number, from: $0) } ?? Outcome()
    case .block(let nodes, let scope): return block(nodes, scope, from: state)
    case .choice(let ways, let isComplete):
      var result = Outcome(next: isComplete ? nil : state)
      for way in ways {
        guard let one = go(way, from: state) else { return nil }
        result.joinNext(one.next)
        result.add(one.exits)
      }
      return result
    case .loop(let loop): return go(loop, from: state)
    case .clauses(let clauses, let fallsThrough, let isComplete):
      return go(clauses, fallsThrough, isComplete, from: state)
    case .attempt(let body, let catches): return attempt(body, catches, from: state)
    case .leave(let exit):
      var result = Outcome()
      result.add(exit, state)
      return result
    case .label: return Outcome(next: state)
    case .named(let name, let node):
      guard var result = go(node, from: state) else { return nil }
      result.joinNext(result.exits.removeValue(forKey: .breaking(name)))
      return result
    }
  }

  private mutating func block(_ nodes: [LockNode], _ scope: LockNode.Scope, from state: LockState?)
    -> Outcome?
  {
    var result = Outcome(next: state)
    for node in nodes {
      if case .label(let name) = node { result.joinNext(result.exits.removeValue(forKey: .jump(name))) }
      stepCount += 1
      guard stepCount < Self.mostSteps, let one = go(node, from: result.next) else { return nil }
      result.next = one.next
      result.add(one.exits)
    }
    result.next = result.next.map { leaving(scope, $0) }
    result.exits = result.exits.mapValues { leaving(scope, $0) }
    return result
  }

  /// What is known behind a block.
  private func leaving(_ scope: LockNode.Scope, _ state: LockState) -> LockState {
    var state = state
    for owner in scope.guards { state.end(owner, function.guards[owner]) }
    // What a name means that the block declares, nobody knows behind it.
    for (name, value) in state.locks {
      guard case .held(let hold) = value, hold.owner == nil, let root = function.names[name]?.first,
        function.declares(root, in: scope.words)
      else { continue }
      state.doubt(name, isLasting: true)
    }
    return state
  }

  private mutating func go(_ loop: LockNode.Loop, from state: LockState?) -> Outcome? {
    var entry = state
    while true {
      stepCount += 1
      guard stepCount < Self.mostSteps, let (result, again) = round(loop, from: entry) else { return nil }
      let next = Self.joined(entry, again)
      if next == entry { return result }
      entry = next
    }
  }

  /// Goes one round: what is known behind the loop, and when the next round begins.
  private mutating func round(_ loop: LockNode.Loop, from entry: LockState?) -> (Outcome, LockState?)? {
    var result = Outcome()
    var state = entry
    func passHead(_ flow: inout LockFlow) -> Bool {
      guard let head = loop.head else { return true }
      guard let one = flow.go(head, from: state) else { return false }
      result.add(one.exits)
      state = one.next
      return true
    }
    if loop.testsFirst {
      guard passHead(&self) else { return nil }
      if !loop.isEndless { result.joinNext(state) }
    }
    guard var body = go(loop.body, from: state) else { return nil }
    state = body.next
    for label in Set(["", loop.label]) {
      state = Self.joined(state, body.exits.removeValue(forKey: .continuing(label)))
      result.joinNext(body.exits.removeValue(forKey: .breaking(label)))
    }
    result.add(body.exits)
    if let tail = loop.tail {
      guard let one = go(tail, from: state) else { return nil }
      state = one.next
    }
    if !loop.testsFirst {
      guard passHead(&self) else { return nil }
      if !loop.isEndless { result.joinNext(state) }
    }
    return (result, state)
  }

  private mutating func go(
    _ clauses: [LockNode], _ fallsThrough: Bool, _ isComplete: Bool, from state: LockState?
  ) -> Outcome? {
    var result = Outcome(next: isComplete ? nil : state)
    var last: LockState?
    for clause in clauses {
      guard let one = go(clause, from: fallsThrough ? Self.joined(state, last) : state) else { return nil }
      result.add(one.exits)
      if fallsThrough { last = one.next } else { result.joinNext(one.next) }
    }
    result.joinNext(last)
    result.joinNext(result.exits.removeValue(forKey: .breaking("")))
    return result
  }

  private mutating func attempt(_ body: LockNode, _ catches: [LockNode], from state: LockState?) -> Outcome? {
    guard var result = go(body, from: state) else { return nil }
    // An error may come from anywhere in the body: what calls do to locks in it may be done or not.
    var thrown = state
    for lock in function.locksOfCalls(in: body) { thrown?.locks[lock] = .unknown(isLasting: false) }
    for handler in catches {
      guard let one = go(handler, from: thrown) else { return nil }
      result.joinNext(one.next)
      result.add(one.exits)
    }
    return result
  }

  // MARK: Steps

  private mutating func step(_ number: Int, from state: LockState) -> Outcome {
    stepCount += 1
    let step = function.steps[number]
    var state = state
    let isHere = stepsHere.contains(number)
    if isHere, !step.isPart { record(state) }
    if step.isOdd { state.doubtCalls(isLasting: false) }
    if step.makesOddClosure { state.doubtCalls(isLasting: true) }
    if step.isOdd || step.makesOddClosure { isOdd = true }
    for lock in step.mentioned {
      if case .held(let hold) = state.locks[lock], hold.owner != nil { continue }
      state.doubt(lock)
    }
    for lock in step.renamed { state.doubt(lock, isLasting: true) }
    for action in step.actions { perform(action, &state) }
    if isHere, !step.isPart {
      if step.isVeiled { isVeiled = true }
      record(state)
    }
    return Outcome(next: state)
  }

  private mutating func perform(_ action: LockStep.Action, _ state: inout LockState) {
    switch action {
    case .take(let hold, let lock): state.take(hold, lock)
    case .give(let lock):
      if !state.give(lock) {
        givesBackOthers = true
        // It may be another name for one that is held.
        state.doubtCalls(isLasting: false)
      }
    case .end(let owner): state.end(owner, function.guards[owner])
    case .spoil(let owner): state.doubt(function.guards[owner], isLasting: true)
    case .adopt(let hold, let lock): state.adopt(hold, lock)
    case .attempt(let lock): state.locks[lock] = .unknown(isLasting: false)
    }
  }
}
