/// Text that looks like frames, and headers that lost or gained a part.
extension GoExamples {
  private static let half = """
    WARNING: DATA RACE Write at 0x00c000012345 by goroutine 7:   main.add()       /app/main.go:8 +0x44   \
    main.run()       /app/main.go:5 +0x11
    """

  private static let halfOutline = """
    1-1 DATA RACE
      write 0x00c000012345 goroutine 7: 2 main.add /app/main.go:8
      damage: one access is not in the log
      damage: where goroutine 7 was created is not in the log
    """

  package static let frameless: [GrammarExample] = [
    GrammarExample(
      "half a report on one line, prose, and the next half that ends in a function",
      log: "  > it failed: ``` \(half)   main/ma\n  **Analysis**: it is in main.run()\n"
        + "  > again: ``` \(half.replacing(" +0x11", with: ""))",
      outline: halfOutline + "\n" + moved(halfOutline, to: "3-3")),
    GrammarExample(
      "half a report on one line that is cut behind a function",
      log: "note: ``` \(half)   main.main()",
      outline: halfOutline.replacing(": 2 main.add", with: ": 3 main.add").replacing(
        "  damage: one", with: "  damage: a frame is damaged at line 1\n  damage: one")),
    GrammarExample(
      "a sentence with a call at its end where a frame should stand",
      log: lines(plain).prefix(7).joined(separator: "\n")
        + "\n\nThe culprit is poll()\nand next (*T) Lock()\n",
      outline: """
        2-7 DATA RACE
          write 0x00c000012345 goroutine 7: 1 main.add /app/main.go:8
          previous read 0x00c000012345 main: no stack
          damage: cut off before its closing line
          damage: where goroutine 7 was created is not in the log
          damage: the stack of an access is cut off
        """),
    GrammarExample(
      "a function and a place that a sentence parts, which ends in a call",
      log: plain.replacing("main.add()\n", with: "main.add()\nWARNING: it is main.run()\n"),
      outline: """
        2-15 DATA RACE
          write 0x00c000012345 goroutine 7: 1 main.add ?
          previous read 0x00c000012345 main: 1 main.main /app/main.go:14
          goroutine 7 running: 1 main.main /app/main.go:13
          note: WARNING: it is main.run()
          note: /app/main.go:8 +0x44
          damage: a frame is damaged at line 4
        """),
    GrammarExample(
      "code below half a report",
      log: lines(plain).prefix(7).joined(separator: "\n") + "\n```\n\n```go\n  wg.Wait()\n```\n",
      outline: """
        2-7 DATA RACE
          write 0x00c000012345 goroutine 7: 1 main.add /app/main.go:8
          previous read 0x00c000012345 main: no stack
          damage: cut off before its closing line
          damage: where goroutine 7 was created is not in the log
          damage: the stack of an access is cut off
        """),
    GrammarExample(
      "blanks within the brackets of a name",
      log: plain.replacing("main.add()", with: "main.Of[go.shape.struct { A int }].func1()"),
      outline: plainOutline.replacing("main.add", with: "main.Of[go.shape.struct { A int }].func1")),
  ]

  package static let headers: [GrammarExample] = [
    GrammarExample(
      "a stray character before the second access", log: plain.replacing("Previous", with: "  n  Previous"),
      outline: plainOutline + "\n  note: n  Previous read at 0x00c000012345 by main goroutine:"),
    GrammarExample(
      "a stray character before the first access", log: plain.replacing("Write at", with: "n Write at"),
      outline: plainOutline + "\n  note: n Write at 0x00c000012345 by goroutine 7:"),
    GrammarExample(
      "a stray character before a creation, behind a prefix",
      log: wrapped(plain.replacing("Goroutine", with: "n  Goroutine")) { "app-1  | \($1)" },
      outline: plainOutline + "\n  note: n  Goroutine 7 (running) created at:"),
    GrammarExample(
      "the second access without its first character",
      log: plain.replacing("Previous", with: "revious"),
      outline: """
        2-14 DATA RACE
          write 0x00c000012345 goroutine 7: 1 main.add /app/main.go:8
          goroutine 7 running: 1 main.main /app/main.go:13
          note: revious read at 0x00c000012345 by main goroutine:
          note: main.main()
          note: /app/main.go:14 +0x88
          damage: one access is not in the log
        """),
    GrammarExample(
      "a creation without its first characters",
      log: plain.replacing("Goroutine 7", with: "oroutine 7"),
      outline: """
        2-14 DATA RACE
          write 0x00c000012345 goroutine 7: 1 main.add /app/main.go:8
          previous read 0x00c000012345 main: 1 main.main /app/main.go:14
          note: oroutine 7 (running) created at:
          note: main.main()
          note: /app/main.go:13 +0x66
          damage: where goroutine 7 was created is not in the log
        """),
  ]
}
