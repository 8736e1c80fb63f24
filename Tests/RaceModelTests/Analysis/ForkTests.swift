import Testing

@testable import RaceModel

/// A Go report made of stacks written `function file:line`, innermost frame first, with `;` between frames.
struct GoReport {
  let detail: DetailedReport
  let analysis: ReportAnalysis

  init(
    _ first: String, created: String? = nil, previous: String, by other: String = "goroutine 7",
    createdBefore: String? = nil, ancestors: [String] = []
  ) throws {
    let thread = "goroutine 8"
    var log = "==================\nWARNING: DATA RACE\n"
    log += "Write at 0x00c000010000 by \(thread):\n\(Self.frames(first))\n"
    log += "Previous read at 0x00c000010000 by \(other):\n\(Self.frames(previous))\n"
    func creation(_ name: String, _ stack: String) -> String {
      "G\(name.dropFirst()) (running) created at:\n\(Self.frames(stack))\n"
    }
    if let created { log += creation(thread, created) }
    if let createdBefore { log += creation(other, createdBefore) }
    for (number, stack) in ancestors.enumerated() { log += creation("goroutine \(20 + number)", stack) }
    log += "==================\n"
    let read = try ReadLog(log)
    detail = try #require(read.entries.first.flatMap { read.detailed($0) })
    analysis = detail.analyzed()
  }

  private static func frames(_ text: String) -> String {
    text.split(separator: ";").map { frame in
      let parts = frame.split(separator: " ")
      return "  \(parts[0])()\n      /src/\(parts[1])\n"
    }.joined()
  }

  /// `function:line,line +shared`; a question mark follows inferred parts.
  var fork: String? {
    analysis.fork.map { fork in
      let sides = fork.branches.both.map { detail.frames[$0.frame] }
      let lines = sides.map { $0.line.map(String.init) ?? "?" }.joined(separator: ",")
      return "\(sides[0].function ?? "?"):\(lines) +\(fork.sharedFrames)\(fork.isInferred ? "?" : "")"
    }
  }

  /// The creator of a thread; a question mark follows an inferred one.
  func parent(_ thread: Int) -> String? {
    analysis.lineage.parent(of: ThreadName(.goroutine, thread), in: detail.report).map {
      "\($0.thread)\($0.isInferred ? "?" : "")"
    }
  }
}

@Suite struct `Where two paths part` {
  @Test func `in the creator, after it started the other`() throws {
    let report = try GoReport(
      "main.work app.go:30", created: "main.main app.go:12", previous: "main.main app.go:15",
      by: "main goroutine")
    #expect(report.fork == "main.main:12,15 +0?")
    #expect(report.parent(8) == "main?")
  }

  @Test func `deep in a common path`() throws {
    let report = try GoReport(
      "p.work a.go:30;p.root a.go:5", created: "p.spawn a.go:20;p.setUp a.go:11;p.run a.go:7;p.Main a.go:3",
      previous: "p.use a.go:40;p.setUp a.go:13;p.run a.go:7;p.Main a.go:3")
    #expect(report.fork == "p.setUp:11,13 +2?")
    #expect(report.parent(8) == "goroutine 7?")
    let fork = try #require(report.analysis.fork)
    // p.spawn, then the goroutine's whole stack; on the other side only p.use.
    #expect(fork.branches.a.legs.map(\.frames) == [0..<1, 0..<2])
    #expect(fork.branches.a.legs.map(\.starts) == [ThreadName(.goroutine, 8), nil])
    #expect(fork.branches.b.legs.map(\.frames) == [0..<1])
    #expect(fork.branches.both.map(\.trunk) == [2..<4, 2..<4])
  }

  @Test func `at one line that starts two goroutines`() throws {
    let report = try GoReport(
      "main.work app.go:30", created: "main.start app.go:20;main.main app.go:5",
      previous: "main.work app.go:31",
      createdBefore: "main.start app.go:20;main.main app.go:5")
    #expect(report.fork == "main.start:20,20 +2?")
    #expect(report.analysis.fork?.isSamePosition == true)
  }

  @Test func `at one line although both sides are identical`() throws {
    let report = try GoReport(
      "main.work app.go:30", created: "main.main app.go:5", previous: "main.work app.go:30",
      createdBefore: "main.main app.go:5")
    #expect(report.fork == "main.main:5,5 +1?")
  }

  @Test func `past the library that started both`() throws {
    let report = try GoReport(
      "p.TestA.func1 a_test.go:9;testing.tRunner testing.go:1595",
      created: "testing.(*T).Run testing.go:1648;p.TestA a_test.go:8;testing.tRunner testing.go:1595",
      previous: "p.TestA.func1 a_test.go:10;testing.tRunner testing.go:1595",
      createdBefore: "testing.(*T).Run testing.go:1648;p.TestA a_test.go:8;testing.tRunner testing.go:1595")
    #expect(report.fork == "p.TestA:8,8 +3?")
  }

  @Test func `inside a recursion`() throws {
    let report = try GoReport(
      "p.leaf a.go:30", created: "p.walk a.go:20;p.walk a.go:21;p.walk a.go:21;p.Main a.go:3",
      previous: "p.walk a.go:18;p.walk a.go:21;p.walk a.go:21;p.Main a.go:3")
    #expect(report.fork == "p.walk:20,18 +3?")
  }

  @Test func `nowhere without common frames`() throws {
    let report = try GoReport(
      "p.a a.go:1;p.one a.go:2", created: "p.start a.go:3", previous: "p.b b.go:1;p.two b.go:2",
      createdBefore: "p.begin b.go:3")
    #expect(report.fork == nil)
    #expect(report.parent(7) == nil)
    #expect(report.parent(8) == nil)
  }

  @Test func `nowhere when a creation is missing from the log`() throws {
    let report = try GoReport(
      "p.a a.go:1;p.one a.go:2", previous: "p.b b.go:1;main.main b.go:2", by: "main goroutine")
    #expect(report.fork == nil)
  }

  @Test func `in the common creator of printed parents`() throws {
    let log = try ReadLog(
      """
      ==================
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x000000000010 by thread T3:
          #0 leaf /src/a.c:9 (a+0x1)

        Previous read of size 4 at 0x000000000010 by main thread:
          #0 main /src/a.c:44 (a+0x2)

        Thread T3 (tid=13, running) created by thread T2 at:
          #0 pthread_create <null> (a+0x3)
          #1 middle /src/a.c:20 (a+0x4)

        Thread T2 (tid=12, running) created by main thread at:
          #0 pthread_create <null> (a+0x3)
          #1 main /src/a.c:40 (a+0x5)

      SUMMARY: ThreadSanitizer: data race /src/a.c:9 in leaf
      ==================

      """)
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let fork = try #require(detail.analyzed().fork)
    #expect(fork.thread == .main)
    #expect(!fork.isInferred)
    #expect(fork.branches.both.map { detail.frames[$0.frame].line } == [40, 44])
    // main started T2, which started T3, which wrote.
    #expect(fork.branches.a.legs.map(\.starts) == [ThreadName(.thread, 2), ThreadName(.thread, 3), nil])
  }
}

/// Compilers inline calls into the function that starts the threads. Its frame then has the inlined call's offset in
/// the module.
@Suite struct `Forks of optimised builds` {
  private static func log(_ first: [String], _ second: [String]) -> String {
    func frames(_ lines: [String]) -> String {
      (["pthread_create <null> (pond+0x911)"] + lines).enumerated().map { "    #\($0) \($1)\n" }.joined()
    }
    return """
      ==================
      WARNING: ThreadSanitizer: data race (pid=7)
        Write of size 4 at 0x10 by thread T2:
          #0 quack /src/duck.cpp:40:7 (pond+0x1a0a)

        Previous write of size 4 at 0x10 by thread T1:
          #0 quack /src/duck.cpp:40:7 (pond+0x1a0a)

        Thread T2 (tid=9, running) created by main thread at:
      \(frames(first))
        Thread T1 (tid=8, running) created by main thread at:
      \(frames(second))
      SUMMARY: ThreadSanitizer: data race /src/duck.cpp:40:7 in quack
      ==================

      """
  }

  /// The fork as `function:line,line +shared`.
  private static func fork(_ first: [String], _ second: [String]) throws -> String? {
    let read = try ReadLog(log(first, second))
    let detail = try #require(read.entries.first.flatMap { read.detailed($0) })
    return detail.analyzed().fork.map { fork in
      let frames = fork.branches.both.map { detail.frames[$0.frame] }
      let lines = frames.map { $0.line.map(String.init) ?? "?" }.joined(separator: ",")
      return "\(frames[0].function ?? "?"):\(lines) +\(fork.sharedFrames)"
    }
  }

  @Test(arguments: [":3", ""])
  func `are in the inlined function`(_ column: String) throws {
    let fork = try Self.fork(
      ["hatch /src/duck.cpp:49\(column) (pond+0x1e0f)", "main /src/duck.cpp:57\(column) (pond+0x1e0f)"],
      ["hatch /src/duck.cpp:48\(column) (pond+0x1dfe)", "main /src/duck.cpp:57\(column) (pond+0x1dfe)"])
    #expect(fork == "hatch:49,48 +1")
  }

  @Test func `are in the function that was inlined twice`() throws {
    let fork = try Self.fork(
      ["hatch a.cpp:5 (pond+0x12a)", "run a.cpp:10 (pond+0x12a)", "main a.cpp:14 (pond+0x12a)"],
      ["hatch a.cpp:5 (pond+0x13c)", "run a.cpp:8 (pond+0x13c)", "main a.cpp:14 (pond+0x13c)"])
    #expect(fork == "run:10,8 +1")
  }

  @Test func `are in the inlined function when only one call to it was inlined`() throws {
    let fork = try Self.fork(
      ["hatch a.cpp:49 (pond+0x1e0f)", "main a.cpp:57 (pond+0x1e0f)"],
      ["hatch a.cpp:48 (pond+0x200)", "main a.cpp:57 (pond+0x1dfe)"])
    #expect(fork == "hatch:49,48 +1")
  }

  @Test(arguments: [(":3", ":9"), (":3", "")])
  func `are in the caller when it calls from two columns`(_ one: String, _ other: String) throws {
    let fork = try Self.fork(
      ["hatch a.cpp:49 (pond+0x1e0f)", "main a.cpp:57\(one) (pond+0x1e0f)"],
      ["hatch a.cpp:48 (pond+0x1dfe)", "main a.cpp:57\(other) (pond+0x1dfe)"])
    #expect(fork == "main:57,57 +0")
  }

  @Test func `are in the caller when nothing was inlined`() throws {
    // Two calls on one line.
    let fork = try Self.fork(
      ["hatch a.cpp:49 (pond+0x49)", "main a.cpp:57 (pond+0x1e0f)"],
      ["hatch a.cpp:48 (pond+0x48)", "main a.cpp:57 (pond+0x1dfe)"])
    #expect(fork == "main:57,57 +0")
  }
}

@Suite struct `Creators` {
  @Test func `are unknown when each may have created the other`() throws {
    let report = try GoReport(
      "p.level a.go:9;p.level.gowrap1 a.go:13", created: "p.level a.go:13;p.level.gowrap1 a.go:13",
      previous: "p.level a.go:8;p.level.gowrap1 a.go:13",
      createdBefore: "p.level a.go:13;p.level.gowrap1 a.go:13")
    #expect(report.parent(7) == nil)
    #expect(report.parent(8) == nil)
  }

  @Test func `are unknown below a function that starts itself repeatedly`() throws {
    // 8 runs the same function as 7: another goroutine of that kind may have started it.
    let report = try GoReport(
      "p.walk a.go:9", created: "p.walk a.go:13", previous: "p.walk a.go:8",
      createdBefore: "main.main a.go:20")
    #expect(report.parent(7) == "main?")
    #expect(report.parent(8) == nil)
  }

  @Test func `are unknown when one place calls two functions`() throws {
    // A loop that calls handlers: same line, different calls.
    let report = try GoReport(
      "p.job a.go:9;p.root a.go:2", created: "p.handleA a.go:13;p.serve a.go:5",
      previous: "p.handleB a.go:18;p.serve a.go:5", createdBefore: "p.listen a.go:20")
    #expect(report.parent(8) == nil)
  }

  @Test func `are linked along a full history`() throws {
    // Written by hand after a run with GORACE=print_full_thread_history=1.
    let report = try GoReport(
      "main.level a.go:9;main.level.gowrap1 a.go:13",
      created: "main.level a.go:13;main.level.gowrap1 a.go:13",
      previous: "main.level a.go:9;main.level.gowrap1 a.go:13",
      createdBefore: "main.level a.go:13;main.level.gowrap1 a.go:13",
      ancestors: [
        "main.level a.go:13;main.main.gowrap2 a.go:20", "main.level a.go:13;main.main.gowrap1 a.go:19",
        "main.main a.go:20", "main.main a.go:19",
      ])
    #expect(report.parent(8) == "goroutine 20?")
    #expect(report.parent(7) == "goroutine 21?")
    #expect(report.parent(20) == "goroutine 22?")
    #expect(report.parent(21) == "goroutine 23?")
    #expect(report.parent(22) == "main?")
    #expect(report.parent(23) == "main?")
    #expect(report.fork == "main.main:20,19 +0?")
  }

  @Test func `may be a side of the race`() throws {
    // 7 created 8, and 20 created 7.
    let report = try GoReport(
      "main.feed.func1 a.go:14", created: "main.feed a.go:13", previous: "main.feed a.go:17",
      createdBefore: "main.open a.go:30", ancestors: ["main.main a.go:40"])
    #expect(report.parent(8) == "goroutine 7?")
    #expect(report.parent(7) == "goroutine 20?")
    #expect(report.parent(20) == "main?")
  }

  @Test func `may have created both sides`() throws {
    let report = try GoReport(
      "main.fill.func2 a.go:18", created: "main.fill a.go:17;main.job a.go:30",
      previous: "main.fill.func1 a.go:12",
      createdBefore: "main.fill a.go:11;main.job a.go:30", ancestors: ["main.main a.go:40"])
    #expect(report.parent(8) == "goroutine 20?")
    #expect(report.parent(7) == "goroutine 20?")
    #expect(report.fork == "main.fill:17,11 +1?")
  }

  @Test func `may have created both sides, and have creators`() throws {
    let report = try GoReport(
      "main.fan.func1 a.go:14", created: "main.fan a.go:13", previous: "main.fan.func1 a.go:14",
      createdBefore: "main.fan a.go:13",
      ancestors: ["main.feed a.go:22", "main.open a.go:30", "main.main a.go:40"])
    #expect(
      [8, 7, 20, 21, 22].map(report.parent) == [
        "goroutine 20?", "goroutine 20?", "goroutine 21?", "goroutine 22?", "main?",
      ])
  }

  @Test func `are unknown when several fit`() throws {
    // 20 and 21 began in the same function: either may have created 8, and the other 7.
    let report = try GoReport(
      "p.leaf a.go:9", created: "p.work a.go:13", previous: "p.leaf a.go:8", createdBefore: "p.work a.go:14",
      ancestors: ["p.work a.go:15", "main.main a.go:20"])
    // Either 20 created 8 and 7, and 21 created 20; or 20 created 8, and 21 created 7.
    #expect(report.parent(8) == "goroutine 20?")
    #expect(report.parent(7) == nil)
    #expect(report.parent(21) == "main?")
  }

  @Test func `are unknown when the history is incomplete`() throws {
    // No goroutine in the report began in p.work.
    let report = try GoReport(
      "p.leaf a.go:9", created: "p.work a.go:13", previous: "p.leaf a.go:8", createdBefore: "p.other a.go:14",
      ancestors: ["p.start a.go:15;p.third a.go:16"])
    #expect([8, 7, 20].map(report.parent) == [nil, nil, nil])
  }

  @Test func `are unknown when very many fit`() throws {
    let ancestors = (0..<40).map { "p.work a.go:\($0 + 1)" }
    let report = try GoReport(
      "p.leaf a.go:90", created: "p.work a.go:91", previous: "p.leaf a.go:92",
      createdBefore: "p.work a.go:93",
      ancestors: ancestors + ["main.main a.go:99"])
    #expect(report.parent(7) == nil)
  }
}
