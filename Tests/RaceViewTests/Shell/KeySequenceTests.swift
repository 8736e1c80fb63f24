import RaceText
import RaceView
import ScreenHarness
import Testing

/// Key sequences, and keys that the user chose.
@Suite struct KeySequenceTests {
  @Test(arguments: [
    ("f", KeySequence("f")), ("zt", "zt"), ("C-f", .control("f")), ("C-F", .control("f")),
    ("F5", .function(5)),
    ("Enter", .enter), ("pgdn", .pageDown), ("S-Tab", .backTab), ("Space", " "), ("\\", "\\"), ("é", "é"),
  ])
  func `reads a key as help writes it`(_ text: String, _ keys: KeySequence) {
    #expect(KeySequence(parsing: text) == keys)
  }

  @Test(arguments: ["", "F13", "C-xy", "Entr", "\u{1B}", "abcd"])
  func `refuses text that is not a key`(_ text: String) { #expect(KeySequence(parsing: text) == nil) }

  @Test func `reads every key of every command as it is written`() {
    for screen in ScreenTable.all {
      for keys in screen.commandFacts.flatMap(\.keys) {
        #expect(KeySequence(parsing: keys.name(.ascii)) == keys)
      }
    }
  }

  @Test func `the footer lists the follow-up keys, Esc cancels`() throws {
    var session = try Session(sample: "shop-v.log", columns: 120, rows: 24)
    session.press("c")
    #expect(session.lines[23].hasPrefix(" c  l file:line  r report  i issue (Markdown)  b both lines  k key"))
    session.press("Esc")
    #expect(session.lines[23].contains("? help") && session.order.count == 13)
    session.press("cx")
    #expect(session.lines[23].hasPrefix(" cx is not bound here; ? for help"))
  }

  @Test func `a row goes to the top, the middle and the bottom of the screen`() throws {
    var session = try Session(sample: "shop-v.log", columns: 120, rows: 14)
    // Five races are shown.
    session.press("6G")
    for (keys, top) in [("zt", 5), ("zb", 1), ("zz", 3)] {
      session.press(keys)
      #expect(session.list.cursor.row == 5 && session.list.cursor.top == top, "\(keys)")
    }
  }

  @Test func `every command can be unbound and bound again`() {
    let screens = ScreenTable.all.map { $0.facts }
    for command in CommandTable.all {
      let none = KeyMap(screens, changes: [command.name: []])
      let other = KeyMap(screens, changes: [command.name: ["ö"]])
      for screen in screens where screen.commandFacts.contains(where: { $0.name == command.name }) {
        #expect(none.keys(of: command.name, on: screen.id).isEmpty)
        #expect(other.keys(of: command.name, on: screen.id) == ["ö"])
        #expect(other.command(for: "ö", on: screen.id) == command.name)
      }
    }
  }

  @Test func `a key that the user binds is taken from other commands`() {
    let map = KeyMap(ScreenTable.all.map { $0.facts }, changes: ["fork": ["j"], "raw": ["c"]])
    #expect(map.command(for: "j", on: .races) == "fork")
    #expect(map.keys(of: "down", on: .races) == [.down, .control("n")])
    // A key that begins others replaces them.
    #expect(map.command(for: "c", on: .races) == "raw" && map.continuations(of: "c", on: .races).isEmpty)
    #expect(map.keys(of: "copy.place", on: .races) == ["y"])
  }
}
