import Testing

@testable import RaceModel

/// Several writers whose lines are mixed: containers, processes, ranks.
@Suite struct `Lines of several writers` {
  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// A report of each writer, line by line; the first one has died in the middle of its last line.
  private static func mixed(_ first: String, _ second: String, _ prefixes: (String, String)) -> String {
    var text = ""
    let (own, other) = (lines(first), lines(second))
    for index in 0..<max(own.count, other.count) {
      if index < own.count { text += prefixes.0 + own[index] + "\n" }
      if index < other.count { text += prefixes.1 + other[index] + "\n" }
    }
    return text
  }

  // MARK: Half lines

  private static let half = """
    WARNING: DATA RACE
    Write at 0x00c000012345 by goroutine 9:
      oven.bake()
          /src/oven.go:12 +0x2e

    Previous read at 0x00c000012345 by goroutine 6:
      oven.taste()
          /src/ov
    """
  private static let whole = """
    WARNING: DATA RACE
    Write at 0x00c000077777 by main goroutine:
      kiln.fire()
          /src/kiln.go:12 +0x2e

    Previous read at 0x00c000077777 by goroutine 6:
      kiln.cool()
          /src/kiln.go:18 +0xf3d
      kiln.stand()
          /src/kiln.go:30 +0x1d

    Goroutine 6 (finished) created at:
      main.main()
          /src/kiln.go:40 +0x88
    """
  private static let wholeStacks = [
    "kiln.fire /src/kiln.go:12", "kiln.cool /src/kiln.go:18 | kiln.stand /src/kiln.go:30",
    "main.main /src/kiln.go:40",
  ]
  private static let prefixes = [
    ("api-1  | ", "db-1   | "), ("[server] ", "[client] "), ("[1,0]<stderr>:", "[1,1]<stderr>:"),
    ("node1: ", "node2: "), ("node9: ", "node10: "),
    ("2024-05-03T10:00:01Z host1 app[7]: ", "2024-05-03T10:00:01Z host2 web[9]: "),
  ]

  @Test(arguments: prefixes.indices)
  func `do not go on with each other's half lines`(_ pair: Int) throws {
    let log = try ReadLog(Self.mixed(Self.half, Self.whole, Self.prefixes[pair]))
    #expect(log.stacks == ["oven.bake /src/oven.go:12", "oven.taste"] + Self.wholeStacks)
    #expect(log.entries.map(\.isComplete) == [false, true])
    #expect(log.contradictions == [])
    // The half line is the eighth of its writer.
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.damage.contains(.frame(line: 15)))
  }

  /// The other writer has no report: it prints the stack of a panic.
  @Test(arguments: prefixes.indices)
  func `do not go on with other text`(_ pair: Int) throws {
    let (own, other) = Self.prefixes[pair]
    let log = try ReadLog(
      Self.half.prefixed(own) + "\n" + "      /src/web/main.go:9 +0x52\nmain.main()".prefixed(other) + "\n")
    #expect(log.stacks == ["oven.bake /src/oven.go:12", "oven.taste"])
    #expect(log.contradictions == [])
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.damage.contains(.frame(line: 8)))
  }

  /// The rest of a line that was wrapped has the report's prefix, a part of it, or none.
  @Test(arguments: ["", "api-1  | "])
  func `beside a report that was wrapped`(_ rest: String) throws {
    let race = """
      Possible data race during write of size 4 at 0x5420FD8 by thread #1
      Locks held: none
         at 0x109310: bake (in¦/usr/lib/liboven.so)
      """.prefixed("api-1  | ==7== ").replacing("¦", with: "\n" + rest)
    let log = try ReadLog("db-1   | WARNING: DATA RACE\n" + race + "\ndb-1   | ready\n")
    #expect(log.stacks.first == "bake (/usr/lib/liboven.so)")
  }

  // MARK: Numbers

  private static let kcsan = """
    BUG: KCSAN: data-race in oven_bake / oven_taste

    write to 0xffff8881052f0a40 of 8 bytes by task 1877 on cpu 3:
     oven_bake+0x5e/0x110
     oven_ioctl+0x1b4/0x3a0

    read to 0xffff8881052f0a40 of 8 bytes by interrupt on cpu 1:
     oven_taste+0x22/0x40
     oven_irq+0x22/0x40

    value changed: 0x01 -> 0x02
    ==================================================================
    """
  private static let stacks = ["oven_bake | oven_ioctl", "oven_taste | oven_irq"]
  private static let numbers = [
    ("node1: ", "node2: "), ("[pod/api-0/api] ", "[pod/api-1/api] "), ("rank 0: ", "rank 1: "),
    ("rank 1: ", "rank 0: "), ("[1,0]<stderr>:", "[1,1]<stderr>:"),
  ]

  @Test(arguments: numbers.indices)
  func `are consoles of KCSAN that differ in a number`(_ pair: Int) throws {
    let other = Self.kcsan.replacing("oven", with: "kiln").replacing("52f0a40", with: "66b1c80")
    let log = try ReadLog(Self.mixed(Self.kcsan, other, Self.numbers[pair]))
    #expect(log.stacks == Self.stacks + Self.stacks.map { $0.replacing("oven", with: "kiln") })
    #expect(log.contradictions == [])
    let reports = log.entries.compactMap { log.detailed($0)?.report }
    #expect(reports.map(\.isComplete) == [true, true])
    #expect(reports.allSatisfy { $0.notes.isEmpty })
  }

  /// As if they counted the lines.
  @Test(arguments: [["12: ", "13: "], ["13: ", "12: "], ["3: ", "12: "]])
  func `are tests of two detectors`(_ prefixes: [String]) throws {
    let go = Self.whole + "\n=================="
    let log = try ReadLog(Self.mixed(go, Self.kcsan, (prefixes[0], prefixes[1])))
    // Whichever title is above the other.
    #expect(log.stacks == Self.wholeStacks + Self.stacks)
    let reports = log.entries.compactMap { log.detailed($0)?.report }
    #expect(reports.map(\.isComplete) == [true, true])
    #expect(reports.allSatisfy { $0.notes.isEmpty })
  }

  /// The numbers of lines rise.
  @Test func `are not numbered lines`() throws {
    let text = Self.lines(Self.kcsan).enumerated().map { "\($0 + 8): \($1)\n" }.joined()
    #expect(try ReadLog(text).stacks == Self.stacks)
  }

  /// The first writer's report has lost its title: its frames are not those of the other one's title.
  @Test func `are not those of the title above`() throws {
    let text = """
      [1,1]<stderr>:WARNING: ThreadSanitizer: data race (pid=7)
      [1,0]<stderr>:    #0 malloc /src/alloc.c:9:5 (other+0x7a5a0)
      [1,1]<stderr>:  Write of size 4 at 0x55baf3a51220 by main thread:
      [1,0]<stderr>:    #1 main /src/other.c:14:13 (other+0xfe336)
      [1,1]<stderr>:    #0 bake /src/oven.c:45:9 (oven+0xd3d82)
      [1,1]<stderr>:
      [1,1]<stderr>:  Previous write of size 4 at 0x55baf3a51220 by thread T1:
      [1,1]<stderr>:    #0 taste /src/oven.c:21:41 (oven+0xd3fb9)
      """
    let log = try ReadLog(text)
    #expect(log.stacks == ["bake /src/oven.c:45:9 (oven+0xd3d82)", "taste /src/oven.c:21:41 (oven+0xd3fb9)"])
    #expect(log.contradictions == [])
  }
}
