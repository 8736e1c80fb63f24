import Testing

@testable import RaceTerminal

/// The option counts first, then NO_COLOR, CLICOLOR_FORCE, CLICOLOR, and whether there is a terminal.
@Suite struct ColorChoiceTests {
  @Test(
    arguments: [
      (.automatic, true, [:], true), (.automatic, false, [:], false),
      (.never, true, ["CLICOLOR_FORCE": "1"], false), (.always, false, ["NO_COLOR": "1"], true),
      (.automatic, true, ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], false),
      (.automatic, true, ["NO_COLOR": ""], true), (.automatic, false, ["CLICOLOR_FORCE": "1"], true),
      (.automatic, false, ["CLICOLOR_FORCE": "0"], false), (.automatic, false, ["CLICOLOR_FORCE": ""], false),
      (.automatic, true, ["CLICOLOR_FORCE": "1", "CLICOLOR": "0"], true),
      (.automatic, true, ["CLICOLOR": "0"], false), (.automatic, true, ["CLICOLOR": "1"], true),
      (.automatic, false, ["CLICOLOR": "1"], false),
    ] as [(ColorChoice, Bool, [String: String], Bool)])
  func `colours are used`(
    _ choice: ColorChoice, _ isTerminal: Bool, _ environment: [String: String], _ isColored: Bool
  ) {
    #expect(choice.isColored(isTerminal: isTerminal) { environment[$0] } == isColored)
  }
}
