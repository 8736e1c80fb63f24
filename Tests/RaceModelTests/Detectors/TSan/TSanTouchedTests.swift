import Testing

@testable import RaceModel

/// Reports of ThreadSanitizer that somebody shortened, wrote remarks into, retold, or cut.
@Suite struct `Reports of ThreadSanitizer that somebody touched` {
  private static let plain = """
    WARNING: ThreadSanitizer: data race (pid=12)
      Write of size 8 at 0x7b0400000010 by main thread:
        #0 bump /src/n.c:11:33 (n+0xd3f43)
        #1 middle /src/n.c:28:3 (n+0xd3f50)

      Previous read of size 8 at 0x7b0400000010 by main thread:
        #0 peek /src/n.c:40:3 (n+0xd3faa)
        #1 main /src/n.c:60:3 (n+0xd4000)

    """
  private static let stacks = [
    "bump /src/n.c:11:33 (n+0xd3f43) | middle /src/n.c:28:3 (n+0xd3f50)",
    "peek /src/n.c:40:3 (n+0xd3faa) | main /src/n.c:60:3 (n+0xd4000)",
  ]

  private func only(_ log: ReadLog) throws -> Report {
    #expect(log.entries.count == 1)
    #expect(log.contradictions == [])
    return try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
  }

  // MARK: Remarks

  @Test(
    arguments: ["<-- here", "// here", "//here", "# here", "// lock not held", "-> the write"], [true, false])
  func `a remark behind a frame is no part of its path`(_ words: String, hasModule: Bool) throws {
    let module = #/ \(n\+0x[0-9a-f]+\)/#
    let base = hasModule ? Self.plain : Self.plain.replacing(module, with: "")
    let stacks = hasModule ? Self.stacks : Self.stacks.map { $0.replacing(module, with: "") }
    let log = try ReadLog(
      base.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.contains("#") ? "\($0)   \(words)" : String($0) }.joined(separator: "\n"))
    let report = try only(log)
    #expect(log.stacks == stacks)
    #expect(report.notes.map(\.text) == Array(repeating: words, count: 4))
    #expect(report.isComplete)
  }

  /// A path may hold blanks and signs.
  @Test(arguments: ["/src -- new/n.c:11:33", "/src/a -> b/n.c:11:33", "/src # 1/n.c:11:33"])
  func `signs in a path are no remark`(_ path: String) throws {
    let log = try ReadLog(Self.plain.replacing("/src/n.c:11:33", with: path))
    #expect(try only(log).notes.isEmpty)
    #expect(log.stacks.first == Self.stacks.first?.replacing("/src/n.c:11:33", with: path))
  }

  // MARK: Retold

  @Test(
    arguments: ["NAME (PLACE)", "NAME at PLACE", "NAME in PLACE", "NAME - PLACE", "NAME at (PLACE)"],
    ["/src/n.c:11:3", "n.c:11"])
  func `a place as people write it`(_ form: String, _ place: String) throws {
    for name in ["bump", "pond::bump(int, char*)", "operator new(unsigned long)"] {
      for remark in ["", "  // here"] {
        let frame = form.replacing("NAME", with: name).replacing("PLACE", with: place) + remark
        let log = try ReadLog(
          """
          WARNING: ThreadSanitizer: data race (pid=12)
            Write of size 8 at 0x7b0400000010 by main thread:
              #0 \(frame)
              #1 \(frame.replacing("bump", with: "dive"))

            Previous read of size 8 at 0x7b0400000010 by main thread:
              #0 \(frame)

          """)
        let report = try only(log)
        #expect(
          log.stacks == [
            "\(name) \(place) | \(name.replacing("bump", with: "dive")) \(place)", "\(name) \(place)",
          ], "\(frame)")
        #expect(report.notes.count == (remark.isEmpty ? 0 : 3))
        #expect(report.isComplete)
      }
    }
  }

  @Test func `parentheses without a line are no place`() throws {
    let log = try ReadLog(Self.plain.replacing("bump /src/n.c:11:33 (n+0xd3f43)", with: "bump (twice)"))
    #expect(log.stacks.first == "bump (twice) | middle /src/n.c:28:3 (n+0xd3f50)")
    #expect(log.contradictions == [])
  }

  // MARK: Headers

  @Test(arguments: ["", "> ", "app-1  | "])
  func `headers without the size or without the address`(_ prefix: String) throws {
    for (lost, size, address): (String, Int?, String?) in [
      (" of size 8", nil, "0x7b0400000010"), (" at 0x7b0400000010", 8, nil),
    ] {
      let text = Self.plain.replacing(lost, with: "")
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }
      let log = try ReadLog(lines.joined(separator: "\n"))
      let report = try only(log)
      #expect(log.stacks == Self.stacks)
      #expect(report.accesses.map(\.size) == [size, size])
      #expect(report.accesses.map { $0.address?.description } == [address, address])
      #expect(report.accesses.map(\.isPrevious) == [false, true])
      #expect(report.isComplete)
    }
  }

  @Test func `such a header alone opens no report`() throws {
    let text = "  Write of size 8 by main thread:\n    #0 quack a.c:1:2 (pond+0x1)\n"
    #expect(try ReadLog(text).entries.isEmpty)
  }

  // MARK: Beginnings

  @Test(arguments: [1, 2, 5, 7])
  func `a title that has lost its first characters`(_ count: Int) throws {
    let log = try ReadLog(String(Self.plain.dropFirst(count)))
    let report = try only(log)
    #expect(report.title == "data race")
    #expect(report.pid == 12)
    #expect(report.lines == 1...8)
    #expect(log.stacks == Self.stacks)
    #expect(report.isComplete)
  }

  /// Or its first word, and more.
  @Test(arguments: [9, 10, 11], ["", " ", "   "])
  func `a title that begins with the detector's name, or in it`(_ count: Int, _ indent: String) throws {
    let text = indent + String(Self.plain.dropFirst(count))
    for end in ["", "\nSUMMARY: ThreadSanitizer: data race /src/n.c:11:33 in bump\n"] {
      let log = try ReadLog(text + end)
      let report = try only(log)
      #expect(report.title == "data race")
      #expect(report.pid == 12)
      #expect(report.lines.lowerBound == 1)
      #expect(log.stacks == Self.stacks)
      #expect(report.isComplete)
    }
  }

  @Test(arguments: [
    "ThreadSanitizer: data race (pid=12) was what it said", "ThreadSanitizer: data race",
    "ThreadSanitizer: reported 2 warnings (pid=12)", "SUMMARY: ThreadSanitizer: data race (pid=12)",
    "we saw ThreadSanitizer: data race (pid=12)", "dSanitizer: data race (pid=12)",
    "AddressSanitizer: data race (pid=12)",
  ])
  func `a line that has the name is no title`(_ line: String) throws {
    let rest = String(Self.plain.drop { $0 != "\n" })
    let log = try ReadLog(line + rest)
    #expect(log.entries.compactMap { log.detailed($0)?.report.title } == [])
  }

  @Test(arguments: [
    "ARNING: ThreadSanitizer: memory layout is incompatible, re-execing\n",
    "ARNING: ThreadSanitizer: data race (pid=12)\nand so on\n", "G: ThreadSanitizer: data race\n  #0 bump\n",
  ])
  func `such a title alone opens no report`(_ text: String) throws {
    #expect(try ReadLog(text).entries.isEmpty)
  }

  @Test(arguments: ["rite", "te", "e"])
  func `a header that has lost its first characters`(_ rest: String) throws {
    let log = try ReadLog(Self.plain.replacing("  Write of", with: "\(rest) of"))
    let report = try only(log)
    #expect(log.stacks == Self.stacks)
    #expect(report.accesses.map(\.operation) == [.write, .read])
    #expect(report.accesses.map(\.isPrevious) == [false, true])
    #expect(report.accesses.map(\.size) == [8, 8])
  }

  @Test(
    arguments: [
      ("evious read", Operation.read, true, false), ("us atomic write", .write, true, true),
      ("tomic read", .read, false, true), ("Previous ead", nil, false, false),
      ("write it", nil, false, false),
    ] as [(String, Operation?, Bool, Bool)])
  func `its words tell what the access was`(
    _ words: String, _ operation: Operation?, _ isPrevious: Bool, _ isAtomic: Bool
  ) {
    let line = Array("\(words) of size 4 at 0x7b04 by thread T2:".utf8)
    let access = TSanAccess.parseBeheaded(line.span, 0..<line.count)
    #expect(access?.operation == operation)
    #expect(access?.isPrevious == (operation == nil ? nil : isPrevious))
    #expect(access?.isAtomic == (operation == nil ? nil : isAtomic))
    #expect(access?.thread == (operation == nil ? nil : ThreadName(.thread, 2)))
  }

  // MARK: Elisions

  @Test(arguments: ["...", "[...]"])
  func `a number with dots is no frame`(_ dots: String) throws {
    let frame = "    #1 middle /src/n.c:28:3 (n+0xd3f50)"
    let log = try ReadLog(Self.plain.replacing(frame, with: frame + "\n    #2 \(dots)"))
    #expect(log.stacks == Self.stacks)
    #expect(try only(log).damage == [.elided(line: 5)])
  }

  @Test func `frames behind such a number`() throws {
    let frame = "    #1 middle /src/n.c:28:3 (n+0xd3f50)"
    let log = try ReadLog(
      Self.plain.replacing(frame, with: frame + "\n    #2 ...\n    #7 run /src/n.c:70:3 (n+0xd5000)"))
    #expect(
      log.stacks == [Self.stacks[0] + " | run /src/n.c:70:3 (n+0xd5000)", Self.stacks[1]])
    #expect(try only(log).damage == [.elided(line: 5)])
  }

  @Test(arguments: ["", "\n"])
  func `such a number at the end of the log`(_ end: String) throws {
    let log = try ReadLog(Self.plain + "    #2 ..." + end)
    #expect(log.stacks == Self.stacks)
    let report = try only(log)
    #expect(report.lines == 1...9)
    #expect(report.damage == [.elided(line: 9)])
  }

  // MARK: Cuts

  @Test(arguments: [
    ("bump /src/n.c:11:33 (n+0xd3", "bump /src/n.c:11:33"), ("bump /src/n.c:11:33 (n", "bump /src/n.c:11:33"),
    ("bump /src/n.c:11:33 (", "bump /src/n.c:11:33"), ("bump <null> (n+0x", "bump"), ("bump (n+0xd", "bump"),
    ("pond::bump(int) (n", "pond::bump(int)"),
  ])
  func `a module that was cut off`(_ frame: String, _ read: String) throws {
    let log = try ReadLog(Self.plain.replacing("bump /src/n.c:11:33 (n+0xd3f43)", with: frame))
    #expect(log.stacks.first == "\(read) | middle /src/n.c:28:3 (n+0xd3f50)")
    let report = try only(log)
    #expect(report.damage == [.frame(line: 3)])
    #expect(report.notes.isEmpty)
  }

  @Test(arguments: [
    ("main (n+0xd4", "main"), ("main /src/n.c:60:3 (", "main /src/n.c:60:3"), ("main", "main"), ("ma", "ma"),
  ])
  func `a log that ends in a frame`(_ frame: String, _ read: String) throws {
    let text = Self.plain.replacing("main /src/n.c:60:3 (n+0xd4000)\n", with: frame)
    let log = try ReadLog(text)
    #expect(log.stacks.last == "peek /src/n.c:40:3 (n+0xd3faa) | \(read)")
    #expect(try only(log).damage == [.frame(line: 8)])
  }

  @Test func `a report without places has lost none`() throws {
    let log = try ReadLog(Self.plain.replacing(#/ /src.*\)/#, with: ""))
    #expect(log.stacks == ["bump | middle", "peek | main"])
    #expect(try only(log).isComplete)
  }
}
