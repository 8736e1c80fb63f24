import RaceText
import RaceView
import TerminalHarness
import Testing

@testable import RaceTerminal
@testable import TerminalProbe

/// The program that was built with the tests, beside them.
let programPath = builtProgram("TerminalProbe")

/// Starts the program and waits for its first frame.
func startProgram(
  _ arguments: [String] = [], _ options: LaunchOptions = LaunchOptions(rows: 12)
) throws -> TerminalSession {
  let session = try TerminalSession(programPath, arguments, options) { CharacterWidth.columns(of: $0) }
  try session.wait(for: "the first frame") { $0.hasFrame }
  return session
}

/// The text that the terminal has to show for a screen of the probe. Half of a wide character, which
/// something was drawn over, is the one thing a terminal shows in another way than a grid holds it.
func probeText(columns: Int, rows: Int, last: String) -> String {
  let text = Probe.screen(columns: columns, rows: rows, last: last).text
  return text.split(separator: "作|", omittingEmptySubsequences: false).joined(separator: "\u{FFFD}|")
}

extension TerminalSession {
  /// Whether the first frame, or the first after a stop, is complete: the program sets these modes
  /// when it is.
  var hasFrame: Bool { screen.modes.contains(2004) }

  /// Waits until the program says what its last event was.
  func wait(forEvent event: InputEvent) throws {
    try wait(forText: "event: \(event)")
  }

  /// Everything a program can change in a terminal is as the shell had it.
  func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(leftBehind == [], sourceLocation: sourceLocation)
    #expect(screen.unknown == [], sourceLocation: sourceLocation)
  }
}
