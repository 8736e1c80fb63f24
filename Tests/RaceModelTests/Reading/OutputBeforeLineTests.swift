import Testing

@testable import RaceModel

/// Report lines after program output without a line end.
@Suite struct `Output before lines` {
  private static let go = """
    WARNING: DATA RACE
    @Write at 0x00c000012345 by goroutine 9:
      oven.bake()
    @      /src/oven.go:12 +0x2e
      oven.run()
          /src/oven.go:30 +0x3f

    @Previous read at 0x00c000012345 by goroutine 6:
      oven.taste()
          /src/oven.go:18 +0xf3d

    @Goroutine 9 (running) created at:
      oven.main()
          /src/oven.go:44 +0x66

    """
  private static let tsan = """
    WARNING: ThreadSanitizer: data race (pid=5)
    @  Write of size 8 at 0x7b0400007720 by thread T4:
        #0 bake(int) oven.cc:12:3 (oven+0x1)
    @    #1 run oven.cc:30:1 (oven+0x2)

    @  Previous write of size 8 at 0x7b0400007720 by main thread:
    @    #0 taste oven.cc:18:1 (oven+0x3)

    @  Thread T4 (tid=9, running) created by main thread at:
        #0 pthread_create <null> (oven+0x4)

    """
  private static let helgrind = """
    ==7== Possible data race during read of size 4 at 0x4A9FE50 by thread #2
    ==7== Locks held: none
    @==7==    at 0x1: bake(int) (oven.cc:12)
    @==7==    by 0x3: run (in /opt/oven)
    ==7==
    @==7== This conflicts with a previous write of size 4 by thread #1
    ==7== Locks held: none
    @==7==    at 0x2: taste (oven.cc:18)

    """
  private static let kcsan = """
    [   12.81] BUG: KCSAN: data-race in bake / taste

    [   12.81] read to 0xffff888105aa0010 of 4 bytes by task 8 on cpu 0:
    @[   12.81]  bake+0x1/0x20 net/oven.c:12
    [   12.81]  run+0x1/0x20

    @[   12.82] write to 0xffff888105aa0010 of 4 bytes by task 7 on cpu 1:
    @[   12.82]  taste+0x1/0x20 net/oven.c:18

    """
  private static let texts: [(text: String, stacks: [String])] = [
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
        "bake(int) oven.cc:12:3 (oven+0x1) | run oven.cc:30:1 (oven+0x2)", "taste oven.cc:18:1 (oven+0x3)",
        "pthread_create (oven+0x4)",
      ]
    ),
    (helgrind, ["bake(int) oven.cc:12 | run (/opt/oven)", "taste oven.cc:18"]),
    (kcsan, ["bake net/oven.c:12 | run", "taste net/oven.c:18"]),
  ]

  @Test(
    arguments: texts.indices, ["...", ".", "•", "progress 10%", "ok", "tick 12 done", "bake(3) = 7 /tmp"])
  func `is not part of them`(_ position: Int, _ output: String) throws {
    let (text, stacks) = Self.texts[position]
    // Go's place lines have blanks and a slash before them.
    let output = position == 0 ? output.replacing(" /tmp", with: "") : output
    let clean = try ReadLog(text.replacing("@", with: ""))
    #expect(clean.stacks == stacks)
    // At each place alone, then at all of them.
    var places = text.indices(of: "@").ranges.map { range in
      var lines = Array(text)
      lines[text.distance(from: text.startIndex, to: range.lowerBound)] = "%"
      return String(lines)
    }
    places.append(text.replacing("@", with: "%"))
    for place in places {
      let log = try ReadLog(place.replacing("@", with: "").replacing("%", with: output))
      #expect(log.stacks == stacks, "\(place)")
      #expect(log.contradictions == [])
      // Three dots before a kernel line may mean that lines were left out, and are marked as such.
      if position != 3 || output != "..." {
        #expect(log.entries.map(\.isComplete) == clean.entries.map(\.isComplete))
      }
      let notes = log.entries.flatMap { log.detailed($0)?.report.notes.map(\.text) ?? [] }.joined()
      #expect(notes.contains(output))
    }
  }

  /// Text that a blank or a sign ends, as prefixes end.
  @Test(arguments: [
    (0, "connecting... "), (0, "[GIN-debug] "), (0, "&{1 2 3}"), (0, "/tmp/x.go:12 "), (1, "connecting... "),
  ])
  func `may end as a prefix does`(_ position: Int, _ output: String) throws {
    let (text, stacks) = Self.texts[position]
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard line.hasPrefix("@") else { return String(line) }
      return (line.hasSuffix(":") ? output : "") + line.dropFirst()
    }
    for chunkSize in [1, 1 << 20] {
      let log = try ReadLog(lines.joined(separator: "\n"), chunkSize: chunkSize)
      #expect(log.stacks == stacks)
      #expect(log.entries.count == 1)
      #expect(log.contradictions == [])
    }
  }

  /// Another writer's lines look alike but have other addresses and threads.
  @Test func `may be another report's own prefix`() throws {
    let foreign = [
      "api: Previous read at 0x00c000099999 by goroutine 16:", "api: Goroutine 16 (running) created at:",
      "see   Previous write of size 8 at 0x7b0400009999 by main thread:",
      "x    #7 bake oven.cc:12:3 (oven+0x1)",
      "x    #1 is what failed", "x ==8==    at 0x1: burn (oven.cc:66)", "==8==    at 0x1: burn (oven.cc:66)",
      "x [   12.81] and nothing else",
    ]
    for (text, stacks) in Self.texts {
      for line in foreign {
        let lines = text.replacing("@", with: "").split(separator: "\n", omittingEmptySubsequences: false)
        let log = try ReadLog((lines[..<4] + [Substring(line)] + lines[4...]).joined(separator: "\n"))
        let own = log.stacks.filter { !$0.isEmpty }
        #expect(own == stacks, "\(line)")
        #expect(log.contradictions == [])
      }
    }
  }
}
