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
    var targets: GoCallTargets?
    for id in report.stackIDs {
      let stack = report.stack(at: id)
      guard stack.count > 3 else { continue }
      found[id] = find(stack, facts) { call, function in
        if targets == nil { targets = GoCallTargets(report, frames, facts) }
        return targets?.leadsElsewhere(call, notTo: function) == true
      }
    }
    return found
  }

  /// The stale frames of one stack.
  ///
  /// - Parameter leadsElsewhere: whether a call that seems to lead to a function leads to another in the report.
  private static func find(
    _ stack: Report.Stack, _ facts: FrameFactTable,
    leadsElsewhere: (_ call: FrameTable.ID, _ function: FrameTable.ID) -> Bool
  ) -> StaleFrames? {
    let functions = stack.map { facts[$0].function }
    let outermosts = functions.count > mostSearched ? outermosts(functions) : nil
    func outermost(_ index: Int) -> Int? {
      guard functions[index] >= 0 else { return nil }
      return outermosts?[functions[index]] ?? functions.lastIndex(of: functions[index])
    }
    if let stale = belowTest(stack, facts, outermost) { return stale }
    // In deep recursion the same is asked again and again.
    var refuted: Set<[FrameTable.ID]> = []
    for (index, id) in stack.enumerated() {
      // Recursion is rare: only functions that recur with others between are looked at.
      guard let last = outermost(index), last > index + 1 else { continue }
      guard refuted.isEmpty || !refuted.contains([stack[index + 1], id]) else { continue }
      if !leadsElsewhere(stack[index + 1], id) {
        refuted.insert([stack[index + 1], id])
        continue
      }
      let end = staleEnd(stack, from: index, facts, leadsElsewhere)
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
  ///
  /// - Parameter outermost: the last position of the function at a position.
  private static func belowTest(
    _ stack: Report.Stack, _ facts: FrameFactTable, _ outermost: (_ index: Int) -> Int?
  ) -> StaleFrames? {
    func isRunner(_ id: FrameTable.ID) -> Bool { facts[id].mayCallTests && facts[id].isPlumbing }
    var mayHaveRunner = true
    for index in stack.indices.dropLast()
    where facts[stack[index]].isTestFunction && !facts[stack[index + 1]].mayCallTests {
      var end = outermost(index).flatMap { $0 > index + 1 ? $0 + 1 : nil }
      if end == nil, mayHaveRunner {
        end = stack[(index + 2)...].firstIndex(where: isRunner)
        // What has no runner further out has none behind the next test function either.
        mayHaveRunner = end != nil
      }
      guard let end else { continue }
      return StaleFrames(frames: index + 1..<end, evidence: .testCalledByOther, function: stack[index])
    }
    return nil
  }

  /// Behind the frame in which the function recurs, over all rounds of which the same is true.
  private static func staleEnd(
    _ stack: Report.Stack, from index: Int, _ facts: FrameFactTable,
    _ leadsElsewhere: (_ call: FrameTable.ID, _ function: FrameTable.ID) -> Bool
  ) -> Int {
    let id = stack[index]
    var end = index + 1
    for next in stack.indices.dropFirst(index + 2) where facts.isSameFunction(stack[next], id) {
      end = next
      guard next + 1 < stack.count, leadsElsewhere(stack[next + 1], id) else { break }
    }
    return end + 1
  }
}
