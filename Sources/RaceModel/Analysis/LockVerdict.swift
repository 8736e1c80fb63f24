/// What the locks that were held say of a race.
package enum LockVerdict: String, Sendable, CaseIterable {
  /// Nothing was held on either side.
  case none
  /// One side held a lock, the other none.
  case oneSide = "one-side"
  /// Both sides held locks, none of them the same.
  case disjoint
  /// The same lock was held on both sides, but only to read, and one side wrote.
  case readLockOnWrite = "read-lock-on-write"
  /// The same lock was held on both sides: it did not keep them apart.
  case common

  /// The verdict of a report; nil when it lacks the locks of a side, or when a side that prints none may hold a lock the
  /// detector cannot see.
  init?(_ report: Report, _ frames: FrameTable) {
    let unseen = UnseenLocks(report, frames)
    let isUnseen = report.accesses.contains { access in
      access.locks.isEmpty && unseen.mayBeHeld(access, report, frames)
    }
    if isUnseen { return nil }
    self.init(report)
  }

  /// The verdict of a report, as if the detector saw all locks.
  init?(_ report: Report) {
    guard report.kind.hasTwoSides, report.accesses.count == 2 else { return nil }
    let (first, second) = (report.accesses[0], report.accesses[1])
    guard first.tellsLocks, second.tellsLocks else { return nil }
    // Whoever asserts that there are no accesses makes none, and needs no lock for that.
    guard first.qualifier?.assertion == nil, second.qualifier?.assertion == nil else { return nil }
    // Helgrind has locks that it cannot show: `(and 1 that can't be shown)`.
    guard ![first, second].contains(where: { $0.qualifier?.hidesLocks == true }) else { return nil }
    if first.locks.isEmpty, second.locks.isEmpty {
      self = .none
    } else if first.locks.isEmpty || second.locks.isEmpty {
      self = .oneSide
    } else {
      self = Self.verdict(first, second)
    }
  }

  private static func verdict(_ first: Access, _ second: Access) -> LockVerdict {
    let held = [first, second].map { Dictionary(grouping: $0.locks, by: \.id) }
    let common = held[0].filter { held[1][$0.key] != nil }
    guard !common.isEmpty else { return .disjoint }
    let writes = [first, second].contains { $0.operation != .read }
    let isReadOnly = common.keys.allSatisfy { lock in
      held.allSatisfy { $0[lock]?.allSatisfy { $0.mode == .read } ?? true }
    }
    return isReadOnly && writes ? .readLockOnWrite : .common
  }
}
