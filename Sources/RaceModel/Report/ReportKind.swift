/// What a report is about; raw values are those of the export.
public enum ReportKind: String, Hashable, Sendable, CaseIterable {
  /// Two unordered accesses to the same memory.
  case dataRace = "data-race"
  /// A virtual call while the object is constructed or destroyed.
  case vptrRace = "vptr-race"
  /// An access to memory that was freed.
  case useAfterFree = "use-after-free"
  /// A virtual call on an object that was freed.
  case vptrUseAfterFree = "vptr-use-after-free"
  /// Unordered accesses to a library object that was announced to the detector.
  case externalRace = "external-race"
  /// Overlapping accesses to a Swift variable.
  case swiftAccessRace = "swift-access-race"
  /// A thread that was neither joined nor detached.
  case threadLeak = "thread-leak"
  /// A mutex was destroyed while it was locked.
  case mutexDestroyLocked = "mutex-destroy-locked"
  /// A mutex was locked twice by one thread.
  case mutexDoubleLock = "mutex-double-lock"
  /// The object used as a mutex is not one.
  case mutexInvalid = "mutex-invalid"
  /// A mutex was unlocked that was not locked, or that another thread had locked.
  case mutexBadUnlock = "mutex-bad-unlock"
  /// A read lock of a mutex locked for writing.
  case mutexBadReadLock = "mutex-bad-read-lock"
  /// A read unlock of a mutex locked for writing.
  case mutexBadReadUnlock = "mutex-bad-read-unlock"
  /// A mutex was held where none is allowed.
  case mutexHeldWrongContext = "mutex-held-wrong-context"
  /// An unsafe call in a signal handler.
  case signalUnsafe = "signal-unsafe"
  /// A signal handler changed errno.
  case signalErrno = "signal-errno"
  /// Locks are taken in different orders.
  case lockOrder = "lock-order"
  /// A lock was held longer than a limit.
  case lockHeldTooLong = "lock-held-too-long"
  /// A condition variable was misused.
  case condvarMisuse = "condvar-misuse"
  /// A semaphore was misused.
  case semaphoreMisuse = "semaphore-misuse"
  /// A barrier was misused.
  case barrierMisuse = "barrier-misuse"
  /// A readers-writer lock was misused.
  case rwlockMisuse = "rwlock-misuse"
  /// A call of the thread library failed.
  case threadAPIError = "thread-api-error"
  /// An access violated an assertion that there are none.
  case assertRace = "assert-race"
  /// A title that exists in Go's detector and is never reached.
  case deadlock
  /// An unknown title.
  case other

  /// Whether it is about memory that was freed before it was used.
  var isAfterFree: Bool { self == .useAfterFree || self == .vptrUseAfterFree }

  /// The words for a list.
  public var words: String {
    switch self {
    case .dataRace: "data race"
    case .vptrRace: "race on vptr"
    case .useAfterFree: "use after free"
    case .vptrUseAfterFree: "virtual call after free"
    case .externalRace: "race on object"
    case .swiftAccessRace: "Swift access race"
    case .threadLeak: "thread leak"
    case .mutexDestroyLocked: "locked mutex destroyed"
    case .mutexDoubleLock: "double lock"
    case .mutexInvalid: "invalid mutex"
    case .mutexBadUnlock: "bad unlock"
    case .mutexBadReadLock: "bad read lock"
    case .mutexBadReadUnlock: "bad read unlock"
    case .mutexHeldWrongContext: "mutex held in wrong context"
    case .signalUnsafe: "signal-unsafe call"
    case .signalErrno: "handler spoils errno"
    case .lockOrder: "lock order"
    case .lockHeldTooLong: "lock held too long"
    case .condvarMisuse: "condition variable misuse"
    case .semaphoreMisuse: "semaphore misuse"
    case .barrierMisuse: "barrier misuse"
    case .rwlockMisuse: "rwlock misuse"
    case .threadAPIError: "thread API error"
    case .assertRace: "assert race"
    case .deadlock: "deadlock"
    case .other: "report"
    }
  }

  /// Whether such a report is about two sides, one of which may be missing.
  public var hasTwoSides: Bool {
    switch self {
    case .dataRace, .vptrRace, .useAfterFree, .vptrUseAfterFree, .externalRace, .swiftAccessRace, .assertRace:
      true
    default: false
    }
  }
}
