/// Reports that are cut or mixed with foreign text, and text that is not a report.
extension GoExamples {
  package static let cuts: [GrammarExample] = [
    GrammarExample(
      "the log begins at the second access", log: lines(plain).dropFirst(6).joined(separator: "\n"),
      outline: """
        1-8 ?
          previous read 0x00c000012345 main: 1 main.main /app/main.go:14
          goroutine 7 running: 1 main.main /app/main.go:13
          damage: its beginning is not in the log
          damage: one access is not in the log
        """),
    GrammarExample(
      "the log begins in the first stack", log: lines(plain).dropFirst(3).joined(separator: "\n"),
      outline: """
        4-11 ?
          previous read 0x00c000012345 main: 1 main.main /app/main.go:14
          goroutine 7 running: 1 main.main /app/main.go:13
          damage: its beginning is not in the log
          damage: one access is not in the log
        """),
    GrammarExample(
      "the log begins at the first access", log: lines(plain).dropFirst(2).joined(separator: "\n"),
      outline: plainOutline.replacing("2-14 DATA RACE", with: "1-12 ?")
        + "\n  damage: its beginning is not in the log"),
    GrammarExample(
      titleAlone, log: lines(plain).prefix(2).joined(separator: "\n"),
      outline: """
        2-2 DATA RACE
          damage: cut off before its closing line
          damage: no access is in the log
        """),
    GrammarExample(
      "the log ends behind a function", log: lines(plain).prefix(8).joined(separator: "\n"),
      outline: """
        2-8 DATA RACE
          write 0x00c000012345 goroutine 7: 1 main.add /app/main.go:8
          previous read 0x00c000012345 main: 1 main.main ?
          damage: a frame is damaged at line 8
          damage: cut off before its closing line
          damage: where goroutine 7 was created is not in the log
        """),
    GrammarExample(
      "the log ends in a function's name",
      log: lines(plain).prefix(7).joined(separator: "\n") + "\n  main.ma",
      outline: """
        2-7 DATA RACE
          write 0x00c000012345 goroutine 7: 1 main.add /app/main.go:8
          previous read 0x00c000012345 main: no stack
          damage: cut off before its closing line
          damage: where goroutine 7 was created is not in the log
          damage: the stack of an access is cut off
        """),
    GrammarExample(
      "the log ends in a header",
      log: lines(plain).prefix(6).joined(separator: "\n") + "\nPrevious read at 0x00c0000",
      outline: """
        2-5 DATA RACE
          write 0x00c000012345 goroutine 7: 1 main.add /app/main.go:8
          damage: cut off before its closing line
          damage: one access is not in the log
          damage: where goroutine 7 was created is not in the log
        """),
    GrammarExample(
      "the log ends before the closing bar", log: lines(plain).dropLast().joined(separator: "\n"),
      outline: moved(plainOutline, to: "2-13") + "\n  damage: cut off before its closing line"),
  ]

  /// The places inside a report where a program's own output can appear: the detector writes in pieces.
  package static let seams: [GrammarExample] = [
    GrammarExample(
      "a header whose thread is on the next line",
      log: plain.replacing("by goroutine 7:", with: "by \ngoroutine 7:"),
      outline: moved(plainOutline, to: "2-15")),
    GrammarExample(
      "a header with output before its thread",
      log: plain.replacing("by goroutine 7:", with: "by got a request\ngoroutine 7:"),
      outline: moved(plainOutline, to: "2-15")
        + "\n  note: got a request\n  damage: a header was cut in two at line 3"),
    GrammarExample(
      "a header with output before the main goroutine",
      log: plain.replacing("by main goroutine:", with: "by got a request\nmain goroutine:"),
      outline: moved(plainOutline, to: "2-15")
        + "\n  note: got a request\n  damage: a header was cut in two at line 7"),
    GrammarExample(
      "a title with output behind it", log: plain.replacing("RACE\n", with: "RACEgot a request\n\n"),
      outline: moved(plainOutline, to: "2-15") + "\n  note: got a request"),
  ]

  package static let foreign: [GrammarExample] = [
    GrammarExample(
      "output between two sections",
      log: plain.replacing("\n\nPrevious", with: "\ngot a request\n\nPrevious"),
      outline: moved(plainOutline, to: "2-15") + "\n  note: got a request"),
    GrammarExample(
      "output between two frames",
      log: plain.replacing(
        "8 +0x44\n",
        with:
          "8 +0x44\n2024/08/09 got a request\n2024/08/09 sent an answer\n  main.run()\n      /app/main.go:5 +0x11\n"
      ),
      outline: moved(plainOutline, to: "2-18").replacing("1 main.add", with: "2 main.add")
        + "\n  note: 2024/08/09 got a request\n  note: 2024/08/09 sent an answer"),
    GrammarExample(
      "output between a function and its place, with an address of the network and a time at its end",
      log: plain.replacing("add()\n", with: "add()\ndialing 127.0.0.1:5432\nlistening since 10:42\n"),
      outline: moved(plainOutline, to: "2-16")
        + "\n  note: dialing 127.0.0.1:5432\n  note: listening since 10:42"),
    GrammarExample(
      "much output between two sections",
      log: plain.replacing(
        "\n\nPrevious", with: "\n\n" + (1...9).map { "request \($0)\n" }.joined() + "\nPrevious"),
      outline: moved(plainOutline, to: "2-24") + (1...9).map { "\n  note: request \($0)" }.joined()),
    GrammarExample(
      "titles that are only mentioned, behind line numbers as the report's own",
      log: wrapped("WARNING: DATA RACE 12 times, see below\n" + plain) { "\(98 + $0):\($1)" },
      outline: moved(plainOutline, to: "3-15")),
    GrammarExample(
      "a title that is only mentioned, behind the report's own prefix",
      log: wrapped("WARNING: DATA RACE 12 times, see below\n" + plain) { "app-1  | \($1)" },
      outline: moved(plainOutline, to: "3-15")),
    GrammarExample(
      "a panic right behind a report is not part of it",
      log: plain + "\n" + panic, outline: plainOutline),
    GrammarExample(
      "a panic behind a report without its closing bar",
      log: lines(plain).dropLast().joined(separator: "\n") + "\n" + panic,
      outline: moved(plainOutline, to: "2-13") + "\n  damage: cut off before its closing line"),
    GrammarExample(
      "the detector's own last line behind a report without its closing bar",
      log: lines(plain).dropLast().joined(separator: "\n") + "\nFound 1 data race(s)\nexit status 66\n",
      outline: moved(plainOutline, to: "2-13") + "\n  damage: cut off before its closing line"),
  ]

  private static let panic = """
    panic: runtime error: index out of range [3] with length 3

    goroutine 1 [running]:
    main.main()
    \t/app/main.go:20 +0x18
    exit status 2

    """

  /// Text that mentions reports but contains none.
  package static let negatives: [GrammarExample] = [
    (
      "prose",
      """
      Look for WARNING: DATA RACE in the output of your tests.
      The detector prints WARNING: DATA RACE and then two stacks.
      """
    ),
    (
      "a title in source code",
      """
      \tif strings.Contains(out, "WARNING: DATA RACE") {
      \t\tt.Fatalf("Read at %s by goroutine 7:", out)
      \t}
      """
    ),
    (
      "a title in a log with no header behind it",
      """
      ci: 12 matches for WARNING: DATA RACE
      ci: step one
      ci: step two
      ci: step three
      """
    ),
    (
      "a title alone, then other lines",
      "WARNING: DATA RACE\n" + (1...60).map { "step \($0)\n" }.joined()
    ),
    (
      "another program's warning",
      """
      WARNING: DEADLOCK detected while waiting for the lock of table accounts
      retrying
      """
    ),
    (
      "access headers in prose",
      """
      Read at 0x00c000012345 by goroutine 7: and so on
      Previous write by goroutine 9: we saw this before the fix.
      Goroutine 7 (running) created at: see above
      Write at your own pace by goroutine 7:
      """
    ),
    (
      "an access header with no frame behind it",
      """
      The line says
      Read at 0x00c000012345 by goroutine 7:
      and that is all.
      """
    ),
    (
      "bars of another tool",
      """
      ==================
      12 passed in 3.2s
      ==================
      """
    ),
  ].map { GrammarExample("no report: \($0)", log: $1, outline: "") }
}
