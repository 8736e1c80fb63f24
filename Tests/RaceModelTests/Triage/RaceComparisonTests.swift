import Testing

@testable import RaceModel

/// Comparisons of runs; the tables were written before the code.
@Suite struct `Runs compared` {
  /// A Go report of two sites; an empty site is missing from the log.
  private func report(_ first: String, _ second: String) -> String {
    let other =
      second.isEmpty
      ? "" : "\nPrevious read at 0x00c00001a0f0 by main goroutine:\n  \(second)()\n      /src/a.go:9 +0x1c\n"
    return """
      ==================
      WARNING: DATA RACE
      Write at 0x00c00001a0f0 by goroutine 7:
        \(first)()
            /src/a.go:7 +0x1c
      \(other)
      Goroutine 7 (running) created at:
        main.main()
            /src/a.go:3 +0x1c
      ==================

      """
  }

  private func races(_ reports: [(String, String)]) throws -> [RecordedRace] {
    try ReadLog(reports.map { report($0.0, $0.1) }.joined()).index.recordedRaces
  }

  private func words(_ comparison: RaceComparison, _ races: [RecordedRace]) -> [String] {
    races.map { race in
      switch comparison.novelties[race.key] {
      case .new: "new"
      case .still: "still"
      case .perhaps(let keys): "perhaps \(keys.count)"
      case nil: "-"
      }
    }
  }

  @Test func `a swap of one race for another is a new race, and a missing one`() throws {
    let old = try races([("a.Put", "a.Get"), ("b.Put", "b.Get")])
    let new = try races([("a.Put", "a.Get"), ("c.Put", "c.Get")])
    let comparison = RaceComparison(old, new, isWhole: true)
    #expect(words(comparison, new) == ["still", "new"])
    #expect(comparison.outcomes.map(\.outcome) == [.still, .notSeen])
    #expect((comparison.newCount, comparison.stillCount, comparison.perhapsCount) == (1, 1, 0))
  }

  @Test func `half a report may be a race with the same known side, either way`() throws {
    let whole = try races([("a.Put", "a.Get")])
    let half = try races([("a.Put", "")])
    #expect(words(RaceComparison(whole, half, isWhole: true), half) == ["perhaps 1"])
    #expect(words(RaceComparison(half, whole, isWhole: true), whole) == ["perhaps 1"])
    #expect(RaceComparison(whole, half, isWhole: true).outcomes.map(\.outcome) == [.perhaps])
    // A race that the list has twice is named once.
    #expect(words(RaceComparison(half + half, whole, isWhole: true), whole) == ["perhaps 1"])
    // Another known side.
    let other = try races([("c.Put", "")])
    #expect(words(RaceComparison(whole, other, isWhole: true), other) == ["new"])
    // Two complete races that share a side are two races.
    let sharing = try races([("a.Put", "a.Find")])
    #expect(words(RaceComparison(whole, sharing, isWhole: true), sharing) == ["new"])
  }

  @Test func `a cut run cannot show what is gone`() throws {
    let old = try races([("a.Put", "a.Get")])
    #expect(RaceComparison(old, [], isWhole: false).outcomes.map(\.outcome) == [.cannotTell])
  }

  @Test func `a list has the same sides as a log`() throws {
    let log = try ReadLog(report("a.Put", "a.Get") + report("b.Put", ""))
    for race in log.index.races {
      let line = TriageEntry(race, of: log.index, .known).line
      let listed = RecordedRace(try #require(TriageEntry(line: line)))
      #expect(listed.key == race.key && listed.sides == RecordedRace(race, of: log.index).sides)
      #expect(listed.detector == "go")
    }
  }

  @Test func `an entry moves to the one race with one equal side and a similar other side`() throws {
    let log = try ReadLog(report("a.Put", "a.Lookup") + report("b.Put", "b.Get"))
    let old = try ReadLog(report("a.Put", "a.Get") + report("z.Run", "z.Stop"))
    var file = TriageFile()
    for race in old.index.races { file.set(race.key, TriageEntry(race, of: old.index, .known)) }
    let migrations = KeyMigration.all(file, log.index.recordedRaces)
    let targets = migrations.reduce(into: [String: String]()) {
      $0[$1.entry[.race] ?? ""] = $1.target?.title ?? "none"
    }
    #expect(
      targets == [
        "data race: a.Get a.go / a.Put a.go": "data race: a.Lookup a.go / a.Put a.go",
        "data race: z.Run a.go / z.Stop a.go": "none",
      ])
  }

  @Test func `a log says why its run cannot be trusted, or that it can`() throws {
    func doubts(_ text: String) throws -> [String] {
      let log = try ReadLog(text)
      return RunDoubt.all(log.index, [log.file]).map { doubt in
        switch doubt {
        case .unreadable: "unreadable"
        case .cut: "cut"
        case .fatal: "fatal"
        case .noSign: "no sign"
        }
      }
    }
    let whole = report("a.Put", "a.Get")
    #expect(try doubts(whole) == [])
    #expect(try doubts(String(whole.prefix(120))) == ["cut"])
    #expect(try doubts("hello\n") == ["no sign"])
    #expect(try doubts("") == ["no sign"])
    #expect(try doubts("ok  \texample.com/a\t0.4s\n") == [])
    #expect(try doubts("==7== ERROR SUMMARY: 0 errors from 0 contexts (suppressed: 0 from 0)\n") == [])
    #expect(try doubts("FATAL: ThreadSanitizer: unexpected memory mapping 0x1-0x2\n") == ["fatal"])
    #expect(try doubts(whole + "fatal error: concurrent map writes\n") == ["fatal"])
  }
}
