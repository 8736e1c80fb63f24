import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// Comparison with an older run or a list of known races, on the screens.
@Suite struct ComparisonScreenTests {
  /// A Go race report about two functions.
  private static func report(
    _ verb: String = "Read", _ function: String = "app.get", line: Int = 10, caller: String = "app.serve",
    creator: String = "app.start", other: String = "app.put"
  ) -> String {
    """
    ==================
    WARNING: DATA RACE
    \(verb) at 0x00c000012345 by goroutine 7:
      \(function)()
          /x/a.go:\(line) +0x44
      \(caller)()
          /x/serve.go:40 +0x44

    Previous write at 0x00c000012345 by goroutine 8:
      \(other)()
          /x/b.go:20 +0x44

    Goroutine 7 (running) created at:
      app.main()
          /x/main.go:7 +0x44

    Goroutine 8 (running) created at:
      \(creator)()
          /x/main.go:8 +0x44
    ==================

    """
  }

  /// An older run.
  private static func run(_ log: String) throws -> (races: OlderRaces, run: OlderRun?) {
    let file = try Session.file(log)
    let index = Workspace(OpenLogs(files: [file]), code: NoCode()).index()
    let races = index.recordedRaces
    return (
      OlderRaces(races, title: "old.log", isList: false), OlderRun(index, files: [file])
    )
  }

  /// The screen about the log, with the only race selected.
  private func about(_ log: String, beside older: (races: OlderRaces, run: OlderRun?)) throws -> Session {
    var session = try Session(log: log, older: older)
    session.press("i")
    return session
  }

  @Test func `shows what changed in a race, then and now`() throws {
    let now =
      Self.report("Write", line: 12, caller: "app.flush", creator: "app.boot")
      + Self.report("Write", line: 12, caller: "app.flush", creator: "app.boot")
    let text = try about(now, beside: Self.run(Self.report())).text
    #expect(text.contains("then and now  data race: app.get a.go / app.put b.go"))
    for words in [
      "reports: 1, now 2", "line of app.get: a.go:10, now a.go:12", "access of app.get: read, now write",
      "caller of app.get: app.serve, now app.flush",
      "creator of the thread in app.put: app.start, now app.boot",
    ] {
      #expect(text.contains("    \(words)\n"), "\(words)")
    }
    #expect(!text.contains("line of app.put") && !text.contains("creator of the thread in app.get"))
  }

  @Test func `a race that keeps one report of the older log has not changed`() throws {
    let now = Self.report() + Self.report(caller: "app.flush", creator: "app.boot")
    let text = try about(now, beside: Self.run(Self.report())).text
    #expect(text.contains("reports: 1, now 2") && !text.contains("caller of") && !text.contains("creator of"))
    #expect(try about(Self.report(), beside: Self.run(Self.report())).text.contains(RaceChange.none))
  }

  @Test func `lists races that were not seen; a cut log leaves that open`() throws {
    let older = try Self.run(Self.report() + Self.report("Write", "app.lost"))
    let whole = try about(Self.report(), beside: older)
    #expect(whole.text.contains("compared with old.log  1 still there, 1 not seen"))
    #expect(whole.text.contains("NOT SEEN     data race: app.lost a.go / app.put b.go"))
    let cut = try about(
      Self.report() + Self.report("Write", "app.new").split(separator: "Previous")[0], beside: older)
    #expect(cut.text.contains("CANNOT TELL  data race: app.lost a.go / app.put b.go"))
    #expect(
      cut.text.contains("the comparison is in doubt: ") && cut.text.contains("the log ends inside a report"))
    #expect(!cut.text.contains("NOT SEEN"))
  }

  @Test func `the title counts the races that were not seen`() throws {
    let older = try Self.run(Self.report() + Self.report("Write", "app.lost"))
    #expect(try Session(log: Self.report(), older: older).lines[0].contains("1 not seen"))
  }

  @Test func `a list shows its remarks, and that it has no reports`() throws {
    let key = try #require(try RecordedRaces.race(of: Self.report()))
    var lost = TriageEntry(RaceKey(value: 1), .known)
    (lost[.why], lost[.by], lost[.race]) = ("only a counter", "ann", "data race: x/app.lost a.go / ?")
    var still = TriageEntry(key, .benign)
    still[.on] = "2026-11-02"
    let list = OlderRaces(
      [lost, still].map { RecordedRace($0) }, title: "baseline", isList: true)
    let text = try about(Self.report(), beside: (list, nil)).text
    #expect(text.contains("NOT SEEN     data race: app.lost a.go / ?\n    known: only a counter (ann)\n"))
    #expect(text.contains("then: benign (2026-11-02)\n    a list has no reports: "))
  }

  @Test func `a long list is folded, and a search opens it`() throws {
    let names = (1...9).map { "app.lost\($0)" }
    let older = try Self.run(names.map { Self.report("Write", $0) }.joined())
    var session = try about(Self.report(), beside: older)
    #expect(session.text.contains("+ 9 races that are not seen here") && !session.text.contains("lost3"))
    session.press("/")
    session.type("lost3\r")
    #expect(session.text.contains("- 9 races that are not seen here") && session.text.contains("app.lost3"))
    session.press("gg")
    session.press("Down", "Enter")
    #expect(!session.text.contains("app.lost3"))
  }
}

private enum RecordedRaces {
  /// The key of a log's only race.
  static func race(of log: String) throws -> RaceKey? {
    Workspace(OpenLogs(files: [try Session.file(log)]), code: NoCode()).index().races.first?.key
  }
}
