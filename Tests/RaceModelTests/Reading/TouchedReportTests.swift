import Foundation
import Testing

@testable import RaceModel

/// Reports edited by hand: words after lines, digits and signs removed, texts combined in one line.
@Suite struct `Reports that people have edited` {
  private static let prefixes = ["", "> ", "app-1  | ", "// "]

  private static func prefixed(_ text: String, _ prefix: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }.joined(separator: "\n")
  }

  // MARK: Words after lines

  private static let go = """
    WARNING: DATA RACE
    Write at 0x00c000012345 by goroutine 9:@
      oven.bake()@
          /src/oven.go:12 +0x2e@
      oven.run()@
          /src/oven.go:30 +0x3f@

    Previous read at 0x00c000012345 by goroutine 6:@
      oven.taste()@
          /src/oven.go:18 +0xf3d@

    Goroutine 9 (running) created at:@
      oven.main()@
          /src/oven.go:44 +0x66@
    ==================
    """
  private static let tsan = """
    WARNING: ThreadSanitizer: data race (pid=5)
      Write of size 8 at 0x7b0400007720 by thread T4:@
        #0 bake(int) oven.cc:12:3 (oven+0x1)@
        #1 run oven.cc:30 (oven+0x2)@

      Previous write of size 8 at 0x7b0400007720 by main thread:@
        #0 taste oven.cc:18:1 (oven+0x3)@
    """
  private static let helgrind = """
    ==7== Possible data race during read of size 4 at 0x4A9FE50 by thread #2
    ==7== Locks held: none
    ==7==    at 0x1: bake(int) (oven.cc:12)@
    ==7==    by 0x3: run (in /opt/oven)@
    ==7==
    ==7== This conflicts with a previous write of size 4 by thread #1@
    ==7== Locks held: none
    ==7==    at 0x2: taste (oven.cc:18)@
    """
  private static let kcsan = """
    BUG: KCSAN: data-race in bake / taste

    read to 0xffff888105aa0010 of 4 bytes by task 8 on cpu 0:@
     bake+0x1/0x20 net/oven.c:12@
     run+0x1/0x20@

    write to 0xffff888105aa0010 of 4 bytes by task 7 on cpu 1:@
     taste+0x1/0x20 net/oven.c:18@
    """

  private static let marked: [(text: String, stacks: [String])] = [
    (
      go,
      [
        "oven.bake /src/oven.go:12 | oven.run /src/oven.go:30", "oven.taste /src/oven.go:18",
        "oven.main /src/oven.go:44",
      ]
    ),
    (
      tsan,
      [
        "bake(int) oven.cc:12:3 (oven+0x1) | run oven.cc:30 (oven+0x2)", "taste oven.cc:18:1 (oven+0x3)",
      ]
    ),
    (helgrind, ["bake(int) oven.cc:12 | run (/opt/oven)", "taste oven.cc:18"]),
    (kcsan, ["bake net/oven.c:12 | run", "taste net/oven.c:18"]),
  ]

  @Test(arguments: [
    "   <-- here", " // n++", "  # the reader", "\t<- x", "    ← this", " !!!", "  -- see below", " /* n */",
    "   <<<< HERE", " << the writer", "  ◀ this",
  ])
  func `words after each line are notes`(_ words: String) throws {
    for (text, stacks) in Self.marked {
      for prefix in Self.prefixes {
        let clean = try ReadLog(Self.prefixed(text.replacing("@", with: ""), prefix))
        let log = try ReadLog(Self.prefixed(text.replacing("@", with: words), prefix))
        #expect(log.stacks == stacks, "\(prefix)")
        #expect(log.contradictions == [], "\(prefix)")
        #expect(log.entries.map(\.isComplete) == clean.entries.map(\.isComplete), "\(prefix)")
        let notes = log.entries.compactMap { log.detailed($0)?.report.notes.map(\.text).joined() }.joined()
        #expect(notes.contains(words.trimmingPrefix { $0.isWhitespace }), "\(prefix)")
      }
    }
  }

  @Test func `words in parentheses after a frame are notes`() throws {
    for (text, stacks) in Self.marked.prefix(3) {
      // Headers have their own parentheses.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.replacing("@", with: line.hasSuffix(":@") || line.contains("#1@") ? "" : "   (this one)")
      }
      #expect(try ReadLog(lines.joined(separator: "\n")).stacks == stacks)
    }
  }

  /// A place in the words after a frame is not the frame's.
  @Test func `a sentence is not a frame with words after it`() throws {
    let text = Self.go.replacing("@", with: "").replacing(
      "  oven.run()\n", with: "  we call oven.run() // twice\n  see oven.go:12 -- there\n  oven.run()\n")
    #expect(try ReadLog(text).stacks == Self.marked[0].stacks)
  }

  // MARK: Addresses

  @Test(arguments: [
    "0x...", "0x…", "0xXXXXXXXX", "0xxxxxxxxx", "0x????", "0x7fff...", "0x****", "0x7ffcXXXX1a40",
  ])
  func `an address without its digits is not an address`(_ address: String) throws {
    let addresses = [
      "0x00c000012345", "0x7b0400007720", "0x4A9FE50", "0xffff888105aa0010",
    ]
    for (text, stacks) in Self.marked {
      for prefix in Self.prefixes {
        let clean = text.replacing("@", with: "")
        let masked = addresses.reduce(clean) { $0.replacing($1, with: address) }
        let log = try ReadLog(Self.prefixed(masked, prefix))
        #expect(log.stacks == stacks, "\(prefix)\(text.prefix(30))")
        #expect(log.entries.allSatisfy { [$0.first?.address, $0.second?.address] == [nil, nil] })
        #expect(log.contradictions == [])
      }
    }
  }

  @Test func `a process without its number, and modules without offsets`() throws {
    let text = Self.tsan.replacing("@", with: "").replacing("pid=5", with: "pid=...")
      .replacing("+0x1)", with: "+0x...)").replacing("+0x2)", with: "+0xXXXX)")
    #expect(
      try ReadLog(text).stacks == [
        "bake(int) oven.cc:12:3 (oven) | run oven.cc:30 (oven)", "taste oven.cc:18:1 (oven+0x3)",
      ])
  }

  /// Two locks without addresses may differ.
  @Test func `locks whose addresses were removed are unknown`() throws {
    let text = Self.helgrind.replacing("@", with: "").replacing(
      "held: none", with: "held: 1, at address 0x...")
    let log = try ReadLog(text)
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.accesses.map(\.locks.count) == [0, 0])
    #expect(report.accesses.allSatisfy { $0.qualifier?.hidesLocks == true })
  }

  // MARK: Frames

  @Test(arguments: ["", "> ", "[build] "])
  func `frames of ThreadSanitizer without their sign`(_ prefix: String) throws {
    let text = """
      WARNING: ThreadSanitizer: data race (pid=1)
        Write of size 4 at 0x7b2c00000a14 by thread T1:
          0 bake /src/oven.c:12:9 (oven+0x21)
          1 start <null> (oven+0x22)

        Previous read of size 4 at 0x7b2c00000a14 by main thread:
          0 taste /src/oven.c:18:7 (oven+0x23)
          2 main /src/oven.c:44:3 (oven+0x24)

        Thread T1 (tid=5, running) created by main thread at:
          0 pthread_create <null> (oven+0x44ef3d)
          1 main /src/oven.c:40:7 (oven+0x4d0bf1)
      3 trays done

      """
    let log = try ReadLog(Self.prefixed(text, prefix))
    #expect(
      log.stacks == [
        "bake /src/oven.c:12:9 (oven+0x21) | start (oven+0x22)",
        "taste /src/oven.c:18:7 (oven+0x23) | main /src/oven.c:44:3 (oven+0x24)",
        "pthread_create (oven+0x44ef3d) | main /src/oven.c:40:7 (oven+0x4d0bf1)",
      ])
    #expect(log.contradictions == [])
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.damage == [.elided(line: 8)])
  }

  @Test func `lines that begin with a number are not frames`() throws {
    let text = Self.tsan.replacing("@", with: "").replacing(
      "    #0 taste", with: "0 errors so far\n1 warning in /src/oven.cc\n    #0 taste")
    #expect(try ReadLog(text).stacks == Self.marked[1].stacks)
  }

  // MARK: Wording

  @Test func `accesses that Swift's first runtime did not name`() throws {
    let text = """
      WARNING: ThreadSanitizer: Swift access race (pid=85)
        Modifying access at 0x0001081e9f98 by thread T5:
          #0 Oven.reset() Oven.swift:173 (oven:x86_64+0x10024616f)
          #1 closure #1 in Oven.go(_:) Oven.swift:45 (oven:x86_64+0x1007b705c)

        Previous read-only access at 0x0001081e9f98 by thread T2 (mutexes: write M1):
          #0 Oven.look() Oven.swift:180 (oven:x86_64+0x100246180)
      """
    let log = try ReadLog(text)
    #expect(
      log.outline.split(separator: "\n").prefix(3) == [
        "1-7 Swift access race [swift-access-race] pid 85",
        "  write 0x0001081e9f98 thread T5: 2 Oven.reset() Oven.swift:173",
        "  previous read 0x0001081e9f98 thread T2 holding write M1: 1 Oven.look() Oven.swift:180",
      ])
    let headless = text.split(separator: "\n").dropFirst().joined(separator: "\n")
    #expect(try ReadLog(headless).entries.map(\.kind) == [.swiftAccessRace])
  }

  @Test(arguments: ["", "> ", "// "])
  func `letters and signs replaced by typography`(_ prefix: String) throws {
    for (text, stacks) in Self.marked.prefix(3) {
      let set = text.replacing("@", with: "").replacing("0x", with: "0×").replacing(
        "flict", with: "\u{FB02}ict"
      )
      .replacing("fi", with: "\u{FB01}")
      let log = try ReadLog(Self.prefixed(set, prefix))
      #expect(log.stacks == stacks)
      #expect(log.contradictions == [])
    }
    let drd =
      "==9== Con\u{FB02}icting load by thread 2 at 0×0030a0c8 size 4\n==9==    at 0×109310: bake (oven.c:48)\n"
    #expect(try ReadLog(Self.prefixed(drd, prefix)).stacks == ["bake oven.c:48"])
  }

  @Test func `typographic quotes do not belong to names`() throws {
    let tsan =
      Self.tsan.replacing("@", with: "") + """

          Location is global ‘trays’ of size 8 at 0x7b0400007720 (oven+0x100)

          Thread T4 ‘baker’ (tid=22, running) created by main thread at:
            #0 pthread_create <null> (oven+0x24)
        """
    let report = try #require(ReadLog(tsan).entries.first.flatMap { try ReadLog(tsan).detailed($0) }?.report)
    #expect(report.locations.map(\.name) == ["trays"])
    #expect(report.threads.compactMap(\.label) == ["baker"])
    let helgrind =
      Self.helgrind.replacing("@", with: "")
      + "\n==7==  Address 0x4a9fe50 is 0 bytes inside data symbol “trays”\n"
    let log = try ReadLog(helgrind)
    #expect(log.entries.first.flatMap { log.detailed($0) }?.report.locations.map(\.name) == ["trays"])
  }

  private static let lockOrder = """
    ==7== Thread #1: lock order "0x30A0C0 before 0x30A0F0" violated
    ==7==
    ==7== Observed (incorrect) order is: acquisition of lock at 0x30A0F0
    ==7==    at 0x4C2BC62: lock (oven.c:494)
    ==7==    by 0x400825: main (oven.c:23)
    ==7==
    ==7==  followed by a later acquisition of lock at 0x30A0C0
    ==7==    at 0x4C2BC62: lock (oven.c:494)
    ==7==    by 0x400853: main (oven.c:24)
    ==7==

    """

  @Test(arguments: [
    lockOrder.replacing("\"0x", with: "“0x").replacing("F0\"", with: "F0”"),
    "time,text\n12:01:44Z,\"" + lockOrder.replacing("\"", with: "\"\"") + "\"\n",
  ])
  func `the quotes of an order of locks`(_ text: String) throws {
    let log = try ReadLog(text)
    #expect(log.entries.map(\.kind) == [.lockOrder])
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.title == "Thread #1: lock order \"0x30A0C0 before 0x30A0F0\" violated")
    #expect(report.sections.count { $0.kind == .acquisition } == 2)
  }

  @Test func `a curly apostrophe is the plain one, but in a path`() throws {
    let block = """
      ==7==  Address 0x4a9fe50 is 8 bytes inside a block of size 16 alloc’d
      ==7==    at 0x4843839: malloc (vg_replace_malloc.c:431)
      ==7==    by 0x109220: make (/home/o’hara/oven.c:40)
      ==7==  Block was alloc’d by thread #1
      ==7==

      """
    let text = Self.helgrind.replacing("@", with: "") + "\n" + block
    let log = try ReadLog(text)
    let detailed = try #require(log.entries.first.flatMap { log.detailed($0) })
    #expect(
      detailed.report.locations.map(\.text) == [
        "Address 0x4a9fe50 is 8 bytes inside a block of size 16 alloc'd Block was alloc'd by thread #1"
      ])
    #expect(
      detailed.frames(of: detailed.report.locations.first?.stack).map(\.file) == [
        "vg_replace_malloc.c", "/home/o’hara/oven.c",
      ])
  }

  /// Documents that quote a report in part leave out `Previous`.
  @Test func `a second access at the same address belongs to the report`() throws {
    for (text, stacks) in Self.marked.prefix(2) {
      let retold = text.replacing("@", with: "").replacing("Previous read", with: "Read")
        .replacing("Previous write", with: "Write")
      #expect(try ReadLog(retold).stacks == stacks)
      #expect(try ReadLog(retold).entries.count == 1)
      // At another address it is another report without a title.
      let last =
        retold.range(of: "0x00c000012345 by goroutine 6") ?? retold.range(of: "0x7b0400007720 by main")
      let other = try retold.replacingCharacters(in: #require(last), with: "0x00c0000aaaa0 by goroutine 6")
      if text == Self.go { #expect(try ReadLog(other).entries.count == 2) }
    }
  }

  @Test func `unknown places do not belong to names`() throws {
    let rust = Self.tsan.replacing("@", with: "").replacing("bake(int) oven.cc:12:3", with: "oven::bake :?")
      .replacing("run oven.cc:30", with: "oven::run 2vkr1ywrjk8vhun1:?").replacing(
        "taste oven.cc:18:1", with: "oven::taste ??:?")
    #expect(
      try ReadLog(rust).stacks == ["oven::bake (oven+0x1) | oven::run (oven+0x2)", "oven::taste (oven+0x3)"])
    let valgrind = Self.helgrind.replacing("@", with: "").replacing("(in /opt", with: "(within /opt")
    #expect(try ReadLog(valgrind).stacks == Self.marked[2].stacks)
  }

  @Test func `the end of a raw string after the last frame of KCSAN`() throws {
    let text = "text: `" + Self.kcsan.replacing("@", with: "") + "`, \"data-race in bake / taste\"},\n"
    #expect(try ReadLog(text).stacks == Self.marked[3].stacks)
  }

  // MARK: Texts on one line

  @Test func `reads each string on a line`() throws {
    func string(_ text: String) -> String {
      text.replacing("@", with: "").replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\n", with: "\\n")
    }
    let bodies = Self.marked.enumerated().map {
      #"{"id": \#($0), "body": "It says:\n\#(string($1.text))\n"}"#
    }
    let log = try ReadLog("[\(bodies.joined(separator: ", "))]\n")
    // All begin at the same byte.
    #expect(log.stacks.sorted() == Self.marked.flatMap(\.stacks).sorted())
    #expect(log.entries.allSatisfy { $0.line == 1 && $0.endLine == 1 })
    #expect(log.contradictions == [])
    let one = try ReadLog(
      #"{"first": "\#(string(Self.go))", "second": "none", "third": "\#(string(Self.kcsan))"}"#)
    #expect(one.stacks == Self.marked[0].stacks + Self.marked[3].stacks)
  }

  @Test func `a frame with only its number has no words after it`() throws {
    for end in ["", "\n", " \n", "\t\n    #1 main a.c:4 (a+0x11)\n"] {
      let log = try ReadLog(
        "WARNING: ThreadSanitizer: data race (pid=7)\n  Write of size 4 at 0x10 by main thread:\n    #0" + end
      )
      #expect(log.entries.count == 1)
    }
  }
}
