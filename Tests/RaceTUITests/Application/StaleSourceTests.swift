import Glibc
import TerminalHarness
import Testing

/// A program beside its log: its code shows which frames of the log are stale.
@Suite struct StaleSourceTests {
  /// `Run` continues after a panic that `try` recovers; the detector keeps the frames of `try` and `parse`.
  private static let program = """
    package app

    import "errors"

    var errStop = errors.New("stop")
    var total int

    func Run() {
    	try(1)
    	finish()
    }

    func try(n int) {
    	defer func() { recover() }()
    	parse(n)
    }

    func parse(n int) {
    	check(n)
    }

    func check(n int) {
    	if n > 0 {
    		panic(errStop)
    	}
    }

    func finish() {
    	total++
    }

    """

  private static let log = """
    ==================
    WARNING: DATA RACE
    Write at 0x00000060b318 by goroutine 7:
      example.com/app.finish()
          /build/app/app.go:29 +0x28
      example.com/app.Run()
          /build/app/app.go:10 +0x84
      example.com/app.parse()
          /build/app/app.go:19 +0x75
      example.com/app.try()
          /build/app/app.go:15 +0x8d
      example.com/app.Run()
          /build/app/app.go:9 +0x5b
      main.main.gowrap1()
          /build/main.go:17 +0x38

    Previous read at 0x00000060b318 by main goroutine:
      main.main()
          /build/main.go:20 +0x378

    Goroutine 7 (finished) created at:
      main.main()
          /build/main.go:17 +0x1dd
    ==================

    """

  private let directory: TemporaryDirectory
  private let logPath: String

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write(Self.program, to: "here/app/app.go")
    logPath = try directory.write(Self.log, to: "race.log")
  }

  private func options(in folder: String) -> LaunchOptions {
    LaunchOptions(columns: 120, rows: 40, workingDirectory: folder)
  }

  @Test func `the columns and the fork give the line that shows why frames are stale`() throws {
    let session = try open("../race.log", options: options(in: directory.path + "/here"))
    try session.waitUntilRead()
    try session.send("\r", showing: "3 stale frames")
    try session.send("f", showing: "3 calls had returned")
    let text = session.screen.lines.joined(separator: "\n")
    #expect(text.contains("source: line 19 of app.go does not call it"))
    try session.quit()
  }

  @Test func `show reads the source only when told where it is`() throws {
    let asked = try DetachedRun(
      racetui, ["show", "--source", "here", "race.log"], options(in: directory.path))
    #expect(asked.output.contains("3 calls had returned: app.Run recurs"))
    #expect(asked.output.contains("source: line 19 of app.go does not call it"))
    let plain = try DetachedRun(racetui, ["show", "race.log"], options(in: directory.path))
    #expect(plain.status == 0)
    #expect(!plain.output.contains("returned"))
  }

  @Test(
    arguments: [("there", "No such file or directory"), ("race.log", "is not a folder")], ["show", "open"])
  func `reports a source folder that does not exist`(folder: (String, String), command: String) throws {
    let run = try DetachedRun(
      racetui, [command, "--source", "here", "--source", folder.0, "race.log"], options(in: directory.path))
    #expect(run.status == 66 && run.output.isEmpty)
    #expect(run.errors == "racetui: --source \(folder.0): \(folder.1)\n")
  }

  @Test func `a file newer than the log changes nothing`() throws {
    let later = timeval(tv_sec: time(nil) + 1000, tv_usec: 0)
    try #require(utimes(directory.path + "/here/app/app.go", [later, later]) == 0)
    let run = try DetachedRun(racetui, ["show", "--source", "here", "race.log"], options(in: directory.path))
    #expect(run.status == 0)
    #expect(!run.output.contains("returned"))
  }
}
