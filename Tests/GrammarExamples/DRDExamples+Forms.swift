/// DRD's own output.
extension DRDExamples {
  package static let forms = examples([
    ("today's form", plain, plainOutline),
    ("one below the other", plain + "\n" + other, plainOutline + "\n" + moved(otherOutline, to: "14-16")),
    (
      "what stands before and behind all reports",
      printed("drd, a thread error detector\nCommand: ./oven\n") + "\n" + plain + "\n"
        + printed("\nERROR SUMMARY: 1 errors from 1 contexts (suppressed: 0 from 0)") + "\n",
      moved(plainOutline, to: "5-15")
    ),
    ("--time-stamp=yes", plain.replacing("==700==", with: "==00:00:00:01.586 700=="), plainOutline),
    ("a thread that has a name", plain.replacing("Thread 2:", with: "Thread 2 baker:"), plainOutline),
    (
      "--show-confl-seg=no", printed(lines(body).prefix(7).joined(separator: "\n") + "\n"),
      lines(moved(plainOutline, to: "2-7")).prefix(4).joined(separator: "\n")
    ),
    (
      "segments of two threads",
      plain.replacing(
        "call stack no longer available)",
        with: "call stack no longer available)\n==700== Other segment start (thread 3)\n"
          + "==700==    at 0x109400: rest (dough.c:9)\n==700== Other segment end (thread 3)\n"
          + "==700==    at 0x109410: wake (dough.c:11)"),
      moved(plainOutline, to: "2-16")
        + "\n  segment by thread #3: Other segment start (thread 3)\n    1 rest dough.c:9"
        + "\n  segment by thread #3: Other segment end (thread 3)\n    1 wake dough.c:11"
    ),
    (
      "a lock that was held too long",
      printed(
        """
        Acquired at:
           at 0x109193: bake (oven.c:12)
        Lock on mutex 0x10c0a0 was held during 12 ms (threshold: 1 ms).
           at 0x1092A4: taste (oven.c:18)
        mutex 0x10c0a0 was first observed at:
           at 0x109400: lock (oven.c:5)

        """),
      """
      1-6 Lock on mutex 0x10c0a0 was held during 12 ms (threshold: 1 ms). [lock-held-too-long] pid 700
        lock 0x10c0a0: mutex 0x10c0a0 was first observed at:
          1 lock oven.c:5
        subject: Acquired at:
          1 bake oven.c:12
        subject: Lock on mutex 0x10c0a0 was held during 12 ms (threshold: 1 ms).
          1 taste oven.c:18
      """
    ),
    (
      "a heading holds for the reports below it",
      printed("Thread 2:\n") + "\n" + misuse("Mutex not locked: mutex 0x10c0a0, recursion count 0, owner 0."),
      """
      3-4 Mutex not locked: mutex 0x10c0a0, recursion count 0, owner 0. [mutex-bad-unlock] pid 700
        subject by thread #2: Mutex not locked: mutex 0x10c0a0, recursion count 0, owner 0.
          1 bake oven.c:12
      """
    ),
    (
      "where an object was first observed",
      printed(
        """
        Destroying locked mutex: mutex 0x10c0a0, recursion count 1, owner 1.
           at 0x109193: bake (oven.c:12)
        mutex 0x10c0a0 was first observed at:
           at 0x109400: lock (oven.c:5)

        """),
      """
      1-4 Destroying locked mutex: mutex 0x10c0a0, recursion count 1, owner 1. [mutex-destroy-locked] pid 700
        lock 0x10c0a0: mutex 0x10c0a0 was first observed at:
          1 lock oven.c:5
        subject: Destroying locked mutex: mutex 0x10c0a0, recursion count 1, owner 1.
          1 bake oven.c:12
      """
    ),
  ])

  /// A report that is not about an access.
  private static func misuse(_ text: String) -> String {
    printed("\(text)\n   at 0x109193: bake (oven.c:12)\n")
  }

  package static let messages: [GrammarExample] = [
    ("Mutex not locked by calling thread: mutex 0x10c0a0, recursion count 1, owner 2.", "mutex-bad-unlock"),
    ("Recursive locking not allowed: mutex 0x10c0a0, recursion count 1, owner 1.", "mutex-double-lock"),
    (
      "Mutex still locked at thread exit: mutex 0x10c0a0, recursion count 1, owner 2.",
      "mutex-held-wrong-context"
    ),
    ("Mutex reinitialization: mutex 0x10c0a0, recursion count 0, owner 0.", "mutex-invalid"),
    ("The object at address 0x10c0a0 is not a mutex.", "mutex-invalid"),
    ("Destroying condition variable that is being waited upon: cond 0x10c0a0", "condvar-misuse"),
    (
      "Probably a race condition: condition variable 0x10c0a0 has been signaled but the associated mutex 0x10c0f0"
        + " is not locked by the signalling thread.", "condvar-misuse"
    ),
    ("Semaphore reinitialization: semaphore 0x10c0a0", "semaphore-misuse"),
    ("Barrier reinitialization: barrier 0x10c0a0", "barrier-misuse"),
    ("Not a barrier", "barrier-misuse"),
    ("Not a semaphore", "semaphore-misuse"),
    ("Not a reader-writer lock", "rwlock-misuse"),
    ("Reader-writer lock not locked by calling thread: rwlock 0x10c0a0.", "rwlock-misuse"),
    ("pthread_join(): invalid thread ID 0x10c0a0", "thread-api-error"),
    ("The annotation macro ANNOTATE_X has not yet been implemented in <valgrind/drd.h>", "other"),
  ].map { (text: String, kind: String) in
    GrammarExample(
      text, log: misuse(text),
      outline: "1-2 \(text) [\(kind)] pid 700\n  subject: \(text)\n    1 bake oven.c:12")
  }

  /// Descriptions of the memory without a stack.
  package static let memory: [GrammarExample] = [
    ("other", "Allocation context: unknown."),
    ("global", "Allocation context: trays (offset 4, size 8) in liboven.so, liboven.so.0:Data"),
    ("global", "Location 0x10c040 is 0 bytes inside global var \"trays\"\ndeclared at oven.c:3"),
    (
      "stack",
      "Location 0x10c040 is 0 bytes inside local var \"tray\"\ndeclared at oven.c:9, in frame #1 of thread 2"
    ),
  ].map { (kind: String, text: String) in
    let count = text.contains("\n") ? 4 : 3
    return GrammarExample(
      "memory: \(text)",
      log: other.replacing(
        "Allocation context: BSS section of /opt/oven/oven", with: text.replacing("\n", with: "\n==700== ")),
      outline: moved(otherOutline, to: "1-\(count)").replacing(
        "global: Allocation context: BSS section of /opt/oven/oven",
        with: "\(kind): \(text.replacing("\n", with: " "))"))
  }
}
