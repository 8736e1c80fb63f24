/// Titles that are no races and lack their end, told by how Valgrind prints them whole.
enum ValgrindCutTitles {
  /// What Helgrind prints behind `Thread #N: ` (Valgrind's `helgrind/hg_main.c`), without the blank that some end with.
  private static let messages: [StaticString] = [
    "Attempt to re-lock a non-recursive lock I already hold",
    "pthread_mutex_destroy with invalid argument", "pthread_mutex_destroy of a locked mutex",
    "pthread_mutex_lock with a pthread_rwlock_t* argument",
    "pthread_mutex_unlock with a pthread_rwlock_t* argument",
    "pthread_cond_{signal,broadcast}: associated lock is a rwlock",
    "pthread_cond_{signal,broadcast}: dubious: associated lock is not held by any thread",
    "pthread_cond_{signal,broadcast}: associated lock is not held by calling thread",
    "pthread_cond_{timed}wait called with invalid mutex",
    "pthread_cond_{timed}wait called with mutex of type pthread_rwlock_t*",
    "pthread_cond_{timed}wait called with un-held mutex",
    "pthread_cond_{timed}wait called with mutex held by a different thread",
    "pthread_cond_{timed}wait: cond is associated with a different mutex",
    "pthread_cond_destroy: destruction of condition variable being waited upon",
    "pthread_cond_destroy: destruction of unknown cond var",
    "condition variable has been destroyed while being waited upon",
    "Bug in libpthread: pthread_cond_wait succeeded without prior pthread_cond_post",
    "pthread_rwlock_destroy with invalid argument", "pthread_rwlock_destroy of a locked mutex",
    "pthread_rwlock_{rd,rw}lock with a pthread_mutex_t* argument",
    "pthread_rwlock_unlock with a pthread_mutex_t* argument",
    "sem_init: initial value exceeds 10000; using 10000",
    "Bug in libpthread: sem_wait succeeded on semaphore without prior sem_post",
    "pthread_barrier_init: 'count' argument is zero",
    "pthread_barrier_init: barrier is already initialised",
    "pthread_barrier_init: threads are waiting at barrier",
    "pthread_barrier_destroy: barrier was never initialised",
    "pthread_barrier_destroy: threads are waiting at barrier",
    "pthread_barrier_wait: barrier is uninitialised",
  ]

  /// DRD's titles of which the last word is the address of an object (`drd/drd_rwlock.c` and others), up to that word.
  private static let objects: TextStarts = [
    "Reader-writer lock not locked by calling thread: rwlock",
    "Reader-writer lock still locked at thread exit: rwlock", "Reader-writer lock reinitialization: rwlock",
    "Recursive writer locking not allowed: rwlock", "Already locked for writing by calling thread: rwlock",
    "Semaphore reinitialization: semaphore", "Invalid semaphore: semaphore",
    "Barrier reinitialization: barrier", "Reinitialization of barrier with active waiters: barrier",
    "Destruction of a barrier with active waiters: barrier",
    "Destruction of barrier not synchronized with barrier wait call: barrier",
    "Number of concurrent pthread_barrier_wait() calls exceeds the barrier count: barrier",
  ]

  /// Whether a title of Helgrind's is no more than the beginning of one.
  static func isBeginning(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let text = message(bytes, line) else { return false }
    return messages.contains { bytes.isBeginning(of: $0, text) }
  }

  /// Whether a title of Helgrind's is one of these, and whole.
  static func isWhole(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let text = message(bytes, line) else { return false }
    return messages.contains { bytes.equals($0, text) }
  }

  /// Whether a title lacks its end for sure. In place of numbers and addresses may be what somebody has put there.
  static func isCut(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard ValgrindWrapping.lacksEnd(bytes, line) else { return false }
    func holds(_ words: StaticString) -> Bool { bytes.first(words, in: line) != nil }
    if holds(" unlocked a") { return !holds(" lock at ") }
    return !holds(" violated") && !holds(", owner ")
  }

  /// Whether a line is a title of DRD's about an object, its address there or not.
  static func namesObject(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool { objects.begin(bytes, line) }

  /// Whether such a title lacks the address.
  static func lacksObject(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    objects.begin(bytes, line) && bytes.first(" 0x", in: line) == nil
  }

  /// The text after `Thread #N: `, without the mark of a pager that has cut it.
  private static func message(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    guard ValgrindThread.isNumbered(bytes, line), let colon = bytes.first(": ", in: line) else { return nil }
    let text = colon + 2..<line.upperBound
    return bytes.ends(">", in: text) ? text.dropLast() : text
  }
}
