import RaceText
import RaceView
import TerminalHarness
import Testing

@testable import RaceTerminal

/// The screen's colours follow the terminal's background.
@Suite struct BackgroundTests {
  private let lightAnswer = "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\\u{1B}[?62;22c"

  private func options(
    _ background: LaunchOptions.Background, _ environment: [String: String?] = [:]
  ) -> LaunchOptions {
    var options = LaunchOptions(rows: 12, environment: environment)
    options.background = background
    return options
  }

  /// The colour of the left side's text, in the probe's fourth row.
  private func left(_ session: TerminalSession) -> String? { session.screen[0, 3].rendition.foreground }

  @Test(
    arguments: [
      (.color("rgb:ffff/ffff/ffff"), [:], "94"), (.color("rgb:fd/f6/e3"), [:], "94"),
      (.color("rgb:1e1e/1e1e/1e1e"), ["COLORFGBG": "0;15"], "172"), (.untold, [:], "172"),
      (.untold, ["COLORFGBG": "0;15"], "94"), (.color("nonsense"), ["COLORFGBG": "0;15"], "94"),
      (.color("rgb:ffff/ffff/ffff"), ["TERM": "xterm"], "1"),
      (.untold, ["TERM": "xterm"], "3"),
    ] as [(LaunchOptions.Background, [String: String?], String)])
  func `the colours are those for`(
    _ background: LaunchOptions.Background, _ environment: [String: String?], _ color: String
  ) throws {
    let session = try startProgram([], options(background, environment))
    #expect(left(session) == color && session.screen.questions == ["11;?", "c"])
    session.send("q")
    #expect(try session.exit() == 0)
    session.expectRestored()
  }

  @Test(
    arguments: [
      (["--light"], [:]), ([], ["NO_COLOR": "1"]), ([], ["TERM": "linux"]), ([], ["TERM": "vt100"]),
    ] as [([String], [String: String?])])
  func `nothing is asked where`(_ arguments: [String], _ environment: [String: String?]) throws {
    let session = try startProgram(arguments, options(.color("rgb:ffff/ffff/ffff"), environment))
    #expect(session.screen.questions.isEmpty)
    if !arguments.isEmpty { #expect(left(session) == "94") }
  }

  /// Starts the probe, which prints all events, on a terminal whose answers the test types.
  private func startAsked() throws -> TerminalSession {
    let session = try TerminalSession(programPath, ["--all"], options(.silent)) {
      CharacterWidth.columns(of: $0)
    }
    try session.wait(for: "the question") { $0.screen.questions == ["11;?", "c"] }
    return session
  }

  @Test func `keeps what is typed meanwhile, in order`() throws {
    let session = try startAsked()
    session.send("j\u{1B}[B" + lightAnswer + "\u{1B}OAx")
    try session.wait(forText: "event: ready j down up x")
  }

  @Test func `an answer cut into bytes is not a key`() throws {
    let session = try startAsked()
    for byte in lightAnswer.utf8 { session.send(bytes: [byte]) }
    session.send("x")
    try session.wait(forText: "event: ready x")
  }

  /// The first frame appears without an answer; the late answer arrives byte by byte.
  @Test(arguments: ["\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", "\u{1B}]11;rgb:ffff/ffff/ffff\u{7}", ""])
  func `a late answer is not a key, and changes nothing`(_ answer: String) throws {
    let session = try startProgram(["--all"], options(.silent))
    for byte in (answer + "\u{1B}[?62;22c").utf8 { session.send(bytes: [byte]) }
    session.send("x")
    try session.wait(forText: "event: ready x")
    #expect(left(session) == "172")
    session.send("q")
    #expect(try session.exit() == 0)
    session.expectRestored()
  }

  @Test func `keys work on a terminal that never answers`() throws {
    let session = try startProgram(["--all"], options(.silent))
    session.send("\u{1B}")
    try session.wait(forText: "event: ready escape")
    session.send("\u{1B}[Bx")
    try session.wait(forText: "event: ready escape down x")
  }
}
