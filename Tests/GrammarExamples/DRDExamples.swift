/// Logs with DRD reports, and their expected outlines.
package enum DRDExamples: ExampleTable {
  package static let detector = "drd"
  package static let all = forms + messages + memory + cuts + foreign + pastes + encoded + xml + negatives
  package static let bare = forms + messages + memory + cuts + foreign

  /// A text with Valgrind's `==PID== ` before each line.
  static func printed(_ text: String, by pid: Int = 700) -> String { HelgrindExamples.printed(text, by: pid) }

  static let body = """
    Thread 2:
    Conflicting store by thread 2 at 0x0010c018 size 4
       at 0x109193: bake (oven.c:12)
       by 0x1091F0: worker (oven.c:30)
    Address 0x10c018 is at offset 8 from 0x10c010. Allocation context:
       at 0x4843839: malloc (vg_replace_malloc.c:431)
       by 0x109220: main (oven.c:40)
    Other segment start (thread 1)
       at 0x4850A3D: pthread_create@* (drd_pthread_intercepts.c:633)
       by 0x10926B: main (oven.c:44)
    Other segment end (thread 1)
       (thread finished, call stack no longer available)

    """

  package static let plain = printed(body)

  package static let plainOutline = """
    2-12 Conflicting store by thread 2 at 0x0010c018 size 4 pid 700
      write 4 0x0010c018 thread #2: 2 bake oven.c:12
      heap: Address 0x10c018 is at offset 8 from 0x10c010. Allocation context:
        2 malloc vg_replace_malloc.c:431
      segment by main: Other segment start (thread 1)
        2 pthread_create@* drd_pthread_intercepts.c:633
      segment by main: Other segment end (thread 1)
    """

  package static let other = printed(
    """
    Conflicting load by thread 3 at 0x0010c040 size 8
       at 0x109300: knead (dough.c:7)
    Allocation context: BSS section of /opt/oven/oven

    """)

  package static let otherOutline = """
    1-3 Conflicting load by thread 3 at 0x0010c040 size 8 pid 700
      read 8 0x0010c040 thread #3: 1 knead dough.c:7
      global: Allocation context: BSS section of /opt/oven/oven
    """
}
