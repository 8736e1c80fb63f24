import Foundation
import RaceModel
import RaceText
import RaceWork
import Testing

/// Queries without a screen.
@Suite struct RaceSelectionTests {
  private static let sample =
    #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/samples/shop-test.log"

  /// The first lines of the races that match a query, in log order.
  private func lines(_ query: String, _ path: String = sample) throws -> [Int] {
    let workspace = Workspace(OpenLogs(files: [try LogFile.open(path)]), code: NoCode())
    let index = workspace.index()
    let races = workspace.races(meeting: try Query(query), index: index)
    #expect(races.unaskedCount == 0)
    return index.races.indices.filter(races.contains).compactMap { race in
      index.races[race].reports.first.map { index.reports[Int($0)].line }
    }
  }

  @Test(arguments: [
    // TestRestock has three reports of two races; Find occurs in one of them.
    ("fn:Restock", [502, 610]),
    ("fn:Restock -fn:Find", [502]),
    ("test:TestRestock", [502, 610]),
    ("cause:map", [502, 610]),
    // Explanations are worked out even if only the query needs them.
    ("is:explained fn:mapIterStart", [610]),
    ("-is:explained fn:mapIterStart", []),
    ("fn:restock", [502, 610]),
    ("fn:RESTOCK", []),
    ("is:seen", []),
  ])
  func `a query finds what the log says`(_ query: String, _ expected: [Int]) throws {
    #expect(try lines(query) == expected)
  }

  @Test func `every race matches a query without terms`() throws {
    #expect(try lines("").count == 13)
    #expect(RaceSelection.all.count == nil && RaceSelection.all.contains(5))
  }

  @Test func `searches the last of very many reports`() throws {
    let folder = try ScratchFolder()
    let path = folder.path + "/race.log"
    let common = Self.report(function: "main.get", caller: "main.often")
    let log = String(repeating: common, count: 1200) + Self.report(function: "main.put", caller: "main.rare")
    try Data(log.utf8).write(to: URL(filePath: path))
    let last = 1200 * common.utf8.count { $0 == UInt8(ascii: "\n") } + 2
    #expect(try lines("fn:main.rare", path) == [last])
    #expect(try lines("-fn:main.rare", path) == [2])
    #expect(try lines("fn:main.often fn:main.rare", path) == [])
  }

  private static func report(function: String, caller: String) -> String {
    """
    ==================
    WARNING: DATA RACE
    Read at 0x00c000012345 by goroutine 7:
      \(function)()
          /app/main.go:12 +0x44
      \(caller)()
          /app/main.go:20 +0x44

    Previous write at 0x00c000012345 by main goroutine:
      main.main()
          /app/main.go:31 +0x44

    Goroutine 7 (running) created at:
      main.main()
          /app/main.go:30 +0x44
    ==================

    """
  }
}
