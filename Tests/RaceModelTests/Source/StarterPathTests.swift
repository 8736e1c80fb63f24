import Testing

@testable import RaceModel

@Suite struct `A sleep between the start of a goroutine and its starter's access` {
  /// Lines 6 to 13 of the starter, between the start at line 7 and its next use at line 14.
  @Test(
    arguments: [
      (["switch mode() {", "case 1:", "case 2:", "default:", "}", "time.Sleep(second)"], 13),
      (["switch mode() {", "case 1:", "time.Sleep(second)", "default:", "}", "time.Sleep(second)"], 13),
      (["if slow {", "time.Sleep(second)", "}", "", "", ""], nil),
      (["defer func() {", "time.Sleep(second)", "}()", "", "", ""], nil),
      (["", "time.Sleep(second)", "", "", "", "time.Sleep(second)"], 9),
    ] as [([String], Int?)])
  func `is reported if it is on the path`(_ between: [String], _ line: Int?) throws {
    let source = CauseExamples.function(["", "go func() { r.n = 1 }()"] + between + ["use(r.n)"])
    let causes = try causes(source, start: 7)
    let evidence = try #require(causes.first { $0.kind == .starterDoesNotWait }?.evidence)
    #expect(evidence.dropFirst().first == line.map { "app.go:\($0) sleeps instead of waiting for it" })
  }

  /// The goroutine is started in one clause; the other clause starts another one and sleeps.
  @Test func `is not reported in another clause`() throws {
    let source = CauseExamples.function([
      "switch mode() {", "case 1:", "go func() { r.n = 1 }()", "case 2:", "time.Sleep(second)", "}",
      "time.Sleep(second)", "", "use(r.n)",
    ])
    let evidence = try causes(source, start: 8).first { $0.kind == .starterDoesNotWait }?.evidence
    #expect(evidence?.last == "app.go:12 sleeps instead of waiting for it")
  }

  private func causes(_ source: String, start: Int) throws -> [Cause] {
    let folder = try SourceFolder(["app/app.go": source])
    let log = try ReadLog(
      CauseExamples.go(
        at: "0x00c00001a0f0", write: "main.Load.func1 app.go:\(start)",
        read: "main.Load app.go:14;main.main m.go:3", created: "main.Load app.go:\(start);main.main m.go:3"))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let testimony = SourceWitness(SourceFinder(directory: folder.path)).testimony(
      of: detail, logModified: nil)
    return detail.analyzed().weighed(by: testimony, detail).causes
  }
}
