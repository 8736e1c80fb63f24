/// Logs with Helgrind reports, and their expected outlines.
package enum HelgrindExamples: ExampleTable {
  package static let detector = "helgrind"
  package static let all =
    forms + messages + memory + frames + cuts + foreign + pastes + encoded + xml + kinds + wraps + negatives
  package static let bare = forms + messages + memory + frames + cuts + foreign

  static let dashes = String(repeating: "-", count: 64)
  static let announcement = "---Thread-Announcement" + String(repeating: "-", count: 42)

  /// A text with Valgrind's `==PID== ` before each line.
  static func printed(_ text: String, by pid: Int = 700) -> String { wrapped(text) { "==\(pid)== \($1)" } }

  /// The announcement of thread 2, and a race.
  static let body = """
    \(announcement)

    Thread #2 was created
       at 0x49A9E5E: clone (clone.S:76)
       by 0x10926B: main (oven.c:44)

    \(dashes)

    Possible data race during write of size 4 at 0x10C018 by thread #2
    Locks held: none
       at 0x109193: bake (oven.c:12)
       by 0x1091F0: worker (oven.c:30)

    This conflicts with a previous read of size 4 by thread #1
    Locks held: none
       at 0x1092A4: taste (oven.c:18)
     Address 0x10c018 is 0 bytes inside data symbol "trays"
    """

  package static let plain = printed(body)

  package static let plainOutline = """
    9-17 Possible data race during write of size 4 at 0x10C018 by thread #2 pid 700
      write 4 0x10c018 thread #2: 2 bake oven.c:12
      previous read 4 main: 1 taste oven.c:18
      thread #2: 2 clone clone.S:76
      global: Address 0x10c018 is 0 bytes inside data symbol "trays"
    """

  package static let other = printed(
    """
    \(dashes)

    Possible data race during read of size 8 at 0x10C040 by thread #1
    Locks held: none
       at 0x109300: knead (dough.c:7)

    This conflicts with a previous write of size 8 by thread #2
    Locks held: none
       at 0x109320: rest (dough.c:9)
     Location 0x10c040 is 0 bytes inside global var "dough"
     declared at dough.c:2
    """)

  /// Thread 2 was announced before the report above it.
  package static let otherOutline = """
    3-11 Possible data race during read of size 8 at 0x10C040 by thread #1 pid 700
      read 8 0x10c040 main: 1 knead dough.c:7
      previous write 8 thread #2: 1 rest dough.c:9
      thread #2: 2 clone clone.S:76
      global: Location 0x10c040 is 0 bytes inside global var "dough" declared at dough.c:2
    """
}
