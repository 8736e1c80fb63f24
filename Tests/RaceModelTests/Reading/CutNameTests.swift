import Testing

@testable import RaceModel

/// Names of functions with a line end inside: whatever a program has read from a pipe, it logs as a line.
@Suite struct `Names of Go that are cut in two` {
  private static let report = """
    ==================
    WARNING: DATA RACE
    Write at 0x00c000124010 by main goroutine:
      example.com/bank/vault.(*Vault).Put()
          /src/vault.go:14 +0x8e
      example.com/bank.Open.func1()
          /src/bank.go:31 +0x2c

    Previous read at 0x00c000124010 by goroutine 18:
      main.main.func1()
          /src/main.go:9 +0x3a

    Goroutine 18 (finished) created at:
      main.main()
          /src/main.go:8 +0x7c
    ==================

    """
  private static let stacks = [
    "example.com/bank/vault.(*Vault).Put /src/vault.go:14 | example.com/bank.Open.func1 /src/bank.go:31",
    "main.main.func1 /src/main.go:9", "main.main /src/main.go:8",
  ]

  /// The same where the second name is not known.
  private static let nameless: [String] =
    ["example.com/bank/vault.(*Vault).Put /src/vault.go:14 | ? /src/bank.go:31"] + stacks.dropFirst()

  private static let records = "{\"level\": \"error\", \"msg\": \""

  private static func expect(
    _ text: String, _ stacks: [String], notes: [String] = [], damage: [Damage] = []
  ) throws {
    let lines = text.trimming("\n")
    let recorded = lines.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "\(records)\($0)\"}\n" }.joined()
    let texts = [text, text.replacing("\n", with: "\r\n"), lines.prefixed("app_1  | "), recorded]
    for text in texts {
      for chunkSize in [7, 1 << 20] {
        let log = try ReadLog(text, chunkSize: chunkSize)
        #expect(log.stacks == stacks, "\(text)")
        #expect(log.contradictions == [])
        let report = try #require(log.entries.first.flatMap { log.detailed($0) }?.report)
        #expect(report.notes.map(\.text) == notes)
        #expect(report.damage == damage)
      }
    }
  }

  @Test(
    arguments: [
      "main.main.f|unc1", "main|.main.func1", "main.m|ain.func1", "example.com/b|ank.Open.func1",
      "example.com/bank.|Open.func1", "example.com/bank.Open.func|1", "example.com/bank/vault.(*Va|ult).Put",
      "exa|mple.com/bank/vault.(*Vault).Put", "example.com/bank/vault.|(*Vault).Put",
    ])
  func `are put together`(_ name: String) throws {
    let whole = "  " + name.replacing("|", with: "") + "()"
    let halves = "  " + name.replacing("|", with: "\n") + "()"
    try #require(Self.report.contains(whole))
    try Self.expect(Self.report.replacing(whole, with: halves), Self.stacks)
  }

  @Test func `are not known where another line is between`() throws {
    let text = Self.report.replacing("Open.func1", with: "Open.f\ncounting\nunc1")
    try Self.expect(
      text, Self.nameless, notes: ["example.com/bank.Open.f", "counting", "unc1()"],
      damage: [.frame(line: 9)])
  }

  @Test func `are not known where both halves are no name`() throws {
    let text = Self.report.replacing("  example.com/bank.Open.func1", with: "  opening,\nunc1")
    try Self.expect(text, Self.nameless, notes: ["opening,", "unc1()"], damage: [.frame(line: 8)])
  }

  @Test func `words above a whole frame stay notes`() throws {
    let text = Self.report.replacing("  main.main.func1", with: "  bank.open\n  main.main.func1")
    try Self.expect(text, Self.stacks, notes: ["bank.open"])
  }
}
