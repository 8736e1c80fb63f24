/// Functions and types of C, C++ and the kernel that take locks and give them back.
enum CLockCalls {
  /// What a call does.
  enum Effect: Equatable {
    case take, takeToRead, takeRCU, give, giveRCU
  }

  private static func table(_ effect: Effect, _ names: String) -> [String: Effect] {
    var table: [String: Effect] = [:]
    for name in names.split(separator: " ") { table[String(name)] = effect }
    return table
  }

  private static func joined(_ tables: [[String: Effect]]) -> [String: Effect] {
    tables.reduce(into: [:]) { $0.merge($1) { one, _ in one } }
  }

  /// Functions whose first argument is the lock. POSIX, C11, GLib and libuv; the kernel's from `spinlock.h`, `mutex.h`,
  /// `rwlock.h`, `rwsem.h` and `seqlock.h`.
  static let functions: [String: Effect] = joined([
    table(
      .take,
      "pthread_mutex_lock pthread_rwlock_wrlock pthread_spin_lock mtx_lock os_unfair_lock_lock g_mutex_lock "
        + "g_rw_lock_writer_lock uv_mutex_lock uv_rwlock_wrlock EnterCriticalSection AcquireSRWLockExclusive "
        + "spin_lock spin_lock_bh spin_lock_irq spin_lock_irqsave spin_lock_nested spin_lock_irqsave_nested "
        + "raw_spin_lock raw_spin_lock_bh raw_spin_lock_irq raw_spin_lock_irqsave raw_spin_lock_nested "
        + "mutex_lock mutex_lock_nested write_lock write_lock_bh write_lock_irq write_lock_irqsave "
        + "down_write down_write_nested write_seqlock write_seqlock_bh write_seqlock_irq write_seqlock_irqsave"
    ),
    table(
      .takeToRead,
      "pthread_rwlock_rdlock g_rw_lock_reader_lock uv_rwlock_rdlock AcquireSRWLockShared read_lock read_lock_bh "
        + "read_lock_irq read_lock_irqsave down_read down_read_nested"),
    table(
      .give,
      "pthread_mutex_unlock pthread_rwlock_unlock pthread_spin_unlock mtx_unlock os_unfair_lock_unlock "
        + "g_mutex_unlock g_rw_lock_writer_unlock g_rw_lock_reader_unlock uv_mutex_unlock uv_rwlock_wrunlock "
        + "uv_rwlock_rdunlock LeaveCriticalSection ReleaseSRWLockExclusive ReleaseSRWLockShared "
        + "spin_unlock spin_unlock_bh spin_unlock_irq spin_unlock_irqrestore "
        + "raw_spin_unlock raw_spin_unlock_bh raw_spin_unlock_irq raw_spin_unlock_irqrestore mutex_unlock "
        + "read_unlock read_unlock_bh read_unlock_irq read_unlock_irqrestore "
        + "write_unlock write_unlock_bh write_unlock_irq write_unlock_irqrestore up_read up_write "
        + "write_sequnlock write_sequnlock_bh write_sequnlock_irq write_sequnlock_irqrestore"),
    table(.takeRCU, "rcu_read_lock rcu_read_lock_bh rcu_read_lock_sched"),
    table(.giveRCU, "rcu_read_unlock rcu_read_unlock_bh rcu_read_unlock_sched"),
  ])

  /// Methods of a mutex without arguments: of the standard library, Boost, Qt and Abseil.
  static let methods: [String: Effect] = joined([
    table(.take, "lock Lock WriterLock lockForWrite"),
    table(.takeToRead, "lock_shared ReaderLock lockForRead"),
    table(.give, "unlock Unlock WriterUnlock unlock_shared ReaderUnlock"),
  ])

  /// How a guard holds what it is given.
  struct Guard {
    var isRead = false
    /// Whether it takes all its arguments.
    var takesAll = false
    /// Whether it can be told to wait, to try, or to give back early.
    var isFlexible = false
  }

  /// Types whose objects hold a lock until they end.
  static let guards: [String: Guard] = [
    "lock_guard": Guard(), "scoped_lock": Guard(takesAll: true), "unique_lock": Guard(isFlexible: true),
    "shared_lock": Guard(isRead: true, isFlexible: true), "MutexLock": Guard(), "WriterMutexLock": Guard(),
    "ReaderMutexLock": Guard(isRead: true), "ReleasableMutexLock": Guard(isFlexible: true),
    "QMutexLocker": Guard(isFlexible: true), "QWriteLocker": Guard(isFlexible: true),
    "QReadLocker": Guard(isRead: true, isFlexible: true),
  ]

  /// What may be before the name of such a type.
  static let owners: [Set<String>] = [
    ["std"], ["boost"], ["absl"], ["boost", "mutex"], ["std", "experimental"],
  ]

  /// What the kernel's `guard(...)` takes: from `cleanup.h` and the headers that define each.
  static let kernelGuards: [String: Effect] = joined([
    table(
      .take,
      "mutex spinlock spinlock_irq spinlock_irqsave spinlock_bh raw_spinlock raw_spinlock_irq "
        + "raw_spinlock_irqsave raw_spinlock_nested rwsem_write write_lock write_lock_irq write_lock_irqsave"),
    table(.takeToRead, "rwsem_read read_lock read_lock_irq read_lock_irqsave"),
    table(.takeRCU, "rcu"),
  ])

  /// Types of locks: that one is declared says nothing of whether it is held.
  static let lockTypes: Set<String> = [
    "mutex", "shared_mutex", "recursive_mutex", "timed_mutex", "shared_timed_mutex", "recursive_timed_mutex",
    "pthread_mutex_t", "pthread_rwlock_t", "pthread_spinlock_t", "mtx_t", "Mutex", "QMutex", "once_flag",
    "spinlock_t", "raw_spinlock_t",
  ]

  /// Functions that say that a lock is held, and let nothing go.
  static let harmless: Set<String> = [
    "pthread_cond_wait", "pthread_cond_timedwait", "cnd_wait", "cnd_timedwait",
  ]
}
