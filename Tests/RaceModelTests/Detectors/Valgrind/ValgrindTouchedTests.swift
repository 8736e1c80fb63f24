import Testing

@testable import RaceModel

/// Reports of Helgrind and DRD that were cut, or made shorter by somebody.
@Suite struct `Reports of Valgrind that somebody touched` {
  private static let dashes = String(repeating: "-", count: 64)

  private static func prefixed(_ text: String, _ prefix: String = "==77== ") -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }.joined(separator: "\n")
  }

  private static let race = """
    Possible data race during read of size 4 at 0x10C08C by thread #1
    Locks held: none
       at 0x109532: peek (m.c:16)
       by 0x109600: main (m.c:40)

    This conflicts with a previous write of size 4 by thread #2
    Locks held: none
       at 0x1094E5: worker (m.c:9)
       by 0x4861608: start_thread (pthread_create.c:477)
     Address 0x10c08c is 0 bytes inside data symbol "total"
    """

  private static let conflict = """
    Conflicting store by thread 3 at 0x0010c048 size 8
       at 0x109236: bump (nested.c:11)
       by 0x109250: middle (nested.c:28)
    Allocation context: BSS section of /opt/nested

    """

  private func only(_ log: ReadLog) throws -> Report {
    #expect(log.entries.count == 1)
    #expect(log.contradictions == [])
    return try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
  }

  /// The first lines of a report, and the beginning of the next one.
  private func cut(_ text: String, behind lines: Int, _ rest: String, end: String = "") throws -> ReadLog {
    let kept = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(lines)
    return try ReadLog(Self.prefixed(kept.joined(separator: "\n") + "\n" + rest) + end)
  }

  // MARK: Cuts

  @Test(arguments: [
    "   at 0x109532: peek (in /usr/lib/libfoo-2.3", "   at 0x109532: peek (m.c:1", "   at 0x1: peek (",
  ])
  func `a place that was cut off`(_ frame: String) throws {
    let log = try cut(Self.race, behind: 2, frame)
    #expect(log.stacks == ["peek"])
    #expect(try only(log).damage == [.frame(line: 3)])
  }

  @Test func `a place that was cut off in the middle of a log`() throws {
    let log = try ReadLog(Self.prefixed(Self.race.replacing("peek (m.c:16)", with: "peek (m.c")))
    #expect(
      log.stacks == ["peek | main m.c:40", "worker m.c:9 | start_thread pthread_create.c:477"])
    #expect(try only(log).damage == [.frame(line: 3)])
  }

  @Test(arguments: ["", "\n"])
  func `a log that ends in the name of a function`(_ end: String) throws {
    let log = try cut(Self.race, behind: 7, "   at 0x1094E5: w", end: end)
    #expect(log.stacks == ["peek m.c:16 | main m.c:40", "w"])
    #expect(try only(log).damage == [.frame(line: 8)])
    let other = try cut(Self.conflict, behind: 2, "   by 0x109250: mid", end: end)
    #expect(other.stacks == ["bump nested.c:11 | mid"])
    #expect(try only(other).damage == [.frame(line: 3)])
  }

  /// With `--history-level=none` Helgrind prints no second access.
  @Test func `a log that ends behind a frame may be whole`() throws {
    let log = try cut(Self.race, behind: 3, "   by 0x109600: main (m.c:40)")
    #expect(try only(log).isComplete)
  }

  @Test func `a report without places has lost none`() throws {
    let log = try ReadLog(Self.prefixed(Self.race.replacing(#/ \([a-z_]+\.c:\d+\)/#, with: "")))
    #expect(log.stacks == ["peek | main", "worker | start_thread"])
    #expect(try only(log).isComplete)
  }

  @Test(arguments: [
    "T", "This", "This conflicts with a", "This conflicts with a previous",
    "This conflicts with a previous wri",
  ])
  func `a log that ends in the header of the second access`(_ header: String) throws {
    let log = try cut(Self.race, behind: 5, header)
    #expect(log.stacks == ["peek m.c:16 | main m.c:40"])
    let report = try only(log)
    #expect(report.lines == 1...6)
    #expect(report.damage == [.header(line: 6)])
  }

  @Test func `other words behind a report are no header`() throws {
    let log = try cut(Self.race, behind: 5, "That was all")
    let report = try only(log)
    #expect(report.lines == 1...4)
    #expect(report.isComplete)
  }

  // MARK: Prefixes

  @Test(arguments: ["PID", "XXXXX", "<pid>", "N", "****", "%p"])
  func `a placeholder for the process`(_ placeholder: String) throws {
    let texts = [
      Self.race, Self.conflict, "\(Self.dashes)\n\n\(Self.race)\n\n\(Self.dashes)\n\n\(Self.race)\n",
      "Thread 3:\n\(Self.conflict)\nThread 2:\n\(Self.conflict)",
      "---Thread-Announcement\(String(repeating: "-", count: 42))\n\nThread #2 was created\n"
        + "   at 0x49A9E5E: clone (clone.S:76)\n\n\(Self.dashes)\n\n\(Self.race)\n",
    ]
    for (text, count) in zip(texts, [1, 1, 2, 2, 1]) {
      let log = try ReadLog(Self.prefixed(text, "==\(placeholder)== "))
      #expect(log.entries.count == count)
      #expect(log.entries.compactMap { log.detailed($0)?.report.pid } == [])
      let numbered = try ReadLog(Self.prefixed(text))
      #expect(log.outline == numbered.outline.replacing(" pid 77", with: ""))
      #expect(log.contradictions == [])
    }
  }

  @Test(arguments: [
    "==foo== nothing\n==foo==    at 0x109532: peek (m.c:16)\n", "==========\nall is well\n==========\n",
    "==foo== Possible data race during read of size 4 at 0x10C08C by thread #1\nwas what it said\n",
    "==PID== \n==PID== Locks held: none\n==PID==    at 0x109532: peek (m.c:16)\n",
  ])
  func `something like a prefix opens no report`(_ text: String) throws {
    #expect(try ReadLog(text).entries.isEmpty)
  }

  @Test func `a title that has lost its prefix, below dashes`() throws {
    var lines = Self.prefixed("\(Self.dashes)\n\n\(Self.race)").split(
      separator: "\n", omittingEmptySubsequences: false)
    lines[2] = lines[2].dropFirst("==77== ".count)
    let log = try ReadLog(lines.joined(separator: "\n"))
    #expect(log.contradictions == [])
    #expect(
      log.outline == """
        3-12 Possible data race during read of size 4 at 0x10C08C by thread #1 pid 77
          read 4 0x10c08c main: 2 peek m.c:16
          previous write 4 thread #2: 2 worker m.c:9
          global: Address 0x10c08c is 0 bytes inside data symbol "total"
        """)
  }

  // MARK: Addresses

  @Test(arguments: ["==77== ", "==PID== ", "", "> "])
  func `frames without addresses`(_ prefix: String) throws {
    for (text, stacks) in [
      (Self.race, ["peek m.c:16 | main m.c:40", "worker m.c:9 | start_thread pthread_create.c:477"]),
      (
        Self.race.replacing("main (m.c:40)", with: "pond::dive(int, char*) (in /opt/pond.so)"),
        [
          "peek m.c:16 | pond::dive(int, char*) (/opt/pond.so)",
          "worker m.c:9 | start_thread pthread_create.c:477",
        ]
      ),
    ] {
      let bare = text.replacing(#/(at|by) 0x[0-9A-F]+:/#) { $0.output.1 }
      let log = try ReadLog(Self.prefixed(bare, prefix))
      #expect(log.stacks == stacks)
      #expect(try only(log).isComplete)
    }
  }

  @Test(arguments: [
    "at home (in bed)", "by 3 pm (see m.c:16)", "at peek", "by thread (2)", "at the end (m.c:40)",
  ])
  func `prose is no frame`(_ words: String) throws {
    let frame = "   by 0x109600: main (m.c:40)"
    for prefix in ["==77== ", ""] {
      let log = try ReadLog(Self.prefixed(Self.race.replacing(frame, with: frame + "\n\(words)"), prefix))
      #expect(
        log.stacks == ["peek m.c:16 | main m.c:40", "worker m.c:9 | start_thread pthread_create.c:477"])
      #expect(log.contradictions == [])
    }
  }

  @Test func `a word with dots is no frame`() throws {
    let log = try ReadLog(
      Self.prefixed(Self.race.replacing("   by 0x109600: main (m.c:40)", with: "   by ...")))
    #expect(log.stacks == ["peek m.c:16", "worker m.c:9 | start_thread pthread_create.c:477"])
    #expect(try only(log).damage == [.elided(line: 4)])
  }
}
