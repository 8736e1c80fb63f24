import Testing

@testable import RaceModel

@Suite struct `Causes of a race with several reports` {
  /// A report with one side in `main.all` and the other in a closure of it, each below the given frames.
  private func report(_ read: String, _ write: String) -> String {
    """
    ==================
    WARNING: DATA RACE
    Read at 0x00c000012345 by goroutine 7:
    \(read)  main.all()
          /src/app/all.go:51 +0x4d7

    Previous write at 0x00c000012345 by goroutine 8:
    \(write)  main.all.func1()
          /src/app/all.go:21 +0x96

    Goroutine 7 (running) created at:
      main.main()
          /src/app/main.go:9 +0x85a

    Goroutine 8 (finished) created at:
      main.all()
          /src/app/all.go:18 +0x488
    ==================

    """
  }

  private let mapRead = "  runtime.mapaccess1_fast32()\n      /go/src/runtime/map_fast32.go:13 +0x0\n"
  private let mapWrite = "  runtime.mapassign_fast32()\n      /go/src/runtime/map_fast32.go:93 +0x0\n"

  private func causes(_ log: String) throws -> [String] {
    let log = try ReadLog(log)
    #expect(log.index.races.count == 1)
    var explainer = RaceExplainer()
    let race = try #require(log.index.races.first)
    return explainer.explain(ExplanationRequest(race, of: log.index), files: [log.file]).causes
      .map(\.kind.rawValue)
  }

  @Test func `are collected from all reports, strongest first`() throws {
    #expect(try causes(report("", "")) == ["shared-with-closure"])
    #expect(
      try causes(report("", "") + report(mapRead, mapWrite)) == [
        "concurrent-map-access", "shared-with-closure",
      ])
    #expect(
      try causes(report(mapRead, mapWrite) + report("", "")) == [
        "concurrent-map-access", "shared-with-closure",
      ])
  }

  @Test func `are named once`() throws {
    #expect(try causes(report("", "") + report("", "")) == ["shared-with-closure"])
  }
}
