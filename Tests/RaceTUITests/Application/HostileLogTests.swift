import RaceModel
import RaceText
import RaceView
import ScreenHarness
import TerminalHarness
import Testing

/// Nothing in a log or in its name can control the terminal: it is shown, not sent.
@Suite struct HostileLogTests {
  /// Sequences that an attacker would send to a terminal. Each ends in a harmless `Z`.
  static let attacks: [[UInt8]] =
    [
      "\u{1B}]0;owned\u{7}Z", "\u{1B}]2;owned\u{1B}\\Z", "\u{1B}]52;c;b3duZWQ=\u{7}Z",
      "\u{1B}]8;;http://x\u{7}Z", "\u{1B}[2J\u{1B}[HZ", "\u{1B}[?1049lZ", "\u{1B}[?1000hZ",
      "\u{1B}[?2004lZ", "\u{1B}[31mZ", "\u{1B}cZ", "\u{1B}(0Z", "\u{1B}P$qm\u{1B}\\Z", "\u{1B}_Gx\u{1B}\\Z",
      "\u{1B}^x\u{1B}\\Z", "\u{1B}[6nZ", "\u{1B}]Z", "\u{1B}[Z", "\u{1B}Z", "\u{7}\u{8}\u{B}\u{C}\u{E}\u{F}Z",
      "\u{0}Z", "\u{7F}Z", "\u{5}Z", "\u{9B}2JZ", "\u{9D}0;owned\u{9C}Z", "\u{90}x\u{9C}Z", "\u{85}Z",
      "\u{202E}Z", "\u{2066}Z",
      "\u{200F}Z", "\u{2028}Z", "\u{FEFF}Z", "\u{200B}Z", "\u{AD}Z", "\u{E0041}Z", "\u{301}\u{302}\u{303}Z",
      "\u{1F468}\u{200D}\u{1F469}Z",
    ].map { Array($0.utf8) } + notUTF8

  /// Bytes that are not UTF-8: C1 controls as single bytes, and sequences that have broken decoders.
  private static let notUTF8: [[UInt8]] = [
    [0x9B, 0x32, 0x4A, 0x5A], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xC0, 0x9B],
    [0xFF],
  ]

  /// A log with one race per attack, in every place that is shown.
  static func log() -> [UInt8] {
    var bytes: [UInt8] = []
    for (number, attack) in attacks.enumerated() {
      let report = Logs.report(
        function: "app.f\(number)@", file: "/x/@/@g\(number).go", foreign: "a line of another: @")
      bytes += Array("before @\n".utf8) + Array("=== RUN   Test@\(number)\n".utf8) + Array(report.utf8)
      bytes += Array("goroutine @ by @\r".utf8) + Array("over @\n".utf8)
      bytes = bytes.flatMap { $0 == UInt8(ascii: "@") ? attack : [$0] }
    }
    return bytes
  }

  /// Only the sequences that draw a screen have reached the terminal.
  private func expectHarmless(_ session: TerminalSession, sourceLocation: SourceLocation = #_sourceLocation) {
    let screen = session.screen
    #expect(screen.commands == [], sourceLocation: sourceLocation)
    #expect(screen.unknown == [], sourceLocation: sourceLocation)
    #expect(screen.bells == 0, sourceLocation: sourceLocation)
    #expect(!session.received.contains(0), sourceLocation: sourceLocation)
    let text = String(decoding: session.received, as: UTF8.self)
    #expect(text.utf8.elementsEqual(session.received), "all of it is UTF-8", sourceLocation: sourceLocation)
    let controls = text.unicodeScalars.filter { $0.value >= 0x7F && CharacterWidth.isControl($0) }
    #expect(controls.isEmpty, sourceLocation: sourceLocation)
  }

  @Test(arguments: [(120, 30, "C.UTF-8"), (60, 20, "C")])
  func `no screen sends what a log holds`(_ columns: Int, _ rows: Int, _ locale: String) throws {
    let directory = try TemporaryDirectory()
    try directory.write(bytes: Self.log(), to: "race.log")
    let count = try Session("race.log", in: directory.path, columns: 80, rows: 24).index.races.count
    #expect(count >= Self.attacks.count)
    let options = LaunchOptions(
      columns: columns, rows: rows, environment: ["LC_ALL": locale], workingDirectory: directory.path)
    let session = try open("race.log", options: options)
    try session.waitUntilRead()
    let modes = session.screen.modes
    try session.send("5jG", showing: "f\(Self.attacks.count - 1)")
    session.send("gg\rZ")
    for race in 1...count {
      try session.wait(forText: "Race \(race) of \(count)")
      try session.send("v", showing: "in race ")
      session.send("Gbv")
      try session.wait(forText: "Race \(race) of \(count)")
      #expect(session.screen.modes == modes)
      session.send("J")
    }
    try session.send("?", showing: "Help: ")
    #expect(session.screen.modes == modes)
    expectHarmless(session)
    try session.quit()
  }

  @Test func `typed and found text is not sent either`() throws {
    let directory = try TemporaryDirectory()
    try directory.write(bytes: Self.log(), to: "race.log")
    let session = try open("race.log", options: LaunchOptions(columns: 120, workingDirectory: directory.path))
    try session.waitUntilRead()
    for attack in Self.attacks {
      session.send("/\u{1B}[200~")
      session.send(bytes: attack.filter { $0 != 0x1B })
      session.send("\u{1B}[201~\r")
    }
    try session.send("?", showing: "Help: ")
    expectHarmless(session)
    try session.quit()
  }

  @Test func `the name of a log is not sent`() throws {
    let directory = try TemporaryDirectory()
    let name = "a\u{1B}]0;owned\u{7}\u{9B}2J\u{202E}\n.log"
    try directory.write(Logs.report(file: "/x/a.go"), to: name)
    let options = LaunchOptions(columns: 120, workingDirectory: directory.path)
    let session = try open(name, options: options)
    try session.waitUntilRead()
    try session.send("\r", showing: "Race 1 of 1")
    try session.send("v", showing: "in race 1")
    expectHarmless(session)
    try session.quit()
    for arguments in [["list", name], ["show", name], ["list", name, name + "x"], [name + "x"], [name]] {
      let run = try DetachedRun(racetui, arguments, LaunchOptions(workingDirectory: directory.path))
      expectHarmless(run.output)
      expectHarmless(run.errors)
      #expect(run.errors.filter { $0 == "\n" }.count == (arguments.contains(name + "x") ? 1 : 0))
    }
  }

  @Test(arguments: [["list"], ["list", "--width", "60"], ["list", "--sort", "site"], []])
  func `the list is harmless`(_ arguments: [String]) throws {
    let directory = try TemporaryDirectory()
    let log = try directory.write(bytes: Self.log(), to: "race.log")
    let run = try DetachedRun(racetui, arguments + [log])
    #expect(run.status == 0 && run.output.utf8.count > 1000)
    expectHarmless(run.output)
    expectHarmless(run.errors)
  }

  @Test func `the output of show is harmless`() throws {
    let directory = try TemporaryDirectory()
    let log = try directory.write(bytes: Self.log(), to: "race.log")
    let forms = [["--width", "160"], ["--width", "60"], ["--fold"]]
    for race in 1...Self.attacks.count {
      let run = try DetachedRun(racetui, ["show", "--race", "\(race)"] + forms[race % 3] + [log])
      #expect(run.status == 0 && run.output.contains("Race \(race) of"))
      expectHarmless(run.output)
      expectHarmless(run.errors)
    }
  }

  /// The text consists only of characters that a terminal shows.
  private func expectHarmless(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let controls = text.unicodeScalars.filter { $0 != "\n" && CharacterWidth.isControl($0) }
    #expect(controls.isEmpty, sourceLocation: sourceLocation)
  }
}
