/// Frames of calls that had already returned, which the detector's shadow stack still carried: the Go
/// runtime leaves functions by panic and `recover` without telling the detector
/// (golang/go#26813, #46095).
package struct StaleFrames: Equatable, Sendable {
  /// What speaks for it.
  package enum Evidence: Equatable, Sendable {
    /// A test function is above a frame of code outside test files that cannot call it.
    case testCalledByOther
    /// A function recurs, and the call that seems to lead to it leads to another function elsewhere in
    /// the report.
    case callLeadsElsewhere
    /// The source of the line that seems to call the function calls nothing of that name.
    case callNotInSource
  }

  /// The positions of the frames in their stack; 0 is the innermost one. Where the function that went on recurs further
  /// out, that frame is one of them: it is the place of the call that the others are in, and the function is where the
  /// innermost frame says.
  package var frames: Range<Int>
  /// What speaks for it.
  package var evidence: Evidence
  /// The function that recurs on both sides of them.
  package var function: FrameTable.ID
  /// The position of a frame whose line, as its source has it, cannot have called the frame inside of it;
  /// nil when no source says so.
  package var ruledOut: Int?

  /// Why, in words.
  ///
  /// - Parameter name: the function as the screen shows it.
  package func words(_ name: String) -> String {
    switch evidence {
    case .testCalledByOther: "only the test runner calls \(name)"
    case .callLeadsElsewhere: "\(name) recurs, and the call below it leads elsewhere in this report"
    case .callNotInSource: "\(name) recurs"
    }
  }

  /// The stale frames of all stacks of a report; none where the detector leaves none.
  static func find(_ report: Report, _ frames: FrameTable, _ facts: FrameFactTable) -> [StackID:
    StaleFrames]
  {
    guard report.detector.profile.leavesStaleFrames else { return [:] }
    var found: [StackID: StaleFrames] = [:]
    for id in report.stackIDs {
      let stack = report.stack(at: id)
      guard stack.count > 3 else { continue }
      found[id] = find(stack, report, frames, facts)
    }
    return found
  }

  private static func find(
    _ stack: Report.Stack, _ report: Report, _ frames: FrameTable, _ facts: FrameFactTable
  ) -> StaleFrames? {
    for index in stack.indices.dropLast() where facts[stack[index]].isTestFunction {
      if let stale = belowTest(stack, index, facts) { return stale }
    }
    // Recursion is rare: only functions that recur with others between are looked at.
    let functions = stack.map { facts[$0].function }
    let outermosts = functions.count > mostSearched ? outermosts(functions) : nil
    // In deep recursion the same is asked again and again.
    var refuted: Set<[FrameTable.ID]> = []
    for (index, id) in stack.enumerated() where functions[index] >= 0 {
      let last = outermosts?[functions[index]] ?? functions.lastIndex(of: functions[index])
      guard let outermost = last, outermost > index + 1 else { continue }
      guard refuted.isEmpty || !refuted.contains([stack[index + 1], id]) else { continue }
      if !leadsElsewhere(stack[index + 1], notTo: id, report, frames, facts) {
        refuted.insert([stack[index + 1], id])
        continue
      }
      let end = staleEnd(stack, from: index, report, frames, facts)
      return StaleFrames(frames: index + 1..<end, evidence: .callLeadsElsewhere, function: id)
    }
    return nil
  }

  /// Frames up to which the last occurrence of a function is searched for: in longer stacks a table is faster.
  private static let mostSearched = 256

  private static func outermosts(_ functions: [Int32]) -> [Int32: Int] {
    Dictionary(functions.enumerated().map { ($1, $0) }) { $1 }
  }

  /// A test function with code below it that cannot have called it: everything up to where it recurs, or
  /// up to the test runner, is stale.
  private static func belowTest(_ stack: Report.Stack, _ index: Int, _ facts: FrameFactTable) -> StaleFrames?
  {
    guard !facts[stack[index + 1]].mayCallTests else { return nil }
    let rest = stack.indices.dropFirst(index + 2)
    let again = rest.last { facts.isSameFunction(stack[$0], stack[index]) }
    let runner = rest.first { facts[stack[$0]].mayCallTests && facts[stack[$0]].isPlumbing }
    guard let end = again.map({ $0 + 1 }) ?? runner else { return nil }
    return StaleFrames(frames: index + 1..<end, evidence: .testCalledByOther, function: stack[index])
  }

  /// Behind the frame in which the function recurs, over all rounds of which the same is true.
  private static func staleEnd(
    _ stack: Report.Stack, from index: Int, _ report: Report, _ frames: FrameTable, _ facts: FrameFactTable
  ) -> Int {
    let id = stack[index]
    var end = index + 1
    for next in stack.indices.dropFirst(index + 2) where facts.isSameFunction(stack[next], id) {
      end = next
      guard next + 1 < stack.count, leadsElsewhere(stack[next + 1], notTo: id, report, frames, facts) else {
        break
      }
    }
    return end + 1
  }

  /// Whether a call that seems to lead to one function leads to another in some stack of the report. A
  /// direct call always leads to the same.
  private static func leadsElsewhere(
    _ call: FrameTable.ID, notTo id: FrameTable.ID, _ report: Report, _ frames: FrameTable,
    _ facts: FrameFactTable
  ) -> Bool {
    let stacks = report.accesses.compactMap(\.stack) + report.threads.compactMap(\.created)
    return stacks.contains { stack in
      stack.indices.dropFirst().contains { index in
        stack[index] == call && facts[stack[index - 1]].function >= 0
          && !facts.isSameFunction(stack[index - 1], id)
          && isDirect(frames[call].function, to: frames[stack[index - 1]].function, orTo: frames[id].function)
      }
    }
  }

  /// Whether a call that led to `callee` once is taken for a direct one. A call of a closure, of another
  /// package or of a method through an interface may lead to several functions.
  private static func isDirect(_ caller: String?, to callee: String?, orTo other: String?) -> Bool {
    guard let caller, let callee, let other else { return false }
    let (from, name, second) = (GoFunctionName(caller), GoFunctionName(callee), GoFunctionName(other))
    if name.isClosure || from.package != name.package { return false }
    return !(name.hasReceiver && second.hasReceiver && name.base == second.base)
  }
}
