/// Helgrind's own output.
extension HelgrindExamples {
  package static let forms = examples([
    ("today's form", plain, plainOutline),
    (
      "a thread is announced once for all reports", plain + "\n" + printed("") + "\n" + other,
      plainOutline + "\n" + moved(otherOutline, to: "21-29")
    ),
    (
      "what stands before and behind all reports",
      printed("Helgrind, a thread error detector\nCommand: ./oven\n") + "\n" + plain + "\n"
        + printed("\nERROR SUMMARY: 1 errors from 1 contexts (suppressed: 0 from 0)") + "\n",
      moved(plainOutline, to: "12-20")
    ),
    (
      "--time-stamp=yes", plain.replacing("==700==", with: "==00:00:00:01.586 700=="), plainOutline
    ),
    (
      "no thread was announced", printed(lines(body).dropFirst(6).joined(separator: "\n")),
      moved(plainOutline, to: "3-11").replacing("  thread #2: 2 clone clone.S:76\n", with: "")
    ),
    (
      "locks that were held, first observed above the title",
      plain.replacing(
        "==700== Possible",
        with: printed(" Lock at 0x10C0A0 was first observed\n   at 0x109400: lock (oven.c:5)\n\n")
          + "Possible"
      ).replacing(
        "thread #2\n==700== Locks held: none",
        with: "thread #2\n==700== Locks held: 2, at addresses 0x10C0A0 0x10C0F0 (and 1 that can't be shown)"),
      moved(plainOutline, to: "12-20").replacing(
        "thread #2: 2 bake", with: "thread #2 holding 0x10c0a0, 0x10c0f0 (and 1 that can't be shown): 2 bake")
        + "\n  lock 0x10c0a0: Lock at 0x10C0A0 was first observed\n    1 lock oven.c:5"
    ),
    (
      "--history-level=approx",
      printed(
        """
        \(dashes)

        Possible data race during read of size 1 at 0x10C018 by thread #2
        Locks held: none
           at 0x109193: bake (oven.c:12)
         This conflicts with a previous access by thread #3, after
           at 0x1092A4: taste (oven.c:18)
         but before
           (the end of the thread)
        """),
      """
      3-9 Possible data race during read of size 1 at 0x10C018 by thread #2 pid 700
        read 1 0x10c018 thread #2: 1 bake oven.c:12
        previous access thread #3: no stack
        bound by thread #3: after
          1 taste oven.c:18
        bound by thread #3: but before (the end of the thread)
      """
    ),
    (
      "--history-level=none: nothing is missing",
      printed(
        """
        \(dashes)

        Possible data race during read of size 1 at 0x10C018 by thread #2
        Locks held: none
           at 0x109193: bake (oven.c:12)
         Address 0x10c018 is 0 bytes inside data symbol "trays"
        """),
      """
      3-6 Possible data race during read of size 1 at 0x10C018 by thread #2 pid 700
        read 1 0x10c018 thread #2: 1 bake oven.c:12
        global: Address 0x10c018 is 0 bytes inside data symbol "trays"
      """
    ),
    (
      "sizes with commas", plain.replacing("write of size 4 at", with: "write of size 40,000 at"),
      plainOutline.replacing("write of size 4 at", with: "write of size 40,000 at").replacing(
        "write 4 0x", with: "write 40000 0x")
    ),
    ("locks in two orders", lockOrder, lockOrderOutline),
    (
      "a failed call",
      printed(
        """
        \(dashes)

        Thread #1's call to pthread_mutex_lock failed
           with error code 35 (EDEADLK: Resource deadlock would occur)
           at 0x109193: bake (oven.c:12)
        """),
      """
      3-5 Thread #1's call to pthread_mutex_lock failed [thread-api-error] pid 700
        subject by main: Thread #1's call to pthread_mutex_lock failed with error code 35 (EDEADLK: Resource \
      deadlock would occur)
          1 bake oven.c:12
      """
    ),
  ])

  private static let lockOrder = printed(
    """
    \(dashes)

    Thread #3: lock order "0x10C0A0 before 0x10C0F0" violated

    Observed (incorrect) order is: acquisition of lock at 0x10C0F0
       at 0x109193: bake (oven.c:12)

     followed by a later acquisition of lock at 0x10C0A0
       at 0x1091A3: bake (oven.c:13)

    Required order was established by acquisition of lock at 0x10C0A0
       at 0x1092A4: taste (oven.c:18)

     followed by a later acquisition of lock at 0x10C0F0
       at 0x1092B4: taste (oven.c:19)

     Lock at 0x10C0A0 was first observed
       at 0x1092A4: taste (oven.c:18)
     Address 0x10c0a0 is 0 bytes inside data symbol "door"
    """)

  private static let lockOrderOutline = """
    3-19 Thread #3: lock order "0x10C0A0 before 0x10C0F0" violated [lock-order] pid 700
      lock 0x10c0a0: Lock at 0x10C0A0 was first observed
        1 taste oven.c:18
      acquisition by thread #3: Observed (incorrect) order is: acquisition of lock at 0x10C0F0
        1 bake oven.c:12
      acquisition by thread #3: followed by a later acquisition of lock at 0x10C0A0
        1 bake oven.c:13
      acquisition: Required order was established by acquisition of lock at 0x10C0A0
        1 taste oven.c:18
      acquisition: followed by a later acquisition of lock at 0x10C0F0
        1 taste oven.c:19
      other: Address 0x10c0a0 is 0 bytes inside data symbol "door"
    """

  /// The text after `Thread #2`.
  package static let messages: [GrammarExample] = [
    (" unlocked a not-locked lock at 0x10C0A0", "mutex-bad-unlock"),
    (" unlocked an invalid lock at 0x10C0A0", "mutex-invalid"),
    (": Exiting thread still holds 2 locks", "mutex-held-wrong-context"),
    (": pthread_mutex_destroy of a locked mutex", "mutex-destroy-locked"),
    (": Attempt to re-lock a non-recursive lock I already hold", "mutex-double-lock"),
    (": pthread_cond_{timed}wait called with un-held mutex", "condvar-misuse"),
    (": pthread_barrier_wait: barrier is uninitialised", "barrier-misuse"),
    (": pthread_rwlock_destroy with invalid argument", "rwlock-misuse"),
    (": Bug in libpthread: sem_wait succeeded on semaphore without prior sem_post", "semaphore-misuse"),
    (": a message of some later version", "other"),
  ].map { (words: String, kind: String) in
    GrammarExample(
      "Thread #2\(words)",
      log: printed(
        """
        \(dashes)

        Thread #2\(words)
           at 0x109193: bake (oven.c:12)
         Lock at 0x10C0A0 was first observed
           at 0x109400: lock (oven.c:5)
        """),
      outline: """
        3-6 Thread #2\(words) [\(kind)] pid 700
          lock 0x10c0a0: Lock at 0x10C0A0 was first observed
            1 lock oven.c:5
          subject by thread #2: Thread #2\(words)
            1 bake oven.c:12
        """)
  }

  /// Descriptions of the memory.
  package static let memory: [GrammarExample] =
    [
      (
        "global",
        "Location 0x10c018 is 0 bytes inside trays[2].count,\n a global variable declared at oven.c:3"
      ),
      ("global", "Location 0x10c018 is 0 bytes inside global var \"trays\"\n declared at oven.c:3"),
      (
        "stack",
        "Location 0x10c018 is 0 bytes inside local var \"tray\"\n declared at oven.c:9, in frame #1 of thread 2"
      ),
      ("stack", "Address 0x10c018 is on thread #1's stack\n in frame #0, created by taste (oven.c:14)"),
    ].map { (kind: String, words: String) in
      GrammarExample(
        "memory: \(words)",
        log: plain.replacing(
          " Address 0x10c018 is 0 bytes inside data symbol \"trays\"",
          with: " " + words.replacing("\n", with: "\n==700== ")),
        outline: moved(plainOutline, to: "9-18").replacing(
          "global: Address 0x10c018 is 0 bytes inside data symbol \"trays\"",
          with: "\(kind): \(words.replacing("\n ", with: " "))"))
    } + [
      GrammarExample(
        "memory: a block and who allocated it",
        log: plain.replacing(
          "is 0 bytes inside data symbol \"trays\"",
          with:
            "is 8 bytes inside a block of size 40,000 alloc'd\n==700==    at 0x4843839: malloc (vg_replace_malloc.c:431)\n"
            + "==700==    by 0x109220: main (oven.c:40)\n==700==  Block was alloc'd by thread #1"),
        outline: moved(plainOutline, to: "9-20").replacing(
          "global: Address 0x10c018 is 0 bytes inside data symbol \"trays\"",
          with:
            "heap: Address 0x10c018 is 8 bytes inside a block of size 40,000 alloc'd Block was alloc'd by thread #1\n"
            + "    2 malloc vg_replace_malloc.c:431"))
    ]

  /// The frame of the second access.
  package static let frames: [GrammarExample] = [
    ("oven::Box::taste(int, char (*)(int)) (box.cpp:18)", "oven::Box::taste(int, char (*)(int)) box.cpp:18"),
    ("operator()(int) (oven/box.cpp:18)", "operator()(int) oven/box.cpp:18"),
    ("taste (in /opt/oven/liboven.so)", "taste ?"),
    ("??? (in /opt/oven/liboven.so)", "? ?"),
    ("taste", "taste ?"),
    ("(below main) (libc-start.c:308)", "(below main) libc-start.c:308"),
  ].map { (text: String, read: String) in
    GrammarExample(
      "a frame of \(text)", log: plain.replacing("taste (oven.c:18)", with: text),
      outline: plainOutline.replacing("taste oven.c:18", with: read))
  }
}
