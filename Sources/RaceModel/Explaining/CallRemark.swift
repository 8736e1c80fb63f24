/// What source files say of the calls in a stack, where that marks no frames.
package enum CallRemark: Equatable, Sendable {
  /// Frames were taken for stale, and the source of each line has the call: they are not.
  case confirmed(StackID, StaleFrames)
  /// The line of the frame at the position cannot have called the frame inside of it; which frames are
  /// stale is not known.
  case ruledOut(StackID, Int)
}

extension ReportAnalysis {
  /// The same with what source files say: they speak for a mark of stale frames, take it back or make
  /// one, and name the variable that the race is on.
  package func weighed(by testimony: SourceTestimony, _ detail: DetailedReport) -> ReportAnalysis {
    var result = self
    result.callRemarks = []
    result.source = testimony
    if testimony.tellsCauses {
      let facts = CauseFacts(
        detail.report, detail.frames, subject: subject, verdict: lockVerdict, testimony: testimony)
      result.causes = Cause.likely(facts)
    }
    // The source shows a lock that the detector does not see.
    if lockVerdict == LockVerdict.none, testimony.locks.both.contains(where: { $0?.held.isEmpty == false }) {
      result.lockVerdict = nil
    }
    var facts = FrameFactTable()
    facts.update(detail.frames)
    for id in detail.report.stackIDs {
      guard let calls = testimony.calls[id] else { continue }
      let stack = detail.report.stack(at: id)
      guard calls.count == stack.count - 1 else { continue }
      let weighed = CallWeighing(stack: stack, calls: calls, facts: facts).weigh(stale[id])
      result.stale[id] = weighed.stale
      if let confirmed = weighed.confirmed { result.callRemarks.append(.confirmed(id, confirmed)) }
      if let position = weighed.ruledOut { result.callRemarks.append(.ruledOut(id, position)) }
    }
    return result
  }
}

/// Weighs what the source says of the calls of one stack against what the report says.
private struct CallWeighing {
  let stack: Report.Stack
  /// By the position of the inner frame.
  let calls: [SourceSupport]
  let facts: FrameFactTable

  /// The stale frames; those that are none after all; a frame that did not call the one inside of it,
  /// without stale frames that begin there.
  typealias Result = (stale: StaleFrames?, confirmed: StaleFrames?, ruledOut: Int?)

  func weigh(_ stale: StaleFrames?) -> Result {
    guard var stale else { return fromSourceAlone() }
    // What called the function that recurs did call it.
    let isRecurring = facts.isSameFunction(stack[stale.frames.upperBound - 1], stale.function)
    let end = stale.frames.upperBound - (isRecurring ? 1 : 0)
    let links = max(0, stale.frames.lowerBound - 1)..<max(0, min(calls.count, end))
    if let link = links.first(where: { calls[$0] == .doesNotCall }) {
      stale.ruledOut = link + 1
    } else if !links.isEmpty, links.allSatisfy({ calls[$0] == .calls }) {
      let other = calls.firstIndex(of: .doesNotCall)
      return (nil, stale, other.map { $0 + 1 })
    }
    let other = calls.indices.first { !links.contains($0) && calls[$0] == .doesNotCall }
    return (stale, nil, other.map { $0 + 1 })
  }

  private func fromSourceAlone() -> Result {
    guard let link = calls.firstIndex(of: .doesNotCall) else { return (nil, nil, nil) }
    guard let end = end(from: link), end > link + 1 else { return (nil, nil, link + 1) }
    let stale = StaleFrames(
      frames: link + 1..<end + 1, evidence: .callNotInSource, function: stack[link], ruledOut: link + 1)
    return (stale, nil, nil)
  }

  /// Where the function that went on recurs further out: its call that had not returned. When it recurs
  /// more than once, any but the outermost must have been left behind in the same way; else
  /// it is not known which of them went on.
  private func end(from link: Int) -> Int? {
    let again = stack.indices.dropFirst(link + 1).filter { facts.isSameFunction(stack[$0], stack[link]) }
    guard let last = again.last else { return nil }
    let isSure = again.dropLast().allSatisfy { calls[$0] == .doesNotCall }
    return isSure ? last : nil
  }
}
