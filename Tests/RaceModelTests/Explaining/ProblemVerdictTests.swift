import Testing

@testable import RaceModel
@testable import RaceText

/// Reports that are not about two accesses, written as ThreadSanitizer prints them, with what is wrong in each.
@Suite struct `The sentence about a problem` {
  private static let lock = """
      Location is global 'oven_lock' of size 40 at 0x558c58e32258 (oven+0x1479258)

      Mutex M0 (0x558c58e32258) created at:
        #0 pthread_mutex_lock <null> (oven+0x4f36b)
        #1 bake /src/oven.c:23 (oven+0x13db7)

    """

  @Test(
    arguments: [
      (
        "destroy of a locked mutex",
        """
            #0 pthread_mutex_destroy <null> (oven+0x4f1eb)
            #1 cool /src/oven.c:24 (oven+0x13dbf)

          and:
            #0 pthread_mutex_lock <null> (oven+0x4f36b)
            #1 bake /src/oven.c:23 (oven+0x13db7)


        """ + lock, "cool destroys oven_lock while it is locked, since oven.c:23"
      ),
      (
        "double lock of a mutex",
        "    #0 pthread_mutex_lock <null> (oven+0x4f1eb)\n    #1 bake /src/oven.c:24 (oven+0x13dbf)\n\n"
          + lock,
        "bake locks oven_lock, which its thread already holds"
      ),
      (
        "unlock of an unlocked mutex (or by a wrong thread)",
        "    #0 pthread_mutex_unlock <null> (oven+0x4f1eb)\n    #1 bake /src/oven.c:24 (oven+0x13dbf)\n\n",
        "bake unlocks a mutex that its thread does not hold"
      ),
      (
        "thread leak",
        """
          Thread T4 'timer' (tid=1079, finished) created by main thread at:
            #0 pthread_create <null> (oven+0x4d6bb)
            #1 start_timer /src/oven.c:9 (oven+0x13d7a)
            #2 main /src/oven.c:40 (oven+0x13d7f)


        """, "start_timer starts a thread at oven.c:9 that nobody joins or detaches"
      ),
      (
        "signal-unsafe call inside of a signal",
        """
            #0 malloc <null> (oven+0x4b99c)
            #1 note /src/oven.c:11 (oven+0x13e01)
            #2 on_alarm /src/oven.c:12 (oven+0x13e11)
            #3 __tsan::CallUserSignalHandler(__tsan::ThreadState*) tsan.cpp.o (oven+0x4e2a1)
            #4 main /src/oven.c:25 (oven+0x13f01)


        """, "on_alarm, a signal handler, calls malloc in note"
      ),
      // Which function the signal was handed to is not on the stack.
      (
        "signal-unsafe call inside of a signal",
        "    #0 malloc <null> (oven+0x4b99c)\n    #1 note /src/oven.c:11 (oven+0x13e01)\n\n", nil
      ),
      (
        "signal handler spoils errno",
        "  Signal 10 handler invoked at:\n    #0 on_alarm /src/oven.c:12 (oven+0x13e11)\n\n",
        "on_alarm, a signal handler, changes errno"
      ),
      // No function of the program is on the stack.
      ("double lock of a mutex", "    #0 pthread_mutex_lock <null> (oven+0x4f1eb)\n\n" + lock, nil),
    ] as [(String, String, String?)])
  func `says who does what`(_ title: String, _ body: String, _ expected: String?) throws {
    let log = try ReadLog(
      """
      ==================
      WARNING: ThreadSanitizer: \(title) (pid=7)
      \(body)SUMMARY: ThreadSanitizer: \(title) /src/oven.c:24 in bake
      ==================

      """)
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    #expect(Verdict(detail, detail.analyzed())?.words == expected)
  }
}
