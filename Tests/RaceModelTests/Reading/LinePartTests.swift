import Testing

@testable import RaceModel

/// Lines that a collector of logs has written in several parts.
@Suite struct `Lines in parts` {
  private static let lines = [
    "==================", "WARNING: DATA RACE",
    "Write at 0x00c000124010 by main goroutine:", "  shop.sell()", "      /src/shop/till.go:14 +0x8e",
    "",
    "Previous read at 0x00c000124010 by goroutine 18:", "  shop.count()",
    "      /src/shop/stock.go:9 +0x3a", "",
    "Goroutine 18 (finished) created at:", "  main.main()", "      /src/main.go:8 +0x7c",
    "==================",
  ]
  private static let stacks = [
    "shop.sell /src/shop/till.go:14", "shop.count /src/shop/stock.go:9", "main.main /src/main.go:8",
  ]

  /// The log with one line cut in two, each part with what is before it.
  private static func log(
    _ line: Int, at column: Int, whole: String, first: String, rest: String
  ) -> String {
    lines.enumerated().map { index, text -> String in
      guard index == line else { return "\(whole)\(text)\n" }
      return "\(first)\(text.prefix(column))\n\(rest)\(text.dropFirst(column))\n"
    }.joined()
  }

  @Test(arguments: [2, 4, 6, 8, 10, 12], [9, 14, 19])
  func `of a container are put together`(_ line: Int, _ column: Int) throws {
    let time = "2024-05-06T07:08:09.123456789Z stderr "
    let log = Self.log(line, at: column, whole: time + "F ", first: time + "P ", rest: time + "F ")
    let read = try ReadLog(log)
    #expect(read.stacks == Self.stacks)
    #expect(read.entries.map(\.isComplete) == [true])
    #expect(read.contradictions == [])
    #expect(try ReadLog(log, chunkSize: 7).stacks == Self.stacks)
  }

  @Test func `of a container may be more than two`() throws {
    let time = "2024-05-06T07:08:09.123456789Z stderr "
    let parts = "\(time)P Write at 0x00c\n\(time)P 000124010 by main\n\(time)F  goroutine:\n"
    let log = Self.lines.map { $0.hasPrefix("Write") ? parts : "\(time)F \($0)\n" }.joined()
    #expect(try ReadLog(log).stacks == Self.stacks)
  }

  @Test(arguments: [(2, 19), (4, 14), (4, 20), (8, 12), (12, 13)])
  func `of GitLab are put together`(_ line: Int, _ column: Int) throws {
    let time = "2024-05-06T07:08:09.123456Z 01E"
    let log = Self.log(line, at: column, whole: time + " ", first: time + " ", rest: time + "+")
    let read = try ReadLog(log)
    #expect(read.stacks == Self.stacks)
    #expect(read.entries.map(\.isComplete) == [true])
    #expect(read.contradictions == [])
    #expect(try ReadLog(log, chunkSize: 7).stacks == Self.stacks)
  }

  @Test func `of GitLab are never lines of their own`() throws {
    let time = "2024-05-06T07:08:09.123456Z 01E"
    let log = Self.log(8, at: 28, whole: time + " ", first: time + " ", rest: time + "+")
    let read = try ReadLog(log)
    #expect(read.entries.count == 1)
    #expect(read.entries.first?.isComplete == false || read.stacks == Self.stacks)
    let function = Self.log(3, at: 9, whole: time + " ", first: time + " ", rest: time + "+")
    let cut = try ReadLog(function)
    #expect(cut.entries.first?.isComplete == false || cut.stacks == Self.stacks)
    #expect(!cut.stacks.contains { $0.contains("+") || $0.contains("01E") })
  }
}
