import Testing

@testable import RaceModel

/// What another writer has printed in the middle of a stack, and looks like a part of the report or like its end.
@Suite struct `Stacks that others print into` {
  /// Reads a log with one report, and compares its stacks and what is a note of it.
  private func expect(
    _ text: String, stacks: [String], notes: [String], isComplete: Bool = true,
    location: SourceLocation = #_sourceLocation
  ) throws {
    for chunkSize in [1 << 20, 7] {
      let log = try ReadLog(text, chunkSize: chunkSize)
      #expect(log.entries.count == 1, sourceLocation: location)
      #expect(log.contradictions == [], sourceLocation: location)
      #expect(log.stacks == stacks, sourceLocation: location)
      let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
      #expect(report.notes.map(\.text) == notes, sourceLocation: location)
      #expect(report.isComplete == isComplete, sourceLocation: location)
    }
  }

  private static func trimmed(_ lines: String) -> [String] {
    lines.split(separator: "\n").map { String($0.drop { $0 == " " || $0 == "\t" }) }
  }

  // MARK: Go

  private static let go = """
    ==================
    WARNING: DATA RACE
    Read at 0x00c000012345 by goroutine 8:
      mill.peek()
          /src/mill.go:7 +0xaf
      mill.serve()
          /src/mill.go:18 +0xa3

    Previous write at 0x00c000012345 by main goroutine:
      mill.put()
          /src/mill.go:9 +0x52

    Goroutine 8 (running) created at:
      mill.main()
          /src/mill.go:11 +0x99
    ==================

    """
  private static let goStacks = [
    "mill.peek /src/mill.go:7 | mill.serve /src/mill.go:18", "mill.put /src/mill.go:9",
    "mill.main /src/mill.go:11",
  ]

  @Test(
    arguments: ["~~~ Running tests", "~~~ :go: Tests of the mill", "```", "```go", "~~~"], ["", "app-1  | "])
  func `a fence, or the heading of a section, does not end a stack of Go that goes on below`(
    _ line: String, _ prefix: String
  ) throws {
    let text = Self.go.replacing("+0xaf\n", with: "+0xaf\n\(line)\n")
    try expect(
      prefix.isEmpty ? text : text.trimming("\n").prefixed(prefix), stacks: Self.goStacks, notes: [line])
  }

  @Test func `a stack of Go that a fence and other lines part is marked`() throws {
    let text = Self.go.replacing("+0xaf\n", with: "+0xaf\n```\nhalf the grain\n")
    try expect(
      text, stacks: ["mill.peek /src/mill.go:7"] + Self.goStacks.dropFirst(),
      notes: ["```", "half the grain", "mill.serve()", "/src/mill.go:18 +0xa3"], isComplete: false)
  }

  @Test(
    arguments: [
      "2024/05/03 12:01:44 grain\n2024/05/03 12:01:44 flour\n2024/05/03 12:01:44 bread\n",
      "Traceback (most recent call last):\n  File \"/a.py\", line 3, in <module>\n    grind()\nValueError: x\n",
      "grain\nflour\nbread\ngrain\nflour\nbread\n",
    ], ["by goroutine 8:\n", "  mill.peek()\n"])
  func `lines right behind the first header of Go, or its first function`(_ output: String, _ above: String)
    throws
  {
    try expect(
      Self.go.replacing(above, with: above + output), stacks: Self.goStacks, notes: Self.trimmed(output))
  }

  /// As pkg/errors, xerrors and eris print errors with `%+v`.
  @Test(
    arguments: [
      "no grain\nmill.grind\n\t/src/grind.go:3\n", "no grain:\n    mill.grind\n        /src/grind.go:3\n",
      "   mill.grind:/src/grind.go:3\n",
      "no grain\nexample.com/mill/stones.grind\n\t/home/ann/go/src/example.com/mill/stones/grind.go:3\n"
        + "runtime.goexit\n\t/usr/lib/go/src/runtime/asm_amd64.s:1700\n",
    ], ["by goroutine 8:\n", "  mill.peek()\n", "+0xaf\n"])
  func `an error with its stack in a stack of Go`(_ output: String, _ above: String) throws {
    try expectInside(output, above)
  }

  @Test func `an error with its stack where nothing is indented`() throws {
    let text = Self.trimmed(Self.go).joined(separator: "\n") + "\n"
    let above = "mill.peek()\n"
    let error = ["mill.grind", "/src/grind.go:3"]
    try expect(
      text.replacing(above, with: above + error.joined(separator: "\n") + "\n"), stacks: Self.goStacks,
      notes: error)
    // Three lines are too many: what is below them may be theirs.
    let longer = ["no grain"] + error
    try expect(
      text.replacing(above, with: above + longer.joined(separator: "\n") + "\n"),
      stacks: ["mill.peek"] + Self.goStacks.dropFirst(),
      notes: longer + ["/src/mill.go:7 +0xaf", "mill.serve()", "/src/mill.go:18 +0xa3"], isComplete: false)
  }

  /// As goleak prints what still runs.
  @Test(arguments: ["by goroutine 8:\n", "  mill.peek()\n", "+0xaf\n", "created at:\n", "  mill.main()\n"])
  func `a list of goroutines in a stack of Go`(_ above: String) throws {
    let head = "[Goroutine 7 in state chan receive, with mill.wait on top of the stack:"
    try expectInside("\(head)\nmill.wait()\n\t/src/wait.go:3 +0x1d\n]\n", above)
    try expectInside(
      """
      \(head)
      mill.wait()
      \t/src/wait.go:3 +0x1d
      created by mill.open in goroutine 6
      \t/src/wait.go:9 +0x44
      ]

      """, above)
  }

  /// Compares the report with lines of another writer inside with the one without them.
  private func expectInside(_ output: String, _ above: String) throws {
    let text = Self.go.replacing(above, with: above + output)
    for prefix in ["", "app-1  | "] {
      try expect(
        prefix.isEmpty ? text : text.trimming("\n").prefixed(prefix), stacks: Self.goStacks,
        notes: Self.trimmed(output))
    }
  }

  /// Whatever is before all lines of the log, or how far they are in.
  @Test(
    arguments: ["grain\nflour\nbread\n", "goroutine 7 [running]:\n", "PASS\nok  \tmill\t0.1s\n"],
    ["", "    ", "\t", "app-1  |     "])
  func `lines below the first header of Go in a log that is further in`(_ output: String, _ prefix: String)
    throws
  {
    let above = "by goroutine 8:\n"
    let text = Self.go.replacing(above, with: above + output).trimming("\n")
    try expect(text.prefixed(prefix), stacks: Self.goStacks, notes: Self.trimmed(output))
  }

  // MARK: ThreadSanitizer

  private static let tsan = """
    ==================
    WARNING: ThreadSanitizer: data race (pid=12)
      Write of size 8 at 0x7b0400000010 by main thread:
        #0 bump /src/n.c:11:33 (n+0xd3f43)
        #1 main /src/n.c:28:3 (n+0xd3f50)

      Previous read of size 8 at 0x7b0400000010 by thread T1:
        #0 peek /src/n.c:40:3 (n+0xd3faa)

      Thread T1 (tid=13, running) created by main thread at:
        #0 pthread_create <null> (n+0x4d6bb)
        #1 main /src/n.c:60:3 (n+0xd4000)

    SUMMARY: ThreadSanitizer: data race /src/n.c:11:33 in bump
    ==================

    """
  private static let tsanStacks = [
    "bump /src/n.c:11:33 (n+0xd3f43) | main /src/n.c:28:3 (n+0xd3f50)", "peek /src/n.c:40:3 (n+0xd3faa)",
    "pthread_create (n+0x4d6bb) | main /src/n.c:60:3 (n+0xd4000)",
  ]

  @Test(
    arguments: [
      "#0 is the first worker\n", "    #0 0x55d5 in foo /src/a.c:3:2\n", "#0  raise (sig=6) at raise.c:26\n",
      "#0  0x00007ffff7e4c9fc in pthread_kill () from /lib/libc.so.6\n",
      "#0  0x00007fe4c9fc in raise () from /lib/libc.so\n#1  0x00007fe4c111 in abort () from /lib/libc.so\n",
      "==================\n", "ThreadSanitizer: reported 1 warnings\n",
      "ThreadSanitizer: reported 1 warnings\nThreadSanitizer: Matched 1 suppressions (pid=13):\n",
    ], ["bump /src/n.c:11:33 (n+0xd3f43)\n", "(n+0x4d6bb)\n"])
  func `lines in a stack of ThreadSanitizer that look like frames or an end`(
    _ output: String, _ above: String
  ) throws {
    try expect(
      Self.tsan.replacing(above, with: above + output), stacks: Self.tsanStacks, notes: Self.trimmed(output))
  }

  @Test(arguments: ["done\n", "    #0 bump /src/n.c:11:33 (n+0xd3f43)\n", "", "\n    #2 go n.c:1 (n+0x1)\n"])
  func `a bar right below the last frame of ThreadSanitizer closes the report`(_ below: String) throws {
    let text =
      Self.tsan.split(separator: "\n").filter { !$0.hasPrefix("SUMMARY") }.joined(separator: "\n") + "\n"
      + below
    try expect(text, stacks: Self.tsanStacks, notes: [])
    #expect(try ReadLog(text).entries.first?.endLine == 11)
  }

  // MARK: KCSAN

  private static let kcsanStacks = ["pond_fill | pond_ioctl | do_syscall_64", "pond_level | pond_timer"]

  @Test(
    arguments: [
      "1 lock held by sh/12:\n", "no locks held by sh/12.\n", "==================\n",
      "1 lock held by sh/12:\n #0: ffff888100a2c0d8 (&reed->lock){+.+.}-{2:2}, at: reed_bend+0x6/0x2f0\n",
    ], ["", "[   12.345678] "])
  func `locks of another task and a short bar do not end a stack of KCSAN`(_ output: String, _ prefix: String)
    throws
  {
    let above = " pond_level+0x21/0x40\n"
    let text = KCSANText.pair.replacing(above, with: above + output)
    let log = prefix.isEmpty ? text : text.trimming("\n").prefixed(prefix)
    try expect(log, stacks: Self.kcsanStacks, notes: Self.trimmed(output))
    let read = try ReadLog(log)
    let report = try #require(read.entries.first.flatMap { read.detailed($0) }?.report)
    #expect(report.accesses.allSatisfy { $0.locks.isEmpty })
  }

  @Test func `a short bar between two accesses of KCSAN does not end the report`() throws {
    let text = KCSANText.pair.replacing("\nread to", with: "\n==========\nread to")
    try expect(text, stacks: Self.kcsanStacks, notes: ["=========="])
  }

  @Test(arguments: ["", "thanks\n", "\n pond_timer+0x88/0x110\n"])
  func `a short bar behind a stack of KCSAN closes the report`(_ below: String) throws {
    let lines = KCSANText.lines(KCSANText.pair)[..<10]
    let text = lines.joined(separator: "\n") + "\n==================\n" + below
    try expect(text, stacks: [Self.kcsanStacks[0], "pond_level"], notes: [])
    #expect(try ReadLog(text).entries.first?.endLine == 11)
  }

  // MARK: Helgrind

  private static let helgrind = """
    ==77== ---Thread-Announcement------------------------------------------
    ==77==\u{20}
    ==77== Thread #2 was created
    ==77==    at 0x496CB3F: clone (clone.S:76)
    ==77==    by 0x1091FB: main (m.c:33)
    ==77==\u{20}
    ==77== ----------------------------------------------------------------
    ==77==\u{20}
    ==77== Possible data race during read of size 8 at 0x10C048 by thread #1
    ==77== Locks held: none
    ==77==    at 0x109237: peek (m.c:11)
    ==77==    by 0x109238: main (m.c:40)
    ==77==\u{20}
    ==77== This conflicts with a previous write of size 8 by thread #2
    ==77== Locks held: none
    ==77==    at 0x10926E: put (m.c:15)
    ==77==    by 0x10927E: worker (m.c:16)
    ==77==  Address 0x10c048 is 0 bytes inside data symbol "hits"
    ==77==\u{20}

    """
  private static let helgrindStacks = [
    "peek m.c:11 | main m.c:40", "put m.c:15 | worker m.c:16", "clone clone.S:76 | main m.c:33",
  ]

  private static let warnings = [
    ["Warning: set address range perms: large range [0x59c8f000, 0x99c90000) (noaccess)"],
    [
      "Warning: client switching stacks?  SP change: 0x1ffefff4f8 --> 0x580c0f8",
      "to suppress, use: --max-stackframe=137425032144 or greater",
    ],
    [
      "Warning: noted but unhandled ioctl 0x4b51 with no size/direction hints.",
      "This could cause spurious value errors to appear.",
      "See README_MISSING_SYSCALL_OR_IOCTL for guidance on writing a proper wrapper.",
    ],
  ]

  @Test(
    arguments: warnings, ["peek (m.c:11)\n", "(m.c:40)\n==77== \n", "put (m.c:15)\n", "clone (clone.S:76)\n"])
  func `a warning of Valgrind that has no stack is inside the report`(_ lines: [String], _ above: String)
    throws
  {
    let output = lines.map { "==77== \($0.hasPrefix("Warning") ? "" : "   ")\($0)\n" }.joined()
    let text = Self.helgrind.replacing(above, with: above + output)
    let isInAnnouncement = above.hasPrefix("clone")
    try expect(text, stacks: Self.helgrindStacks, notes: isInAnnouncement ? [] : lines)
  }
}
