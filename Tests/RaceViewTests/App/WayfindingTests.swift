import RaceModel
import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// Moving between screens, and the messages on the way.
@Suite struct WayfindingTests {
  private func shop() throws -> Session { try Session(sample: "shop-v.log", columns: 120, rows: 40) }

  @Test func `f shows the two paths from the raw text, whether or not it was opened from the list`() throws {
    var session = try shop()
    session.press("f")
    let tree = session.text
    session.press("q", "q", "v", "f")
    #expect(session.text == tree)
    session.press("v", "f")
    #expect(session.text == tree)
    session.press("q", "q")
    #expect(session.screen == "races")
  }

  @Test func `a number beyond the end goes to the end`() throws {
    var session = try shop()
    session.press("99J")
    #expect(session.list.cursor.row == 12 && !session.lines[39].contains("this is"))
    session.press("J")
    #expect(session.lines[39].contains("this is the last race"))
    session.press("99K", "Enter", "99]")
    #expect(session.text.contains("[3/3]"))
    session.press("99J")
    #expect(session.text.contains("Race 13 of 13"))
  }

  @Test func `a heading of the list is cut before the next column, with a mark`() throws {
    var session = try Session(sample: "kcsan.log", columns: 80, rows: 24)
    session.press("S", "gt")
    #expect(session.lines[1].contains("sites split by verb and line"))
    #expect(session.lines[1].contains("…   ") && session.lines[1].hasSuffix("   kind, damage"))
  }

  @Test func `a key without effect on a screen says so`() throws {
    var session = try shop()
    session.press("]")
    #expect(session.lines[39].contains("] is not bound here; ? for help"))
    session.press("f", "Z")
    #expect(!session.text.contains("shared frames:"))
  }

  @Test func `on a narrow screen the likely causes use the room left by the sites`() throws {
    let session = try Session(sample: "shop-test.log", columns: 80, rows: 24)
    #expect(session.lines[1].contains("memory, likely cause"))
    #expect(session.lines.contains { $0.contains("price.go:12       shared global") })
  }

  @Test func `searches and filters find the text of a row`() throws {
    var session = try shop()
    session.press("&", "package variable", "Enter")
    #expect(!session.order.isEmpty && session.order.count < 13)
    #expect(session.lines[3].contains("package variable"))
    session.press("Esc", "/", "package variable", "Enter")
    #expect(!session.lines[39].contains("no match"))
  }

  @Test func `leads from the races of a site back to the sites, then to all races`() throws {
    var session = try shop()
    session.press("H", "Enter")
    let count = session.order.count
    #expect(session.screen == "races" && count < 13)
    session.press("q")
    #expect(session.screen == "sites" && !session.effects.contains(.quit))
    session.press("q")
    #expect(session.screen == "races" && session.order.count == 13)
    session.press("q")
    #expect(session.effects.contains(.quit))
  }

  @Test func `the raw text of records begins with the printed text and scrolls to the end of the line`()
    throws
  {
    var session = try Session(sample: "shop-json.log", columns: 80, rows: 24)
    session.press("v")
    #expect(session.lines.contains { $0.contains("Read at 0x00c0001800d8 by goroutine 17:") })
    session.press("l", "l", "l")
    #expect(session.lines[23].contains("nothing further right"))
    #expect(session.lines[1...22].contains { $0.contains("goroutine 17:") })
  }

  @Test func `the fork of the paths has the line of the focused side`() throws {
    var session = try Session(sample: "tidb-45106.log", columns: 120, rows: 40)
    session.press("f", "y")
    #expect(session.effects.last == Self.copied("3542"))
    session.press("Tab", "y")
    #expect(session.effects.last == Self.copied("3551"))
    session.press("j", "y")
    #expect(session.effects.last == Self.copied("3551"))
  }

  private static func copied(_ line: String) -> Effect {
    .copy(ClipboardText(line: "session/session.go:\(line)"), what: "session/session.go:\(line)")
  }
}
