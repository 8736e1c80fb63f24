/// Who held which lock and wanted which: the facts of a lock order report, about two locks or a longer cycle.
package struct LockOrder: Sendable {
  /// One thread's order of two locks.
  package struct Step: Hashable, Sendable {
    /// The thread; nil if the report does not name it.
    package var thread: ThreadName?
    /// The lock that it held.
    package var held: String
    /// The lock that it took, or waited for, while it held the other one.
    package var wanted: String
    /// Where it took the held lock, as the position of a section in the report; nil if no stack of it is
    /// announced.
    package var heldSection: Int?
    /// Where it took the wanted lock; nil if the report has no stack for that.
    package var wantedSection: Int?
  }

  /// An order in a report without a thread or a stack.
  package struct Unprinted: Hashable, Sendable {
    /// The lock that comes first.
    package var first: String
    /// The lock that comes after it.
    package var second: String
  }

  /// The steps in the order of the report.
  package let steps: [Step]
  /// The order that the only step breaks, if the report has no stack for it: Helgrind follows it through
  /// other locks, so that no thread need have taken one of the two while it held the other.
  package let unprinted: Unprinted?
  /// The locks, each once, by first sight.
  package let locks: [String]
  /// Whether the wanted lock of each step is held in the next, and that of the last in the first.
  package let isCycle: Bool

  /// The order in a report; nil for none.
  package init?(_ report: Report) {
    guard report.kind == .lockOrder else { return nil }
    let steps = Self.printed(report)
    guard let first = steps.first else { return nil }
    self.steps = steps
    // ThreadSanitizer prints every step of a cycle: a missing one is lost.
    let isAlone = steps.count == 1 && !report.sections.contains { $0.kind == .lockCycle }
    unprinted = isAlone ? Unprinted(first: first.wanted, second: first.held) : nil
    locks = steps.flatMap { [$0.held, $0.wanted] }.distinct()
    isCycle = steps.indices.allSatisfy { steps[$0].wanted == steps[($0 + 1) % steps.count].held }
  }

  private static func printed(_ report: Report) -> [Step] {
    report.sections.indices.compactMap { position in
      let section = report.sections[position]
      guard section.kind == .acquisition, let wanted = section.acquired, let held = section.held else {
        return nil
      }
      // ThreadSanitizer prints below where the other lock was taken, Helgrind above.
      let below = position + 1 < report.sections.count ? position + 1 : nil
      let candidates = [below, position > 0 ? position - 1 : nil].compactMap(\.self)
      let first = candidates.first { candidate in
        let other = report.sections[candidate]
        let isPart =
          other.kind == .earlierAcquisition ? candidate > position : other.held == nil && candidate < position
        return isPart && other.acquired == held
      }
      return Step(
        thread: section.thread, held: held, wanted: wanted, heldSection: first, wantedSection: position)
    }
  }
}
