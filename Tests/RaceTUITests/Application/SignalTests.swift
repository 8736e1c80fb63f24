import Glibc
import RaceView
import TerminalHarness
import Testing

/// Every signal that can end a program leaves the terminal as it was.
@Suite struct SignalTests {
  /// Requests to end: the status shows which one it was.
  static let requests: [Int32] =
    [
      SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGTERM, SIGSTKFLT, SIGXCPU, SIGVTALRM, SIGPROF,
      SIGIO,
      SIGPWR,
    ] + realTime

  /// The first, the last and one between of those for real time, which are all alike.
  static let realTime: [Int32] = [34, 49, 64]

  /// Signals that the kernel sends for a fault.
  static let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS]

  /// Signals of failed writes, and those that are ignored by default.
  static let ignored = [SIGPIPE, SIGXFSZ, SIGCHLD, SIGURG]

  @Test func `every signal is accounted for`() {
    let others = [SIGKILL, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGCONT, SIGWINCH]
    // 32 and 33 belong to the C library.
    let realTime = (34...64).filter { !Self.realTime.contains($0) }
    let all = Self.requests + realTime + Self.crashes + Self.ignored + others
    #expect(all.sorted() == Array(1...31) + Array(34...64))
  }

  @Test(arguments: requests)
  func `a request ends it`(_ number: Int32) throws {
    let session = try openSample("shop-test.log")
    session.send("\r")
    session.signal(number)
    #expect(try session.exit() == 128 + number)
    session.expectRestored()
  }

  @Test(arguments: requests)
  func `a request ends it while it reads the log`(_ number: Int32) throws {
    let session = try launch(racetui, ["-"], LaunchOptions(input: .pipe))
    try session.wait(forText: "No report yet")
    session.signal(number)
    #expect(try session.exit() == 128 + number)
    session.expectRestored()
  }

  @Test(arguments: crashes)
  func `a crash ends it`(_ number: Int32) throws {
    let session = try openSample("shop-test.log")
    session.signal(number)
    #expect(try session.exit() == -number)
    session.expectRestored()
  }

  @Test(arguments: ignored)
  func `an ignored signal changes nothing`(_ number: Int32) throws {
    let session = try openSample("shop-test.log")
    session.signal(number)
    try session.send("?", showing: "Help: ")
    try session.quit()
  }

  /// The editor has the terminal and keeps it; the request is handled afterwards.
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGALRM, SIGXCPU, SIGIO, 34, 64])
  func `a request waits for the editor`(_ number: Int32) throws {
    let directory = try TemporaryDirectory()
    try directory.write("package x\n", to: "a.go")
    try directory.write(Logs.report(file: "\(directory.path)/a.go", line: 1), to: "race.log")
    try directory.write(
      "#!/bin/sh\necho in the editor; read line; echo saved > saved\n", to: "editor")
    let session = try open(
      "race.log",
      options: LaunchOptions(
        environment: ["EDITOR": "\(directory.path)/editor"], workingDirectory: directory.path))
    try session.waitUntilRead()
    session.send("e")
    try session.wait(for: "the editor") { $0.screen.text.contains("in the editor") && $0.isCooked }
    session.signal(number)
    session.send("\r")
    #expect(try session.exit() == 128 + number)
    session.expectRestored()
    #expect(directory.read("saved") == "saved\n")
  }

  /// A signal from the keyboard goes to the editor alone.
  @Test(arguments: ["\u{3}", "\u{1C}"])
  func `a key in the editor belongs to the editor`(_ key: String) throws {
    let directory = try TemporaryDirectory()
    try directory.write("package x\n", to: "a.go")
    try directory.write(Logs.report(file: "\(directory.path)/a.go", line: 1), to: "race.log")
    try directory.write("#!/bin/sh\necho in the editor; read line\n", to: "editor")
    let session = try open(
      "race.log",
      options: LaunchOptions(
        columns: 120, environment: ["EDITOR": "\(directory.path)/editor"], workingDirectory: directory.path))
    try session.waitUntilRead()
    session.send("e")
    try session.wait(for: "the editor") { $0.screen.text.contains("in the editor") && $0.isCooked }
    session.send(key)
    try session.wait(forFooter: "was killed by signal")
    try session.quit()
  }

  /// The parent process may have set signals to be ignored.
  @Test func `an ignored request stays ignored`() throws {
    let script = #"trap "" USR1; exec "$0" shop-test.log"#
    let session = try launch("/bin/sh", ["-c", script, racetui], LaunchOptions(workingDirectory: samples))
    try session.waitUntilRead()
    session.signal(SIGUSR1)
    try session.send("?", showing: "Help: ")
    try session.quit()
  }

  @Test func `a reader that goes away ends it quietly`() throws {
    let run = try shell(#"("$0" export --format json shop-test.log; echo "status $?" >&2) | true"#)
    #expect(run.errors == "status 0\n" && run.output.isEmpty)
  }

  /// Programs that racetui starts end as usual.
  @Test func `passes no ignored signal on to programs that it starts`() throws {
    let directory = try TemporaryDirectory()
    try directory.write("package x\n", to: "a.go")
    try directory.write(Logs.report(file: "\(directory.path)/a.go", line: 1), to: "race.log")
    try directory.write("#!/bin/sh\ngrep -E 'Sig(Blk|Ign)' /proc/self/status > signals\n", to: "editor")
    let session = try open(
      "race.log",
      options: LaunchOptions(
        environment: ["EDITOR": "\(directory.path)/editor"], workingDirectory: directory.path))
    try session.waitUntilRead()
    session.send("e")
    try session.wait(forFooter: "back from editor")
    for line in directory.read("signals").split(separator: "\n") {
      let bits = line.split(separator: "\t").last.flatMap { UInt64($0, radix: 16) }
      // The C library makes a child ignore its own two, 32 and 33.
      #expect(bits.map { $0 & ~0x1_8000_0000 } == 0, "\(line)")
    }
    #expect(directory.read("signals").contains("SigIgn:"))
    try session.quit()
  }
}
