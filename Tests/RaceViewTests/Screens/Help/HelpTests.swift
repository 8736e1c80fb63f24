import RaceView
import ScreenHarness
import Testing

/// The list of commands: reading, narrowing, performing.
@Suite struct HelpTests {
  @Test func `shows the words of each command in full`() throws {
    var session = try Session(sample: "shop-test.log", columns: 80, rows: 24)
    session.press("Enter", "?")
    var seen = ""
    for _ in 0..<8 {
      seen += session.lines.dropFirst(2).dropLast().map { $0.drop { $0 == " " } + " " }.joined()
      session.press("PgDn")
    }
    #expect(!seen.contains("…"))
    #expect(session.text.contains("Help: a race, its two accesses side by side"))
  }

  private func shop(rows: Int = 40) throws -> Session {
    try Session(sample: "shop-v.log", columns: 120, rows: rows)
  }

  @Test func `typing narrows the list, Enter performs`() throws {
    var session = try shop()
    session.press("?", "site")
    #expect(session.screen == "help" && session.lines[1].hasPrefix(" :site"))
    #expect(session.lines[2].hasPrefix("▸ H"))
    session.press("Enter")
    #expect(session.screen == "sites")
  }

  @Test func `a key finds its command first, as in other programs`() throws {
    var session = try shop()
    session.press(":", "q", "Enter")
    #expect(session.effects == [.quit])
    session = try shop()
    session.press(":", "]")
    #expect(session.lines[2].trimmingSuffix(while: \.isWhitespace).isEmpty)
    session.press("Esc", "Enter", ":", "za")
    #expect(session.lines[2].contains("↵ za") && session.lines[2].contains("fold or unfold here"))
  }

  @Test func `a number goes to that race`() throws {
    var session = try shop()
    session.press(":", "7", "Enter")
    #expect(session.screen == "races" && session.list.cursor.row == 6)
    session.press("Enter", ":", "3", "Enter")
    #expect(session.screen == "pair" && session.lines[0].contains("Race 3 of 13"))
    session.press(":", "14")
    #expect(session.lines[2].contains("(the list has 13 races)"))
    session.press("Enter")
    #expect(session.lines[39].contains("the list has 13 races") && session.lines[0].contains("Race 3 of 13"))
  }

  @Test func `says why a command is unavailable, in the list and when performed`() throws {
    var session = try shop()
    session.press("?", "previous race")
    #expect(session.lines[2].contains("(this is the first race)"))
    session.press("Enter")
    #expect(session.lines[39].hasPrefix(" this is the first race"))
  }

  @Test func `reopens as it was left`() throws {
    var session = try shop()
    for keys in [
      ["?", "q"], ["?", "?"], ["?", "Esc"], [":", "Esc"], [":", "Backspace"], ["?", "x", "Backspace", "q"],
    ] {
      for key in keys { session.press(key) }
      #expect(session.screen == "races" && session.effects.isEmpty, "\(keys)")
    }
    // After `:`, letters are text.
    session.press(":", "q")
    #expect(session.screen == "help" && session.lines[1].hasPrefix(" :q"))
  }

  @Test func `a command with follow-up keys waits for them on the screen below`() throws {
    var session = try shop()
    session.press("Enter", ":", "raw", "Enter")
    #expect(session.screen == "raw")
    session.press("q")
    #expect(session.screen == "pair")
  }
}

extension String {
  fileprivate func trimmingSuffix(while isLeft: (Character) -> Bool) -> Substring {
    var text = self[...]
    while let last = text.last, isLeft(last) { text.removeLast() }
    return text
  }
}
