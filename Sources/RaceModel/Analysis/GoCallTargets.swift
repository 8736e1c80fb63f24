/// The functions to which the calls of a report lead, as its stacks show.
struct GoCallTargets {
  /// A function that a call led to, taken for a direct one.
  private struct Target {
    /// Its number in the facts.
    var function: Int32
    /// Its last part, if it is a method.
    var method: Substring?
  }

  /// A call and what it led to.
  private struct Step: Hashable {
    var call: FrameTable.ID
    var callee: FrameTable.ID
  }

  private let frames: FrameTable
  private let facts: FrameFactTable
  /// The frames right inside of each frame, each once.
  private let callees: [FrameTable.ID: [FrameTable.ID]]
  /// What was worked out of them so far.
  private var targets: [FrameTable.ID: [Target]] = [:]

  /// Looks at the stacks of all accesses and at all creation stacks.
  init(_ report: Report, _ frames: FrameTable, _ facts: FrameFactTable) {
    (self.frames, self.facts) = (frames, facts)
    var callees: [FrameTable.ID: [FrameTable.ID]] = [:]
    var known: Set<Step> = []
    for stack in report.accesses.compactMap(\.stack) + report.threads.compactMap(\.created) {
      for (callee, call) in zip(stack, stack.dropFirst())
      where known.insert(Step(call: call, callee: callee)).inserted {
        callees[call, default: []].append(callee)
      }
    }
    self.callees = callees
  }

  /// Whether a call that seems to lead to one function leads to another in some stack of the report. A direct call
  /// always leads to the same.
  mutating func leadsElsewhere(_ call: FrameTable.ID, notTo id: FrameTable.ID) -> Bool {
    guard let function = frames[id].function else { return false }
    let found = targets[call] ?? directTargets(of: call)
    targets[call] = found
    let name = GoFunctionName(function)
    // A call of a method through an interface may lead to those of several types.
    return found.contains { target in
      target.function != facts[id].function && !(name.hasReceiver && target.method == name.base)
    }
  }

  /// A call of a closure or of another package may lead to several functions.
  private func directTargets(of call: FrameTable.ID) -> [Target] {
    guard let caller = frames[call].function.map({ GoFunctionName($0) }) else { return [] }
    var found: [Target] = []
    // Of the methods with one name two are enough, and of the functions: one of them is not the one that is asked about.
    var first: [Substring?: Int32] = [:]
    var isFull: Set<Substring?> = []
    for callee in callees[call] ?? [] where facts[callee].function >= 0 {
      guard let name = frames[callee].function.map({ GoFunctionName($0) }),
        !name.isClosure, name.package == caller.package
      else { continue }
      let target = Target(function: facts[callee].function, method: name.hasReceiver ? name.base : nil)
      if let other = first[target.method] {
        guard other != target.function, isFull.insert(target.method).inserted else { continue }
      }
      first[target.method] = first[target.method] ?? target.function
      found.append(target)
    }
    return found
  }
}
