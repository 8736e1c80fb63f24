/// Logs with ThreadSanitizer reports, and their expected outlines.
package enum TSanExamples: ExampleTable {
  package static let detector = "tsan"
  package static let all =
    forms + titles + parts + frames + cuts + foreign + pastes + encoded + kinds + wraps + negatives
  package static let bare =
    forms + titles + parts + frames + foreign + cuts.filter { !$0.name.hasPrefix(titleAlone) }
  /// After a prefix, a title alone is only a mention.
  static let titleAlone = "a title alone"

  package static let plain = """
    ==================
    WARNING: ThreadSanitizer: data race (pid=311)
      Write of size 4 at 0x7b0400000010 by thread T1:
        #0 bake /src/oven.c:12:9 (oven+0x4a1b)
        #1 worker /src/oven.c:30:3 (oven+0x4b02)

      Previous read of size 4 at 0x7b0400000010 by main thread:
        #0 taste /src/oven.c:18:7 (oven+0x4c77)

      Location is heap block of size 16 at 0x7b0400000010 allocated by main thread:
        #0 malloc <null> (oven+0x2f00)
        #1 main /src/oven.c:40:11 (oven+0x4d10)

      Thread T1 (tid=313, running) created by main thread at:
        #0 pthread_create <null> (oven+0x2f90)
        #1 main /src/oven.c:44:3 (oven+0x4d5e)

    SUMMARY: ThreadSanitizer: data race /src/oven.c:12:9 in bake
    ==================
    """

  package static let plainOutline = """
    2-19 data race pid 311
      write 4 0x7b0400000010 thread T1: 2 bake /src/oven.c:12
      previous read 4 0x7b0400000010 main: 1 taste /src/oven.c:18
      thread T1 tid 313 running by main: 2 pthread_create ?
      heap: Location is heap block of size 16 at 0x7b0400000010 allocated by main thread:
        2 malloc ?
      summary: SUMMARY: ThreadSanitizer: data race /src/oven.c:12:9 in bake
    """

  package static let other = """
    ==================
    WARNING: ThreadSanitizer: data race (pid=311)
      Atomic write of size 8 at 0x55d0c0a018 by main thread:
        #0 knead /src/dough.c:7:5 (oven+0x5100)

      Previous write of size 8 at 0x55d0c0a018 by thread T2:
        #0 rest /src/dough.c:9:5 (oven+0x5120)

      Location is global 'dough' of size 8 at 0x55d0c0a018 (oven+0xa018)

      Thread T2 'proofer' (tid=314, finished) created by thread T1 at:
        #0 start /src/dough.c:21:3 (oven+0x5200)

    SUMMARY: ThreadSanitizer: data race /src/dough.c:7:5 in knead
    ==================
    """

  package static let otherOutline = """
    2-15 data race pid 311
      atomic write 8 0x55d0c0a018 main: 1 knead /src/dough.c:7
      previous write 8 0x55d0c0a018 thread T2: 1 rest /src/dough.c:9
      thread T2 'proofer' tid 314 finished by thread T1: 1 start /src/dough.c:21
      global: Location is global 'dough' of size 8 at 0x55d0c0a018 (oven+0xa018)
      summary: SUMMARY: ThreadSanitizer: data race /src/dough.c:7:5 in knead
    """

  /// The plain report's summary.
  static let summary = "\n  summary: SUMMARY: ThreadSanitizer: data race /src/oven.c:12:9 in bake"
}
