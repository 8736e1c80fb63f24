import Testing

@testable import RaceModel

/// Lines of Go's reports that a terminal has cut between the digits of a number, in a name, or behind a prefix.
@Suite struct `Lines cut at a column` {
  private static let whole = """
    ==================
    WARNING: DATA RACE
    Write at 0x00c00009a040 by goroutine 7:
      github.com/acme/shop/internal/store.(*Cache[...]).Put()
          /home/runner/work/shop/shop/internal/store/cache.go:46 +0x12
      github.com/acme/shop/internal/store.TestCacheConcurrentPutAndGet.func1()
          /home/runner/work/shop/shop/internal/store/cache_test.go:19 +0x3c

    Previous read at 0x00c00009a040 by goroutine 1234567:
      github.com/acme/shop/internal/store.(*Cache[...]).Get()
          /home/runner/work/shop/shop/internal/store/cache.go:31 +0x5e

    Goroutine 7 (running) created at:
      github.com/acme/shop/internal/store.TestCacheConcurrentPutAndGet()
          /home/runner/work/shop/shop/internal/store/cache_test.go:18 +0x1d4

    Goroutine 1234567 (finished) created at:
      github.com/acme/shop/internal/store.TestCacheConcurrentPutAndGet()
          /home/runner/work/shop/shop/internal/store/cache_test.go:24 +0x2a8
      testing.tRunner()
          /opt/hostedtoolcache/go/1.22.1/x64/src/testing/testing.go:1689 +0x21e
    ==================

    """

  private static let offsets = ["0x12", "0x3c", "0x5e", "0x1d4", "0x2a8", "0x21e"]

  /// The lines, cut at a column.
  private static func cut(_ text: String, at width: Int, mark: String = "") -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      var rest = String(line)
      var pieces: [String] = []
      while rest.count > width {
        pieces.append(String(rest.prefix(width)))
        rest = String(rest.dropFirst(width))
      }
      pieces.append(rest)
      return pieces.enumerated().map { $0 > 0 ? mark + $1 : $1 }
    }.joined(separator: "\n")
  }

  private static func expect(_ text: String, location: SourceLocation = #_sourceLocation) throws {
    let stacks = try ReadLog(whole).stacks
    for chunkSize in [7, 1 << 20] {
      let log = try ReadLog(text, chunkSize: chunkSize)
      #expect(log.stacks == stacks, sourceLocation: location)
      #expect(log.entries.map(\.isComplete) == [true], sourceLocation: location)
      #expect(log.contradictions == [], sourceLocation: location)
      let detailed = try #require(log.entries.first.flatMap { log.detailed($0) }, sourceLocation: location)
      let report = detailed.report
      let all = report.accesses.map(\.stack) + report.threads.compactMap(\.created)
      let found = all.flatMap { detailed.frames(of: $0).map { $0.offset?.description } }
      #expect(found == offsets, sourceLocation: location)
      #expect(report.notes.isEmpty, sourceLocation: location)
    }
  }

  @Test(arguments: [70, 71, 72, 73, 74], ["", "> "])
  func `in an offset`(_ width: Int, _ prefix: String) throws {
    try Self.expect(Self.cut(Self.whole, at: width).prefixed(prefix))
  }

  @Test(arguments: ["web-1  | ", "2024-03-05T10:00:01.1234567Z "])
  func `behind a prefix that the rest has not`(_ prefix: String) throws {
    try Self.expect(Self.cut(Self.whole.prefixed(prefix), at: 80))
  }

  @Test(arguments: ["↪ ", "↳ ", "⤷ "]) func `with an editor's mark before the rest`(_ mark: String) throws {
    try Self.expect(Self.cut(Self.whole, at: 72, mark: mark))
  }

  @Test func `at a blank, each line a paragraph`() throws {
    try Self.expect(Self.whole.replacing(" +0x", with: "\n+0x").replacing("\n", with: "\n\n"))
  }

  /// A number that the program has printed below a line that is not the widest one.
  @Test func `digits below a narrow line are output`() throws {
    let text = Self.whole.replacing("cache.go:31 +0x5e\n", with: "cache.go:31 +0x5e\n5\n")
    let log = try ReadLog(text)
    #expect(try log.stacks == ReadLog(Self.whole).stacks)
    let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
    #expect(report.notes.map(\.text) == ["5"])
    #expect(log.contradictions == [])
  }
}
