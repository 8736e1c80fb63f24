import Foundation
import RaceModel
import RaceWork
import Testing

@testable import RaceText

@Suite struct `The printed list` {
  private static func report(_ number: Int) -> String {
    """
    ==================
    WARNING: DATA RACE
    Write at 0x00c000000000 by goroutine 7:
      shop.Put\(number)()
          /src/shop/put.go:10 +0x1

    Previous read at 0x00c000000000 by goroutine 8:
      shop.Get\(number)()
          /src/shop/get.go:20 +0x1

    Goroutine 7 (running) created at:
      main.main()
          /src/shop/main.go:5 +0x1

    Goroutine 8 (running) created at:
      main.main()
          /src/shop/main.go:6 +0x1
    ==================

    """
  }

  private static func index(_ log: String) throws -> LogIndex {
    let folder = try ScratchFolder()
    let path = folder.path + "/list.log"
    try Data(log.utf8).write(to: URL(filePath: path))
    let workspace = Workspace(OpenLogs(files: [try LogFile.open(path)]), code: NoCode())
    return try workspace.index { _ in }
  }

  @Test func `a long list is passed on in portions, without a gap`() throws {
    let index = try Self.index((0..<1200).map(Self.report).joined())
    var portions: [String] = []
    ListText.write(index, ListContent(), width: 80, glyphs: .ascii) { portions.append($0) }
    #expect(portions.count > 1 && portions.dropLast().allSatisfy { $0.utf8.count >= 65_536 })
    let lines = portions.joined().split(separator: "\n", omittingEmptySubsequences: false)
    // A heading, two lines for each race, a blank one, and the summary.
    #expect(lines.count == 1 + 2 * 1200 + 1 + 1 + 1)
    for number in [0, 1, 599, 1199] {
      #expect(
        lines[1 + 2 * number].hasSuffix(
          "W shop.Put\(number)".padding(toLength: 16, withPad: " ", startingAt: 0) + "put.go:10"))
      #expect(lines[1 + 2 * number].contains("\(number + 1)  x1  "))
    }
    #expect(lines[2401] == "" && lines[2402] == "1200 races in 1200 reports, 21600 lines.")
  }
}
