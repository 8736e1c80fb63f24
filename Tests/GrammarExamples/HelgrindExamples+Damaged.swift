/// Reports that are cut or mixed with foreign text, and text that is not a report.
extension HelgrindExamples {
  package static let cuts = examples([
    (
      "the log begins at the title", plainLines(9...17),
      moved(plainOutline, to: "1-9").replacing("  thread #2: 2 clone clone.S:76\n", with: "")
    ),
    (
      "the log ends behind the locks", plainLines(1...10),
      """
      9-10 Possible data race during write of size 4 at 0x10C018 by thread #2 pid 700
        write 4 0x10c018 thread #2: no stack
        thread #2: 2 clone clone.S:76
        damage: the stack of an access is cut off
      """
    ),
    // With --history-level=none a report is complete here.
    (
      "the log ends behind the first stack", plainLines(1...12),
      """
      9-12 Possible data race during write of size 4 at 0x10C018 by thread #2 pid 700
        write 4 0x10c018 thread #2: 2 bake oven.c:12
        thread #2: 2 clone clone.S:76
      """
    ),
    (
      "the log ends behind the second header", plainLines(1...15),
      """
      9-15 Possible data race during write of size 4 at 0x10C018 by thread #2 pid 700
        write 4 0x10c018 thread #2: 2 bake oven.c:12
        previous read 4 main: no stack
        thread #2: 2 clone clone.S:76
        damage: the stack of an access is cut off
      """
    ),
    (
      "lines were left out",
      plain.replacing("==700==    by 0x1091F0: worker (oven.c:30)", with: "==700==    ..."),
      plainOutline.replacing("2 bake", with: "1 bake") + "\n  damage: lines were left out at line 12"
    ),
    (
      "a frame in the middle of which the log ends", plainLines(1...11) + "\n==700==    by 0x10",
      """
      9-12 Possible data race during write of size 4 at 0x10C018 by thread #2 pid 700
        write 4 0x10c018 thread #2: 1 bake oven.c:12
        thread #2: 2 clone clone.S:76
        damage: a frame is damaged at line 12
      """
    ),
    (
      "a message without its stack",
      printed("\(dashes)\n\nThread #2 unlocked a not-locked lock at 0x10C0A0\n"),
      """
      3-3 Thread #2 unlocked a not-locked lock at 0x10C0A0 [mutex-bad-unlock] pid 700
        subject by thread #2: Thread #2 unlocked a not-locked lock at 0x10C0A0
        damage: cut off before its closing line
      """
    ),
  ])

  package static let foreign = examples([
    (
      "output of the program between two frames",
      plain.replacing(
        "==700==    by 0x1091F0",
        with: "a customer came\n   at 0x99: is no frame (of.c:1)\n==700==    by 0x1091F0"),
      moved(plainOutline, to: "9-19")
    ),
    (
      "diagnostics of Valgrind itself",
      plain.replacing(
        "==700==    by 0x1091F0", with: "--700-- warning: unhandled DW_OP_ 0x9b\n==700==    by 0x1091F0"),
      moved(plainOutline, to: "9-18")
    ),
    (
      "another process line by line",
      interleaved(lines(plain), lines(printed(body.replacing("bake", with: "fry"), by: 701))),
      moved(plainOutline, to: "17-33") + "\n"
        + moved(plainOutline, to: "18-34").replacing("bake", with: "fry").replacing(
          "pid 700", with: "pid 701")
    ),
    (
      "what -s prints again is no other report",
      plain + "\n"
        + printed(
          "\nERROR SUMMARY: 3 errors from 1 contexts (suppressed: 0 from 0)\n\n"
            + "3 errors in context 1 of 1:\n" + lines(body).dropFirst(6).joined(separator: "\n")
            + "\n\nERROR SUMMARY: 3 errors from 1 contexts (suppressed: 0 from 0)"),
      plainOutline
    ),
    (
      "a suppression behind a report",
      plain + "\n" + printed("")
        + "\n{\n   <insert_a_suppression_name_here>\n   Helgrind:Race\n   fun:bake\n}\n",
      plainOutline
    ),
  ])

  /// Text that mentions reports but contains none.
  package static let negatives: [GrammarExample] = [
    ("prose", "It said: Possible data race during write of size 4, and Locks held: none.\n"),
    ("rows of dashes", "\(dashes)\nname      size\n\(dashes)\noven      12\n"),
    ("a message without a stack", printed("\(dashes)\n\nThe oven is hot\n\nvery\n")),
    (
      "an error of Memcheck",
      printed(
        """
        Thread 2:
        Invalid read of size 4
           at 0x109193: bake (oven.c:12)
         Address 0x50 is 0 bytes inside a block of size 4 free'd
           at 0x4843839: free (vg_replace_malloc.c:872)

        """)
    ),
    (
      "an announcement alone",
      printed("\(announcement)\n\nThread #2 was created\n   at 0x49A9E5E: clone (clone.S:76)\n\n")
    ),
    ("a message as a program prints it", "\(dashes)\n\nThe oven is hot\n   at 0x1: bake (oven.c:3)\n"),
  ].map { GrammarExample("no report: \($0)", log: $1, outline: "") }
}
