/// Who created whom, as far as a report tells.
///
/// ThreadSanitizer prints the creator of each thread. Go and Valgrind print where a thread was created,
/// not by whom: there the creator is inferred, and only when one thread fits.
package struct Lineage: Equatable, Sendable {
  /// The creator of a thread.
  package struct Parent: Equatable, Sendable {
    /// How the creator is known.
    package enum Reason: Equatable, Sendable {
      /// The report says so.
      case printed
      /// The creation stack begins where the program's main thread begins.
      case beginsInMain
      /// The creation stack has outermost frames in common with the stack of that thread's access, and
      /// they part inside one function. The number counts the equal frames.
      case sharesFrames(Int)
      /// Ancestors are printed in the order in which they were met (`print_full_thread_history`).
      case orderOfHistory
    }

    /// The thread that created it.
    package var thread: ThreadName
    /// How that is known.
    package var reason: Reason

    /// Whether the report does not say so itself.
    package var isInferred: Bool { reason != .printed }

    /// Why, in words; nil when the report says so itself.
    package var words: String? {
      switch reason {
      case .printed: nil
      case .beginsInMain: "the creation begins in the main function"
      case .sharesFrames(0): "the creation begins in the creator's first function"
      case .sharesFrames(1): "the outermost frame in common"
      case .sharesFrames(let count): "\(count) outermost frames in common"
      case .orderOfHistory: "from the order of the ancestors in the report"
      }
    }
  }

  /// The creators, in the order of the report's threads; nil where not known.
  package private(set) var parents: [Parent?]

  /// The creator of a thread.
  package func parent(of thread: ThreadName?, in report: Report) -> Parent? {
    report.threadIndex(thread).flatMap { parents[$0] }
  }

  /// A thread, its creator, and so on outward, as far as known.
  package func chain(of thread: ThreadName?, in report: Report) -> [ThreadName] {
    var chain: [ThreadName] = []
    var next = thread
    while let name = next, !chain.contains(name) {
      chain.append(name)
      next = parent(of: name, in: report)?.thread
    }
    return chain
  }

  /// Works out the creators.
  init(_ report: Report, _ frames: FrameTable, _ facts: FrameFactTable) {
    parents = report.threads.map { thread in
      thread.parent.map { Parent(thread: $0, reason: .printed) }
    }
    let profile = report.detector.profile
    switch profile.creators {
    case .unprinted: break
    case .named: linkAccesses(report, facts)
    case .unnamed(let main, let listsAncestors):
      for index in report.threads.indices where parents[index] == nil {
        if Self.begins(report.threads[index], in: main, facts) {
          parents[index] = Parent(thread: .main, reason: .beginsInMain)
        }
      }
      if listsAncestors, Self.hasHistory(report) {
        linkHistory(report, main, frames, facts)
      } else {
        linkAccesses(report, facts)
      }
    }
  }

  // MARK: Main

  /// Whether a creation stack begins in the function that the main thread runs.
  private static func begins(_ thread: Thread, in main: MainFunction, _ facts: FrameFactTable) -> Bool {
    guard thread.name != .main, let outermost = thread.created?.last else { return false }
    return facts[outermost].main == main
  }

  // MARK: Full history

  /// Whether a report describes more threads than the two that raced.
  private static func hasHistory(_ report: Report) -> Bool {
    let racing = Set(report.accesses.compactMap(\.thread))
    return report.threads.contains { $0.created != nil && !racing.contains($0.name) }
  }

  private mutating func linkHistory(
    _ report: Report, _ main: MainFunction, _ frames: FrameTable, _ facts: FrameFactTable
  ) {
    let racing = Set(report.accesses.compactMap(\.thread))
    for (created, creator) in CreatorSearch(report, main, racing: racing, frames, facts).creators {
      parents[created] = Parent(thread: report.threads[creator].name, reason: .orderOfHistory)
    }
  }

  // MARK: Common frames

  /// The thread of one access created that of the other when the creation stack of the other runs along
  /// its stack and parts from it inside a function. When each could have created the other, or many
  /// threads run what the creator runs, nothing is said.
  private mutating func linkAccesses(_ report: Report, _ facts: FrameFactTable) {
    guard report.accesses.count == 2, report.accesses[0].thread != report.accesses[1].thread else { return }
    let fits = Sides { Self.fit(report, created: $0, facts) }
    guard (fits.a == nil) != (fits.b == nil) else { return }
    for created in Side.allCases {
      guard let fit = fits[created],
        let index = report.threadIndex(report.accesses[created.rawValue].thread),
        let creator = report.accesses[created.other.rawValue].thread, parents[index] == nil
      else { continue }
      parents[index] = Parent(thread: creator, reason: .sharesFrames(fit))
    }
  }

  /// How many frames speak for the thread of the other access as the creator of a side's; nil when it does not fit.
  private static func fit(_ report: Report, created: Side, _ facts: FrameFactTable) -> Int? {
    let (own, creator) = (report.accesses[created.rawValue], report.accesses[created.other.rawValue])
    guard let stack = creator.stack, let creation = report.thread(own.thread)?.created,
      let end = stack.last, let creationEnd = creation.last,
      facts.isSameFunction(end, creationEnd),
      let root = facts.root(of: stack), let creationRoot = facts.root(of: creation),
      facts.isSameFunction(root, creationRoot)
    else { return nil }
    // What starts itself over and over says nothing of which one started which.
    if let own = own.stack, let ownRoot = facts.root(of: own),
      facts.isSameFunction(ownRoot, root)
    {
      return nil
    }
    let common = facts.commonCount(stack, creation)
    guard common < stack.count, common < creation.count else { return common }
    let inner = stack[stack.count - 1 - common]
    let other = creation[creation.count - 1 - common]
    // One call that leads to two functions is another call each time.
    return facts.isSameFunction(inner, other) ? common : nil
  }
}
