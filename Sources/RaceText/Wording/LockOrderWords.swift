package import RaceModel

/// The words of a lock order: locks by their names, who holds which, who wants which.
package struct LockOrderWords {
  private let order: LockOrder
  private let detail: DetailedReport
  private let source: SourceLockOrder

  /// The words of a report's order.
  ///
  /// - Parameter source: what source files say of it.
  package init(_ order: LockOrder, _ detail: DetailedReport, _ source: SourceLockOrder?) {
    self.order = order
    self.detail = detail
    self.source = source ?? SourceLockOrder()
  }

  /// What a lock is called: by the report's variable, by the source, `m1 (M0)`, or as the report numbers it.
  package func lock(_ id: String) -> String {
    source.names[id].map { "\($0.name) (\(detail.report.lockTitle(id)))" } ?? detail.report.lockTitle(id)
  }

  /// `m1 -> m2 -> m1`
  package func cycle(_ arrow: String = "->") -> String {
    (order.steps.map(\.held) + order.steps.prefix(1).map(\.held)).map(lock)
      .joined(separator: " \(arrow) ")
  }

  /// `pond -> shore -> pond`: a cycle by the names of its locks alone; what is known of one that is not whole.
  static func cycle(_ order: LockOrderFacts) -> String {
    let end = order.isCycle ? order.steps.first?.held : order.steps.last?.wanted
    return (order.steps.map(\.held) + [end].compactMap(\.self)).joined(separator: " -> ")
  }

  /// `thread #3`; what is said where the report names none.
  package func thread(_ step: LockOrder.Step) -> String {
    step.thread.map { ThreadWords.title($0, detail.report) } ?? Self.unnamed
  }

  /// What a thread is called that the report does not name.
  static let unnamed = "a thread"

  /// `thread #3 holds m2, wants m1`
  package func held(_ step: LockOrder.Step) -> String {
    "\(thread(step)) holds \(lock(step.held)), wants \(lock(step.wanted))"
  }

  /// `thread #3 holds m2, wants m1 in lock_pair lockorder.c:12`
  package func sentence(_ step: LockOrder.Step) -> String {
    let place = place(step).map {
      " in \(FrameWords.inSentence($0)) \(FrameWords.place(file: $0.file, line: $0.line))"
    }
    return held(step) + (place ?? "")
  }

  /// `elsewhere m1 comes before m2, perhaps through other locks; no stack is printed for that`; nil where stacks are
  /// printed.
  package var unprinted: String? {
    order.unprinted.map {
      Self.elsewhere(lock($0.first), lock($0.second))
        + ", perhaps through other locks; no stack is printed for that"
    }
  }

  /// `elsewhere m1 comes before m2`
  static func elsewhere(_ first: String, _ second: String) -> String {
    "elsewhere \(first) comes before \(second)"
  }

  /// Which lock is which variable, and which order to turn around, as source files tell.
  package var sourced: [String] {
    let names = order.locks.compactMap { id in
      source.names[id].map { "\(detail.report.lockTitle(id)) is \($0.name) (\($0.place), from the source)" }
    }
    return names + (source.choice.map { ["\(Self.words($0)) (from the source)"] } ?? [])
  }

  private static func words(_ choice: SourceLockOrder.Choice) -> String {
    switch choice {
    case .oneLine(let function, let first, let second):
      "\(function) takes \(first), then \(second), whichever locks these are: take them in a fixed order, such as by "
        + "address, or both at once"
    case .turn(let odd, let others):
      "reverse the order in \(odd.function) (\(odd.place)): it alone takes \(odd.first), then \(odd.second); "
        + others.map { "\($0.function) (\($0.place))" }.joined(separator: " and ")
        + " take \(odd.second), then \(odd.first)"
    }
  }

  /// The frame in which the wanted lock is taken.
  package func place(_ step: LockOrder.Step) -> Frame? {
    step.wantedSection.flatMap { detail.frames(of: detail.report.sections[$0].stack).blamed }
  }

  /// `m1: 0x10c120, first seen in lock_pair lockorder.c:11`; nil where nothing but the name is known.
  package func origin(_ id: String) -> String? {
    guard let lock = detail.report.lock(id) else { return nil }
    let place = detail.frames(of: lock.created).blamed.map {
      "first seen in \(FrameWords.inSentence($0)) \(FrameWords.place(file: $0.file, line: $0.line))"
    }
    let address = lock.variable == nil ? nil : id
    let parts = [address, place].compactMap(\.self)
    return parts.isEmpty ? nil : "\(self.lock(id)): " + parts.joined(separator: ", ")
  }
}
