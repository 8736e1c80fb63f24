package import RaceModel

/// What a kind of report is about, for readers that have never seen one.
package enum KindWords {
  /// A sentence with a full stop.
  package static func sentence(_ kind: ReportKind) -> String {
    switch kind {
    case .dataRace: "Two threads access the same memory, one of them writes, and nothing orders the accesses."
    case .vptrRace: "An object is used by one thread while another constructs or destroys it."
    case .useAfterFree: "Memory is accessed after it was freed."
    case .vptrUseAfterFree: "A virtual function is called on an object that was freed."
    case .externalRace: "Two threads access an object of a library, and nothing orders the accesses."
    case .swiftAccessRace: "Accesses to a Swift variable overlap."
    case .threadLeak: "A thread was neither joined nor detached."
    case .mutexDestroyLocked: "A mutex was destroyed while it was locked."
    case .mutexDoubleLock: "A mutex was locked twice by one thread."
    case .mutexInvalid: "An object that is not a mutex was used as one."
    case .mutexBadUnlock: "A mutex was unlocked that was not locked, or was locked by another thread."
    case .mutexBadReadLock: "A mutex was locked for reading while it was locked for writing."
    case .mutexBadReadUnlock: "A mutex was unlocked as if locked for reading; it was locked for writing."
    case .mutexHeldWrongContext: "A mutex was held where none is allowed."
    case .signalUnsafe: "A signal handler calls a function that is not safe there."
    case .signalErrno: "A signal handler changes errno."
    case .lockOrder: "Locks are taken in different orders: two threads can wait for each other."
    case .lockHeldTooLong: "A lock was held longer than the limit."
    case .condvarMisuse: "A condition variable is used in a way that is not allowed."
    case .semaphoreMisuse: "A semaphore is used in a way that is not allowed."
    case .barrierMisuse: "A barrier is used in a way that is not allowed."
    case .rwlockMisuse: "A readers-writer lock is used in a way that is not allowed."
    case .threadAPIError: "A call to the thread library failed."
    case .assertRace: "An access violated an assertion that rules out concurrent accesses."
    case .deadlock: "Threads wait for each other."
    case .other: "A report that racetui has no name for."
    }
  }
}
