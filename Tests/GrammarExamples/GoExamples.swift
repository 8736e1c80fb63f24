/// Logs with reports of the Go race detector, and their expected outlines.
package enum GoExamples: ExampleTable {
  package static let detector = "go"
  package static let bare =
    forms + names + places + cuts.filter { $0.name != titleAlone } + seams + foreign + between
  /// After a prefix, a title alone is only a mention.
  static let titleAlone = "the log ends behind the title"
  package static let all: [GrammarExample] =
    forms + names + places + goTest + containers + listings + loggers + pastes + pages + bars + cuts + seams
    + foreign + frameless + headers + kinds + negatives + altered
  /// Reports that people have altered, or that other output has.
  private static let altered: [GrammarExample] =
    retold + advice + quoted + lostStarts + wrappedNames + interrupted + marked + between + cutHeaders
    + paragraphs

  /// A small report in the current form. Most examples vary it.
  package static let plain = """
    ==================
    WARNING: DATA RACE
    Write at 0x00c000012345 by goroutine 7:
      main.add()
          /app/main.go:8 +0x44

    Previous read at 0x00c000012345 by main goroutine:
      main.main()
          /app/main.go:14 +0x88

    Goroutine 7 (running) created at:
      main.main()
          /app/main.go:13 +0x66
    ==================
    """

  package static let plainOutline = """
    2-14 DATA RACE
      write 0x00c000012345 goroutine 7: 1 main.add /app/main.go:8
      previous read 0x00c000012345 main: 1 main.main /app/main.go:14
      goroutine 7 running: 1 main.main /app/main.go:13
    """

  /// Another small report, for logs with two.
  package static let other = """
    ==================
    WARNING: DATA RACE
    Read at 0x00c000067890 by goroutine 21:
      db.get()
          /app/db.go:30 +0x21

    Previous write at 0x00c000067890 by goroutine 20:
      db.put()
          /app/db.go:40 +0x22

    Goroutine 21 (running) created at:
      db.open()
          /app/db.go:50 +0x23

    Goroutine 20 (finished) created at:
      db.open()
          /app/db.go:51 +0x24
    ==================
    """

  package static let otherOutline = """
    2-18 DATA RACE
      read 0x00c000067890 goroutine 21: 1 db.get /app/db.go:30
      previous write 0x00c000067890 goroutine 20: 1 db.put /app/db.go:40
      goroutine 21 running: 1 db.open /app/db.go:50
      goroutine 20 finished: 1 db.open /app/db.go:51
    """
}
