import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// A race whose reports were printed in several forms.
@Suite struct RaceVariantTests {
  /// Two reports of `x++` racing with itself, as Go prints them in different runs.
  private static func report(_ first: String, _ firstLine: Int, _ second: String, _ secondLine: Int) -> String
  {
    """
    ==================
    WARNING: DATA RACE
    \(first) at 0x00c000010000 by main goroutine:
      example.com/a/counter.(*Counter).Add()
          /src/counter/counter.go:\(firstLine) +0x1

    Previous \(second) at 0x00c000010000 by main goroutine:
      example.com/a/server.Serve()
          /src/server/server.go:\(secondLine) +0x1
    ==================

    """
  }

  @Test func `shows all operations and exact lines that occurred at a site`() throws {
    let log = Self.report("Write", 24, "write", 7) + Self.report("Read", 24, "write", 9)
    let session = try Session(log: log, columns: 80, rows: 24)
    #expect(session.index.races.count == 1)
    #expect(
      session.lines.contains { $0.contains("WR counter.(*Counter).Add") && $0.contains("counter.go:24") })
    #expect(session.lines.contains { $0.contains("W  server.Serve") && $0.contains("server.go:7,9") })
  }

  @Test func `is one race in whichever order the two sides were printed`() throws {
    let turned = """
      ==================
      WARNING: DATA RACE
      Write at 0x00c000010000 by main goroutine:
        example.com/a/server.Serve()
            /src/server/server.go:8 +0x1

      Previous read at 0x00c000010000 by main goroutine:
        example.com/a/counter.(*Counter).Add()
            /src/counter/counter.go:24 +0x1
      ==================

      """
    let session = try Session(log: Self.report("Write", 24, "write", 7) + turned, columns: 80, rows: 24)
    #expect(session.index.races.count == 1)
    #expect(session.lines.contains { $0.contains("WR counter.(*Counter).Add") })
    #expect(session.lines.contains { $0.contains("W  server.Serve") && $0.contains("server.go:7,8") })
  }
}
