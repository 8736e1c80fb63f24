import Testing

@testable import RaceModel

/// Every form of a report, made up in the documented format.
@Suite struct `KCSAN reports` {
  @Test func `two sides and a changed value`() {
    #expect(KCSANReading(KCSANText.pair).outline == KCSANText.pairOutline())
  }

  @Test func `a race at unknown origin has one side and is complete`() throws {
    let reading = KCSANReading(KCSANText.unknownOrigin)
    #expect(reading.outline == KCSANText.unknownOriginOutline())
    let report = try #require(reading.reports.first?.report)
    #expect(report.isComplete)
    #expect(report.summary == "CPU: 3 PID: 92 Comm: reedd Tainted: G        W          6.1.0-pond #1")
    #expect(report.pid == 92)
  }

  @Test func `the other side is printed first and neither is the previous one`() throws {
    let report = try #require(KCSANReading(KCSANText.pair).reports.first?.report)
    #expect(report.accesses.map(\.isPrevious) == [false, false])
    #expect(report.threads.map(\.name) == [ThreadName(.task, 411), ThreadName(.interrupt, 0)])
  }

  @Test(arguments: [
    ("read", Operation.read, nil), ("write", .write, nil), ("read-write", .readWrite, nil),
    ("read (marked)", .read, "marked"), ("write (scoped)", .write, "scoped"),
    ("read-write (marked, reordered)", .readWrite, "marked, reordered"),
    ("assert no writes", .access, "assert no writes"),
    ("assert no accesses (scoped)", .access, "assert no accesses, scoped"),
    ("assert no writes (reordered)", .access, "assert no writes, reordered"),
  ])
  func `the operations of an access`(_ words: String, _ operation: Operation, _ qualifier: String?) throws {
    let text = KCSANText.pair.replacing("write to", with: "\(words) to")
    let access = try #require(KCSANReading(text).reports.first?.report.accesses.first)
    #expect(access.operation == operation)
    #expect(access.qualifier?.description == qualifier)
    #expect(access.thread == ThreadName(.task, 411))
  }

  @Test(arguments: ["assert: race in reed_bend+0x30/0x70", "assert: race in pond_fill / reed_bend"])
  func `a failed assertion is its own kind of race`(_ title: String) throws {
    let text = KCSANText.unknownOrigin
      .replacing("data-race in reed_bend+0x30/0x70", with: title)
      .replacing("with read to", with: "with assert no writes to")
    let report = try #require(KCSANReading(text).reports.first?.report)
    #expect(report.kind == .assertRace)
    #expect(report.title == title)
    #expect(report.isComplete)
  }

  @Test func `both sides of a failed assertion`() {
    let text = KCSANText.pair
      .replacing("KCSAN: data-race in", with: "KCSAN: assert: race in")
      .replacing("read to", with: "assert no accesses (scoped) to")
    #expect(
      KCSANReading(text).outline
        == KCSANText.pairOutline()
        .replacing("data-race: data-race", with: "assert-race: assert: race")
        .replacing("read 8", with: "access (assert no accesses, scoped) 8"))
  }

  @Test(arguments: [" ", "\n "])
  func `the bits that an assertion watches are a note`(_ separator: String) throws {
    let bits = "bits changed: 0x0000000000000001 with mask 0x000000000000000f"
    let text = KCSANText.pair.replacing("0004\n", with: "0004\(separator)\(bits)\n")
    let report = try #require(KCSANReading(text).reports.first?.report)
    #expect(report.valueChange == ValueChange(from: "0x0000000000000003", to: "0x0000000000000004"))
    #expect(report.notes.first?.text == bits)
  }

  @Test func `the place to which the memory model moved an access`() {
    let text = KCSANText.pair
      .replacing("write to", with: "write (reordered) to")
      .replacing("0x3d/0x90\n", with: "0x3d/0x90\n  |\n  +-> reordered to: pond_fill+0x7a/0x90\n")
    #expect(
      KCSANReading(text).outline == """
        2-20 data-race: data-race in pond_fill / pond_level
          write (reordered) 8 0xffff8881004a1b40 task 411: 3 pond_fill+0x5c
          read 8 0xffff8881004a1b40 interrupt cpu 0: 2 pond_level+0x21
          reordered to by task 411: pond_fill+0x7a
          changed 0x0000000000000003 to 0x0000000000000004
        """)
  }

  @Test func `locks and the irq trace are not frames`() {
    let verbose = """

      2 locks held by heron/411:
       #0: ffff888100a2c0d8 (&pond->lock){+.+.}-{2:2}, at: pond_ioctl+0x60/0x2f0
       #1: ffffffff8c4a3d00 ((work_completion)(&pond->work)){+.+.}, at: pond_fill+0x11/0x90

      irq event stamp: 1204
      hardirqs last  enabled at (1203): [<ffffffff81a2b3c4>] pond_ioctl+0x20/0x2f0
      softirqs last disabled at (0): [<0000000000000000>] 0x0

      """
    let text = KCSANText.pair.replacing("0x3d/0x90\n", with: "0x3d/0x90\n" + verbose)
      .replacing("0x88/0x110\n", with: "0x88/0x110\n\nno locks held by heron/77.\n")
    #expect(
      KCSANReading(text).outline == """
        2-28 data-race: data-race in pond_fill / pond_level
          write 8 0xffff8881004a1b40 task 411: 3 pond_fill+0x5c
            lock ffff888100a2c0d8 (&pond->lock)
            lock ffffffff8c4a3d00 ((work_completion)(&pond->work))
          read 8 0xffff8881004a1b40 interrupt cpu 0: 2 pond_level+0x21
          changed 0x0000000000000003 to 0x0000000000000004
        """)
  }

  @Test func `no locks held is a statement about locks, silence is not`() throws {
    let lock =
      "\n1 lock held by heron/411:\n #0: ffff888100a2c0d8 (&pond->lock){+.+.}-{2:2}, at: f+0x6/0x2f0\n"
    let first = KCSANText.pair.replacing("0x3d/0x90\n", with: "0x3d/0x90\n" + lock)
    let both = first.replacing("0x88/0x110\n", with: "0x88/0x110\n\nno locks held by heron/77.\n")
    func verdict(_ text: String) throws -> LockVerdict? {
      LockVerdict(try #require(KCSANReading(text).reports.first?.report))
    }
    #expect(try verdict(first) == nil)
    #expect(try verdict(both) == .oneSide)
  }

  @Test func `an address that the kernel hides`() throws {
    let text = KCSANText.pair.replacing("0xffff8881004a1b40", with: "(____ptrval____)")
    let report = try #require(KCSANReading(text).reports.first?.report)
    #expect(report.accesses.map(\.address) == [nil, nil])
    #expect(report.isComplete)
  }

  @Test func `cpu, work queue and machine are the summary`() throws {
    let text = KCSANText.pair.replacing("\nHardware", with: "\nWorkqueue: events pond_work\nHardware")
      .replacing(String(repeating: "=", count: 66), with: String(repeating: "=", count: 80))
    let report = try #require(KCSANReading(text).reports.first?.report)
    #expect(
      report.summary
        == "CPU: 0 PID: 77 Comm: heron Not tainted 6.1.0-pond #1; Workqueue: events pond_work; "
        + "Hardware name: Pond Board, BIOS 1.0 01/01/2020")
    #expect(report.notes == [])
    #expect(report.isComplete)
  }

  @Test func `two reports with one bar between them`() {
    #expect(
      KCSANReading(KCSANText.pair + KCSANText.unknownOrigin).outline
        == KCSANText.pairOutline() + "\n" + KCSANText.unknownOriginOutline("20-28"))
  }

  @Test func `the offset in a title does not belong to the race`() throws {
    let other = KCSANText.unknownOrigin.replacing("+0x30/0x70", with: "+0x44/0x70")
    let sites = KCSANReading(KCSANText.unknownOrigin + other).reports.map {
      $0.site(of: $0.report.accesses[0])
    }
    #expect(sites.map { $0?.function } == ["reed_bend", "reed_bend"])
  }
}
