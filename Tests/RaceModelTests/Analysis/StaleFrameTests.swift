import Testing

@testable import RaceModel

@Suite struct `Stale frames` {
  @Test func `of the seed lie between the two calls of the test`() throws {
    let log = try ReadLog(try Samples.bytes("tidb-45106.log"))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let analysis = detail.analyzed()
    let stale = try #require(analysis.stale[.access(1)])
    // The test continued at line 337: line 299 belongs to a call that had returned.
    #expect(stale.frames == 7..<20)
    #expect(stale.evidence == .testCalledByOther)
    let functions = detail.frames(of: detail.report.accesses[1].stack).map(\.function)
    #expect(functions[6]?.hasSuffix(".TestUpgradeVersionForPausedJob") == true)
    #expect(functions[19]?.hasSuffix(".TestUpgradeVersionForPausedJob") == true)
    #expect(analysis.fork?.sharedFrames == 18)
    #expect(
      analysis.lineage.parent(of: ThreadName(.goroutine, 30954), in: detail.report)?.reason
        == .sharesFrames(18))
    #expect(analysis.subject?.kind == .global(name: nil))
  }

  @Test func `of recovered panics lie between the calls of the function that continued`() throws {
    let log = ReadLog(try LogFile.open(Corpus.path("stale-panic")))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let stale = try #require(detail.analyzed().stale[.access(1)])
    // setVictim, innocentCaller and panicWorker:83 run, as does the wrapper at the root. All other frames of the 34 are
    // stale, including panicWorker:80 at the end of the three rounds.
    #expect(detail.report.accesses[1].stack?.count == 34)
    #expect(stale.frames == 3..<33)
  }

  @Test(arguments: [
    "stale-recurse-40", "stale-recurse-300", "stale-recursemain-300", "stale-goexit", "deepstd", "nestedgo",
  ])
  func `are not assumed in recursion or in calls that Goexit left`(_ name: String) throws {
    let log = ReadLog(try LogFile.open(Corpus.path(name)))
    for entry in log.entries {
      let detail = try #require(log.detailed(entry))
      #expect(detail.analyzed().stale == [:])
    }
  }

  @Test func `are not assumed where a test calls a test`() throws {
    let report = try GoReport(
      "p.TestOne a_test.go:9;p.TestAll a_test.go:20;testing.tRunner testing.go:1595",
      created: "main.main m.go:1",
      previous:
        "p.helper a_test.go:30;p.TestTwo a_test.go:31;p.suite suite_test.go:4;testing.tRunner testing.go:1595"
    )
    #expect(report.analysis.stale == [:])
  }

  @Test func `below a test end at the runner when the test does not recur`() throws {
    let report = try GoReport(
      "p.use a.go:9;p.TestOne a_test.go:9;p.load a.go:20;p.open a.go:21;testing.tRunner testing.go:1595",
      created: "main.main m.go:1", previous: "p.x a.go:1", by: "main goroutine")
    #expect(report.analysis.stale[.access(0)]?.frames == 2..<4)
  }

  /// What one call leads to elsewhere in the report, outermost last, and the frames that are stale for it below a
  /// function, and below a method that an interface may have.
  @Test(
    arguments: [
      (["p.other"], 1..<4, 1..<4),
      (["p.f"], nil, 1..<4),
      (["p.f", "p.f", "p.other"], 1..<4, 1..<4),
      (["p.f.func1", "q.other"], nil, nil),
      (["p.(*B).Run", "p.(*C).Run", "p.(*D).Run"], 1..<4, nil),
      (["p.(*B).Run", "p.(*C).Run", "p.(*D).Run", "p.(*B).Stop"], 1..<4, 1..<4),
    ] as [([String], Range<Int>?, Range<Int>?)])
  func `follow from another function that the call leads to`(
    _ others: [String], _ function: Range<Int>?, _ method: Range<Int>?
  ) throws {
    let elsewhere = others.enumerated().map { "\($1) a.go:\(30 + $0);p.g a.go:5" }.joined(separator: ";")
    for (name, stale) in [("p.f", function), ("p.(*A).Run", method)] {
      let report = try GoReport(
        "\(name) a.go:9;p.g a.go:5;p.h a.go:7;\(name) a.go:12;p.run a.go:3",
        created: "main.main m.go:1", previous: elsewhere, by: "main goroutine")
      #expect(report.analysis.stale[.access(0)]?.frames == stale)
    }
  }

  @Test func `are not assumed in callbacks that one place calls`() throws {
    // A visitor that recurs through one call to closures: the call leads to several functions.
    let report = try GoReport(
      "p.a.func1 a.go:9;p.each a.go:5;p.a.func2 a.go:12;p.each a.go:5;p.a.func1 a.go:10;p.a a.go:3",
      created: "main.main m.go:1", previous: "p.x a.go:1", by: "main goroutine")
    #expect(report.analysis.stale == [:])
  }
}
