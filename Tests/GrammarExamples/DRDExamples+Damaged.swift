/// Reports that are cut or mixed with foreign text, and text that is not a report.
extension DRDExamples {
  package static let cuts = examples([
    ("the log begins at the title", plainLines(2...13), moved(plainOutline, to: "1-11")),
    (
      "the log ends in the first stack", plainLines(1...3),
      """
      2-3 Conflicting store by thread 2 at 0x0010c018 size 4 pid 700
        write 4 0x0010c018 thread #2: 1 bake oven.c:12
        damage: cut off before its closing line
      """
    ),
    (
      "the log ends in a frame", plainLines(1...3) + "\n==700==    by 0x10",
      """
      2-4 Conflicting store by thread 2 at 0x0010c018 size 4 pid 700
        write 4 0x0010c018 thread #2: 1 bake oven.c:12
        damage: a frame is damaged at line 4
      """
    ),
    (
      "lines were left out",
      plain.replacing("==700==    by 0x1091F0: worker (oven.c:30)", with: "==700==    ..."),
      plainOutline.replacing("2 bake", with: "1 bake") + "\n  damage: lines were left out at line 4"
    ),
    ("the log ends without an empty line", plainLines(1...12), plainOutline),
  ])

  package static let foreign = examples([
    (
      "output of the program between two frames",
      plain.replacing("==700==    by 0x1091F0", with: "a customer came\n==700==    by 0x1091F0"),
      moved(plainOutline, to: "2-13")
    ),
    (
      "diagnostics of Valgrind itself",
      plain.replacing(
        "==700==    by 0x1091F0", with: "--700-- warning: unhandled DW_OP_ 0x9b\n==700==    by 0x1091F0"),
      moved(plainOutline, to: "2-13")
    ),
    (
      "another process line by line",
      interleaved(lines(plain), lines(printed(body.replacing("bake", with: "fry"), by: 701))),
      moved(plainOutline, to: "3-23") + "\n"
        + moved(plainOutline, to: "4-24").replacing("bake", with: "fry").replacing("pid 700", with: "pid 701")
    ),
    (
      "an empty line ends a report, whatever has a stack behind it",
      other + "\n" + printed("Something else\n   at 0x109500: fry (pan.c:1)\n\n") + "\n" + other,
      otherOutline + "\n" + moved(otherOutline, to: "9-11")
    ),
    (
      "a trace of a mutex above a report",
      printed("[2] mutex_trylock   mutex 0x10c0a0 rc 0 owner 1") + "\n" + plain,
      moved(plainOutline, to: "3-13")
    ),
  ])

  /// Text that mentions reports but contains none.
  package static let negatives: [GrammarExample] = [
    ("a title without a stack", printed("Conflicting load by thread 2 at 0x0010c018 size 1")),
    ("prose", "We saw a Conflicting store by thread 2 at 0x0010c018 size 4 and stopped.\n   at 3 pm\n"),
    ("a program's own words", "state: mutex 0x12 taken\n   at 3 pm\n"),
    ("a heading alone", printed("Thread 2:\n\nThread 3:\n")),
    (
      "an error of Memcheck",
      printed(
        "Thread 2:\nInvalid write of size 4\n   at 0x109193: bake (oven.c:12)\n Address 0x0 is not stack'd\n")
    ),
  ].map { GrammarExample("no report: \($0)", log: $1, outline: "") }
}
