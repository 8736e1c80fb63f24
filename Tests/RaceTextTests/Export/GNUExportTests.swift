import GrammarExamples
import Testing

@Suite struct `Warnings as compilers print them` {
  /// A line as problem matchers parse it: they take the last place before a severity.
  private struct Match: Equatable {
    var file: String
    var line: Int
    var column: Int
    var severity: String
    var message: String

    init?(_ line: Substring) {
      guard let found = line.wholeMatch(of: #/(.*):(\d+):(\d+):\s+(warning|note):\s+(.*)/#),
        let number = Int(found.2), let column = Int(found.3)
      else { return nil }
      (file, self.line, self.column) = (String(found.1), number, column)
      (severity, message) = (String(found.4), String(found.5))
    }
  }

  private func matches(_ text: String) throws -> [Match] {
    try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      try #require(Match(line), "\(line)")
    }
  }

  @Test func `a race is a warning, with notes for its other places`() throws {
    #expect(
      try exported(GoExamples.plain, "gnu") == """
        /app/main.go:8:1: warning: data race on heap: write by goroutine 7 in main.add
        /app/main.go:14:1: note: previous read by main goroutine in main.main
        /app/main.go:13:1: note: goroutine 7 created in main.main
        race.log:2:1: note: reported here; 1 report, race 7cb3cbe994cc2e55

        """)
  }

  @Test func `a race that has many reports is one warning`() throws {
    let log =
      Array(repeating: GoExamples.plain, count: 3).joined(separator: "\n") + "\n" + GoExamples.other + "\n"
    let lines = try matches(try exported(log, "gnu"))
    #expect(lines.count { $0.severity == "warning" } == 2)
    #expect(lines.contains { $0.message == "reported here; 3 reports, race 7cb3cbe994cc2e55" })
  }

  @Test func `prints columns where they are known, and sizes, names and locks of threads`() throws {
    let log = """
      ==================
      WARNING: ThreadSanitizer: data race (pid=7)
        Atomic write of size 4 at 0x000000000010 by thread T1 (mutexes: write M0):
          #0 set() /src/app.cpp:7:9 (app+0x10)

        Previous read of size 1 at 0x000000000010 by main thread:
          #0 main /src/app.cpp:12:3 (app+0x20)

        Location is global 'total' of size 4 at 0x000000000010 (app+0x10)

        Thread T1 'worker' (tid=9, running) created by main thread at:
          #0 pthread_create <null> (app+0x30)
          #1 main /src/app.cpp:10:3 (app+0x40)

      SUMMARY: ThreadSanitizer: data race /src/app.cpp:7:9 in set()
      ==================

      """
    let lines = try exported(log, "gnu").split(separator: "\n")
    #expect(
      lines.dropLast() == [
        "/src/app.cpp:7:9: warning: data race on global total: atomic write of 4 bytes by thread T1 'worker' in set()",
        "/src/app.cpp:12:3: note: previous read of 1 byte by main thread in main",
        "/src/app.cpp:10:3: note: thread T1 'worker' created by main thread in main",
      ])
  }

  @Test func `without a place in code a race is at its report in the log`() throws {
    // The other access is cut off.
    let half = GoExamples.lines(GoExamples.plain).prefix(6).joined(separator: "\n") + "\n"
    let lines = try matches(try exported(half, "gnu"))
    #expect(lines.first?.file == "/app/main.go" && lines.first?.line == 8)
    #expect(lines.dropFirst().first?.message == "this access is not in the log")
    #expect(lines.dropFirst().allSatisfy { $0.file == "race.log" && $0.line == 2 })
    let bare = """
      ==================
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x000000000010 by thread T1:
          #0 <null> <null> (app+0x10)

        Previous read of size 4 at 0x000000000010 by main thread:
          #0 main /src/app.cpp:12 (app+0x20)

      SUMMARY: ThreadSanitizer: data race (app+0x10)
      ==================

      """
    let found = try matches(try exported(bare, "gnu"))
    #expect(
      found.map(\.file).prefix(2) == ["/src/app.cpp", "race.log"], "the warning is where there is code")
    #expect(found[1].message == "write of 4 bytes by thread T1 in app+0x10")
  }

  @Test func `a report without accesses is a warning at its first stack`() throws {
    let log = """
      ==================
      WARNING: ThreadSanitizer: thread leak (pid=7)
        Thread T1 (tid=9, finished) created by main thread at:
          #0 pthread_create <null> (app+0x30)
          #1 main /src/app.cpp:10:3 (app+0x40)

      SUMMARY: ThreadSanitizer: thread leak /src/app.cpp:10:3 in main
      ==================

      """
    #expect(
      try exported(log, "gnu").split(separator: "\n").first
        == "/src/app.cpp:10:3: warning: thread leak: thread T1 created by main thread in main")
  }

  @Test func `a lock order is a warning and a note, each at the program's line`() throws {
    let log = """
      ==================
      WARNING: ThreadSanitizer: lock-order-inversion (potential deadlock) (pid=7)
        Cycle in lock order graph: M0 (0x10) => M1 (0x20) => M0

        Mutex M1 acquired here while holding mutex M0 in main thread:
          #0 pthread_mutex_lock <null> (app+0x1)
          #1 first /src/app.cpp:7:3 (app+0x2)

        Mutex M0 acquired here while holding mutex M1 in main thread:
          #0 pthread_mutex_lock <null> (app+0x1)
          #1 second /src/app.cpp:17:3 (app+0x3)

      SUMMARY: ThreadSanitizer: lock-order-inversion (potential deadlock) /src/app.cpp:7:3 in first
      ==================

      """
    #expect(
      try exported(log, "gnu").split(separator: "\n").dropLast() == [
        "/src/app.cpp:7:3: warning: lock order: Mutex M1 acquired here while holding mutex M0 in main thread in first",
        "/src/app.cpp:17:3: note: Mutex M0 acquired here while holding mutex M1 in main thread in second",
      ])
  }

  @Test func `writes nothing for a log without races`() throws {
    #expect(try exported("all is well\n", "gnu").isEmpty)
  }

  /// Names that try to start another line or to control a terminal.
  private static let names = [
    "f:1:1: warning: g", "f:1: error: g", "f:1:1:\u{A0}warning: g", "f:1:1:   warning: g", "f\u{1B}[2Jg",
    "f\u{2028}g",
    "f\u{85}g", "f\u{202E}g", "f\rg", "f:",
  ]

  @Test(arguments: names)
  func `no name begins a line or makes a place`(_ name: String) throws {
    let log = GoExamples.plain.replacing("main.add()", with: "main.add[\(name)]()") + "\n"
    let text = try exported(log, "gnu")
    let lines = try matches(text)
    #expect(lines.map(\.file) == ["/app/main.go", "/app/main.go", "/app/main.go", "race.log"])
    #expect(lines.map(\.line) == [8, 14, 13, 2])
    #expect(
      !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F || $0 == "\u{202E}" })
  }

  @Test(arguments: ["C:\\src\\main.go", "/a:5:6/main.go", "/a b/x: note.go", "/\u{202E}/main.go"])
  func `a path keeps its colons and blanks`(_ path: String) throws {
    let log = GoExamples.plain.replacing("/app/main.go:8", with: "\(path):8") + "\n"
    let first = try #require(try matches(try exported(log, "gnu")).first)
    #expect(first.file == path.replacing("\u{202E}", with: "\u{FFFD}"))
    #expect(first.line == 8)
  }

  @Test func `a line end in the name of a log ends no line`() throws {
    let lines = try matches(try exported(GoExamples.plain, "gnu", name: "a\nb:1:1: warning: c.log"))
    #expect(lines.last?.file == "a\u{FFFD}b:1:1: warning: c.log")
    #expect(lines.count == 4)
  }
}
