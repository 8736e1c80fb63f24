import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// The answer to reading the logs again.
@Suite struct ReloadedTests {
  private static func report(_ function: String) -> String {
    """
    ==================
    WARNING: DATA RACE
    Write at 0x00c000010000 by goroutine 7:
      main.\(function)()
          /src/main.go:9 +0x1

    Previous write at 0x00c000010000 by goroutine 8:
      main.\(function)()
          /src/main.go:9 +0x1
    ==================

    """
  }

  private static let old = report("fill") + report("drain")

  @Test(arguments: [
    (old, "nothing has changed"), (old + report("leak"), "1 new race"), (report("drain"), "1 race gone"),
    (report("leak") + report("drain") + report("flow"), "2 new races, 1 race gone"),
    (old + report("fill"), "the same races, in 3 reports (2 before)"), ("ok\n" + old, "the same races"),
  ])
  func `says what has changed`(log: String, words: String) throws {
    let file = try Session.file(log)
    let workspace = Workspace(OpenLogs(files: [file]), code: NoCode())
    var index = LogIndex()
    var batches: [IndexBatch] = []
    workspace.read {
      batches.append($0)
      return true
    }
    // The same file has another name in a test.
    for batch in try Session(log: Self.old).batches {
      var batch = batch
      batch.loaded.name = file.name
      index.append(batch)
    }
    var logs = Logs(title: "test.log", count: 1)
    logs.before = LogsOutline(index)
    var app = App(logs, settings: Settings(glyphs: .unicode), size: Size(columns: 80, rows: 24))
    for batch in batches { _ = app.update(.log(.batch(batch))) }
    #expect(!app.draw().text.contains("reloaded"))
    _ = app.update(.log(.loaded))
    #expect(app.draw().text.split(separator: "\n").contains { $0.hasPrefix(" reloaded: \(words)  ") })
  }

  @Test func `nothing is said the first time`() throws {
    #expect(try !Session(log: Self.old).text.contains("reloaded"))
  }
}
