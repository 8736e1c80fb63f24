import RaceText
import RaceView
import TerminalHarness
import Testing

/// The program under test.
let racetui = builtProgram("racetui")

/// The folder of the sample logs.
let samples: String = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/samples"

/// Runs a command line in a terminal and waits for the first frame.
func open(_ arguments: String..., options: LaunchOptions = LaunchOptions()) throws -> TerminalSession {
  let session = try launch(racetui, arguments, options)
  try session.wait(for: "the first frame") { $0.hasFrame }
  return session
}

/// Opens a sample in the samples' folder and waits until it is read.
func openSample(
  _ name: String, columns: Int = 80, rows: Int = 24, environment: [String: String?] = [:]
) throws -> TerminalSession {
  let options = LaunchOptions(
    columns: columns, rows: rows, environment: environment, workingDirectory: samples)
  let session = try open(name, options: options)
  try session.waitUntilRead()
  return session
}

/// Starts a program in a terminal.
func launch(
  _ program: String, _ arguments: [String], _ options: LaunchOptions = LaunchOptions()
) throws -> TerminalSession {
  try TerminalSession(program, arguments, options) { CharacterWidth.columns(of: $0) }
}

/// Runs the program without a terminal, in the samples' folder.
func run(
  _ arguments: String..., input: LaunchOptions.Input = .terminal, text: String = "",
  environment: [String: String?] = [:]
) throws -> DetachedRun {
  let options = LaunchOptions(environment: environment, input: input, workingDirectory: samples)
  return try DetachedRun(racetui, arguments, options, text: text)
}

/// Runs a shell command without a terminal, in the samples' folder; the program is `$0`.
func shell(_ line: String, _ arguments: String...) throws -> DetachedRun {
  try DetachedRun(
    "/bin/sh", ["-c", line, racetui] + arguments, LaunchOptions(workingDirectory: samples))
}

extension TerminalSession {
  /// Whether the first frame, or the first after a stop, is complete: the program then sets these modes.
  var hasFrame: Bool { screen.modes.contains(2004) }

  var footer: String { screen.lines.last ?? "" }

  var title: String { screen.lines.first ?? "" }

  /// Waits until the log is read and the list shows it.
  func waitUntilRead() throws {
    // The footer is drawn last: before that, the title may be incomplete.
    try wait(for: "the log to be read") {
      !$0.title.contains("reading") && $0.title.contains("racetui") && !$0.footer.allSatisfy { $0 == " " }
    }
  }

  /// Waits until the terminal shows `grid` and nothing else.
  func wait(for what: String, toShow grid: Grid) throws {
    let text = grid.text
    do {
      try wait(for: what) { $0.screen.text + "\n" == text }
    } catch {
      let rows = zip(screen.lines, (0..<grid.rows).map { grid.text(row: $0) }).enumerated()
      let different = rows.filter { $1.0 != $1.1 }.map { "\($0): \($1.0)\n instead of \($1.1)\n" }
      throw HarnessError(description: "\(what), but these rows differ:\n" + different.joined())
    }
  }

  /// Waits for a text in the footer.
  func wait(forFooter text: String) throws {
    try wait(for: "a footer with \"\(text)\"") { $0.footer.contains(text) }
  }

  /// Presses keys and waits for a text on the screen.
  func send(_ keys: String, showing text: String) throws {
    send(keys)
    try wait(forText: text)
  }

  /// Quits from any screen and checks the state of the terminal.
  func quit(sourceLocation: SourceLocation = #_sourceLocation) throws {
    send("Q")
    #expect(try exit() == 0, sourceLocation: sourceLocation)
    expectRestored(sourceLocation: sourceLocation)
  }

  /// Expects every terminal setting that a program can change to be as the shell had it.
  func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(leftBehind == [], sourceLocation: sourceLocation)
    #expect(screen.unknown == [], sourceLocation: sourceLocation)
  }
}
