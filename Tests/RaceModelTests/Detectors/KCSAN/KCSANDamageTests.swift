import Testing

@testable import RaceModel

/// Reports that are cut or mixed with other text, and text that is not a report.
@Suite struct `Damaged KCSAN reports` {
  @Test(arguments: [
    "Subject: [bug?] BUG: KCSAN: data-race in pond_fill / pond_level",
    "BUG: KCSAN: data-race in pond_fill / pond_level",
    "[   12.345678][ T1234] BUG: KCSAN: data-race in pond_fill / pond_level",
    "[   12.345678] BUG: KCSAN: assert: race in pond_fill+0x5c/0x90",
    "We saw a BUG: KCSAN: data-race in pond_fill when the heron came.",
    "kcsan: enabled early", "# CONFIG_KCSAN=y",
    "the read to 0xffff8881004a1b40 of 8 bytes by task 411 on cpu 1 is harmless",
    "read to 0xffff8881004a1b40 of 8 bytes by task 411 on cpu 1:",
  ])
  func `a mention is not a report`(_ line: String) {
    #expect(KCSANReading("\(line)\n").reports.isEmpty)
    #expect(KCSANReading("\(line)\n\nIt is about the pond.\n\(line)\nAnd so on.\n").reports.isEmpty)
  }

  @Test(arguments: ["n ", ". ", "  x  "], ["", "[   12.345678] ", "kernel: "])
  func `a stray character before a header does not belong to it`(_ stray: String, _ prefix: String) {
    let text = KCSANText.pair.replacing("\nread to", with: "\n\(stray)read to")
    let reading = KCSANReading(KCSANText.prefixed(text) { _ in prefix })
    let note = stray.drop { $0 == " " } + "read to 0xffff8881004a1b40 of 8 bytes by interrupt on cpu 0:"
    #expect(reading.outline == KCSANText.pairOutline() + "\n  note: \(note)")
  }

  @Test func `a list of titles is not a report`() {
    let list = (0..<30).map { "[   1\($0).5][ T\($0)] BUG: KCSAN: data-race in pond_\($0) / reed\n" }.joined()
    #expect(KCSANReading(list).reports.isEmpty)
    #expect(KCSANReading(list + KCSANText.pair).outline == KCSANText.pairOutline("32-48"))
  }

  @Test func `a report after a mention with the same prefix`() {
    let mention = "BUG: KCSAN: data-race in pond_fill / pond_level\n\nwas found:\n"
    #expect(KCSANReading(mention + KCSANText.pair).outline == KCSANText.pairOutline("5-21"))
  }

  @Test func `a cut head`() {
    let text = KCSANText.lines(KCSANText.pair)[3...].joined(separator: "\n")
    let head = "\n  damage: its beginning is not in the log"
    #expect(
      KCSANReading(text).outline
        == KCSANText.pairOutline("1-15", damage: head).replacing(
          "data-race in pond_fill / pond_level", with: "?"))
  }

  @Test func `a head cut after the first access`() {
    let text = KCSANText.prefixed(KCSANText.lines(KCSANText.pair)[6...].joined(separator: "\n")) {
      "[   12.\(345_678 + $0)][ T1234] "
    }
    #expect(
      KCSANReading(text).outline == """
        3-12 data-race: ?
          read 8 0xffff8881004a1b40 interrupt cpu 0: 2 pond_level+0x21
          changed 0x0000000000000003 to 0x0000000000000004
          damage: its beginning is not in the log
          damage: one access is not in the log
        """)
  }

  @Test func `a cut tail`() {
    let text = KCSANText.lines(KCSANText.pair)[..<6].joined(separator: "\n")
    #expect(
      KCSANReading(text).outline == """
        2-6 data-race: data-race in pond_fill / pond_level
          write 8 0xffff8881004a1b40 task 411: 2 pond_fill+0x5c
          damage: cut off before its closing line
          damage: one access is not in the log
        """)
  }

  @Test func `a log cut after any line never contradicts itself`() {
    let lines = KCSANText.lines(KCSANText.pair + KCSANText.unknownOrigin)
    for count in lines.indices {
      let reading = KCSANReading(lines[..<count].joined(separator: "\n"))
      #expect(reading.contradictions == [], "\(count) lines")
      #expect(reading.reports.count <= (count < 22 ? 1 : 2), "\(count) lines")
    }
  }

  @Test func `a log cut after any byte never contradicts itself`() {
    let bytes = Array(KCSANText.prefixed(KCSANText.pair) { "[   12.\(345_678 + $0)][ T1234] " }.utf8)
    for count in bytes.indices {
      let reading = KCSANReading(String(decoding: bytes[..<count], as: UTF8.self))
      #expect(reading.contradictions == [], "\(count) bytes")
    }
  }

  @Test func `without bars and reporter, as in a commit message`() {
    let report = KCSANText.lines(KCSANText.pair)[1..<14].map { "    \($0)\n" }.joined()
    let text =
      "commit 1f2e3d\n\n    pond: mark a race\n\n" + report + "\n    Mark it.\n    pond_fill+0x1/0x2\n"
    #expect(
      KCSANReading(text).outline == """
        5-16 data-race: data-race in pond_fill / pond_level
          write 8 0xffff8881004a1b40 task 411: 3 pond_fill+0x5c
          read 8 0xffff8881004a1b40 interrupt cpu 0: 2 pond_level+0x21
          changed 0x0000000000000003 to 0x0000000000000004
        """)
  }

  @Test func `the frames of another dump do not belong to the report`() throws {
    let dump = """
      WARNING: CPU: 1 PID: 9 at drivers/reed/reed.c:7
      Call Trace:
       reed_bend+0x30/0x70
       reed_thread+0x12/0x60

      """
    let text = KCSANText.pair.replacing("0x3d/0x90\n", with: "0x3d/0x90\n" + dump)
    let report = try #require(KCSANReading(text).reports.first?.report)
    #expect(report.accesses.map { $0.stack?.count } == [3, 2])
    #expect(report.notes.count == 4)
  }

  @Test func `a panic after the report does not belong to it`() {
    let panic = """
      Kernel panic - not syncing: panic_on_warn set ...
      CPU: 0 PID: 77 Comm: heron Not tainted 6.1.0-pond #1
      Call Trace:
       dump_stack+0xf5/0x159
       panic+0x210/0x640

      """
    #expect(KCSANReading(KCSANText.pair + panic).outline == KCSANText.pairOutline())
  }

  @Test func `an access whose header is cut at the end`() throws {
    let text = KCSANText.pair.replacing(" bytes by task 411 on cpu 1:", with: "")
    let report = try #require(KCSANReading(text).reports.first?.report)
    #expect(report.accesses.map(\.thread) == [nil, ThreadName(.interrupt, 0)])
    #expect(report.accesses.map { $0.stack?.count } == [3, 2])
    #expect(report.damage == [.header(line: 4)])
  }

  @Test func `a third access belongs to a report whose title is lost`() throws {
    let lines = KCSANText.lines(KCSANText.pair)
    let text = (lines[..<11] + lines[3...]).joined(separator: "\n")
    let reports = KCSANReading(text).reports.map(\.report)
    #expect(reports.map(\.lines) == [2...11, 12...26])
    #expect(reports.map(\.title) == ["data-race in pond_fill / pond_level", nil])
  }
}
