import Testing

@testable import RaceModel

/// Reports out of which a person has cut lines, with a mark in their place.
@Suite struct `Marks of lines left out` {
  private static let go = """
    WARNING: DATA RACE
    Write at 0x00c000012345 by goroutine 9:
      oven.bake()
          /src/oven.go:12 +0x2e
      @
      oven.run()
          /src/oven.go:30 +0x3f

    Previous read at 0x00c000012345 by main goroutine:
      oven.taste()
          /src/oven.go:18 +0xf3d
      @

    Goroutine 9 (running) created at:
      oven.main()
          /src/oven.go:44 +0x66
    ==================
    """
  private static let tsan = """
    WARNING: ThreadSanitizer: data race (pid=5)
      Write of size 8 at 0x7b0400007720 by thread T4:
        #0 bake(int) oven.cc:12:3 (oven+0x1)
        @
        #4 run oven.cc:30:1 (oven+0x2)

      Previous write of size 8 at 0x7b0400007720 by main thread:
        #0 taste oven.cc:18:1 (oven+0x3)
        @

      Thread T4 (tid=9, running) created by main thread at:
        #0 pthread_create <null> (oven+0x4)

    """
  private static let helgrind = """
    ==7== Possible data race during read of size 4 at 0x4A9FE50 by thread #2
    ==7== Locks held: none
    ==7==    at 0x1: bake(int) (oven.cc:12)
    ==7==    @
    ==7==    by 0x3: run (in /opt/oven)
    ==7==
    ==7== This conflicts with a previous write of size 4 by thread #1
    ==7== Locks held: none
    ==7==    at 0x2: taste (oven.cc:18)
    ==7==    @

    """
  private static let drd = """
    ==7== Conflicting load by thread 2 at 0x0030a0c8 size 4
    ==7==    at 0x1: bake (oven.c:12)
    ==7==    @
    ==7==    by 0x3: run (oven.c:30)
    ==7== Allocation context: unknown.

    """
  private static let kcsan = """
    BUG: KCSAN: data-race in bake / taste

    read to 0xffff888105aa0010 of 4 bytes by task 8 on cpu 0:
     bake+0x1/0x20 net/oven.c:12
     @
     run+0x1/0x20

    write to 0xffff888105aa0010 of 4 bytes by task 7 on cpu 1:
     taste+0x1/0x20 net/oven.c:18
     @

    """

  private struct Example {
    var text: String
    var stacks: [String]
    /// The lines of the marks.
    var marks: [Int]
    /// What must be before each line.
    var prefix = ""
  }

  private static let examples = [
    Example(
      text: go,
      stacks: [
        "oven.bake /src/oven.go:12 | oven.run /src/oven.go:30", "oven.taste /src/oven.go:18",
        "oven.main /src/oven.go:44",
      ], marks: [5, 12]),
    Example(
      text: tsan,
      stacks: [
        "bake(int) oven.cc:12:3 (oven+0x1) | run oven.cc:30:1 (oven+0x2)", "taste oven.cc:18:1 (oven+0x3)",
        "pthread_create (oven+0x4)",
      ], marks: [4, 9]),
    Example(
      text: helgrind, stacks: ["bake(int) oven.cc:12 | run (/opt/oven)", "taste oven.cc:18"], marks: [4, 10],
      prefix: "==7=="),
    Example(text: drd, stacks: ["bake oven.c:12 | run oven.c:30"], marks: [3], prefix: "==7=="),
    Example(text: kcsan, stacks: ["bake net/oven.c:12 | run", "taste net/oven.c:18"], marks: [5, 10]),
  ]

  private static let marks = [
    "...", "…", "[...]", "(...)", "<...>", "[..]", "..", ". . .", "[ ... ]", "[snip]", "<snip>", "*snip*",
    "-- snip --", "...snip...", "8<-----", "[truncated]", "[redacted]", "... 12 more frames ...",
    "12 more frames", "(many more frames)", "(16 lines omitted)", "// ... more frames",
    "(rest of stack omitted)",
  ]

  private func only(_ log: ReadLog) throws -> Report {
    #expect(log.entries.count == 1)
    #expect(log.contradictions == [])
    return try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
  }

  private func expect(_ text: String, _ example: Example, _ what: String) throws {
    let damage: [Damage] = example.marks.map { .elided(line: $0) }
    for chunkSize in [7, 1 << 20] {
      let log = try ReadLog(text, chunkSize: chunkSize)
      #expect(log.stacks == example.stacks, "\(what)")
      #expect(try only(log).damage == damage, "\(what)")
    }
  }

  @Test(arguments: marks)
  func `between two frames, and below the last one`(_ mark: String) throws {
    for example in Self.examples {
      for prefix in ["", "> ", "app-1  | "] {
        let text = example.text.replacing("@", with: mark).prefixed(prefix)
        try expect(text, example, "\(prefix)\(example.text.prefix(30))")
      }
    }
  }

  /// Whoever cuts lines cuts the prefix with them.
  @Test(arguments: marks)
  func `without the prefix of the report's lines`(_ mark: String) throws {
    for example in Self.examples {
      for prefix in ["> ", "app-1  | ", example.prefix] where !prefix.isEmpty {
        let isOwn = prefix == example.prefix
        let lines = example.text.split(separator: "\n", omittingEmptySubsequences: false)
          .map { line -> String in
            line.hasSuffix("@") ? "    " + mark : (isOwn ? "" : prefix) + String(line)
          }
        try expect(lines.joined(separator: "\n"), example, "\(prefix)\(example.text.prefix(30))")
      }
    }
  }

  /// The report ends below its last frame, or with a bar.
  @Test(arguments: ["\n...\n\nand that is all\n", "\n[snip]\n", "...and that is all\n", "\n\n[ ... ]\n"])
  func `behind a report are no damage`(_ end: String) throws {
    let markLine = #/ *(==7==)? *@\n/#
    for example in Self.examples {
      let text = example.text.replacing(markLine, with: "")
      let log = try ReadLog((text.hasSuffix("\n") ? text : text + "\n") + end)
      // The numbers of the frames still tell that some are missing.
      let isNumbered = example.text.hasPrefix("WARNING: ThreadSanitizer")
      let damage: [Damage] = isNumbered ? [.elided(line: 4)] : []
      #expect(try only(log).damage == damage, "\(example.text.prefix(30))")
      #expect(log.stacks == example.stacks)
    }
  }

  @Test func `below a frame of the kernel are not its module`() throws {
    let text = Self.kcsan.replacing(" @\n", with: "").replacing("run+0x1/0x20", with: "run+0x1/0x20 [snip]")
    let log = try ReadLog(text)
    #expect(log.stacks == ["bake net/oven.c:12 | run", "taste net/oven.c:18"])
    #expect(try only(log).damage == [.elided(line: 5)])
    let module = try ReadLog(text.replacing("[snip]", with: "[oven]"))
    #expect(module.stacks.first == "bake net/oven.c:12 | run (oven)")
  }

  @Test(arguments: ["#1-#3 oven::heat...", "#1-#3 oven::heat()", "#1..#3", "#1-3: oven"])
  func `the numbers of the first and the last frame`(_ range: String) throws {
    let example = Self.examples[1]
    let lines = example.text.replacing("@", with: range, maxReplacements: 1).replacing("    @\n", with: "")
    let log = try ReadLog(lines)
    #expect(log.stacks == example.stacks)
    #expect(try only(log).damage == [.elided(line: 4)])
  }

  /// Of a stack that begins anew the header is among the lines left out.
  @Test func `frames of another stack behind a mark belong to nothing`() throws {
    let text = Self.tsan.replacing("#4 run", with: "#0 burn").replacing("@", with: "[snip]")
    let log = try ReadLog(text)
    #expect(
      log.stacks == [
        "bake(int) oven.cc:12:3 (oven+0x1)", "taste oven.cc:18:1 (oven+0x3)", "pthread_create (oven+0x4)",
      ])
    #expect(log.contradictions == [])
  }

  @Test(arguments: [
    ".", "-----", "==========", "* * *", "../..", "[1]", "[oven]", "<TASK>", "[ RUN      ] Oven.bake",
    "(0.00s)", "12 more requests", "skipped", "3 skipped", "- 3 skipped", "(0 omitted)", "[12:30:11] ...",
    "==78== ...", "[  12.345] ...", "baking...", "...done", "... ok", "More", "#2 ...", "100%",
    "......................",
  ])
  func `are not what programs print`(_ line: String) {
    let bytes = Array(line.utf8)
    let isElision = Elision.isIn(bytes.span, 0..<bytes.count)
    #expect(!isElision)
  }
}
