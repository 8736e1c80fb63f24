/// What words say of locks.
enum LockWords {
  /// What the parts of a name hold that may have to do with a lock.
  private static let fragments = [
    "lock", "guard", "sync", "mutex", "mtx", "critical", "acquire", "semaphore", "spin", "rcu", "rwsem",
    "exclusive",
    "latch", "monitor", "seqcount", "serial", "barrier",
    // Locks made by hand.
    "test_and_set", "compare_exchange", "compareexchange", "cmpxchg", "exchange", "seqbegin", "seqretry",
  ]
  /// Parts of names that hold one of those by chance.
  private static let harmless: Set<String> = [
    "block", "blocks", "blocked", "blocking", "nonblock", "nonblocking", "unblock", "clock", "clocks",
    "async",
    "asynchronous", "serialize", "serialized", "serialization", "spinner",
  ]
  private static let whole: Set<String> = [
    "mu", "down", "up", "call_once", "pthread_once", "dispatch_once", "down_interruptible", "down_killable",
    "down_timeout", "sem", "sema", "lk", "CLASS", "get_or_init", "get_or_try_init",
  ]

  /// Whether a name may have to do with a lock: `reset_locked`, `AutoLock`, `syncAll`.
  static func areMeant(by name: String) -> Bool {
    if whole.contains(name) { return true }
    let lower = name.lowercased()
    guard fragments.contains(where: lower.contains) || lower.contains("sem_") else { return false }
    if lower.contains("_and_set") || lower.contains("exchange") || lower.contains("sem_") { return true }
    return parts(of: name).contains { part in
      !harmless.contains(part) && fragments.contains(where: part.contains)
    }
  }

  /// The parts of a name, in small letters: `read`, `block` of `readBlock` and of `read_block`.
  private static func parts(of name: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var wasSmall = false
    for character in name {
      let isCapital = character.isUppercase
      if character == "_" || (isCapital && wasSmall) {
        parts.append(part.lowercased())
        part = ""
      }
      if character != "_" { part.append(character) }
      wasSmall = !isCapital && character != "_"
    }
    parts.append(part.lowercased())
    // `MUTEXBlock`: where capitals meet, the whole is looked at.
    return parts
  }
}
