import Testing

@testable import RaceModel

@Suite struct `Logs with ThreadSanitizer reports` {
  static let race = """
    ==================
    WARNING: ThreadSanitizer: data race (pid=7)
      Write of size 4 at 0x10 by thread T1:
        #0 quack /src/duck.c:1:3 (pond+0x10)
        #1 run /src/duck.c:9:3 (pond+0x11)

      Previous read of size 4 at 0x10 by main thread:
        #0 wade /src/duck.c:2:3 (pond+0x20)

      Thread T1 (tid=9, running) created by main thread at:
        #0 main /src/duck.c:3:3 (pond+0x30)

    SUMMARY: ThreadSanitizer: data race /src/duck.c:1:3 in quack
    ==================

    """

  static func lines(_ change: (Substring) -> String) -> String {
    race.split(separator: "\n", omittingEmptySubsequences: false).map(change).joined(separator: "\n")
  }

  @Test(arguments: [
    ("as printed", race),
    ("line ends of Windows", lines { $0 + "\r" }),
    ("no indentation", lines { String($0.trimmingPrefix { $0 == " " }) }),
    ("no blank lines", race.replacing("\n\n", with: "\n")),
    ("no bars", race.replacing("==================\n", with: "")),
    ("no summary", lines { $0.hasPrefix("SUMMARY") ? "" : String($0) }),
    ("GitHub's times", lines { "2026-11-22T09:41:05.0130000Z \($0)" }),
    ("a container's name", lines { "pond-1  | \($0)" }),
    ("quoted", lines { "> \($0)" }),
    ("HTML", race.replacing("<", with: "&lt;")),
    ("colours", lines { "\u{1B}[1m\u{1B}[0m\u{1B}[1m\u{1B}[34m\($0)" }),
    ("in one line", race.split(separator: "\n").dropFirst().joined(separator: " ")),
    ("in one line with its bar", race.split(separator: "\n").joined(separator: " ")),
    ("line breaks of HTML", lines { "\($0)<br/>" }),
    ("rows of a table", lines { "| \($0) |" }),
    ("logfmt", lines { "level=error msg=\"\($0)\" n=12" }),
    ("the journal's records", lines { #"{"MESSAGE":"\#($0)","_PID":"7"}"# }),
    ("blanks that do not break", race.replacing("  ", with: "\u{A0}\u{A0}")),
    ("colours whose first byte is lost", lines { "[1m[0m[1m[34m\($0)" }),
    ("a string", "err: \"" + race.replacing("\n", with: "\\n") + "\""),
    ("glued to output", "1 duck" + race),
  ])
  func `are read however they are wrapped`(_ name: String, _ log: String) throws {
    let reading = TSanReading(log)
    let report = try #require(reading.reports.first)
    #expect(reading.reports.count == 1)
    #expect(reading.entries.count == 1)
    #expect(report.isComplete)
    #expect(report.pid == 7)
    #expect(
      report.accesses.map { reading.functions($0.stack) } == [["quack", "run"], ["wade"]])
    #expect(reading.functions(report.threads.first?.created) == ["main"])
    #expect(reading.keys == TSanReading(Self.race).keys)
  }

  @Test func `list their reports in order`() {
    let log = Self.race + Self.race + "ThreadSanitizer: reported 2 warnings\n"
    #expect(TSanReading(log).reports.map(\.isComplete) == [true, true])
  }

  @Test func `keep what the program printed inside a report`() throws {
    let log = Self.race.replacing("    #1 run", with: "a duck came\n    #1 run")
    let reading = TSanReading(log)
    let report = try #require(reading.reports.first)
    #expect(report.notes.map(\.text) == ["a duck came"])
    #expect(reading.functions(report.accesses[0].stack) == ["quack", "run"])
    #expect(report.isComplete)
  }

  @Test(arguments: ["a duck came\n", "a duck came\n\n"])
  func `keep output between a header and its frames out of the stack`(_ output: String) throws {
    let log = Self.race.replacing("    #0 quack", with: output + "    #0 quack")
    let reading = TSanReading(log)
    #expect(reading.reports.first?.notes.map(\.text) == ["a duck came"])
    #expect(reading.functions(reading.reports.first?.accesses[0].stack) == ["quack", "run"])
    #expect(reading.keys == TSanReading(Self.race).keys)
  }

  @Test func `name a header that was split in two`() throws {
    let log = Self.race.replacing("by thread T1:", with: "by a duck came\nthread T1:")
    let report = try #require(TSanReading(log).reports.first)
    #expect(report.accesses.map(\.thread) == [ThreadName(.thread, 1), .main])
    #expect(report.damage == [.header(line: 3)])
    #expect(report.notes.map(\.text) == ["a duck came"])
  }

  @Test func `begin at the first header when the head is lost`() throws {
    let log = Self.race.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(4)
      .joined(separator: "\n")
    let reading = TSanReading(log)
    let report = try #require(reading.reports.first)
    #expect(report.title == nil)
    #expect(report.accesses.map(\.isPrevious) == [true])
    #expect(report.damage == [.head, .accesses(missing: 1)])
  }

  @Test func `may be about locks when the head is lost`() throws {
    let log = """
        Mutex M1 acquired here while holding mutex M0 in thread T4:
          #0 quack /src/duck.c:1 (pond+0x2)

        Mutex M0 acquired here while holding mutex M1 in main thread:
          #0 wade /src/duck.c:2 (pond+0x3)

      """
    let report = try #require(TSanReading(log).reports.first)
    #expect(report.kind == .lockOrder)
    #expect(report.damage == [.head])
    #expect(report.sections.count == 2)
  }

  @Test func `have their stack directly under the title, also after a prefix`() throws {
    let text = """
      WARNING: ThreadSanitizer: unlock of an unlocked mutex (or by a wrong thread) (pid=7)
          #0 pthread_mutex_unlock <null> (pond+0x1)
          #1 quack /src/duck.c:1 (pond+0x2)

      """
    for prefix in ["", "pond-1  | ", "2026-11-22T09:41:05.0130000Z "] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let reading = TSanReading(lines.map { prefix + $0 }.joined(separator: "\n"))
      let report = try #require(reading.reports.first, "\(prefix)")
      #expect(report.kind == .mutexBadUnlock)
      #expect(reading.functions(report.sections.first?.stack) == ["pthread_mutex_unlock", "quack"])
    }
    let wrapped = text.replacing("(pid=7)", with: "(pi\nd=7)")
    #expect(TSanReading(wrapped).reports.map(\.kind) == [.mutexBadUnlock])
  }

  @Test func `say when their tail is lost`() throws {
    let log = Self.race.split(separator: "\n", omittingEmptySubsequences: false).prefix(7)
      .joined(separator: "\n")
    let report = try #require(TSanReading(log).reports.first)
    #expect(
      report.damage == [.tail, .creation(ThreadName(.thread, 1)), .stack(access: 1)])
  }

  @Test func `say which stacks the detector had forgotten`() throws {
    let log = """
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x10 by main thread:
          #0 quack /src/duck.c:1 (pond+0x10)
        Previous read of size 4 at 0x10 by thread T1:
          [failed to restore the stack]
        Thread T1 (tid=9, running) created by main thread
          [failed to restore the stack]
      """
    let report = try #require(TSanReading(log).reports.first)
    #expect(
      report.damage == [.stackNotRestored(access: 1), .creationNotRestored(ThreadName(.thread, 1))])
  }

  @Test func `distinguish two processes by their prefixes`() throws {
    func lines(_ name: String, _ race: String) -> [String] {
      race.split(separator: "\n", omittingEmptySubsequences: false).map { "[\(name)] \($0)" }
    }
    let other = Self.race.replacing("quack", with: "bark").replacing("wade", with: "run")
    let log = zip(lines("duck", Self.race), lines("dog", other)).flatMap { [$0, $1] }.joined(separator: "\n")
    let reading = TSanReading(log)
    let sites = reading.reports.map { $0.accesses.map { reading.site($0) } }
    #expect(sites.count == 2)
    #expect(sites.contains(["quack", "wade"]))
    #expect(sites.contains(["bark", "run"]))
  }

  @Test func `give one key whichever access was caught`() {
    let swapped = Self.race.replacing("quack", with: "x").replacing("wade", with: "quack")
      .replacing("x /src/duck.c:1:3", with: "wade /src/duck.c:1:3")
    #expect(TSanReading(swapped).keys == TSanReading(Self.race).keys)
  }

  @Test(arguments: [
    "FATAL: ThreadSanitizer: unexpected memory mapping 0x5570-0x5580",
    "WARNING: ThreadSanitizer: memory layout is incompatible, possibly due to high-entropy ASLR.",
    "ThreadSanitizer: Matched 3 suppressions (pid=7):\n1 race:quack",
    "ThreadSanitizer: CHECK failed: duck.cpp:7 \"((0)) != (0)\" (0x0, 0x0) (tid=7)\n    #0 quack a.c:1 (p+0x1)",
    "ThreadSanitizer:DEADLYSIGNAL\n==7==ERROR: ThreadSanitizer: SEGV on unknown address 0x0\n    #0 f a.c:1 (p+0x1)",
    "Look for \"WARNING: ThreadSanitizer: data race (pid=N)\" in the log.\n\nAnd fix it.",
    "the Previous write of size 4 at 0x10 by thread T1: is not one",
  ])
  func `hold lines that are not reports`(_ log: String) {
    #expect(TSanReading(log + "\n").reports.isEmpty)
    #expect(TSanReading(log + "\n" + Self.race).reports.map(\.isComplete) == [true])
  }

  @Test(arguments: ["data race (pid=7)", "data race (pid=7", "data race (p", "data race", "thread leak"])
  func `may end with a title that was cut off`(_ title: String) throws {
    let reading = TSanReading("\(Self.race)==================\nWARNING: ThreadSanitizer: \(title)")
    try #require(reading.reports.count == 2)
    #expect(!reading.reports[1].isComplete && reading.reports[1].accesses.isEmpty)
    #expect(TSanReading("\(Self.race)WARNING: ThreadSanitizer: data race in our tests").reports.count == 1)
  }

  @Test func `may continue with a crash, which is not part of a report`() throws {
    let crash = "==7==ERROR: ThreadSanitizer: SEGV on unknown address 0x8\n    #0 poke a.c:1 (p+0x1)\n"
    let cut = Self.race.split(separator: "SUMMARY")[0] + crash
    let reading = TSanReading(String(cut))
    #expect(reading.functions(reading.reports.first?.threads.first?.created) == ["main"])
  }
}
