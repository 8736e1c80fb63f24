import ScreenHarness
import Testing

@testable import RaceView

/// Lists with rows of one line or two.
@Suite struct ListWindowTests {
  /// A heading, two races of two lines each, a heading, three races.
  private static let heights = [1, 2, 2, 1, 2, 2, 2]
  private static func window(_ height: Int) -> ListWindow {
    ListWindow(count: heights.count, height: height) { heights[$0] }
  }

  @Test func `the selected row is completely on the screen`() {
    for height in 2...12 {
      let window = Self.window(height)
      for start in 0..<Self.heights.count {
        var cursor = ListCursor(row: start)
        cursor.keepInView(window)
        let taken = Self.heights[cursor.top...cursor.row].reduce(0, +)
        #expect(cursor.row == start && cursor.top <= start && taken <= height)
      }
    }
  }

  @Test func `no line of the screen is wasted at the end of the list`() {
    // 12 lines in all; the last 6 are the second heading's races.
    var cursor = ListCursor(row: 6, top: 6)
    cursor.keepInView(Self.window(7))
    #expect(cursor.top == 3)
    cursor.keepInView(Self.window(12))
    #expect(cursor.top == 0)
  }

  @Test func `a page keeps one row of the previous one`() {
    var cursor = ListCursor()
    // Five lines: the heading and two races.
    cursor.move(.pages(1), in: Self.window(5))
    #expect(cursor.row == 2)
    cursor.move(.shown(.last), in: Self.window(5))
    #expect(cursor.row == 2)
  }

  @Test func `a row goes to the top, the middle and the bottom`() {
    var cursor = ListCursor(row: 3)
    for (place, top) in [(Motion.Shown.first, 3), (.last, 0), (.middle, 2)] {
      cursor.move(.place(place), in: Self.window(6))
      #expect(cursor.row == 3 && cursor.top == top, "\(place)")
    }
  }

  @Test func `the text scrolls, and the cursor moves only as far as it must`() {
    var cursor = ListCursor(row: 0)
    cursor.move(.scroll(2), in: Self.window(5))
    #expect(cursor.top == 2 && cursor.row == 2)
    cursor.move(.scroll(9), in: Self.window(5))
    #expect(cursor.top == 5 && cursor.row == 5)
    cursor.move(.scroll(-9), in: Self.window(5))
    #expect(cursor.top == 0 && cursor.row == 2)
  }
}

/// Returning from a jump.
@Suite struct JumpTests {
  @Test func `goes back to where the last jump began, and there again`() throws {
    var session = try Session(sample: "shop-test.log", columns: 120, rows: 40)
    session.press("j", "j", "G")
    #expect(session.list.cursor.row == 12)
    session.press("''")
    #expect(session.list.cursor.row == 2)
    session.press("''")
    #expect(session.list.cursor.row == 12)
    // Steps are not jumps: the last jump began at the third row.
    session.press("k", "''")
    #expect(session.list.cursor.row == 2)
  }

  @Test func `a search is a jump on any screen`() throws {
    var session = try Session(sample: "shop-test.log", columns: 120, rows: 40)
    session.press("j", "/", "web", "Enter")
    #expect(session.list.cursor.row > 1)
    session.press("''")
    #expect(session.list.cursor.row == 1)
    session.press("v")
    let place = try #require(session.lines[39].split(separator: " ").last)
    session.press("/", "created at", "Enter")
    #expect(session.lines[39].split(separator: " ").last != place)
    session.press("''")
    #expect(session.lines[39].split(separator: " ").last == place)
  }
}
