import Testing

@testable import RaceModel

/// Lines of Helgrind and DRD that a pager, or a tool, has cut at the right, with its mark or without one.
@Suite struct `Lines of Valgrind that were chopped` {
  private static let title = "Possible data race during write of size 4 at 0x10C018 by thread #2"
  private static let second = "This conflicts with a previous read of size 4 by thread #1"

  private func read(_ title: String, _ second: String) throws -> ReadLog {
    try ReadLog(
      """
      ==7== \(title)
      ==7== Locks held: none
      ==7==    at 0x1091B5: bake (oven.c:12)
      ==7==
      ==7== \(second)
      ==7== Locks held: none
      ==7==    at 0x109215: taste (oven.c:18)
      ==7==    by 0x1092B0: main (oven.c:44)
      ==7==

      """)
  }

  private func only(_ log: ReadLog) throws -> Report {
    #expect(log.entries.count == 1)
    #expect(log.contradictions == [])
    return try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
  }

  @Test(arguments: ["", ">"])
  func `a title keeps what is whole, and is damaged`(_ mark: String) throws {
    let cuts: [(text: String, size: Int?, address: UInt64?)] = [
      ("at 0x10C018 by thread #", 4, 0x10C018), ("at 0x10C018 by t", 4, 0x10C018), ("at 0x10C", 4, nil),
      ("at", 4, nil), ("", nil, nil),
    ]
    for (text, size, address) in cuts {
      let words = "Possible data race during write of size 4\(text.isEmpty ? "" : " ")\(text)"
      #expect(Self.title.hasPrefix(words))
      let log = try read(words + mark, Self.second)
      let report = try only(log)
      #expect(log.stacks == ["bake oven.c:12", "taste oven.c:18 | main oven.c:44"])
      #expect(report.accesses.map(\.thread) == [nil, .main])
      #expect(report.accesses.first?.size == size, "\(words)")
      #expect(report.accesses.first?.address?.value == address, "\(words)")
      #expect(report.damage == [.header(line: 1)], "\(words)")
    }
    let whole = try only(read(Self.title, Self.second))
    #expect(whole.isComplete && whole.accesses.map(\.thread) == [ThreadName(.numbered, 2), .main])
  }

  @Test(arguments: ["", ">"])
  func `so does the header of the second access`(_ mark: String) throws {
    for (count, size) in [(57, 4), (51, 4), (42, nil)] as [(Int, Int?)] {
      let log = try read(Self.title, "\(Self.second.prefix(count))\(mark)")
      let report = try only(log)
      #expect(log.stacks == ["bake oven.c:12", "taste oven.c:18 | main oven.c:44"])
      #expect(report.accesses.map(\.thread) == [ThreadName(.numbered, 2), nil])
      #expect(report.accesses.last?.size == size, "\(count)")
      #expect(report.damage == [.header(line: 5)], "\(count)")
    }
    // Of this one no more is known than that it was there.
    let report = try only(read(Self.title, "This conflicts with a prev" + mark))
    #expect(report.accesses.count == 1 && report.damage == [.header(line: 5)])
  }

  /// It may have been `#12`.
  @Test func `a number before the mark of a pager may lack digits`() throws {
    let report = try only(read(Self.title, Self.second + ">"))
    #expect(report.accesses.map(\.thread) == [ThreadName(.numbered, 2), nil])
    #expect(report.damage == [.header(line: 5)])
  }

  @Test(arguments: ["", ">"])
  func `a title of DRD, which ends with the size`(_ mark: String) throws {
    let cuts: [(text: String, thread: ThreadName?)] = [
      ("Conflicting store by thread 3 at 0x0010c0", ThreadName(.numbered, 3)),
      ("Conflicting store by thread 3", nil),
    ]
    for (text, thread) in cuts {
      let log = try ReadLog(
        """
        ==7== \(text)\(mark)
        ==7==    at 0x1091B5: bake (oven.c:12)
        ==7== Location 0x10c048 is 0 bytes inside global var "trays"
        ==7== declared at oven.c:3

        """)
      let report = try only(log)
      #expect(log.stacks == ["bake oven.c:12"])
      #expect(report.accesses.map(\.thread) == [thread])
      #expect(report.accesses.first?.address == nil)
      #expect(report.damage == [.header(line: 1)])
    }
  }

  @Test(arguments: ["", ">"])
  func `titles that are no races`(_ mark: String) throws {
    for title in [
      "Thread #1: pthread_mutex_destroy of a lo", "Thread #1 unlocked lock at 0x10C140 currently held by",
    ] {
      let log = try ReadLog(
        "==7== \(title)\(mark)\n==7==    at 0x484C: wrap (hg_intercepts.c:11)\n==7==    by 0x109277: shut (oven.c:18)\n"
      )
      #expect(try only(log).damage == [.header(line: 1)])
    }
  }

  /// They named no thread, and printed no locks.
  @Test func `titles of Helgrind's first versions are whole`() throws {
    let report = try only(
      ReadLog(
        """
        ==7== Possible data race during write of size 4 at 0x601034
        ==7==    at 0x4005F2: bake (oven.c:13)
        ==7==   Old state: shared-readonly by threads #1, #2
        ==7==   New state: shared-modified by threads #1, #2

        """))
    #expect(report.accesses.map { $0.address?.value } == [0x601034])
    #expect(report.isComplete)
  }
}
