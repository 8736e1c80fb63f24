import Testing

@testable import RaceModel

/// Words that a terminal has cut at its width, words that a mail program has put on the next line, and lines that only look
/// like the beginning of the next one.
@Suite struct `Words that were cut` {
  /// The lines as copied from a terminal: cut at a fixed column.
  private static func cut(_ text: String, at width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      line.count > width ? "\(line.prefix(width))\n\(line.dropFirst(width))" : String(line)
    }.joined(separator: "\n")
  }

  private static func onlyReport(_ log: ReadLog) throws -> Report {
    #expect(log.entries.count == 1)
    #expect(log.contradictions == [])
    return try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
  }

  // MARK: Terminals

  @Test(arguments: ["", "api-1  | "])
  func `before the end of a file's name`(_ prefix: String) throws {
    let text = """
      ==88== Conflicting load by thread 1 at 0x0526b2b8 size 4
      ==88==    at 0x10930A: oven_bake_slowly_until_it_is_done (oven_with_a_long_name¦.c:905)
      ==88==    by 0x10931A: main (oven.c:60)
      ==88== Allocation context: unknown.
      """
    let log = try ReadLog(text.prefixed(prefix).replacing("¦", with: "\n"))
    #expect(
      log.stacks == ["oven_bake_slowly_until_it_is_done oven_with_a_long_name.c:905 | main oven.c:60"])
    #expect(try Self.onlyReport(log).isComplete)
  }

  @Test func `in a function of Go at the width of other lines`() throws {
    let text = """
      WARNING: DATA RACE
      Write at 0x000001536938 by goroutine 9:
        oven.bake()
            /src/oven.go:2 +0x44
        _cgoexp_ca48223480fd_ovenCallback()
            _cgo_gotypes.go:78 +0x1d

      Previous read at 0x000001536938 by goroutine 7:
        oven.taste()
            /src/oven.go:9 +0x44
      """
    let prefix = "2024-05-03T12:01:44Z {app=\"api\",pod=\"api-0\"} "
    let log = try ReadLog(Self.cut(text.prefixed(prefix), at: 76))
    #expect(
      log.stacks == [
        "oven.bake /src/oven.go:2 | _cgoexp_ca48223480fd_ovenCallback _cgo_gotypes.go:78",
        "oven.taste /src/oven.go:9",
      ])
    #expect(try Self.onlyReport(log).notes.isEmpty)
  }

  @Test func `in an address of ThreadSanitizer at the width of other lines`() throws {
    let text = """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x55baf3a51220 by main thread:
          #0 bake /src/oven.c:45:9 (oven+0xd3d82)

        Previous read of size 4 at 0x55baf3a51220 by thread T1:
          #0 taste /src/oven.c:21:4 (oven+0xd3fb9)

        Location is global 'total' of size 4 at 0x55baf3a51220 (oven+0x147a220)

      """
    let log = try ReadLog(Self.cut(text.prefixed("2024-05-03T12:01:44.2540000Z "), at: 76))
    #expect(
      log.stacks == ["bake /src/oven.c:45:9 (oven+0xd3d82)", "taste /src/oven.c:21:4 (oven+0xd3fb9)"])
    let report = try Self.onlyReport(log)
    #expect(report.locations.map { $0.address?.value } == [0x55ba_f3a5_1220])
    #expect(report.notes.isEmpty)
  }

  @Test(
    arguments: [
      (
        "grind /src/mill_control_units.cpp:12:9 (¦mill+0xd3f41)",
        "grind /src/mill_control_units.cpp:12:9 (mill+0xd3f41)"
      ),
      (
        "grind /src/mill_control_units.¦cpp:12:9 (mill+0xd3f41)",
        "grind /src/mill_control_units.cpp:12:9 (mill+0xd3f41)"
      ),
      ("grind /lib/12/..¦/../mill.h:12:9 (mill+0xd3f41)", "grind /lib/12/../../mill.h:12:9 (mill+0xd3f41)"),
      ("grind /lib/12/.¦./../mill.h:12:9 (mill+0xd3f41)", "grind /lib/12/../../mill.h:12:9 (mill+0xd3f41)"),
      (
        "grind /src/mill_con¦trol_units.cpp:12:9 (mill+0xd3f41) (BuildId: 0123456789ab¦cdef)",
        "grind /src/mill_control_units.cpp:12:9 (mill+0xd3f41)"
      ),
      (
        "grind<void, main()::<lambda()> >¦/src/invoke.h:61 (mill+0xd3f41)",
        "grind<void, main()::<lambda()> > /src/invoke.h:61 (mill+0xd3f41)"
      ),
    ], ["", "mill-1  | "])
  func `in the place of a frame of ThreadSanitizer`(
    _ frame: (cut: String, whole: String), _ prefix: String
  ) throws {
    let text = """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x55baf3a51220 by main thread:
          #0 \(frame.cut)
          #1 main /src/mill.c:45:9 (mill+0xd3d82)

        Previous read of size 4 at 0x55baf3a51220 by thread T1:
          #0 sieve /src/mill.c:21:4 (mill+0xd3fb9)

      """
    let log = try ReadLog(text.prefixed(prefix).replacing("¦", with: "\n"))
    #expect(
      log.stacks == [
        "\(frame.whole) | main /src/mill.c:45:9 (mill+0xd3d82)", "sieve /src/mill.c:21:4 (mill+0xd3fb9)",
      ])
    let report = try Self.onlyReport(log)
    #expect(report.damage == [.creation(ThreadName(.thread, 1))])
    #expect(report.notes.isEmpty)
  }

  /// The blank is on the next line.
  @Test func `before the thread of a block`() throws {
    let prefix = "mill-worker | "
    let location = "  Location is heap block of size 16 at 0x7b0400000010 allocated by"
    #expect(prefix.count + location.count == 80)
    let text = """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x7b0400000010 by main thread:
          #0 grind /src/mill.c:45:9 (mill+0xd3d82)

        Previous read of size 4 at 0x7b0400000010 by main thread:
          #0 sieve /src/mill.c:21:4 (mill+0xd3fb9)

      \(location)¦ main thread:
          #0 malloc <null> (mill+0x51a5e)

      """
    let log = try ReadLog(text.prefixed(prefix).replacing("¦", with: "\n"))
    let report = try Self.onlyReport(log)
    #expect(report.locations.map(\.thread) == [.main])
    #expect(report.locations.map(\.stack?.count) == [1])
    #expect(report.locations.first?.text.hasSuffix(" allocated by main thread:") == true)
  }

  // MARK: Titles

  @Test(
    arguments: ["", "2024-05-03 12:01:44.261013+0200 ", "api-1  | "],
    ["data race¦(pid=31646)", "data race (pid=316¦46)", "data race (pid=31646¦)"])
  func `in a title of ThreadSanitizer`(_ prefix: String, _ title: String) throws {
    let text = """
      WARNING: ThreadSanitizer: \(title)
        Write of size 4 at 0x55baf3a51220 by main thread:
          #0 bake /src/oven.c:45:9 (oven+0xd3d82)

        Previous read of size 4 at 0x55baf3a51220 by thread T1:
          #0 taste /src/oven.c:21:4 (oven+0xd3fb9)
      """
    let log = try ReadLog(text.prefixed(prefix).replacing("¦", with: "\n"))
    let report = try Self.onlyReport(log)
    #expect(report.pid == 31646)
    #expect(report.title == "data race")
    #expect(
      log.stacks == ["bake /src/oven.c:45:9 (oven+0xd3d82)", "taste /src/oven.c:21:4 (oven+0xd3fb9)"])
  }

  /// The first line is as wide as terminals are, by chance: a mail program has wrapped it.
  @Test func `before the address in a title of DRD`() throws {
    let title = "==88== Conflicting load by thread 1 at"
    let stamp = "2024-05-03T12:01:44+0200 host1 app[2231]: "
    #expect(stamp.count + title.count == 80)
    let log = try ReadLog(
      """
      \(stamp)\(title)
      0x0526b2b8 size 4
      \(stamp)==88==    at 0x10930A: bake (oven.c:50)
      \(stamp)==88==    by 0x10931A: main (oven.c:60)
      """)
    let report = try Self.onlyReport(log)
    #expect(report.title == "Conflicting load by thread 1 at 0x0526b2b8 size 4")
    #expect(report.accesses.map { $0.address?.value } == [0x0526_b2b8])
    #expect(report.accesses.map(\.size) == [4])
  }

  // MARK: Go

  private static let go = """
    ==================
    WARNING: DATA RACE
    Write at 0x00c000012345 by goroutine 9:
      oven.bake()
          /src/oven.go:42 +0x2e
      oven.run()
          /src/oven.go:50 +0x2e

    Previous write at 0x00c000012345 by goroutine 6:
      oven.taste()
          /src/oven.go:40 +0xf3d
    ==================

    """

  /// A place that is whole needs no beginning.
  @Test(
    arguments: [
      "Previous run was slow", "Goroutine pool: 7 running", "https://example.com/a/b.go:3",
    ], ["", "app-1  | "])
  func `a sentence between a function and its place`(_ sentence: String, _ prefix: String) throws {
    let text = Self.go.replacing("      /src/oven.go:42", with: "\(sentence)\n      /src/oven.go:42")
    let log = try ReadLog(text.prefixed(prefix))
    #expect(
      log.stacks == ["oven.bake /src/oven.go:42 | oven.run /src/oven.go:50", "oven.taste /src/oven.go:40"])
    #expect(try Self.onlyReport(log).notes.map(\.text) == [sentence])
  }

  @Test func `a link below a frame of KCSAN`() throws {
    let text = """
      BUG: KCSAN: data-race in oven_bake / oven_taste

      write to 0xffff8881052f0a40 of 8 bytes by task 1877 on cpu 3:
       oven_bake+0x5e/0x110
      https://example.com/a/b.c:3
       oven_ioctl+0x1b4/0x3a0

      read to 0xffff8881052f0a40 of 8 bytes by interrupt on cpu 1:
       oven_taste+0x22/0x40

      """
    let log = try ReadLog(text)
    #expect(log.stacks == ["oven_bake | oven_ioctl", "oven_taste"])
    #expect(try Self.onlyReport(log).notes.map(\.text) == ["https://example.com/a/b.c:3"])
  }

  /// The mail program has left the indentation on the line above.
  @Test func `a function below its indentation`() throws {
    let text = Self.go.replacing("oven.run()", with: "oven.runUntilAllIsBaked()")
      .prefixed("2024-05-03T12:01:44.254000+00:00 app[web.1]: ")
      .replacing("  oven.runUntil", with: " \noven.runUntil")
    let log = try ReadLog(text)
    #expect(
      log.stacks == [
        "oven.bake /src/oven.go:42 | oven.runUntilAllIsBaked /src/oven.go:50", "oven.taste /src/oven.go:40",
      ])
    #expect(try Self.onlyReport(log).notes.isEmpty)
  }

  /// Without the indentation a blank line ends a stack, and what is below it is another program's.
  @Test func `a function below a blank line`() throws {
    let stamp = "2024-05-03T12:01:44.254000+00:00 app[web.1]: "
    let text = Self.go.prefixed(stamp)
      .replacing("\(stamp)\n\(stamp)Previous", with: "\(stamp)\nkiln.fireUntilItIsDone()\n\(stamp)Previous")
    #expect(
      try ReadLog(text).stacks == [
        "oven.bake /src/oven.go:42 | oven.run /src/oven.go:50", "oven.taste /src/oven.go:40",
      ])
  }
}
