import Glibc
import TerminalHarness
import Testing

/// Inputs that cannot be read and outputs that cannot be written.
@Suite struct StreamTests {
  private static let commands = [["list"], ["show"], ["export"], ["export", "--format", "jsonl"], []]

  /// Expects one line on standard error that names the file and the cause, and nothing else.
  private func expectRefusal(
    _ run: DetachedRun, of name: String, _ cause: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(run.status == 66 && run.output.isEmpty, sourceLocation: sourceLocation)
    #expect(run.errors == "racetui: \(name): \(cause)\n", sourceLocation: sourceLocation)
  }

  @Test(arguments: commands)
  func `reports an unreadable input`(_ command: [String]) throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write("x\n", to: "a.log")
    func run(_ names: String...) throws -> DetachedRun { try DetachedRun(racetui, command + names) }
    expectRefusal(try run("/nowhere/a.log"), of: "/nowhere/a.log", "No such file or directory")
    expectRefusal(try run("no.log", "none"), of: "no.log", "No such file or directory")
    let empty = try TemporaryDirectory()
    expectRefusal(try run(empty.path), of: empty.path, "is a folder without logs")
    expectRefusal(try run("\(file)/x"), of: "\(file)/x", "Not a directory")
    let long = String(repeating: "x", count: 300)
    expectRefusal(try run(long), of: long, "File name too long")
    if getuid() != 0 {
      chmod(file, 0)
      expectRefusal(try run(file), of: file, "Permission denied")
    }
  }

  @Test func `in a terminal an unreadable input is reported before the screen opens`() throws {
    let session = try launch(racetui, ["/nowhere/a.log"])
    #expect(try session.exit() == 66)
    #expect(session.screen.lines[0] == "racetui: /nowhere/a.log: No such file or directory")
    #expect(!session.hasFrame && session.leftBehind == [] && !session.received.contains(0x1B))
  }

  @Test func `reports an input that fails while it is read, and nothing about its races`() throws {
    // Reading a process's memory from offset 0 fails, though it is not a directory and can be opened.
    let run = try DetachedRun(racetui, ["list", "/proc/self/mem"])
    #expect(run.status == 66)
    #expect(run.errors == "racetui: /proc/self/mem: Input/output error\n")
    #expect(run.output.isEmpty)
  }

  @Test func `the screens report an input that fails while it is read`() throws {
    let session = try open("/proc/self/mem")
    try session.wait(forText: "/proc/self/mem: Input/output error")
    try quitWithFailure(session)
  }

  @Test func `the screens report an input that fails beside another`() throws {
    let options = LaunchOptions(columns: 120, workingDirectory: samples)
    let session = try open("/proc/self/mem", "shop-test.log", options: options)
    try session.wait(forText: "13 races in 20 reports")
    try session.wait(forFooter: "/proc/self/mem: Input/output error")
    try quitWithFailure(session)
  }

  /// Quits, and expects the terminal restored, the failure printed again and its status.
  private func quitWithFailure(_ session: TerminalSession) throws {
    session.send("Q")
    #expect(try session.exit() == 66)
    session.expectRestored()
    #expect(session.screen.lines[0] == "racetui: /proc/self/mem: Input/output error")
  }

  @Test func `reports a missing place for a copy`() throws {
    let options = LaunchOptions(environment: ["TMPDIR": "/nowhere"], input: .pipe)
    let run = try DetachedRun(racetui, ["list"], options, text: "x")
    #expect(run.status == 66 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("racetui: standard input: cannot be copied to /nowhere: "))
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
  }

  @Test(arguments: commands)
  func `a reader that goes away ends it quietly`(_ command: [String]) throws {
    // Far more than a pipe holds.
    let directory = try TemporaryDirectory()
    _ = try shell("for n in $(seq 100); do cp shop-test.log \"$1/$n.log\"; done", directory.path)
    let words = command.joined(separator: " ")
    for trap in ["", "trap '' PIPE; "] {
      let line = "\(trap)\"$0\" \(words) \"$1\" | head -c 1 >/dev/null; echo done"
      let run = try shell(line, directory.path)
      #expect(run.status == 0 && run.output == "done\n" && run.errors.isEmpty)
    }
  }

  @Test(arguments: commands)
  func `reports an output that cannot be written`(_ command: [String]) throws {
    let run = try shell("\"$0\" \(command.joined(separator: " ")) shop-test.log > /dev/full")
    #expect(run.status == 74)
    #expect(run.errors == "racetui: standard output: No space left on device\n")
  }

  /// A file opened later must not take the closed stream's place.
  @Test(arguments: commands)
  func `reports a closed output`(_ command: [String]) throws {
    let line = "\"$0\" " + command.joined(separator: " ")
    for run in [try shell("\(line) shop-test.log >&-"), try shell("cat shop-test.log | \(line) - >&-")] {
      #expect(run.status == 74)
      #expect(run.errors == "racetui: standard output: Bad file descriptor\n")
    }
    let silent = try shell("cat shop-test.log | \(line) - /nowhere/a.log 2>&-; echo $?")
    #expect(silent.output.hasSuffix("\n66\n"))
  }

  @Test func `reports a closed input`() throws {
    let run = try shell("\"$0\" list <&-")
    #expect(run.status == 66)
    #expect(run.errors == "racetui: standard input: Bad file descriptor\n")
  }

  @Test func `prints the reports of an input that continues as they come`() throws {
    let directory = try TemporaryDirectory()
    let fifo = "\(directory.path)/seen"
    mkfifo(fifo, 0o600)
    // The input ends only after the first report was seen.
    let run = try shell(
      #"""
      { cat shop-test.log; read x < "$1"; } | "$0" export --format jsonl - \
        | { head -n 1 | head -c 8; echo > "$1"; }
      """#, fifo)
    #expect(run.output == "{\"id\":1,")
  }
}
