import Glibc
import RaceView
import TerminalHarness
import Testing

@testable import RaceTerminal
@testable import TerminalProbe

/// The screen's contents, and the input from keyboard and mouse.
@Suite struct TerminalTests {
  @Test(
    arguments: ["xterm-256color", "xterm", "screen-256color", "tmux-256color", "linux", "vt100", "rxvt"],
    [(80, 12), (41, 9), (200, 50)])
  func `the terminal shows exactly the grid`(_ term: String, _ size: (Int, Int)) throws {
    let options = LaunchOptions(columns: size.0, rows: size.1, environment: ["TERM": term])
    let session = try startProgram([], options)
    #expect(session.screen.text + "\n" == probeText(columns: size.0, rows: size.1, last: "ready"))
    #expect(session.screen.unknown == [])
    session.send("q")
    #expect(try session.exit() == 0)
    session.expectRestored()
  }

  @Test func `a UTF-8 locale that is not installed still gives UTF-8`() throws {
    let session = try startProgram([], LaunchOptions(rows: 12, environment: ["LC_ALL": "xx_XX.UTF-8"]))
    #expect(session.screen.text + "\n" == probeText(columns: 80, rows: 12, last: "ready"))
  }

  @Test func `trusts the window, not LINES and COLUMNS`() throws {
    let environment = ["LINES": "40", "COLUMNS": "33"]
    let session = try startProgram([], LaunchOptions(columns: 70, rows: 12, environment: environment))
    #expect(session.screen.text + "\n" == probeText(columns: 70, rows: 12, last: "ready"))
  }

  @Test func `draws styles as in the theme`() throws {
    let session = try startProgram()
    let selected = session.screen[4, 5].rendition
    #expect(selected.foreground == "231" && selected.background == "25" && selected.attributes == [.bold])
    #expect(session.screen[79, 5].rendition.background == "25")
    #expect(session.screen[0, 3].rendition.foreground == "172")
  }

  @Test func `NO_COLOR sends no colour`() throws {
    let session = try startProgram([], LaunchOptions(rows: 12, environment: ["NO_COLOR": "1"]))
    #expect(!session.screen.hasSeenColor)
    #expect(session.screen[4, 5].rendition.attributes == [.reverse, .bold])
    let other = try startProgram([], LaunchOptions(rows: 12, environment: ["NO_COLOR": ""]))
    #expect(other.screen.hasSeenColor)
  }

  @Test func `a terminal with eight colours gets only those`() throws {
    let session = try startProgram([], LaunchOptions(rows: 12, environment: ["TERM": "xterm"]))
    #expect(session.screen[0, 3].rendition.foreground == "3")
    #expect(session.screen[0, 4].rendition.foreground == "6")
  }

  @Test(arguments: ["xterm-256color", "linux", "vt100", "tmux-256color"])
  func `the C locale gets lines and question marks`(_ term: String) throws {
    let options = LaunchOptions(rows: 12, environment: ["LC_ALL": "C", "TERM": term])
    let session = try startProgram([], options)
    #expect(session.screen.lines[2] == "┌─┬─┐ ├─┼─┤ └─┴─┘ │")
    #expect(session.screen.lines[3] == "wide ????, mark e ?, emoji ????, end")
    #expect(session.screen.lines[7] == "cut ?|?? here")
    #expect(session.screen.unknown == [])
  }

  @Test func `sends ASCII on demand`() throws {
    let session = try startProgram(["--ascii"])
    #expect(session.screen.lines[2] == "+-+-+ +-+-+ +-+-+ |")
  }

  @Test func `replaces half of a wide character`() throws {
    let session = try startProgram()
    #expect(session.screen.lines[7] == "cut \u{FFFD}|者 here")
  }

  @Test(
    arguments: [
      ("x", .character("x")), ("作", .character("作")), ("\u{15}", .control("u")), ("\r", .enter), ("\t", .tab),
      ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[1;5C", .right), ("\u{1B}[1;3D", .left),
      ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[H", .home), ("\u{1B}[1~", .home),
      ("\u{1B}OF", .end), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab),
      ("\u{1B}OP", .function(1)), ("\u{1B}[24~", .function(12)), ("\u{7F}", .backspace),
      ("\u{8}", .backspace),
      ("\u{1B}", .escape), ("\u{1B}\u{1B}", .escape), ("\u{1B}\u{1B}[A", .up), ("\u{1B}OM", .enter),
      ("\u{1B}[1;2B", .down),
    ] as [(String, Key)])
  func `reads the key`(_ bytes: String, _ key: Key) throws {
    let session = try startProgram()
    session.send(bytes)
    try session.wait(forEvent: .key(key))
  }

  @Test func `reads a character that arrives in two parts`() throws {
    let session = try startProgram()
    session.send(bytes: [0xE4])
    session.resize(columns: 81, rows: 12)
    try session.wait(forEvent: .resize(columns: 81, rows: 12))
    session.send(bytes: [0xBD, 0x9C])
    try session.wait(forEvent: .key(.character("作")))
    session.send(bytes: [0xFF, 0xC3, UInt8(ascii: "x")])
    try session.wait(forEvent: .key(.character("x")))
  }

  @Test func `reads a long paste`() throws {
    let session = try startProgram([], LaunchOptions(columns: 200, rows: 200))
    session.send("\u{1B}[200~" + String(repeating: "作者", count: 3000) + "!\u{1B}[201~")
    session.send("x")
    try session.wait(forEvent: .key(.character("x")))
  }

  @Test func `a character with Alt is not that character`() throws {
    let session = try startProgram()
    session.send("\u{1B}q")
    session.send("x")
    try session.wait(forEvent: .key(.character("x")))
  }

  @Test func `reads a paste as one event`() throws {
    let session = try startProgram()
    session.send("\u{1B}[200~two\rlines, 作者 q\u{1B}[201~")
    try session.wait(forEvent: .paste("two\nlines, 作者 q"))
  }

  @Test func `reports the mouse`() throws {
    let session = try startProgram()
    #expect(session.screen.modes.isSuperset(of: [1002, 1006]))
    session.send("\u{1B}[<0;5;3M")
    try session.wait(forEvent: .press(column: 4, row: 2))
    session.send("\u{1B}[<32;60;4M")
    try session.wait(forEvent: .drag(column: 59, row: 3))
    session.send("\u{1B}[<0;61;5m")
    try session.wait(forEvent: .drag(column: 60, row: 4))
    session.send("\u{1B}[<64;1;1M")
    try session.wait(forEvent: .wheel(column: 0, row: 0, lines: -3))
    session.send("\u{1B}[<65;2;2M")
    try session.wait(forEvent: .wheel(column: 1, row: 1, lines: 3))
    session.send("\u{1B}[<0;999;999M")
    try session.wait(forEvent: .press(column: 79, row: 11))
    session.send("\u{1B}[<0;5;5m\u{1B}[<35;9;9M\u{1B}[<2;9;9M\u{1B}[<2;9;9mx")
    try session.wait(forEvent: .key(.character("x")))
  }

  @Test func `reports a click whose press and release arrive at once`() throws {
    let session = try startProgram()
    session.send("\u{1B}[<0;5;3M\u{1B}[<0;5;3m")
    try session.wait(forEvent: .drag(column: 4, row: 2))
    session.send("\u{1B}[<0;6;4M\u{1B}[<0;6;4m\u{1B}[<0;6;4Mx")
    try session.wait(forEvent: .key(.character("x")))
  }

  /// A slow connection may cut the report anywhere, and the rest may never arrive.
  @Test(arguments: ["\u{1B}[<0;10;", "\u{1B}[<", "\u{1B}[<0;1x"])
  func `a cut mouse report delays neither signals nor keys`(cut: String) throws {
    let session = try startProgram()
    session.send(cut)
    // A character that is not part of the report is a key. The screen shows one event at a time.
    if cut.hasSuffix("x") { try session.wait(forEvent: .key(.character("x"))) }
    session.resize(columns: 81, rows: 12)
    try session.wait(forEvent: .resize(columns: 81, rows: 12))
    session.send("y")
    try session.wait(forEvent: .key(.character("y")))
  }

  @Test func `a mouse report in two parts is one`() throws {
    let session = try startProgram()
    session.send("\u{1B}[<0;5")
    session.send(";3M")
    try session.wait(forEvent: .press(column: 4, row: 2))
  }

  @Test func `reports the mouse under tmux`() throws {
    let session = try startProgram([], LaunchOptions(rows: 12, environment: ["TERM": "tmux-256color"]))
    #expect(session.screen.modes.contains(1002) && !session.screen.modes.contains(1006))
    session.send(bytes: [0x1B, 0x5B, 0x4D, 0x20, 0x25, 0x23])
    try session.wait(forEvent: .press(column: 4, row: 2))
    session.send(bytes: [0x1B, 0x5B, 0x4D, 0x40, 0x5C, 0x24])
    try session.wait(forEvent: .drag(column: 59, row: 3))
    session.send(bytes: [0x1B, 0x5B, 0x4D, 0x23, 0x5D, 0x25])
    try session.wait(forEvent: .drag(column: 60, row: 4))
    session.send(bytes: [0x1B, 0x5B, 0x4D, 0x61, 0x22, 0x22])
    try session.wait(forEvent: .wheel(column: 1, row: 1, lines: 3))
  }

  @Test func `leaves the mouse alone when asked`() throws {
    let session = try startProgram(["--no-mouse"])
    #expect(!session.screen.reportsMouse)
    session.send("q")
    try session.exit()
    session.expectRestored()
  }

  @Test func `copies through the terminal`() throws {
    let session = try startProgram()
    session.send("y")
    try session.wait(for: "the copy") { !$0.screen.commands.isEmpty }
    #expect(session.screen.commands == ["52;c;\(Base64.encode("src/cache/store.cc:42 作者".utf8))"])
  }

  @Test func `follows a resize`() throws {
    let session = try startProgram()
    for (columns, rows) in [(60, 10), (130, 40), (20, 9), (80, 12)] {
      session.resize(columns: columns, rows: rows)
      let event = InputEvent.resize(columns: columns, rows: rows)
      let text = probeText(columns: columns, rows: rows, last: "\(event)")
      try session.wait(for: "\(event)") { $0.screen.text + "\n" == text }
    }
    #expect(session.screen.unknown == [])
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 1), (1, 3), (7, 2)])
  func `survives a window of`(_ columns: Int, _ rows: Int) throws {
    let small = try startProgram([], LaunchOptions(columns: columns, rows: rows))
    small.resize(columns: 80, rows: 12)
    let event = InputEvent.resize(columns: 80, rows: 12)
    let text = probeText(columns: 80, rows: 12, last: "\(event)")
    try small.wait(for: "a frame") { $0.screen.text + "\n" == text }
    small.resize(columns: columns, rows: rows)
    small.send("q")
    #expect(try small.exit() == 0)
  }
}
