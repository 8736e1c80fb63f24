/// ThreadSanitizer's own output, in all versions.
extension TSanExamples {
  package static let forms = examples([
    ("today's form", plain, plainOutline),
    ("all that goes with a global variable", other, otherOutline),
    (
      "GCC: no columns, and offsets as pointers",
      plain.replacing(":9 (", with: " (").replacing(":3 (", with: " (").replacing(":7 (", with: " (")
        .replacing("+0x4", with: "+0x000000004"),
      plainOutline
    ),
    (
      "builds behind the modules",
      plain.replacing("(oven+0x4a1b)", with: "(oven+0x4a1b) (BuildId: 289ee39f0a1b2c3d)")
        .replacing("(oven+0x2f00)", with: "(oven+0x2f00) (BuildId: 289ee39f0a1b2c3d)"),
      plainOutline
    ),
    (
      "print_summary=0",
      plain.replacing("SUMMARY: ThreadSanitizer: data race /src/oven.c:12:9 in bake\n", with: ""),
      moved(plainOutline, to: "2-18").replacing(summary, with: "")
    ),
    (
      "adjacent reports", plain + "\n" + other,
      plainOutline + "\n" + moved(otherOutline, to: "21-34")
    ),
    (
      "the program ends", plain + "\nThreadSanitizer: reported 1 warnings\n", plainOutline
    ),
    (
      "a stack that the detector could not restore",
      plain.replacing(
        "    #0 taste /src/oven.c:18:7 (oven+0x4c77)", with: "    [failed to restore the stack]"),
      plainOutline.replacing("1 taste /src/oven.c:18", with: "no stack")
        + "\n  damage: the detector could not restore a stack"
    ),
    (
      "a creation that the detector could not restore",
      plain.replacing(
        "by main thread at:\n    #0 pthread_create <null> (oven+0x2f90)\n    #1 main /src/oven.c:44:3 (oven+0x4d5e)",
        with: "by main thread\n    [failed to restore the stack]"),
      moved(plainOutline, to: "2-18").replacing("by main: 2 pthread_create ?", with: "by main: no stack")
        + "\n  damage: the detector could not restore where thread T1 was created"
    ),
    (
      "print_full_thread_history=1: the creators' creators follow",
      plain.replacing("created by main thread at:", with: "created by thread T5 at:").replacing(
        "\n\nSUMMARY",
        with: "\n\n  Thread T5 (tid=312, finished) created by main thread at:\n"
          + "    #0 main /src/oven.c:50:3 (oven+0x4e00)\n\nSUMMARY"),
      moved(plainOutline, to: "2-22").replacing(
        "running by main: 2 pthread_create ?",
        with: "running by thread T5: 2 pthread_create ?\n"
          + "  thread T5 tid 312 finished by main: 1 main /src/oven.c:50")
    ),
    (
      "the thread's name holds quotes and brackets",
      plain.replacing("Thread T1 (", with: "Thread T1 'baker 'b' (2)' ("),
      plainOutline.replacing("thread T1 tid", with: "thread T1 'baker 'b' (2)' tid")
    ),
    (
      "a worker of Apple's queues has no creator",
      plain.replacing(
        "created by main thread at:\n    #0 pthread_create <null> (oven+0x2f90)\n    #1 main /src/oven.c:44:3 (oven+0x4d5e)",
        with: "is a GCD worker thread"),
      moved(plainOutline, to: "2-17").replacing(
        "running by main: 2 pthread_create ?", with: "running: no stack")
    ),
  ])

  /// A report that is not about two accesses.
  private static func misuse(_ title: String) -> String {
    """
    ==================
    WARNING: ThreadSanitizer: \(title) (pid=311)
        #0 pthread_mutex_lock <null> (oven+0x2fa0)
        #1 bake /src/oven.c:12:9 (oven+0x4a1b)

      Mutex M0 (0x55d0c0a010) created at:
        #0 pthread_mutex_init <null> (oven+0x2fb0)
        #1 main /src/oven.c:40:11 (oven+0x4d10)

    SUMMARY: ThreadSanitizer: \(title) /src/oven.c:12:9 in bake
    ==================
    """
  }

  package static let titles: [GrammarExample] =
    [
      ("double lock of a mutex", "mutex-double-lock"),
      ("use of an invalid mutex (e.g. uninitialized or destroyed)", "mutex-invalid"),
      ("unlock of an unlocked mutex (or by a wrong thread)", "mutex-bad-unlock"),
      ("read lock of a write locked mutex", "mutex-bad-read-lock"),
      ("read unlock of a write locked mutex", "mutex-bad-read-unlock"),
      ("mutex held in the wrong context", "mutex-held-wrong-context"),
      ("signal-unsafe call inside of a signal", "signal-unsafe"),
      ("signal handler spoils errno", "signal-errno"),
      ("bread in the wrong oven", "other"),
    ].map { (title: String, kind: String) in
      GrammarExample(
        title, log: misuse(title),
        outline: """
          2-11 \(title) [\(kind)] pid 311
            lock M0: Mutex M0 (0x55d0c0a010) created at:
              2 pthread_mutex_init ?
            subject: \(title)
              2 pthread_mutex_lock ?
            summary: SUMMARY: ThreadSanitizer: \(title) /src/oven.c:12:9 in bake
          """)
    }
    + [
      ("data race on vptr (ctor/dtor vs virtual call)", "vptr-race"),
      ("heap-use-after-free", "use-after-free"),
      ("heap-use-after-free (virtual call vs free)", "vptr-use-after-free"),
      ("race on external object", "external-race"),
      ("race on Pantry", "external-race"),
      ("Swift access race", "swift-access-race"),
    ].map { (title: String, kind: String) in
      GrammarExample(
        title, log: plain.replacing("data race", with: title),
        outline: plainOutline.replacing("data race pid", with: "\(title) [\(kind)] pid").replacing(
          "data race /", with: "\(title) /"))
    }

  package static let parts =
    examples([
      (
        "a free is printed as a write",
        """
        ==================
        WARNING: ThreadSanitizer: heap-use-after-free (pid=311)
          Read of size 1 at 0x7b0400000010 by main thread:
            #0 taste /src/oven.c:18:7 (oven+0x4c77)

          Previous write of size 8 at 0x7b0400000010 by main thread:
            #0 free <null> (oven+0x2f40)
            #1 clean /src/oven.c:52:3 (oven+0x4f00)

        ==================
        """,
        """
        2-10 heap-use-after-free [use-after-free] pid 311
          read 1 0x7b0400000010 main: 1 taste /src/oven.c:18
          previous write 8 0x7b0400000010 main: 2 free ? | clean /src/oven.c:52
        """
      ),
      (
        "locks that were held",
        plain.replacing("by thread T1:", with: "by thread T1 (mutexes: write M9, read M10):").replacing(
          "  Thread T1 (",
          with: "  Mutex M9 (0x55d0c0a010) created at:\n    #0 pthread_mutex_lock <null> (oven+0x2fa0)\n\n"
            + "  Mutex M10 is already destroyed.\n\n  Thread T1 ("),
        moved(plainOutline, to: "2-24").replacing(
          "by thread T1:", with: "by thread T1:"
        ).replacing("thread T1: 2 bake", with: "thread T1 holding write M9, read M10: 2 bake").replacing(
          summary,
          with: """

              lock M9: Mutex M9 (0x55d0c0a010) created at:
                1 pthread_mutex_lock ?
              lock M10: Mutex M10 is already destroyed.
            """ + summary)
      ),
      (
        "a sleep between the accesses",
        plain.replacing(
          "  Location is",
          with: "  As if synchronized via sleep:\n    #0 usleep <null> (oven+0x2fc0)\n\n  Location is"),
        moved(plainOutline, to: "2-22").replacing(
          summary, with: "\n  sleep: As if synchronized via sleep:\n    1 usleep ?" + summary)
      ),
      (
        "one side modifies an object, the other writes memory",
        plain.replacing("data race (", with: "Swift access race (").replacing(
          "Write of size 4 at", with: "Modifying access of Swift variable at"),
        plainOutline.replacing("data race pid", with: "Swift access race [swift-access-race] pid").replacing(
          "write 4 0x7b0400000010 thread T1:", with: "write 0x7b0400000010 thread T1 (of Swift variable):")
      ),
      (
        "accesses to an object of a library",
        plain.replacing("data race (", with: "race on Pantry (").replacing(
          "Write of size 4 at", with: "Modifying access of Pantry at"
        ).replacing("Previous read of size 4 at", with: "Previous read-only access of Pantry at"),
        plainOutline.replacing("data race pid", with: "race on Pantry [external-race] pid").replacing(
          "write 4 0x7b0400000010 thread T1:", with: "write 0x7b0400000010 thread T1 (of Pantry):"
        ).replacing("read 4 0x7b0400000010 main:", with: "read 0x7b0400000010 main (of Pantry):")
      ),
      (
        "leaked threads",
        """
        ==================
        WARNING: ThreadSanitizer: thread leak (pid=311)
          Thread T1 'baker' (tid=313, finished) created by main thread at:
            #0 pthread_create <null> (oven+0x2f90)
            #1 main /src/oven.c:44:3 (oven+0x4d5e)

          And 2 more similar thread leaks.

        SUMMARY: ThreadSanitizer: thread leak /src/oven.c:44:3 in main
        ==================
        """,
        """
        2-10 thread leak [thread-leak] pid 311
          thread T1 'baker' tid 313 finished by main: 2 pthread_create ?
          summary: SUMMARY: ThreadSanitizer: thread leak /src/oven.c:44:3 in main
          count: And 2 more similar thread leaks.
        """
      ),
      (
        "a mutex destroyed while locked",
        """
        ==================
        WARNING: ThreadSanitizer: destroy of a locked mutex (pid=311)
            #0 pthread_mutex_destroy <null> (oven+0x2fd0)
            #1 clean /src/oven.c:52:3 (oven+0x4f00)

          and:
            #0 pthread_mutex_lock <null> (oven+0x2fa0)
            #1 bake /src/oven.c:12:9 (oven+0x4a1b)

        SUMMARY: ThreadSanitizer: destroy of a locked mutex /src/oven.c:52:3 in clean
        ==================
        """,
        """
        2-11 destroy of a locked mutex [mutex-destroy-locked] pid 311
          subject: destroy of a locked mutex
            2 pthread_mutex_destroy ?
          subject: and:
            2 pthread_mutex_lock ?
          summary: SUMMARY: ThreadSanitizer: destroy of a locked mutex /src/oven.c:52:3 in clean
        """
      ),
      ("locks in two orders", lockOrder, lockOrderOutline),
      (
        "second_deadlock_stack=1",
        lockOrder.replacing(
          "    Hint: use TSAN_OPTIONS=second_deadlock_stack=1 to get more informative warning message\n",
          with:
            "  Mutex M9 previously acquired by the same thread here:\n    #0 warm /src/oven.c:60:3 (oven+0x6000)\n"
        ),
        moved(lockOrderOutline, to: "2-17").replacing(
          "    1 bake /src/oven.c:61",
          with: "    1 bake /src/oven.c:61\n"
            + "  earlierAcquisition: Mutex M9 previously acquired by the same thread here:\n    1 warm /src/oven.c:60"
        ).replacing(
          "\n  hint: Hint: use TSAN_OPTIONS=second_deadlock_stack=1 to get more informative warning message",
          with: "")
      ),
      (
        "what a signal's handler did",
        """
        ==================
        WARNING: ThreadSanitizer: signal handler spoils errno (pid=311)
          Signal 10 handler invoked at:
            #0 bell /src/oven.c:70:3 (oven+0x7000)

        SUMMARY: ThreadSanitizer: signal handler spoils errno /src/oven.c:70:3 in bell
        ==================
        """,
        """
        2-7 signal handler spoils errno [signal-errno] pid 311
          signal: Signal 10 handler invoked at:
            1 bell /src/oven.c:70
          summary: SUMMARY: ThreadSanitizer: signal handler spoils errno /src/oven.c:70:3 in bell
        """
      ),
    ]) + locations

  private static let lockOrder = """
    ==================
    WARNING: ThreadSanitizer: lock-order-inversion (potential deadlock) (pid=311)
      Cycle in lock order graph: M9 (0x55d0c0a010) => M10 (0x55d0c0a040) => M9

      Mutex M10 acquired here while holding mutex M9 in thread T4:
        #0 bake /src/oven.c:61:3 (oven+0x6010)

        Hint: use TSAN_OPTIONS=second_deadlock_stack=1 to get more informative warning message

      Mutex M9 acquired here while holding mutex M10 in main thread:
        #0 knead /src/dough.c:7:5 (oven+0x5100)

      Thread T4 (tid=316, running) created by main thread at:
        #0 main /src/oven.c:44:3 (oven+0x4d5e)
    SUMMARY: ThreadSanitizer: lock-order-inversion (potential deadlock) /src/oven.c:61:3 in bake
    ==================
    """

  private static let lockOrderOutline = """
    2-16 lock-order-inversion (potential deadlock) [lock-order] pid 311
      thread T4 tid 316 running by main: 1 main /src/oven.c:44
      lock M9: M9 (0x55d0c0a010)
      lock M10: M10 (0x55d0c0a040)
      lockCycle: Cycle in lock order graph: M9 (0x55d0c0a010) => M10 (0x55d0c0a040) => M9
      acquisition by thread T4: Mutex M10 acquired here while holding mutex M9 in thread T4:
        1 bake /src/oven.c:61
      acquisition by main: Mutex M9 acquired here while holding mutex M10 in main thread:
        1 knead /src/dough.c:7
      summary: SUMMARY: ThreadSanitizer: lock-order-inversion (potential deadlock) /src/oven.c:61:3 in bake
      hint: Hint: use TSAN_OPTIONS=second_deadlock_stack=1 to get more informative warning message
    """

  /// Descriptions of the memory without a stack.
  private static let locations: [GrammarExample] =
    [
      ("global", "global 'trays' of size 4 at 0x7b0400000010 (oven+0x10)"),
      ("global", "global 'it's' at 0x7b0400000010 (oven+0x10)"),
      ("global", "global '<null>' at 0x7b0400000010 (oven+0x10)"),
      ("stack", "global '??' at 0x7ffffffde000 ([stack]+0x206a8)"),
      ("stack", "stack of main thread."),
      ("tls", "TLS of thread T1."),
    ].map { (kind: String, words: String) in
      let block =
        "heap block of size 16 at 0x7b0400000010 allocated by main thread:\n    #0 malloc <null> (oven+0x2f00)\n"
        + "    #1 main /src/oven.c:40:11 (oven+0x4d10)"
      return GrammarExample(
        "memory: \(words)", log: plain.replacing(block, with: words),
        outline: moved(plainOutline, to: "2-17").replacing(
          "heap: Location is heap block of size 16 at 0x7b0400000010 allocated by main thread:\n    2 malloc ?",
          with: "\(kind): Location is \(words)"))
    }
    + [
      ("heap", "Pantry of size 16 at 0x7b0400000010 allocated by main thread:"),
      ("fd", "file descriptor 3 created by main thread at:"),
      ("fd", "file descriptor 3 destroyed by thread T1 at::"),
    ].map { (kind: String, words: String) in
      GrammarExample(
        "memory: \(words)",
        log: plain.replacing(
          "heap block of size 16 at 0x7b0400000010 allocated by main thread:", with: words),
        outline: plainOutline.replacing(
          "heap: Location is heap block of size 16 at 0x7b0400000010 allocated by main thread:",
          with: "\(kind): Location is \(words)"))
    }

  /// The first frame, in every form that compilers and symbolizers have used.
  package static let frames: [GrammarExample] = [
    ("ns::Oven::bake(int*, Tray const&)", "/src/oven.cpp:12:9", "/src/oven.cpp:12"),
    ("operator()", "/src/oven.cpp:12", "/src/oven.cpp:12"),
    ("(anonymous namespace)::bake(int)", "../src/oven.cpp:12:9", "../src/oven.cpp:12"),
    ("main::'lambda'()::operator()() const", "oven.cpp:12:9", "oven.cpp:12"),
    ("<hot::Oven as cold::Box>::open", "/src/lib.rs:12:9", "/src/lib.rs:12"),
    ("bake::{closure#0}", "/src/lib.rs:12:9", "/src/lib.rs:12"),
    ("$s4oven5TrayC4bakeyyF", "/src/oven.swift", "/src/oven.swift"),
    ("camlOven.bake_274", "oven.ml:12", "oven.ml:12"),
    ("bake", "C:\\my src\\oven.c:12", "C:\\my src\\oven.c:12"),
    ("bake", "<null>", "?"),
    ("<null>", "<null>", "?"),
  ].map { (function: String, place: String, read: String) in
    GrammarExample(
      "a frame of \(function) at \(place)",
      log: plain.replacing("taste /src/oven.c:18:7", with: "\(function) \(place)"),
      outline: plainOutline.replacing(
        "taste /src/oven.c:18", with: "\(function == "<null>" ? "?" : function) \(read)"))
  }
}
