/// Reports that are cut or mixed with foreign text, and text that is not a report.
extension TSanExamples {
  /// The plain report's second half.
  private static let second = """
      previous read 4 0x7b0400000010 main: 1 taste /src/oven.c:18
      thread T1 tid 313 running by main: 2 pthread_create ?
      heap: Location is heap block of size 16 at 0x7b0400000010 allocated by main thread:
        2 malloc ?
    """ + summary

  private static let noCreation = "\n  damage: where thread T1 was created is not in the log"

  package static let cuts = examples([
    (
      "the log begins at the first access", plainLines(3...19),
      moved(plainOutline, to: "1-17").replacing("data race pid 311", with: "?")
        + "\n  damage: its beginning is not in the log"
    ),
    (
      "the log begins in the first stack", plainLines(4...19),
      "4-16 ?\n" + second
        + "\n  damage: its beginning is not in the log\n  damage: one access is not in the log"
    ),
    (
      "the log begins at the second access", plainLines(7...19),
      "1-13 ?\n" + second
        + "\n  damage: its beginning is not in the log\n  damage: one access is not in the log"
    ),
    (
      "a title alone, at the end of the log", plainLines(1...2),
      """
      2-2 data race pid 311
        damage: cut off before its closing line
        damage: no access is in the log
      """
    ),
    (
      "the log ends in the first stack", plainLines(1...4),
      """
      2-4 data race pid 311
        write 4 0x7b0400000010 thread T1: 1 bake /src/oven.c:12
        damage: cut off before its closing line
        damage: one access is not in the log
      """ + noCreation
    ),
    (
      "the log ends in a header", plainLines(1...6) + "\n  Previous read of size 4 at 0x7b0",
      """
      2-7 data race pid 311
        write 4 0x7b0400000010 thread T1: 2 bake /src/oven.c:12
        previous read 4 ?: no stack
        damage: a header was cut in two at line 7
        damage: cut off before its closing line
      """ + noCreation + "\n  damage: the stack of an access is cut off"
    ),
    (
      "the log ends behind a header", plainLines(1...7),
      """
      2-7 data race pid 311
        write 4 0x7b0400000010 thread T1: 2 bake /src/oven.c:12
        previous read 4 0x7b0400000010 main: no stack
        damage: cut off before its closing line
      """ + noCreation + "\n  damage: the stack of an access is cut off"
    ),
    (
      "the log ends before the summary", plainLines(1...16),
      moved(plainOutline, to: "2-16").replacing(summary, with: "")
        + "\n  damage: cut off before its closing line"
    ),
    // A report ends with its summary.
    ("the log ends behind the summary", plainLines(1...18), moved(plainOutline, to: "2-18")),
    ("no bars", plainLines(2...18), moved(plainOutline, to: "1-17")),
    (
      "a title alone, of a misuse",
      "==================\nWARNING: ThreadSanitizer: double lock of a mutex (pid=311)\n",
      "2-2 double lock of a mutex [mutex-double-lock] pid 311\n  damage: cut off before its closing line"
    ),
  ])

  package static let foreign = examples([
    (
      "output between two frames",
      plain.replacing("    #1 worker", with: "a customer came\nand left\n    #1 worker"),
      moved(plainOutline, to: "2-21") + "\n  note: a customer came\n  note: and left"
    ),
    (
      "output between two sections",
      plain.replacing("\n\n  Previous", with: "\na customer came\n\n  Previous"),
      moved(plainOutline, to: "2-20") + "\n  note: a customer came"
    ),
    (
      "much output between two sections",
      plain.replacing(
        "\n\n  Previous", with: "\n\n" + (1...9).map { "customer \($0)\n" }.joined() + "\n  Previous"),
      moved(plainOutline, to: "2-29") + (1...9).map { "\n  note: customer \($0)" }.joined()
    ),
    (
      "a header whose thread is on the next line", plain.replacing("by thread T1:", with: "by \nthread T1:"),
      moved(plainOutline, to: "2-20")
    ),
    (
      "a header with output before its thread",
      plain.replacing("by thread T1:", with: "by a customer came\nthread T1:"),
      moved(plainOutline, to: "2-20")
        + "\n  note: a customer came\n  damage: a header was cut in two at line 3"
    ),
    (
      "a title with output behind it", plain.replacing("(pid=311)", with: "(pid=311)a customer came"),
      plainOutline + "\n  note: a customer came"
    ),
    (
      "a bar behind output", "a customer" + plain, plainOutline
    ),
    (
      "a crash in the middle of a report ends it",
      plainLines(1...6) + """

        ThreadSanitizer:DEADLYSIGNAL
        ==311==ERROR: ThreadSanitizer: SEGV on unknown address 0x000000000010 (pc 0x1 bp 0x2 sp 0x3 T313)
            #0 burn /src/oven.c:80:1 (oven+0x8000)
        SUMMARY: ThreadSanitizer: SEGV /src/oven.c:80:1 in burn

        """,
      """
      2-5 data race pid 311
        write 4 0x7b0400000010 thread T1: 2 bake /src/oven.c:12
        damage: cut off before its closing line
        damage: one access is not in the log
      """ + noCreation
    ),
  ])

  /// Text that mentions reports but contains none.
  package static let negatives: [GrammarExample] = [
    (
      "prose",
      """
      Look for WARNING: ThreadSanitizer: data race in the output of your tests.
      The detector prints WARNING: ThreadSanitizer: and then two stacks.
      """
    ),
    ("a string of the detector", "WARNING: ThreadSanitizer: %s (pid=%d)\n  Write of size %d at %p by %s:\n"),
    (
      "a title in source code",
      """
      // CHECK: WARNING: ThreadSanitizer: data race
      // CHECK: Write of size 4
      int main() {
      """
    ),
    (
      "the runtime's other warnings",
      """
      WARNING: ThreadSanitizer: memory layout is incompatible, re-execing
      FATAL: ThreadSanitizer: unexpected memory mapping 0x55d0-0x55d1
      ThreadSanitizer: reported 3 warnings
      """
    ),
    ("a summary alone", "SUMMARY: ThreadSanitizer: data race /src/oven.c:12:9 in bake\nthat was all\n"),
    (
      "an access header in prose",
      """
      Write of size 4 at 0x7b0400000010 by thread T1: and so on
      Previous read of size 4 by main thread: we saw this before the fix.
      """
    ),
    ("a switch of a build", "-- Building with ThreadSanitizer: ON\n"),
    ("bars of another tool", "==================\n12 passed in 3.2s\n==================\n"),
  ].map { GrammarExample("no report: \($0)", log: $1, outline: "") }
}
