import Testing

@testable import RaceModel

/// What Valgrind's own tests expect, and what its first versions print: numbers taken out, modules without functions.
@Suite struct `Filtered output of Valgrind` {
  private static let drd = """
    Conflicting load by thread x at 0x........ size 4
       at 0x........: pthread_s(within libpthread-?.?.so)
       by 0x........: vgDrd_thread_wrapper (drd_pthread_intercepts.c:?)
       by 0x........: (within libpthread-?.?.so)
    Allocation context: BSS section of oven
    """

  private static let unknown = """
    Conflicting load by thread x at 0x........ size 4
       at 0x........: ???
       by 0x........: bake (oven.c:48)
    Allocation context: unknown.
    """

  private static let helgrind = """
    Possible data race during read of size 4 at 0x........ by thread #x
    Locks held: none
       at 0x........: peek (oven.c:16)

    This conflicts with a previous write of size 4 by thread #x
    Locks held: none
       at 0x........: bump (oven.c:9)
       by 0x........: mythread_wrapper (hg_intercepts.c:...)
    """

  private static let texts = [
    (
      drd,
      [
        "pthread_s (libpthread-?.?.so) | vgDrd_thread_wrapper drd_pthread_intercepts.c"
          + " | ? (libpthread-?.?.so)"
      ]
    ),
    (unknown, ["? | bake oven.c:48"]),
    (helgrind, ["peek oven.c:16", "bump oven.c:9 | mythread_wrapper hg_intercepts.c"]),
  ]

  /// A difference from what is expected, a mail, a table.
  @Test(arguments: ["", "+", "> ", "| ", "    "])
  func `is read behind any prefix`(_ prefix: String) throws {
    for (text, stacks) in Self.texts {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }
      let log = try ReadLog("It says:\n" + lines.joined(separator: "\n") + "\n")
      #expect(log.stacks == stacks)
      #expect(log.entries.map(\.isComplete) == [true])
      #expect(log.contradictions == [])
    }
  }

  @Test(arguments: [
    "It said: Possible data race during read of size 4 at 0x........ by thread #x",
    "+Conflicting load by thread x at 0x........ size 4",
  ])
  func `a title in a sentence is no report`(_ words: String) throws {
    #expect(try ReadLog("\(words)\nand that was all\n").entries.isEmpty)
  }
}
