import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// The cells that reach the screen.
@Suite struct GridTests {
  @Test func `a control character never enters a cell`() {
    var grid = Grid(columns: 10, rows: 1)
    grid.put("a\u{1B}[2J\u{7}\u{202E}b", x: 0, y: 0)
    #expect(grid.text(row: 0) == "a\u{FFFD}[2J\u{FFFD}\u{FFFD}b")
  }

  @Test func `draws nothing outside of the grid`() {
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

  @Test func `a mark joins the character before it, even a wide one, and no other text`() {
    var grid = Grid(columns: 9, rows: 1)
    grid.put("a", x: 0, y: 0)
    grid.put("\u{301}b作\u{301}e\u{301}", x: 1, y: 0)
    #expect(grid.text(row: 0) == "ab作\u{301}e\u{301}")
  }
}
