/// What a report that has two sides must have, and what of it is missing.
extension ReportDraft {
  /// Records, once, that lines are left out at a line.
  mutating func addElision(line: Int) {
    if damage.last != .elided(line: line) { damage.append(.elided(line: line)) }
  }

  /// Records accesses, their stacks and the creations of their threads that are not there.
  mutating func addDamageOfAccesses() {
    if accesses.count < 2 { damage.append(.accesses(missing: 2 - accesses.count)) }
    for (index, access) in accesses.enumerated() {
      let stack = stack(of: access)
      if stack.isNotRestored {
        damage.append(.stackNotRestored(access: index))
      } else if stack.frameCount == 0 {
        damage.append(.stack(access: index))
      }
      guard let thread = access.thread, thread != .main else { continue }
      if !creations.contains(where: { $0.thread == thread }), !damage.contains(.creation(thread)) {
        damage.append(.creation(thread))
      }
    }
  }

  /// Records creations without a stack.
  ///
  /// - Parameter threads: those that have none to show.
  mutating func addDamageOfCreations(except threads: [ThreadName] = []) {
    for creation in creations where stack(of: creation).frameCount == 0 && !threads.contains(creation.thread)
    {
      let isNotRestored = stack(of: creation).isNotRestored
      damage.append(isNotRestored ? .creationNotRestored(creation.thread) : .creation(creation.thread))
    }
  }
}
