/// What a race probably comes from, with what speaks for it.
public struct Cause: Equatable, Sendable {
  /// The causes that are known, the strongest first.
  public enum Kind: String, CaseIterable, Sendable {
    /// A map is used by two goroutines at once.
    case concurrentMapAccess = "concurrent-map-access"
    /// A slice grows or is copied while another thread uses it.
    case sliceAppend = "slice-append"
    /// A container of the language's library is used by two threads at once.
    case concurrentContainerAccess = "concurrent-container-access"
    /// One side is atomic, the other plain.
    case mixedAtomic = "mixed-atomic"
    /// A test logs after it has ended.
    case testLogAfterEnd = "test-log-after-end"
    /// One side held a lock, the other none.
    case missingLock = "missing-lock"
    /// Both sides held locks, but not the same.
    case differentLocks = "different-locks"
    /// A lock was held to read while writing.
    case readLockOnWrite = "read-lock-on-write"
    /// A variable of the package or program is changed, or what it was initialized with.
    case packageVariable = "package-variable"
    /// Tests that run in parallel share something.
    case parallelTests = "parallel-tests"
    /// A closure that runs in another goroutine uses a variable of the function around it.
    case capturedVariable = "captured-variable"
    /// A closure that runs in another goroutine shares memory with the function around it, or with another
    /// closure of it: a captured variable, or what one points to.
    case sharedWithClosure = "shared-with-closure"
    /// Something is made at first use by whoever comes first.
    case lazyInitialization = "lazy-initialization"
    /// An object is used while or after it is destroyed.
    case useDuringDestruction = "use-during-destruction"
    /// Only a sleep kept the accesses apart.
    case orderedBySleep = "ordered-by-sleep"
  }

  /// Which cause.
  public var kind: Kind
  /// What speaks for it, a sentence each.
  public var evidence: [String]

  /// The likely causes of a report, two at most, the strongest first.
  static func likely(_ facts: CauseFacts) -> [Cause] {
    var causes: [Cause] = []
    for rule in CauseRule.all where causes.count < 2 {
      guard let evidence = rule.evidence(facts) else { continue }
      causes.append(Cause(kind: rule.kind, evidence: evidence))
    }
    return causes
  }
}

extension Cause.Kind {
  /// A few words for a column.
  public var words: String {
    switch self {
    case .concurrentMapAccess: "concurrent map access"
    case .sliceAppend: "slice append or copy"
    case .concurrentContainerAccess: "concurrent container access"
    case .mixedAtomic: "atomic and plain access mixed"
    case .testLogAfterEnd: "test logs after its end"
    case .missingLock: "lock missing on one side"
    case .differentLocks: "different locks"
    case .readLockOnWrite: "read lock on a write"
    case .packageVariable: "mutated global"
    case .parallelTests: "parallel tests share it"
    case .capturedVariable: "captured variable"
    case .sharedWithClosure: "shared with a closure"
    case .lazyInitialization: "lazy initialization"
    case .useDuringDestruction: "use during or after destruction"
    case .orderedBySleep: "ordered by a sleep only"
    }
  }
}
