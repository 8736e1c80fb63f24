/// Kinds of damage found in public reports.
extension TSanExamples {
  package static let damaged = kinds + wraps

  package static let kinds = examples([
    (
      "numbers that an issue tracker made links of",
      "WARNING: ThreadSanitizer: data race (pid=7)\n  Write of size 4 at 0x7b04 by main thread:\n"
        + "    #0 bake oven.c:12 (oven+0x12)\n    https://example.com/oven/oven/issues/1 main oven.c:40 (oven+0x13)\n\n"
        + "  Previous read of size 4 at 0x7b04 by main thread:\n    [#0](https://example.com/0) taste oven.c:18 (oven+0x18)\n",
      """
      1-7 data race pid 7
        write 4 0x7b04 main: 2 bake oven.c:12
        previous read 4 0x7b04 main: 1 taste oven.c:18
      """
    ),
    (
      "frames that somebody left out between others",
      "WARNING: ThreadSanitizer: data race (pid=7)\n  Write of size 4 at 0x7b04 by main thread:\n"
        + "    #0 bake oven.c:12 (oven+0x12)\n    #7 main oven.c:40 (oven+0x13)\n\n"
        + "  Previous read of size 4 at 0x7b04 by main thread:\n    #0 taste oven.c:18 (oven+0x18)\n",
      """
      1-7 data race pid 7
        write 4 0x7b04 main: 2 bake oven.c:12
        previous read 4 0x7b04 main: 1 taste oven.c:18
        damage: lines were left out at line 4
      """
    ),
    (
      "a title and its first header on one line",
      "Oven.Bake: WARNING: ThreadSanitizer: data race (pid=7)  Write of size 4 at 0x7b04 by main thread:\n"
        + "    #0 bake oven.c:12 (oven+0x12)\n\n"
        + "  Previous read of size 4 at 0x7b04 by main thread:\n    #0 taste oven.c:18 (oven+0x18)\n",
      """
      1-5 data race pid 7
        write 4 0x7b04 main: 1 bake oven.c:12
        previous read 4 0x7b04 main: 1 taste oven.c:18
      """
    ),
    (
      "code that the compiler wrote",
      "WARNING: ThreadSanitizer: Swift access race (pid=7)\n"
        + "  Modifying access of Swift variable at 0x7b04 by main thread:\n"
        + "    #0 Oven.heat.modify <compiler-generated> (oven:arm64+0x12)\n    #1 Oven.bake() Oven.swift:7 (oven:arm64+0x13)\n\n"
        + "  Previous modifying access of Swift variable at 0x7b04 by main thread:\n"
        + "    #0 Oven.taste() Oven.swift:9 (oven:arm64+0x18)\n",
      """
      1-7 Swift access race [swift-access-race] pid 7
        write 0x7b04 main (of Swift variable): 2 Oven.heat.modify <compiler-generated> | Oven.bake() Oven.swift:7
        previous write 0x7b04 main (of Swift variable): 1 Oven.taste() Oven.swift:9
      """
    ),
    (
      "a title of a runtime that somebody changed",
      "WARNING: ThreadSanitizer: data inconsistency (stale read) (pid=5) on the target\n"
        + "  Read of size 4 at 0x7b04 by main thread:\n    #0 bake oven.c:12 (oven+0x12)\n",
      """
      1-3 data inconsistency (stale read) [other] pid 5
        read 4 0x7b04 main: 1 bake oven.c:12
        note: on the target
      """
    ),
  ])
}
