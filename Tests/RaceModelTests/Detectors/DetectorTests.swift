import Testing

@testable import RaceModel

/// Each detector's profile.
@Suite struct `The detectors` {
  @Test func `have unique names that match the export`() {
    // As in docs/export.md and in the keys of races, which must not change.
    #expect(Set(Detectors.all.map(\.name)) == ["go", "tsan", "helgrind", "drd", "kcsan"])
    #expect(Detectors.all.count == 5)
  }

  @Test(arguments: Detectors.all.map(\.name))
  func `are found by name`(_ name: String) throws {
    #expect(try #require(Detector(named: name)).name == name)
  }

  @Test func `are not found under unknown names`() {
    #expect(Detector(named: "Go") == nil)
    #expect(Detector(named: "") == nil)
  }

  @Test func `call threads as their reports do`() {
    #expect(ThreadName.main.title(.go) == "main goroutine")
    #expect(ThreadName.main.title(.tsan) == "main thread")
    #expect(ThreadName(.goroutine, 7).title(.go) == "goroutine 7")
    #expect(
      [Detector.go, .tsan, .helgrind, .drd, .kcsan].map(\.profile.threadWord) == [
        "goroutine", "thread", "thread", "thread", "task",
      ])
  }

  @Test func `say why a complete report has only one access`() {
    #expect([Detector.go, .tsan].allSatisfy { $0.profile.loneAccess == nil })
    #expect(Detector.helgrind.profile.loneAccess?.words == "Helgrind names no other access")
    #expect(Detector.drd.profile.loneAccess?.words == "DRD names no other access")
    #expect(Detector.kcsan.profile.loneAccess?.words == "unknown origin")
  }
}
