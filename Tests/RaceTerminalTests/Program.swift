import RaceText
import RaceView
import TerminalHarness
import Testing

@testable import RaceTerminal
@testable import TerminalProbe

/// The program built with the tests, next to them.
let programPath = builtProgram("TerminalProbe")

/// Starts the program and waits for its first frame.
func startProgram(
  _ arguments: [String] = [], _ options: LaunchOptions = LaunchOptions(rows: 12)
) throws -> TerminalSession {
  let session = try TerminalSession(programPath, arguments, options) { CharacterWidth.columns(of: $0) }
  try session.wait(for: "the first frame") { $0.hasFrame }
  return session
}

/// The text that the terminal must show for a screen of the probe. Only a half-overwritten wide character looks
/// different on a terminal than in a grid.
func probeText(columns: Int, rows: Int, last: String) -> String {
  let text = Probe.screen(columns: columns, rows: rows, last: last).text
  return text.split(separator: "作|", omittingEmptySubsequences: false).joined(separator: "\u{FFFD}|")
}

extension TerminalSession {
  /// Whether the first frame, or the first after a stop, is complete: the program then sets these modes.
  var hasFrame: Bool { screen.modes.contains(2004) }

  /// Waits until the program shows its last event.
  func wait(forEvent event: InputEvent) throws {
    try wait(forText: "event: \(event)")
  }

  /// Expects every terminal setting that a program can change to be as the shell had it.
  func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(leftBehind == [], sourceLocation: sourceLocation)
    #expect(screen.unknown == [], sourceLocation: sourceLocation)
  }
}
