import GrammarExamples
import Testing

@testable import RaceModel

/// Logs that were cut, shuffled or mixed: nothing is invented, and complete reports stay as they are.
@Suite struct `Damaged logs` {
  @Test(arguments: Samples.names)
  func `a log cut after any line keeps the reports before the cut`(_ name: String) throws {
    // Each line of an event log is a separate object, so a part of the log tests as much as the whole.
    let bytes = Array(try Samples.bytes(name).prefix(15_000))
    try check(bytes, cuts: bytes.indices.filter { bytes[$0] == 10 }.map { $0 + 1 })
  }

  @Test(arguments: Samples.names)
  func `a log cut anywhere keeps the reports before the cut`(_ name: String) throws {
    let bytes = Array(try Samples.bytes(name).prefix(25_000))
    var generator = SeededGenerator(seed: 1)
    try check(bytes, cuts: (0..<120).map { _ in Int.random(in: 0...bytes.count, using: &generator) })
  }

  private func check(_ bytes: [UInt8], cuts: [Int]) throws {
    let whole = ScannedText(bytes)
    for cut in cuts {
      let text = ScannedText(Array(bytes[..<cut]))
      // Reports that ended before the cut, and one or two that it cut.
      let kept = whole.entries.prefix { $0.start + $0.byteCount <= cut }
      let started = whole.entries.prefix { $0.start < cut }.count
      try #require(text.entries.count <= started, "cut at byte \(cut)")
      try #require(text.entries.count >= kept.count, "cut at byte \(cut)")
      for (entry, other) in zip(text.entries, kept) {
        try #require((entry.start, entry.byteCount) == (other.start, other.byteCount), "cut at byte \(cut)")
      }
      try #require(text.faults(from: max(0, kept.count - 1)) == [], "cut at byte \(cut)")
    }
  }

  @Test(arguments: Samples.names)
  func `a log without its head keeps the reports after the cut`(_ name: String) throws {
    let bytes = Array(try Samples.bytes(name).prefix(12_000))
    let whole = ScannedText(bytes)
    for cut in bytes.indices.filter({ bytes[$0] == 10 }).map({ $0 + 1 }) {
      let text = ScannedText(Array(bytes[cut...]))
      let kept = whole.entries.filter { $0.start >= cut }
      let ends = Set(text.entries.map { $0.start + cut })
      try #require(kept.allSatisfy { ends.contains($0.start) }, "cut at byte \(cut)")
    }
  }

  @Test(arguments: Samples.names)
  func `shuffled lines create no report`(_ name: String) throws {
    let lines = try Samples.bytes(name).split(separator: 10, omittingEmptySubsequences: false)
    for seed in 0..<10 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let text = ScannedText(Array(lines.shuffled(using: &generator).joined(separator: [10])))
      try #require(text.faults() == [], "seed \(seed)")
      try #require(titled(text) <= titles(text), "seed \(seed)")
    }
  }

  @Test func `pieces of different logs create no report`() throws {
    let logs = try Samples.names.map(Samples.bytes)
    for seed in 0..<150 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 2...12, using: &generator) {
        let log = logs[Int.random(in: logs.indices, using: &generator)]
        let start = Int.random(in: log.indices, using: &generator)
        bytes += log[start..<min(log.count, start + Int.random(in: 1...3000, using: &generator))]
      }
      let text = ScannedText(bytes)
      try #require(text.faults() == [], "seed \(seed)")
      try #require(titled(text) <= titles(text), "seed \(seed)")
    }
  }

  @Test func `random bytes hold no report`() throws {
    for seed in 0..<30 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let bytes = (0..<20_000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      let text = ScannedText(bytes)
      try #require(text.entries.isEmpty, "seed \(seed)")
      try #require(text.faults() == [], "seed \(seed)")
    }
  }

  private static let words = [
    "WARNING: DATA RACE", "WARNING: DEADLOCK", "Read at 0x00c000012345 by ", "Write at 0x00c000012345 by ",
    "Previous read at 0x1 by ", "Previous write by ", "goroutine 7:", "main goroutine:",
    "Goroutine 7 (running) created at:",
    "  main.f()", "      /app/main.go:8 +0x44", "  [failed to restore the stack]", "==================", "\n",
    "\n",
    "\n", "\r\n", " ", "\t", "> ", "api-1  | ", "12:", "13-", "2024-08-09T01:45:13Z stderr P ",
    "2024-08-09T01:45:13Z stderr F ", #"{"Action":"output","Package":"a","Output":""#, #"\n"}"#, #""}"#,
    #"\u00"#,
    "\\", "\"", "\u{1B}[0m", "\u{1B}]0;t", "\u{07}", "\u{16}", "...", "panic: x", "Found 1 data race(s)",
    "&lt;",
    " | |", "Global var x of size 8 at 0x1 declared at ", "Heap block of size 8 at 0x1 allocated by ", "()",
    ":1",
  ]

  @Test func `any mix of the words of reports is read without a fault`() throws {
    for seed in 0..<1500 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let words = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
        Self.words[Int.random(in: Self.words.indices, using: &generator)]
      }
      let text = ScannedText(words.joined())
      try #require(text.faults(isOrderly: false) == [], "seed \(seed): \(words.joined().debugDescription)")
      try #require(titled(text) <= titles(text), "seed \(seed)")
    }
  }

  @Test func `a header of another detector inside a complete report is not a report`() throws {
    let log = try ReadLog(
      """
      Goroutine 5 (running) created at:
        main.main()
            /src/main.go:9 +0xd
      Write of size  at 0x0 bythread T1:
      ==========
      E

      """)
    #expect(log.contradictions == [])
    #expect(log.entries.map(\.line) == [1])
  }

  /// The lines with a plus went to the first report; read alone, they would end the second.
  @Test(arguments: [0, 300_000]) func `a report in a tangle is found again`(_ bytesBefore: Int) throws {
    let noise = String(repeating: "some output of a build\n", count: bytesBefore / 23)
    let log = try ReadLog(
      noise + """
        +Write at 0x00c000012345 by
        Previous read at 0x00c000012345 by main goroutine
        +
        +
        +
          main.read()
              /src/main.go:9 +0xd

        """)
    let entry = try #require(log.entries.last)
    #expect(entry.line == bytesBefore / 23 + 2)
    let report = try #require(entry.read(from: log.file, during: nil))
    let access = try #require(report.report.accesses.first)
    #expect(access.operation == .read && access.isPrevious)
    #expect(report.frames(of: access.stack).map(\.function) == ["main.read"])
    #expect(report.report.lines == entry.line...entry.endLine)
  }

  /// The number of reports with a title.
  private func titled(_ text: ScannedText) -> Int {
    text.entries.count { text.detailed($0)?.report.title != nil }
  }

  /// The number of titles in the text.
  private func titles(_ text: ScannedText) -> Int {
    let string = String(decoding: text.bytes, as: UTF8.self)
    // Titles may lack their first characters.
    return string.ranges(of: "ING: DATA RACE").count + string.ranges(of: "WARNING: DEADLOCK").count
  }
}
