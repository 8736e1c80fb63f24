/// The messages, in the order in which they are looked for.
extension ForeignMessage {
  /// What must be around a message.
  enum Rule {
    /// At most a stamp before it.
    case first
    /// The same, and other words behind it.
    case firstWith(StaticString)
    /// The same, or a name and a colon.
    case behindColon
    /// This word before it, and at most a stamp before that; colours may be between the two.
    case behind(StaticString)
    /// As `behindColon`, the words being the end of the line.
    case whole
    /// A place before it: `a.c:7:3: runtime error: ...`
    case behindPlace
    /// Valgrind's mark of a line before it.
    case behindMark
    /// A word and a blank before it, and only the command behind it: `line 3: 71 Segmentation fault (core dumped) ./app`
    case dumped
    /// A thread's name before it: `thread 'main' panicked at`
    case behindThread
    /// A number in it: `Found 2 data race(s)`
    case counted
  }

  static let messages: [(words: StaticString, rule: Rule, isFatal: Bool)] = [
    // The kernel: lockdep, other sanitizers, oopses, watchdogs.
    ("WARNING: possible circular locking dependency detected", .first, true),
    ("WARNING: possible recursive locking detected", .first, true),
    ("WARNING: possible irq lock inversion dependency detected", .first, true),
    ("WARNING: inconsistent lock state", .first, true),
    ("WARNING: bad unlock balance detected!", .first, true),
    ("WARNING: suspicious RCU usage", .first, true),
    ("BUG: KMSAN: ", .first, true), ("BUG: KFENCE: ", .first, true), ("UBSAN: ", .first, true),
    ("BUG: unable to handle ", .first, true), ("BUG: kernel NULL pointer dereference", .first, true),
    ("kernel BUG at ", .first, true), ("BUG: sleeping function called from ", .first, true),
    ("BUG: scheduling while atomic: ", .first, true), ("BUG: soft lockup - CPU#", .behindMark, true),
    ("general protection fault, ", .first, true), ("general protection fault: ", .first, true),
    ("Oops: ", .firstWith(" [#"), true),
    ("INFO: task ", .firstWith(" blocked for more than "), true), ("Unable to handle kernel ", .first, true),
    // Sanitizers and Memcheck.
    ("runtime error: ", .behindPlace, true),
    ("Invalid read of size ", .behindMark, true), ("Invalid write of size ", .behindMark, true),
    ("Invalid free() / ", .behindMark, true),
    ("Conditional jump or move depends on uninitialised value(s)", .behindMark, true),
    ("Use of uninitialised value of size ", .behindMark, true),
    ("SUMMARY: AddressSanitizer: ", .first, true), ("SUMMARY: HWAddressSanitizer: ", .first, true),
    ("SUMMARY: LeakSanitizer: ", .first, true), ("SUMMARY: MemorySanitizer: ", .first, true),
    ("SUMMARY: UndefinedBehaviorSanitizer: ", .first, true),
    ("SUMMARY: RealtimeSanitizer: ", .first, true), ("SUMMARY: ThreadSanitizer: ", .first, false),
    // Other detectors of races and deadlocks: Miri, go-deadlock, Intel Inspector, Swift's runtime.
    ("Undefined Behavior: ", .behind("error: "), true), ("POTENTIAL DEADLOCK:", .first, true),
    ("Error: Data race: ", .behindColon, false),
    ("Simultaneous accesses to 0x", .firstWith(", but modification requires exclusive access"), true),
    ("Fatal access conflict detected", .first, true),
    ("data race detected: @MainActor function at ", .behindColon, false),
    ("data race detected: actor-isolated function at ", .behindColon, false),
    ("Fatal error: ", .behindPlace, true), ("Fatal error: Incorrect actor executor assumption", .first, true),
    // Runtimes and shells.
    ("Fatal Python error: ", .first, true),
    ("Exception in thread ", .firstWith("\" "), true), ("Unhandled exception. ", .first, true),
    (" panicked at ", .behindThread, true), ("terminate called ", .first, true),
    ("libc++abi: terminating ", .first, true),
    ("Segmentation fault", .whole, true), (" (core dumped)", .dumped, true),
    // The go command.
    ("-race requires cgo", .behindColon, true), ("race detected during execution of test", .whole, false),
    (" data race(s)", .counted, false),
    ("race detected outside of test execution", .whole, false),
    ("race detected during execution of benchmark", .whole, false),
    ("-race is only supported on ", .behindColon, true),
    // A mail whose text cannot be read as it is.
    ("Content-Transfer-Encoding: base64", .whole, false),
  ]
}
