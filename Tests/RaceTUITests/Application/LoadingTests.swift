import Glibc
import RaceView
import TerminalHarness
import Testing

/// The screens while the log is still being read, for each kind of input.
@Suite struct LoadingTests {
  /// A report's text, with numbered functions.
  private func report(_ number: Int) -> String {
    """
    ==================
    WARNING: DATA RACE
    Write at 0x00c000012345 by goroutine 7:
      example.com/app.write\(number)()
          /src/app/write.go:\(number) +0x44

    Previous read at 0x00c000012345 by goroutine 8:
      example.com/app.read\(number)()
          /src/app/read.go:\(number) +0x44

    Goroutine 7 (running) created at:
      main.main()
          /src/app/main.go:7 +0x44

    Goroutine 8 (running) created at:
      main.main()
          /src/app/main.go:8 +0x44
    ==================

    """
  }

  @Test(arguments: [[], ["-"]])
  func `the screen answers before the log is complete`(_ arguments: [String]) throws {
    let session = try launch(racetui, arguments, LaunchOptions(columns: 120, input: .pipe))
    try session.wait(forText: "No report yet: reading.")
    #expect(session.title.contains("standard input") && session.title.contains("reading"))
    try session.send("?", showing: "Help: the list of races")
    session.send("?")
    session.sendInput(report(1))
    try session.wait(forText: "1 race in 1 report")
    // The rest of the frame may not have arrived yet.
    try session.wait(for: "the progress") { $0.title.contains("reading") }
    session.sendInput(report(2) + report(3))
    try session.wait(forText: "3 races in 3 reports")
    session.send("j")
    try session.wait(forFooter: "2 of 3")
    try session.send("\r", showing: "app.write2")
    // The open screen stays the same while more reports arrive.
    session.sendInput(report(3) + report(4))
    try session.wait(forText: "Race 3 of 4")
    #expect(session.screen.text.contains("app.write2"))
    try session.send("q", showing: "4 races in 5 reports")
    // The rest of the frame may not have arrived yet.
    try session.wait(for: "the progress") { $0.title.contains("reading") }
    session.closeInput()
    try session.waitUntilRead()
    #expect(session.title.contains("4 races in 5 reports"))
    try session.quit()
  }

  @Test func `shows a report that is cut off by the end of the pipe`() throws {
    let session = try launch(racetui, [], LaunchOptions(columns: 120, input: .pipe))
    session.sendInput(report(1).split(separator: "\n").prefix(5).joined(separator: "\n"))
    session.closeInput()
    try session.waitUntilRead()
    try session.wait(forText: "1 race in 1 report")
    try session.send("\r", showing: "not in the log")
    try session.quit()
  }

  @Test func `quits while the pipe is open`() throws {
    let session = try launch(racetui, ["-"], LaunchOptions(columns: 120, input: .pipe))
    try session.wait(for: "the first frame") { $0.hasFrame }
    session.sendInput(report(1))
    session.send("q")
    #expect(try session.exit() == 0)
    session.expectRestored()
  }

  @Test func `reads keys from the terminal while the log comes from standard input`() throws {
    let options = LaunchOptions(columns: 120, input: .file("\(samples)/shop-test.log"))
    let session = try launch(racetui, [], options)
    try session.waitUntilRead()
    session.send("j")
    try session.wait(forFooter: "2 of 13")
    try session.send("v", showing: "standard input")
    try session.quit()
  }

  @Test func `reports the number of lines when there is no race`() throws {
    let session = try launch(racetui, [], LaunchOptions(columns: 120, input: .pipe))
    session.sendInput("ok  \texample.com/app\t0.1s\nPASS\nlast")
    session.closeInput()
    try session.wait(forText: "The tests passed, and no race was reported in 3 lines.")
    session.send("\rvyYejkGzmn/x\r&x\r")
    try session.wait(forText: "The tests passed, and no race was reported in 3 lines.")
    session.send("q")
    #expect(try session.exit() == 0)
    session.expectRestored()
  }

  @Test(arguments: [["/dev/null"], ["-"], ["--ascii", "/dev/null"]])
  func `reports an empty log`(_ arguments: [String]) throws {
    let session = try launch(racetui, arguments, LaunchOptions(input: .file("/dev/null")))
    try session.wait(forText: "No race report in 0 lines: ")
    try session.quit()
  }

  @Test func `lists several logs together`() throws {
    let options = LaunchOptions(columns: 120, workingDirectory: samples)
    let session = try open("shop-test.log", "shop-v.log", "tidb-45106.md", options: options)
    try session.waitUntilRead()
    #expect(session.title.contains("shop-test.log and 2 more   14 races in 41 reports, 3 files"))
    try session.wait(forText: "2/3")
    try session.quit()
  }

  @Test func `says what to do when there is nothing to read`() throws {
    let session = try launch(racetui, [], LaunchOptions(columns: 120))
    #expect(try session.exit() == 64)
    #expect(session.screen.text.contains("no log: name a file, or pipe one in"))
    #expect(session.screen.text.contains("Usage: racetui"))
    #expect(!session.hasFrame && session.leftBehind == [])
  }

  @Test func `a named pipe without a writer does not delay the screen`() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/log"
    mkfifo(path, 0o600)
    let session = try open(path, options: LaunchOptions(columns: 120))
    try session.wait(forText: "No report yet: reading.")
    try session.send("?", showing: "Help: the list of races")
    session.send("?")
    let writer = fopen(path, "w")
    fputs(report(1), writer)
    fclose(writer)
    try session.wait(forText: "1 race in 1 report")
    try session.send("\r", showing: "app.write1")
    try session.quit()
  }

  @Test func `can be quit while a named pipe has no writer`() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/log"
    mkfifo(path, 0o600)
    let session = try open(path, options: LaunchOptions(columns: 120))
    try session.quit()
  }

  @Test func `an endless log does not block the keys`() throws {
    let line = #"while :; do printf 'nothing of note\n%4000s\n' x; done | "$0""#
    let session = try launch("/bin/sh", ["-c", line, racetui])
    try session.wait(for: "some megabytes") { $0.title.contains(" MB") }
    try session.send("?", showing: "Help: the list of races")
    session.resize(columns: 100, rows: 30)
    try session.send("q", showing: "No report yet: reading.")
    session.send("q")
    #expect(try session.exit() == 0)
    session.expectRestored()
  }
}
