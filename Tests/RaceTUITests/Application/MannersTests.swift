import Glibc
import RaceView
import ScreenHarness
import TerminalHarness
import Testing

/// The state of the terminal after the program ends or stops, for whatever reason.
@Suite struct MannersTests {
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT], ["", "\r", "\rv?", "/half"])
  func `a signal ends it and restores the terminal`(_ number: Int32, _ keys: String) throws {
    let session = try openSample("shop-test.log")
    session.send(keys)
    session.signal(number)
    #expect(try session.exit() == 128 + number)
    session.expectRestored()
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal ends it while it reads the log`(_ number: Int32) throws {
    let session = try launch(racetui, ["-"], LaunchOptions(input: .pipe))
    try session.wait(forText: "No report yet")
    session.signal(number)
    #expect(try session.exit() == 128 + number)
    session.expectRestored()
  }

  @Test(arguments: [("\u{3}", SIGINT), ("\u{1C}", SIGQUIT)], ["", "\r", "&text"])
  func `a key ends it as the signal does`(_ key: (String, Int32), _ before: String) throws {
    let session = try openSample("shop-test.log")
    session.send(before + key.0)
    #expect(try session.exit() == 128 + key.1)
    session.expectRestored()
  }

  @Test(arguments: ["q", "Q", "\rqq", "\rQ", "v?Q", "j\r?qqq"])
  func `keys end it with status 0`(_ keys: String) throws {
    let session = try openSample("shop-test.log")
    session.send(keys)
    #expect(try session.exit() == 0)
    session.expectRestored()
    #expect(session.screen.lines.allSatisfy { $0.isEmpty })
  }

  @Test func `ends when the window is closed`() throws {
    let session = try openSample("shop-test.log")
    session.hangUp()
    #expect(try session.exit() == 128 + SIGHUP)
  }

  @Test func `ends when the window is closed while it reads the log`() throws {
    let session = try launch(racetui, [], LaunchOptions(input: .pipe))
    try session.wait(forText: "No report yet")
    session.hangUp()
    #expect(try session.exit() == 128 + SIGHUP)
  }

  /// In a shell with job control, Control-Z returns to the prompt and `fg` to the screen.
  @Test(arguments: ["\u{1A}", "signal"])
  func `stops, and comes back in a window of another size`(_ way: String) throws {
    let script = #"set -m; "$0" "$1"; echo "stopped $?"; read line; fg >/dev/null; echo "ended $?""#
    let session = try launch(
      "/bin/sh", ["-c", script, racetui, "shop-test.log"], LaunchOptions(workingDirectory: samples))
    try session.waitUntilRead()
    var model = try Session("shop-test.log", columns: 80, rows: 24)
    session.send("\r")
    model.type("\r")
    try session.wait(for: "the pair", toShow: model.grid)
    if way == "signal" { session.signalForeground(SIGTSTP) } else { session.send(way) }
    try session.wait(for: "the shell") { $0.screen.text.contains("stopped 148") && $0.isCooked }
    session.expectRestored()
    session.resize(columns: 120, rows: 40)
    session.send("\r")
    model.resize(columns: 120, rows: 40)
    try session.wait(for: "the screen of the new size", toShow: model.grid)
    try session.wait(for: "its modes") { $0.hasFrame && $0.screen.isAlternate && !$0.isCooked }
    session.send("q")
    model.type("q")
    try session.wait(for: "the list", toShow: model.grid)
    session.send("q")
    try session.wait(forText: "ended 0")
    #expect(try session.exit() == 0)
    session.expectRestored()
  }

  @Test func `repaints after a stop that it did not see`() throws {
    let session = try openSample("shop-test.log")
    let model = try Session("shop-test.log", columns: 80, rows: 24)
    session.signal(SIGSTOP)
    session.signal(SIGCONT)
    let before = session.received.count
    try session.wait(for: "the whole screen once more") { $0.received.count > before + 500 }
    try session.wait(for: "the list", toShow: model.grid)
    try session.quit()
  }

  @Test func `can be resized at any moment of reading`() throws {
    let session = try launch(racetui, ["-"], LaunchOptions(input: .pipe))
    let log = try lines(of: "shop-test.log")
    let sizes = [(20, 5), (1, 1), (300, 80), (2, 200), (59, 15), (200, 1), (100, 14), (80, 24)]
    for (index, size) in sizes.enumerated() {
      session.resize(columns: size.0, rows: size.1)
      let part = index * log.count / 8..<(index + 1) * log.count / 8
      session.sendInput(log[part].map { $0 + "\n" }.joined())
      session.send(["j", "\r", "\t", "Z", "v", "j", "?", "\u{1B}"][index])
    }
    session.closeInput()
    // The keys may have led anywhere, depending on what was read by then: go back to the list.
    session.send("\u{1B}\u{1B}\u{1B}\u{1B}")
    try session.wait(forText: "13 races in 20 reports")
    try session.quit()
  }

  @Test(arguments: [(1, 1), (2, 1), (1, 3), (7, 2), (20, 5), (300, 80)])
  func `starts and runs in a window of`(_ size: (columns: Int, rows: Int)) throws {
    let options = LaunchOptions(columns: size.columns, rows: size.rows, workingDirectory: samples)
    let session = try open("shop-test.log", options: options)
    session.send("j\r\tjzZ=Ov/x\r?jj\u{7F}\u{7F}\u{7F}5jm&cat\rs\u{1B}")
    session.resize(columns: 80, rows: 24)
    try session.wait(forText: "13 races in 20 reports")
    try session.quit()
  }

  /// The lines of a sample.
  private func lines(of log: String) throws -> [String] {
    try shell("cat \(log)").output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
