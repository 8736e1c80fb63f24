/// The first line of a report of Helgrind or DRD: what it is about and which of the two printed it.
struct ValgrindTitle {
  var detector: Detector
  var kind: ReportKind
  /// The access of a data race.
  var access: ValgrindAccess?

  /// Reads a trimmed line; nil when it is no title.
  static func parse(_ bytes: Span<UInt8>, _ line: Range<Int>) -> ValgrindTitle? {
    guard line.count > 10 else { return nil }
    if let access = ValgrindAccess.parse(bytes, line), !access.isPrevious {
      return ValgrindTitle(detector: access.detector, kind: .dataRace, access: access)
    }
    if bytes.has("Thread ", at: line.lowerBound, end: line.upperBound) {
      guard ValgrindThread.isNumbered(bytes, line) else { return nil }
      return kind(bytes, line, ValgrindMessages.helgrind).map { ValgrindTitle(detector: .helgrind, kind: $0) }
    }
    return kind(bytes, line, ValgrindMessages.drd).map { ValgrindTitle(detector: .drd, kind: $0) }
  }

  private static func kind(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ messages: [ValgrindMessages.Message]
  ) -> ReportKind? {
    messages.first { message in
      switch message.position {
      case .start: bytes.has(message.text, at: line.lowerBound, end: line.upperBound)
      case .anywhere: bytes.first(message.text, in: line) != nil
      case .cut: bytes.ends(message.text, in: line) && ValgrindCutTitles.lacksObject(bytes, line)
      }
    }?.kind
  }
}

/// The messages of both tools and what they are about. The first that fits counts.
enum ValgrindMessages {
  /// Where in the line a message's text is; `cut` is at the end of a known title whose address is missing.
  enum Position { case start, anywhere, cut }

  struct Message {
    var text: StaticString
    var position: Position
    var kind: ReportKind

    init(_ text: StaticString, _ position: Position, _ kind: ReportKind) {
      self.text = text
      self.position = position
      self.kind = kind
    }
  }

  /// What stands behind `Thread #N`.
  static let helgrind: [Message] = [
    Message("lock order \"", .anywhere, .lockOrder),
    Message("'s call to ", .anywhere, .threadAPIError),
    Message(" unlocked a not-locked lock at ", .anywhere, .mutexBadUnlock),
    Message(" unlocked an invalid lock at ", .anywhere, .mutexInvalid),
    Message(" unlocked lock at ", .anywhere, .mutexBadUnlock),
    Message("Attempt to re-lock a non-recursive lock", .anywhere, .mutexDoubleLock),
    Message("Exiting thread still holds ", .anywhere, .mutexHeldWrongContext),
    Message("pthread_mutex_destroy of a locked mutex", .anywhere, .mutexDestroyLocked),
    Message("pthread_mutex_", .anywhere, .mutexInvalid),
    Message("pthread_spin_", .anywhere, .mutexInvalid),
    Message("pthread_cond_", .anywhere, .condvarMisuse),
    Message("pthread_barrier_", .anywhere, .barrierMisuse),
    Message("pthread_rwlock_", .anywhere, .rwlockMisuse),
    Message("sem_", .anywhere, .semaphoreMisuse),
    Message(": ", .anywhere, .other),
  ]

  /// DRD's messages but for its races. Most name an object at their end: `TEXT: mutex 0x10c140, ...`
  static let drd: [Message] = [
    Message("Mutex not locked", .start, .mutexBadUnlock),
    Message("Mutex locked recursively", .start, .mutexDoubleLock),
    Message("Recursive locking not allowed", .start, .mutexDoubleLock),
    Message("Mutex still locked at thread exit", .start, .mutexHeldWrongContext),
    Message("Destroying locked mutex", .start, .mutexDestroyLocked),
    Message("The object at address ", .start, .mutexInvalid),
    Message("Probably a race condition: condition variable ", .start, .condvarMisuse),
    Message("Acquired at:", .start, .lockHeldTooLong),
    Message("The annotation macro ", .start, .other),
    Message("Not a mutex", .start, .mutexInvalid),
    Message("Not a semaphore", .start, .semaphoreMisuse),
    Message("Not a barrier", .start, .barrierMisuse),
    Message("Not a reader-writer lock", .start, .rwlockMisuse),
    Message("wrong type of synchronization object", .start, .other),
    Message("missing happens-before annotation", .start, .other),
    Message("Invalid VG_USERREQ__", .start, .other),
    Message("pthread_join(): invalid thread ID", .start, .threadAPIError),
    Message("pthread_detach(): invalid thread ID", .start, .threadAPIError),
    Message("pthread_cancel(): invalid thread ID", .start, .threadAPIError),
    Message(": rwlock 0x", .anywhere, .rwlockMisuse),
    Message(": cond 0x", .anywhere, .condvarMisuse),
    Message(": condition variable 0x", .anywhere, .condvarMisuse),
    Message(": semaphore 0x", .anywhere, .semaphoreMisuse),
    Message(": barrier 0x", .anywhere, .barrierMisuse),
    Message(": mutex 0x", .anywhere, .mutexInvalid),
    Message(", recursion count ", .anywhere, .mutexInvalid),
    Message(": rwlock", .cut, .rwlockMisuse), Message(": semaphore", .cut, .semaphoreMisuse),
    Message(": barrier", .cut, .barrierMisuse),
  ]

  /// What messages begin with that stand below a title only.
  private static let parts: [StaticString] = [
    "This conflicts with a previous ", "Locks held: ", "Address 0x", "Other segment start (thread ",
    "Allocation context: ",
  ]

  /// Whether a message only stands below the title of a race.
  static func isBelowTitle(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    bytes.has("Locks held: ", at: line.lowerBound, end: line.upperBound)
      || bytes.has("This conflicts with a previous ", at: line.lowerBound, end: line.upperBound)
  }

  /// Whether a line that is no message is the beginning of one.
  static func isCut(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    // Behind it may be the mark of a pager.
    let text = bytes.ends(">", in: line) ? line.dropLast() : line
    return parts.contains { bytes.isBeginning(of: $0, text) }
      || bytes.has("This conflicts with a previous ", at: line.lowerBound, end: line.upperBound)
  }

  /// The kinds that `--xml=yes` names. Where the text is not known, they say what an error is about.
  static let kinds: [(name: StaticString, detector: Detector, kind: ReportKind)] = [
    ("Race", .helgrind, .dataRace), ("UnlockUnlocked", .helgrind, .mutexBadUnlock),
    ("UnlockForeign", .helgrind, .mutexBadUnlock), ("UnlockBogus", .helgrind, .mutexInvalid),
    ("PthAPIerror", .helgrind, .threadAPIError), ("LockOrder", .helgrind, .lockOrder),
    ("Misc", .helgrind, .other), ("ConflictingAccess", .drd, .dataRace), ("MutexErr", .drd, .mutexInvalid),
    ("CondErr", .drd, .condvarMisuse), ("CondDestrErr", .drd, .condvarMisuse),
    ("CondRaceErr", .drd, .condvarMisuse), ("CondWaitErr", .drd, .condvarMisuse),
    ("SemaphoreErr", .drd, .semaphoreMisuse), ("BarrierErr", .drd, .barrierMisuse),
    ("RwlockErr", .drd, .rwlockMisuse), ("HoldtimeErr", .drd, .lockHeldTooLong), ("GenericErr", .drd, .other),
    ("InvalidThreadId", .drd, .threadAPIError), ("UnimpHgClReq", .drd, .other),
    ("UnimpDrdClReq", .drd, .other),
  ]
}

extension ValgrindTitle {
  /// Where the words of a message end that is no race, as far as their form tells: with the owner of a mutex, the address
  /// of an object, at a colon, or where an order of locks was `violated`. Nil where it does not.
  static func end(_ bytes: Span<UInt8>, _ title: Range<Int>) -> Int? {
    if bytes.has("Acquired at:", at: title.lowerBound, end: title.upperBound) { return title.lowerBound + 12 }
    guard let found = parse(bytes, title), found.access == nil else { return nil }
    if found.kind == .lockOrder, let last = bytes.first("\" violated", in: title) { return last + 10 }
    guard found.detector == .drd else { return nil }
    var end: Int?
    for words: StaticString in [" 0x", ", recursion count ", ", owner "] {
      guard let at = bytes.last(words, in: title) else { continue }
      let start = at + words.utf8CodeUnitCount
      let number =
        words.utf8CodeUnitCount == 3
        ? bytes.hexadecimal(at: at + 1, end: title.upperBound)?.end
        : bytes.decimal(at: start, end: title.upperBound)?.end
      end = max(end ?? 0, number ?? 0)
    }
    guard var end, end > title.lowerBound else { return nil }
    if bytes.has(".", at: end, end: title.upperBound) { end += 1 }
    // Some go on behind an address: `The object at address 0x10c140 is not a mutex.`
    let rest = bytes.trimmed(end..<title.upperBound)
    // Or in the next line: `..., recursion`
    if bytes.has(",", at: rest.lowerBound, end: rest.upperBound), ValgrindWrapping.lacksEnd(bytes, title) {
      return nil
    }
    return rest.first.map { bytes[$0].isLetter || bytes[$0] == UInt8(ascii: "(") } ?? false ? nil : end
  }
}
