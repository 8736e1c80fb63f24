import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// The key table.
@Suite struct KeyMapTests {
  /// The keys that lead from the list to each screen.
  private static let ways: [String: [String]] = [
    "races": [], "pair": ["Enter"], "sites": ["H"], "about": ["i"], "fork": ["f"], "raw": ["v"],
    "help": ["?"], "tour": ["F2"],
  ]

  @Test(arguments: ScreenTable.all.map { $0.id.description })
  func `help names every key of the screen under it`(
    name: String
  ) throws {
    let screen = try #require(ScreenTable.all.first { $0.id.description == name })
    var session = try Session(sample: "shop-v.log", columns: 120, rows: 90)
    for key in try #require(Self.ways[name]) { session.press(key) }
    #expect(session.screen == name)
    if name != "help" { session.press("?") }
    for command in screen.commandFacts where name != "help" {
      let keys = command.keys.map { $0.name(.unicode) }.joined(separator: " ")
      #expect(
        !command.keys.isEmpty && session.lines.contains { $0.contains(keys) && $0.contains(command.title) })
    }
  }

  @Test func `no two commands of a screen share a key or a name`() {
    for screen in ScreenTable.all {
      let keys = screen.commandFacts.flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(screen.id)")
      let names = screen.commandFacts.map(\.name)
      #expect(Set(names).count == names.count, "\(screen.id)")
      for command in screen.commandFacts {
        for key in command.keys {
          #expect(KeyMap(ScreenTable.all.map { $0.facts }).command(for: key, on: screen.id) == command.name)
        }
      }
    }
  }

  @Test(arguments: [20, 40, 80, 120]) func `the footer always says how to get help`(columns: Int) throws {
    var session = try Session(sample: "shop-v.log", columns: columns, rows: 24)
    // The warning about a small terminal goes away with the next key.
    session.press("gg")
    #expect(session.lines[23].contains("? help"))
    session.press("Enter")
    #expect(session.lines[23].contains("? help"))
  }
}
