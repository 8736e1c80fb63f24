import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// Code that only one side has, or that both have.
@Suite struct SharedCodeTests {
  private static func report(_ other: String) -> String {
    """
    ==================
    WARNING: DATA RACE
    Write at 0x00c000010000 by goroutine 7:
      main.fill()
          /src/pond.go:4 +0x1

    Previous write at 0x00c000010000 by goroutine 8:
    \(other)

    Goroutine 7 (running) created at:
      main.main()
          /src/pond.go:6 +0x1

    Goroutine 8 (running) created at:
      main.main()
          /src/pond.go:7 +0x1
    ==================

    """
  }

  private static let same = report("  main.fill()\n      /src/pond.go:4 +0x1")
  private static let lost = report("  [failed to restore the stack]")
  private static let foreign = report("  main.drain()\n      /elsewhere/drain.go:9 +0x1")

  /// Of Helgrind, which forgets accesses: the report is whole.
  private static let forgotten = """
    ==7== Helgrind, a thread error detector
    ==7== ----------------------------------------------------------------
    ==7==
    ==7== Possible data race during write of size 4 at 0x10C048 by thread #1
    ==7== Locks held: none
    ==7==    at 0x10919A: fill (/src/pond.go:4)
    ==7==

    """

  /// Only `/src/pond.go` exists.
  private struct Pond: CodeSearch {
    private static let text = """
      package main
      var level int
      func fill() {
      \tlevel++
      }
      func one() { go fill() }
      func two() { go fill() }

      """

    func lookup(_ place: CodePlace, _ logModified: FileTime?) -> CodeLookup {
      guard place.file == "/src/pond.go" else { return .absent("\(place.file) not found") }
      let file = SourceFile(
        path: place.file, modified: FileTime(seconds: 0), bytes: Array(Self.text.utf8))
      return .found(CodeExcerpt(file, line: place.line, means: .printed, logModified: nil))
    }
    func find(_ printed: String) -> SourceFinding { NoCode().find(printed) }
    func testimony(of detail: DetailedReport, logModified: FileTime?) -> SourceTestimony {
      NoCode().testimony(of: detail, logModified: logModified)
    }
    func blame(_ place: CodePlace) -> String { NoCode().blame(place) }
    func owner(_ place: CodePlace) -> String? { NoCode().owner(place) }
    func demangle(_ names: [String]) -> Demangling { NoCode().demangle(names) }
    func listFolders() {}
  }

  private func session(_ log: String, columns: Int = 120, rows: Int = 40) throws -> Session {
    try Session(log: log, columns: columns, rows: rows, code: Pond())
  }

  private func count(_ text: String, in session: Session) -> Int {
    SearchPattern(text)?.matches(in: session.text).count ?? 0
  }

  @Test(arguments: [120, 80]) func `one line of both sides is shown once`(columns: Int) throws {
    var session = try session(Self.same, columns: columns)
    #expect(count("▸4 │     level++", in: session) == 1)
    #expect(session.lines.contains { $0.hasPrefix("─ A and B  /src/pond.go ──") })
    session.press("Enter")
    #expect(count("▸4 │     level++", in: session) == 1)
    let header = try #require(session.lines.first { $0.contains("─ A and B  /src/pond.go ──") })
    #expect(header.hasPrefix(columns == 120 ? "├" : "─"))
    let line = try #require(session.lines.first { $0.contains("level++") })
    #expect(line.split(separator: "│").count == 2)
  }

  @Test func `code of both sides is entered from either, and keeps its line`() throws {
    var session = try session(Self.same)
    session.press("Enter", "Tab", "Enter")
    #expect(session.text.contains("▸A and B  /src/pond.go") && session.side == .b)
    session.press("j", "Tab")
    #expect(session.side == .a && session.place?.line == 5)
    session.press("q", "}", "j")
    // The cursors are on two lines again.
    #expect(session.text.contains("▸6 │") && session.text.contains("▸4 │"))
    #expect(!session.text.contains("A and B"))
  }

  @Test(arguments: [lost, foreign]) func `a side without code leaves its room to the other`(
    log: String
  ) throws {
    let reason = log == Self.lost ? "its stack is not in the log" : "/elsewhere/drain.go not found"
    var session = try session(log)
    session.press("Enter")
    let header = try #require(session.lines.firstIndex { $0.contains("─ /src/pond.go ──") })
    #expect(session.lines[header].contains("─┴─ \(reason) ──"))
    #expect(session.lines[header + 1].split(separator: "│").count == 2)
    session.press("S", "j")
    #expect(session.place?.line == 5)
    session.press("Tab")
    #expect(session.side == .b)
  }

  @Test func `above the code a missing side has the words of its column`() throws {
    var session = try session(Self.forgotten)
    session.press("Enter")
    let header = try #require(session.lines.first { $0.contains("─ /src/pond.go ──") })
    #expect(header.contains("─ Helgrind did not remember it ──"))
    #expect(!session.text.contains("this access is not in the log"))
  }

  @Test func `on a narrow terminal one row says why a side has no code`() throws {
    var session = try session(Self.foreign, columns: 80, rows: 34)
    session.press("Enter")
    #expect(session.lines[30].hasPrefix("─ /elsewhere/drain.go not found ──"))
    #expect(session.text.contains("7 │ func two() { go fill() }"))
  }

  @Test func `the preview leaves the room to the side that has code`() throws {
    let code = try session(Self.foreign).lines.suffix(14)
    #expect(code.contains { $0.hasPrefix("─ /src/pond.go ──") && !$0.contains("│") })
    #expect(code.contains { $0.hasPrefix("─ /elsewhere/drain.go not found ──") })
    let alone = try session(Self.lost).lines.suffix(14)
    #expect(alone.contains { $0.hasPrefix("─ /src/pond.go ──") && !$0.contains("│") })
  }
}
