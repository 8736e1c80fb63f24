/// Code and sentences around reports, which are no frames, and lines that lost a part.
extension GoExamples {
  /// The small report without its bars.
  private static let inner = lines(plain).dropFirst().dropLast().joined(separator: "\n")
  private static let innerOutline = moved(plainOutline, to: "1-12")
  private static let fix =
    "\n\nThe fix is to call\n  mu.Lock()\nbefore\n  c.n++\nand\n  mu.Unlock()\nafterwards. See main.go:22\n"
  private static let insertedFrame = "  main.run()\n      /app/main.go:5 +0x11\n"

  package static let quoted: [GrammarExample] = [
    GrammarExample("sentences and code below a report", log: inner + fix, outline: innerOutline),
    GrammarExample(
      "sentences and code below a fence", log: "```\n\(inner)\n```\(fix)",
      outline: moved(plainOutline, to: "2-13")),
    GrammarExample(
      "code between two frames",
      log: plain.replacing("8 +0x44\n", with: "8 +0x44\n  c.n++\n  wg.Wait()\n\(insertedFrame)"),
      outline: moved(plainOutline, to: "2-18").replacing("1 main.add", with: "2 main.add")
        + "\n  note: c.n++\n  note: wg.Wait()"),
    GrammarExample(
      "a sentence that ends in a place below a function",
      log: plain.replacing("      /app/main.go:8 +0x44", with: "afterwards. See main.go:8"),
      outline: """
        2-14 DATA RACE
          write 0x00c000012345 goroutine 7: 1 main.add ?
          previous read 0x00c000012345 main: 1 main.main /app/main.go:14
          goroutine 7 running: 1 main.main /app/main.go:13
          note: afterwards. See main.go:8
          damage: a frame is damaged at line 4
        """),
    GrammarExample(
      "a call and a place without its offset below a sentence",
      log: "\(inner)\n\nIt is fixed by\n  mu.Lock()\n      /app/main.go:7\n", outline: innerOutline),
    GrammarExample(
      "each stack in a fence of its own",
      log: """
        WARNING: DATA RACE
        Write at 0x00c000012345 by goroutine 7:
        ```
          main.add()
              /app/main.go:8 +0x44
          main.run()
              /app/main.go:5 +0x11
        ```
        Previous read at 0x00c000012345 by main goroutine:
        ```
          main.main()
              /app/main.go:14 +0x88
        ```
        """,
      outline: """
        1-12 DATA RACE
          write 0x00c000012345 goroutine 7: 2 main.add /app/main.go:8
          previous read 0x00c000012345 main: 1 main.main /app/main.go:14
          note: ```
          note: ```
          note: ```
          damage: where goroutine 7 was created is not in the log
        """),
    GrammarExample(
      "no report: a header in prose, and a frame",
      log: "Read at startup by goroutine 7:\n  main.add()\n      /app/main.go:8 +0x44\n", outline: ""),
  ]

  package static let lostStarts: [GrammarExample] = lostTitles + lostHeaders

  private static let lostTitles: [GrammarExample] = ["ARNING", "RNING", "NING"].map { rest in
    GrammarExample(
      "a title without its first characters: \(rest)", log: inner.replacing("WARNING", with: rest),
      outline: innerOutline)
  }

  private static let lostHeaders: [GrammarExample] = [
    GrammarExample(
      "a first access without its first character", log: inner.replacing("Write", with: "rite"),
      outline: innerOutline),
    GrammarExample(
      "a first access without its first characters", log: inner.replacing("Write", with: "ite"),
      outline: innerOutline),
    GrammarExample(
      "a column of characters that was not copied", log: wrapped(inner) { String($1.dropFirst()) },
      outline: innerOutline),
    GrammarExample(
      "a title without its first character behind a report",
      log: "\(plain)\n\n\(inner.replacing("WARNING", with: "ARNING"))",
      outline: "\(plainOutline)\n\(moved(plainOutline, to: "16-27"))"),
  ]

  private static let generic =
    "example.com/app/store.(*Cache[go.shape.struct { ID int },go.shape.string]).Set"
  private static let long = "example.com/app/store.Of[go.shape.struct { ID int; Name string }].Get"

  /// Names of generic functions hold blanks, at which mail programs wrap them.
  package static let wrappedNames: [GrammarExample] = [
    GrammarExample(
      "a generic name on two lines",
      log: plain.replacing("main.add", with: generic.replacing("struct {", with: "struct\n{")),
      outline: moved(plainOutline, to: "2-15").replacing("main.add", with: generic)),
    GrammarExample(
      "a generic name on three lines",
      log: plain.replacing(
        "main.add", with: long.replacing("{ ID", with: "{\nID").replacing("string }", with: "string\n}")),
      outline: moved(plainOutline, to: "2-16").replacing("main.add", with: long)),
    GrammarExample(
      "output that ends in a bracket between two frames",
      log: plain.replacing("8 +0x44\n", with: "8 +0x44\ncache.items[\n\(insertedFrame)"),
      outline: moved(plainOutline, to: "2-17").replacing("1 main.add", with: "2 main.add")
        + "\n  note: cache.items["),
    GrammarExample(
      "the rest of a generic name whose beginning is lost",
      log: plain.replacing(
        "  main.main()\n      /app/main.go:14",
        with: "{ ID int },go.shape.string]).Set()\n      /app/main.go:14"),
      outline: """
        2-14 DATA RACE
          write 0x00c000012345 goroutine 7: 1 main.add /app/main.go:8
          previous read 0x00c000012345 main: 1 ? /app/main.go:14
          goroutine 7 running: 1 main.main /app/main.go:13
          note: { ID int },go.shape.string]).Set()
          damage: a frame is damaged at line 9
        """),
  ]
}
