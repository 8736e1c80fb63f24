import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// Fitting names and text into columns.
@Suite struct FittingTests {
  @Test(arguments: [
    ("short", 10, "short"), ("exactly10!", 10, "exactly10!"), ("a long function name", 9, "a lo…name"),
    ("abc", 1, "…"), ("abc", 0, ""), ("作者作者作者", 7, "作…作者"),
  ])
  func `shortens in the middle and never beyond the width`(text: String, width: Int, expected: String) {
    let shown = Fitting.middle(text, width, "…")
    #expect(shown == expected)
    #expect(Fitting.columns(shown) <= width)
  }

  @Test func `wraps without losing a character`() {
    let text = "github.com/pingcap/tidb/owner.(*mockManager).SetOwnerOpValue()  owner/mock.go:111 +0x30"
    for width in 5...100 {
      let lines = Fitting.wrap(text, width)
      #expect(lines.joined() == text)
      #expect(lines.allSatisfy { Fitting.columns($0) <= width })
    }
  }

  @Test(arguments: [
    ("github.com/pingcap/tidb/owner.(*mockManager).Set", "owner.(*mockManager).Set"),
    ("main.main", "main.main"),
    ("example.com/a/b.Map[go.shape.string,example.com/c.T]", "b.Map[go.shape.string,example.com/c.T]"),
    ("net/http.(*conn).serve", "http.(*conn).serve"),
  ])
  func `leaves out the directories of a package and keeps type arguments`(function: String, expected: String)
  {
    #expect(Names.short(function) == expected)
  }

  @Test(arguments: [
    ("main.(*T).Run", "main.(*T).Run()"), ("Bank::withdraw(long)", "Bank::withdraw(long)"),
    ("Bank::peek() const", "Bank::peek() const"), ("operator()", "operator()"),
    ("a.Map[func(int) (string, error)].set", "a.Map[func(int) (string, error)].set()"),
  ])
  func `shows a function as a call, once`(function: String, expected: String) {
    var frame = Frame()
    frame.function = function
    #expect(Names.whole(frame) == expected)
  }

  @Test func `keeps the line of a place however narrow the column`() {
    #expect(
      Names.place(file: "util/wait_group_wrapper.go", line: 154, width: 16, .unicode) == "wait_…per.go:154")
    #expect(Names.place(file: "C:/Users/me/x y/main.go", line: 7, width: 20, .unicode) == "main.go:7")
    #expect(Names.place(file: nil, line: nil, width: 20, .unicode) == "?")
  }
}

/// Searching.
@Suite struct SearchPatternTests {
  @Test func `an empty text is no pattern`() { #expect(SearchPattern("") == nil) }

  @Test func `finds all places, letters of either case`() {
    #expect(SearchPattern("ab")?.matches(in: "abxAB") == [0..<2, 3..<5])
    #expect(SearchPattern("aB")?.matches(in: "abxaB") == [3..<5])
  }
}

/// What reaches the screen.
@Suite struct GridTests {
  @Test func `a control character never enters a cell`() {
    var grid = Grid(columns: 10, rows: 1)
    grid.put("a\u{1B}[2J\u{7}\u{202E}b", x: 0, y: 0)
    #expect(grid.text(row: 0) == "a\u{FFFD}[2J\u{FFFD}\u{FFFD}b")
  }

  @Test func `nothing is drawn outside`() {
    var grid = Grid(columns: 4, rows: 1)
    grid.put("abcdef", x: 2, y: 0)
    grid.put("x", x: -1, y: 0)
    grid.put("x", x: 0, y: 5)
    grid.fill(x: -3, y: 0, width: 4, "z")
    #expect(grid.text(row: 0) == "z ab")
  }

  @Test(arguments: [40, 60, 200]) func `the list of sites keeps to its width`(width: Int) throws {
    let session = try Session(sample: "shop-test.log", columns: 120, rows: 40)
    let text = SitesText.text(session.index, width: width, glyphs: .unicode)
    #expect(text.contains("pool.(*Pool).worker") || width == 40)
    #expect(text.split(separator: "\n").dropLast().allSatisfy { Fitting.columns($0) <= width })
  }

  @Test func `a wide character is not cut in half`() {
    var grid = Grid(columns: 3, rows: 1)
    grid.put("ab作", x: 0, y: 0)
    #expect(grid.text(row: 0) == "ab")
  }

  @Test func `a mark stands over the character before it, a wide one too, and over no other text`() {
    var grid = Grid(columns: 9, rows: 1)
    grid.put("a", x: 0, y: 0)
    grid.put("\u{301}b作\u{301}e\u{301}", x: 1, y: 0)
    #expect(grid.text(row: 0) == "ab作\u{301}e\u{301}")
  }

  @Test func `without colour no style needs one`() {
    let theme = Theme(depth: .monochrome)
    for ink in Ink.allCases {
      for ground in Ground.allCases {
        let look = theme.appearance(of: Style(ink, on: ground))
        #expect(look.foreground == nil && look.background == nil)
      }
    }
  }

  @Test func `in colour the two sides have hues of their own`() {
    for depth in [Theme.Depth.basic, .palette] {
      let theme = Theme(depth: depth)
      let inks = [Ink.left, .right, .shared].map { theme.appearance(of: Style($0)).foreground }
      #expect(Set(inks).count == 3)
    }
  }
}

/// What `racetui list` and `racetui show` print.
@Suite struct PlainTextTests {
  @Test func `the list names both sites of a race and sums up`() throws {
    let session = try Session(sample: "tidb-45106.md", columns: 80, rows: 24)
    let text = ListText.text(session.index, sort: .count, width: 80, glyphs: .unicode)
    #expect(
      text == """
         1  ×1  W owner.(*mockManager).SetOwnerOpValue  mock.go:111
                R owner.GetOwnerOpValue  manager.go:418

        1 race in 1 report, 156 lines.

        """)
  }

  @Test func `a log without a race says so with the number of its lines`() throws {
    let session = try Session(log: "ok  \texample.com/a\t0.1s\nWARNING: DATA RACE is what we look for\n")
    #expect(
      ListText.text(session.index, sort: .count, width: 80, glyphs: .ascii)
        .hasPrefix("No race report in 2 lines.\n"))
    #expect(session.text.contains("No race report in 2 lines."))
  }
}

/// A race whose reports were printed in several ways.
@Suite struct RaceVariantTests {
  /// Two reports of `x++` raced with itself, as Go prints them on different days.
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

  @Test func `is one race in whatever order the two sides were printed`() throws {
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
