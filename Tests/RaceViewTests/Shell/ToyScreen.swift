import RaceText
import RaceView
import RaceWork
import ScreenHarness
import Testing

/// A new screen: this file, and a line in `ScreenTable.all`.
private struct ToyScreen: Screen {
  static let id = ScreenID("toy")
  static let title = "a toy"
  static let commands: [Command<ToyScreen>] = [
    Command("toy.wind", "wind it up", label: "wind", keys: ["w"]) { screen, context, times in
      screen.turns += times ?? 1
      context.say("\(screen.turns) turns")
    },
    Command(
      "toy.run", "let it run", label: "run", keys: ["r"],
      when: { screen, _ in
        screen.turns == 0 ? .no("wind it first") : .yes
      }
    ) { screen, _, _ in screen.turns = 0 },
  ]

  private(set) var turns = 0

  mutating func arrange(_ context: inout Context) {}
  func draw(_ context: Context, on grid: inout Grid) { grid.put("turns: \(turns)", x: 0, y: 0) }
  mutating func move(_ motion: Motion, _ context: inout Context) {}
  func position(_ context: Context) -> String { "\(turns)" }
  mutating func searched(for pattern: SearchPattern, _ context: Context) -> (texts: [[String]], cursor: Int) {
    ([], 0)
  }
  mutating func select(match row: Int, _ context: inout Context) {}
}

/// A new screen and its commands work without code outside their own folder.
@Suite struct ToyScreenTests {
  private func session() throws -> Session {
    var session = try Session(sample: "shop-v.log", columns: 80, rows: 24)
    session.interpreter.app.add(ToyScreen.self)
    return session
  }

  @Test func `its keys, footer, refusals and help come from its commands`() throws {
    var session = try session()
    #expect(session.screen == "toy" && session.lines[0] == "turns: 0")
    // A command that is unavailable now is not offered.
    #expect(session.lines[23].hasPrefix(" w wind"))
    #expect(!session.lines[23].contains("r run"))
    session.press("r")
    #expect(session.lines[23].hasPrefix(" wind it first"))
    session.press("3w")
    #expect(session.lines[0] == "turns: 3" && session.lines[23].hasPrefix(" 3 turns"))
    session.press("r")
    #expect(session.lines[0] == "turns: 0")
    session.press("x")
    #expect(session.lines[23].hasPrefix(" x is not bound here"))
  }
}
