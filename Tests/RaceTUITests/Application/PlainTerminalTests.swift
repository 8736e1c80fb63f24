import RaceModel
import RaceText
import RaceView
import ScreenHarness
import TerminalHarness
import Testing

/// Terminals and locales with fewer features, and users who want fewer.
@Suite struct PlainTerminalTests {
  /// Keys that lead through every screen.
  private static let tour = ["j", "\r", "Z", "\t", "mm", "v", "?", "q", "/Write\r"]

  private func takeTour(_ session: TerminalSession, _ model: inout Session) throws {
    try session.wait(for: "the races", toShow: model.grid)
    for keys in Self.tour {
      session.send(keys)
      if keys == "\t" { model.press(.tab) } else { model.type(keys) }
      try session.wait(for: keys, toShow: model.grid)
    }
  }

  @Test func `colours appear where they are wanted`() throws {
    let session = try openSample("shop-test.log")
    #expect(session.screen.hasSeenColor)
    try session.quit()
  }

  @Test(arguments: [([], "1"), (["--color", "never"], nil)] as [([String], String?)])
  func `no colour reaches the terminal`(_ arguments: [String], _ variable: String?) throws {
    let options = LaunchOptions(
      columns: 120, rows: 40, environment: ["NO_COLOR": variable], workingDirectory: samples)
    let session = try launch(racetui, arguments + ["shop-test.log"], options)
    var model = try Session("shop-test.log", columns: 120, rows: 40)
    try takeTour(session, &model)
    #expect(!session.screen.hasSeenColor)
    try session.quit()
  }

  @Test func `an empty NO_COLOR and --color always give colour`() throws {
    for (arguments, variable) in [([], ""), (["--color", "always"], "1")] as [([String], String)] {
      let options = LaunchOptions(environment: ["NO_COLOR": variable], workingDirectory: samples)
      let session = try launch(racetui, arguments + ["shop-test.log"], options)
      try session.waitUntilRead()
      #expect(session.screen.hasSeenColor)
      try session.quit()
    }
  }

  @Test func `in a C locale everything is ASCII except the rules, which the terminal draws`() throws {
    let session = try openSample("shop-test.log", columns: 120, rows: 40, environment: ["LC_ALL": "C"])
    var model = try Session("shop-test.log", columns: 120, rows: 40, glyphs: .alternate)
    try takeTour(session, &model)
    #expect(session.received.allSatisfy { $0 <= 0x7E })
    try session.quit()
  }

  @Test func `in a C locale only ASCII characters of a log are sent`() throws {
    let directory = try TemporaryDirectory()
    let report = Logs.report(function: "包.写入é\u{301}🧵", file: "/源/文件.go", foreign: "外 ligne étrangère")
    let log = try directory.write(report, to: "race.log")
    let options = LaunchOptions(columns: 120, environment: ["LC_ALL": "C"])
    let session = try open(log, options: options)
    try session.wait(forText: "???.go:12")
    for (keys, text) in [("\r", "Race 1 of 1"), ("v", "in race 1"), ("?", "Help: ")] {
      try session.send(keys, showing: text)
    }
    #expect(session.received.allSatisfy { $0 <= 0x7E })
    try session.quit()
  }

  @Test(arguments: ["C.UTF-8", "C"])
  func `with --ascii everything is ASCII, rules too`(_ locale: String) throws {
    let options = LaunchOptions(
      columns: 120, rows: 40, environment: ["LC_ALL": locale], workingDirectory: samples)
    let session = try launch(racetui, ["--ascii", "shop-test.log"], options)
    var model = try Session("shop-test.log", columns: 120, rows: 40, glyphs: .ascii)
    try takeTour(session, &model)
    #expect(session.received.allSatisfy { $0 <= 0x7E })
    #expect(session.screen.text.utf8.allSatisfy { $0 <= 0x7E })
    try session.quit()
  }

  @Test(arguments: ["dumb", "no-such-type", "", nil] as [String?])
  func `suggests the list on a terminal that cannot draw screens`(_ term: String?) throws {
    let options = LaunchOptions(columns: 200, environment: ["TERM": term], workingDirectory: samples)
    let session = try launch(racetui, ["shop-test.log"], options)
    #expect(try session.exit() == 69)
    let lines = session.screen.lines.filter { !$0.isEmpty }
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("racetui: ") == true && lines.first?.contains("`racetui list`") == true)
    #expect(session.received.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D })
    #expect(session.leftBehind == [])
  }

  @Test func `does not ask for the mouse when it is not wanted`() throws {
    let options = LaunchOptions(workingDirectory: samples)
    let session = try launch(racetui, ["--no-mouse", "shop-test.log"], options)
    try session.waitUntilRead()
    #expect(!session.screen.reportsMouse)
    try session.quit()
  }
}
