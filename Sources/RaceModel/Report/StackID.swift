/// The place of a stack in its report.
package enum StackID: Hashable, Sendable {
  /// The stack of an access, by its position in the report.
  case access(Int)
  /// The creation stack of a thread, by its position in the report's threads.
  case creation(Int)
}

extension Report {
  /// The frames of a stack, innermost first; empty if it is not in the log.
  package func stack(at id: StackID) -> Stack {
    switch id {
    case .access(let index): accesses[index].stack ?? []
    case .creation(let index): threads[index].created ?? []
    }
  }

  /// The stacks of its accesses and of the creations of its threads.
  package var stackIDs: [StackID] {
    accesses.indices.map { StackID.access($0) } + threads.indices.map { StackID.creation($0) }
  }
}
