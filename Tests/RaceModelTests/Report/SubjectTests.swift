import Testing

@testable import RaceModel

@Suite struct `The memory of a race` {
  private func words(write: String, read: String) throws -> String? {
    let log = try ReadLog(CauseExamples.go(at: "0x00c00001a0f0", write: write, read: read))
    return try #require(log.entries.first.flatMap { log.detailed($0) }).analyzed().subject?.words
  }

  @Test(arguments: [
    ("runtime.mapassign_faststr m.go:203;main.put a.go:11", "main.count a.go:15"),
    ("runtime.mapassign m.go:203;main.put a.go:11", "runtime.mapaccess1 m.go:13;main.get a.go:15"),
    ("main.clear a.go:11", "runtime.mapaccess1_fast64 m.go:13;main.get a.go:15"),
  ])
  func `is a map where the runtime reads or writes one`(_ write: String, _ read: String) throws {
    #expect(try words(write: write, read: read) == "map")
  }

  /// `m[key]` where `key` is being assigned: the runtime reads keys that are neither short nor strings.
  @Test func `may be a key where the runtime reads one`() throws {
    let read = "runtime.mapaccess1 m.go:13;main.get a.go:15"
    #expect(try words(write: "main.setKey a.go:11", read: read) == "heap")
  }

  @Test func `is a global variable where the report gives no name`() throws {
    let log = try ReadLog(
      CauseExamples.tsan(
        first: "Write of size 4 at 0x000000000010 by thread T1", firstStack: "set() /src/app.cpp:7",
        second: "Previous read of size 4 at 0x000000000010 by main thread",
        secondStack: "main /src/app.cpp:12",
        sections: "  Location is global '<null>' at 0x000000000000 (app+0x10)\n\n"))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    #expect(detail.analyzed().subject?.words == "global variable")
  }
}
