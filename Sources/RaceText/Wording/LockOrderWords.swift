package import RaceModel

/// The words of a lock order: locks by their names, who holds which, who wants which.
package struct LockOrderWords {
  private let order: LockOrder
  private let detail: DetailedReport

  /// The words of a report's order.
  package init(_ order: LockOrder, _ detail: DetailedReport) {
    self.order = order
    self.detail = detail
  }

  /// What a lock is called.
  package func lock(_ id: String) -> String { detail.report.lockTitle(id) }

  /// `m1 -> m2 -> m1`
  package var cycle: String {
    (order.steps.map(\.held) + order.steps.prefix(1).map(\.held)).map(lock).joined(separator: " -> ")
  }

  /// `thread #3`; what is said where the report names none.
  package func thread(_ step: LockOrder.Step) -> String {
    step.thread.map { ThreadWords.title($0, detail.report) } ?? "unnamed thread"
  }

  /// `thread #3 holds m2, wants m1 in lock_pair lockorder.c:12`
  package func sentence(_ step: LockOrder.Step) -> String {
    let place = place(step).map { " in \(Names.inSentence($0)) \(Names.place(file: $0.file, line: $0.line))" }
    return "\(thread(step)) holds \(lock(step.held)), wants \(lock(step.wanted))" + (place ?? remark(step))
  }

  /// What is said of an order that no stack is printed of.
  package func remark(_ step: LockOrder.Step) -> String {
    step.wantedSection == nil ? " at other times; no stack of that is printed" : ""
  }

  /// The frame in which the wanted lock is taken.
  package func place(_ step: LockOrder.Step) -> Frame? {
    let frames = step.wantedSection.map { detail.frames(of: detail.report.sections[$0].stack) } ?? []
    return frames.first { !$0.isPlumbing } ?? frames.first
  }

  /// `m1: 0x10c120, first seen in lock_pair lockorder.c:11`; nil where nothing but the name is known.
  package func origin(_ id: String) -> String? {
    guard let lock = detail.report.locks.first(where: { $0.id == id }) else { return nil }
    let frames = detail.frames(of: lock.created)
    let frame = frames.first { !$0.isPlumbing } ?? frames.first
    let place = frame.map {
      "first seen in \(Names.inSentence($0)) \(Names.place(file: $0.file, line: $0.line))"
    }
    let address = lock.variable == nil ? nil : id
    let parts = [address, place].compactMap(\.self)
    return parts.isEmpty ? nil : "\(self.lock(id)): " + parts.joined(separator: ", ")
  }
}
