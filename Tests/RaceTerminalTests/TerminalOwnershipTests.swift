import Glibc
import RaceText
import RaceView
import TerminalHarness
import Testing

@testable import RaceTerminal

/// Taking, lending and returning the terminal.
@Suite struct TerminalOwnershipTests {
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `restores the terminal on a signal`(_ number: Int32) throws {
    let session = try startProgram()
    session.signal(number)
    #expect(try session.exit() == 128 + number)
    session.expectRestored()
  }

  @Test(arguments: [("\u{3}", SIGINT), ("\u{1C}", SIGQUIT)])
  func `restores the terminal on the key of a signal`(_ key: String, _ number: Int32) throws {
    let session = try startProgram()
    session.send(key)
    #expect(try session.exit() == 128 + number)
    session.expectRestored()
  }

  @Test func `ends when the window is closed`() throws {
    let session = try startProgram()
    session.hangUp()
    #expect(try session.exit() == 128 + SIGHUP)
  }

  @Test func `restores the terminal on a crash and keeps the message readable`() throws {
    let session = try startProgram([], LaunchOptions(rows: 60))
    session.send("!")
    #expect(try session.exit() < 0)
    session.expectRestored()
    #expect(session.screen.text.contains("deliberate crash"))
  }

  @Test func `restores the terminal on a stack overflow`() throws {
    let session = try startProgram()
    session.send("o")
    #expect(try session.exit() == -SIGSEGV)
    session.expectRestored()
  }

  @Test func `reads keys from the terminal while standard input is a pipe`() throws {
    let session = try startProgram([], LaunchOptions(rows: 12, input: .pipe))
    session.sendInput("x this is data, not keys\nq\n")
    session.send("j")
    try session.wait(forEvent: .key(.character("j")))
    session.closeInput()
    session.send("\u{1B}[B")
    try session.wait(forEvent: .key(.down))
    session.send("q")
    #expect(try session.exit() == 0)
  }

  /// In a shell with job control, Control-Z returns to the prompt and `fg` to the screen.
  @Test func `stops and comes back in a shell`() throws {
    let script = """
      set -m; "$0"; echo "stopped $?"; read line; fg >/dev/null; echo "ended $?"
      """
    let session = try TerminalSession("/bin/sh", ["-c", script, programPath], LaunchOptions(rows: 12)) {
      CharacterWidth.columns(of: $0)
    }
    try session.wait(for: "the first frame") { $0.hasFrame }
    session.send("\u{1A}")
    try session.wait(for: "the shell") { $0.screen.text.contains("stopped 148") && $0.isCooked }
    session.expectRestored()
    session.resize(columns: 60, rows: 10)
    session.send("\r")
    let event = InputEvent.resize(columns: 60, rows: 10)
    let text = probeText(columns: 60, rows: 10, last: "\(event)")
    try session.wait(for: "the screen of the new size") { $0.screen.text + "\n" == text }
    try session.wait(for: "its modes") { $0.screen.modes.isSuperset(of: [1002, 2004]) }
    #expect(!session.screen.modes.contains(25))
    session.send("q")
    try session.wait(forText: "ended 0")
    #expect(try session.exit() == 0)
    session.expectRestored()
  }

  @Test func `does not stop where nobody could continue it`() throws {
    // A session leader's process group is orphaned, as with `xterm -e racetui`.
    let session = try startProgram()
    session.send("\u{1A}")
    try session.wait(forEvent: .resize(columns: 80, rows: 12))
    session.send("x")
    try session.wait(forEvent: .key(.character("x")))
  }

  @Test func `repaints after a stop that it did not see`() throws {
    let session = try startProgram()
    session.signal(SIGSTOP)
    session.signal(SIGCONT)
    try session.wait(forEvent: .resize(columns: 80, rows: 12))
    session.send("x")
    try session.wait(forEvent: .key(.character("x")))
    #expect(session.screen.isAlternate && session.screen.modes.isSuperset(of: [1002, 2004]))
  }

  @Test func `lends the terminal to an editor`() throws {
    let directory = try TemporaryDirectory()
    let editor = try directory.write(
      """
      #!/bin/sh
      for word in "$@"; do printf '[%s]\\n' "$word"; done > \(directory.path)/log
      stty -a >> \(directory.path)/log
      grep SigBlk /proc/self/status >> \(directory.path)/log
      printf 'in the editor\\n' >&2
      read line
      exit 3

      """, to: "editor")
    let session = try startProgram([], LaunchOptions(rows: 12, environment: ["EDITOR": editor]))
    session.send("e")
    try session.wait(for: "the editor") { $0.screen.text.contains("in the editor") && $0.isCooked }
    session.expectRestored()
    session.resize(columns: 70, rows: 12)
    session.send("\r")
    try session.wait(forText: "event: editor exited(3)")
    try session.wait(forText: "probe 70x12")
    let log = directory.read("log")
    #expect(log.hasPrefix("[+7]\n[a b'$(x).txt]\n"))
    #expect(log.contains(" icanon ") && log.contains(" echo ") && log.contains("icrnl"))
    #expect(log.contains("SigBlk:\t0000000000000000"))
    session.send("x")
    try session.wait(forEvent: .key(.character("x")))
    session.send("q")
    #expect(try session.exit() == 0)
    session.expectRestored()
  }

  @Test func `Control-C in the editor belongs to the editor`() throws {
    let directory = try TemporaryDirectory()
    let editor = try directory.write("#!/bin/sh\necho in the editor >&2\nread line\n", to: "editor")
    let session = try startProgram([], LaunchOptions(rows: 12, environment: ["EDITOR": editor]))
    session.send("e")
    try session.wait(for: "the editor") { $0.screen.text.contains("in the editor") && $0.isCooked }
    session.send("\u{3}")
    try session.wait(forText: "event: editor signalled(2)")
    session.send("x")
    try session.wait(forEvent: .key(.character("x")))
  }

  @Test func `ends after the editor when asked meanwhile`() throws {
    let directory = try TemporaryDirectory()
    let editor = try directory.write("#!/bin/sh\necho in the editor >&2\nread line\n", to: "editor")
    let session = try startProgram([], LaunchOptions(rows: 12, environment: ["EDITOR": editor]))
    session.send("e")
    try session.wait(for: "the editor") { $0.screen.text.contains("in the editor") && $0.isCooked }
    session.signal(SIGTERM)
    session.send("\r")
    #expect(try session.exit() == 128 + SIGTERM)
    session.expectRestored()
  }

  @Test func `reports another descriptor and the time that has passed`() throws {
    let session = try startProgram()
    session.send("w")
    try session.wait(forEvent: .wake)
    session.send("t")
    try session.wait(forText: "event: nothing")
    session.send("n")
    try session.wait(forText: "event: nothing waits")
    // Keys are handled before the descriptor, so that loading never delays typing.
    session.send("wx")
    try session.wait(forEvent: .wake)
  }

  @Test func `says when the editor cannot be started`() throws {
    let session = try startProgram([], LaunchOptions(rows: 12, environment: ["EDITOR": "/nowhere/vi"]))
    session.send("e")
    try session.wait(forText: "event: editor notStarted(errno: 2)")
  }

  @Test(
    arguments: [
      ("dumb", "cannot place the cursor"), ("no-such-type", "not known"), (nil, "TERM is not set"),
    ] as [(String?, String)])
  func `refuses with a sentence when TERM is`(_ term: String?, _ message: String) throws {
    let session = try TerminalSession(programPath, [], LaunchOptions(environment: ["TERM": term])) {
      CharacterWidth.columns(of: $0)
    }
    #expect(try session.exit() == 2)
    #expect(session.screen.lines.filter { !$0.isEmpty }.count == 1)
    #expect(session.screen.text.contains(message))
    #expect(session.isCooked && session.screen.unknown == [])
  }

  @Test func `refuses with a sentence without a terminal`() throws {
    let run = try DetachedRun(programPath)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors == "racetui: there is no terminal to draw on (/dev/tty: No such device or address)\n")
  }

  @Test func `a program that does not read its input does not end the tests`() throws {
    let run = try DetachedRun(
      programPath, [], LaunchOptions(input: .pipe), text: String(repeating: "x", count: 1 << 20))
    #expect(run.status == 2)
  }
}
