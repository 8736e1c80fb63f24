import RaceView
import Testing

@testable import RaceTerminal

/// Terminals' answers to the question for their background, and other input around them.
@Suite struct BackgroundAnswerTests {
  @Test(
    arguments: [
      ("rgb:ffff/ffff/ffff", [1, 1, 1]), ("rgb:ff/80/00", [1, 128.0 / 255, 0]), ("rgb:f/0/0", [1, 0, 0]),
      ("rgb:fff/000/fff", [1, 0, 1]), ("rgba:0000/ffff/0000/8000", [0, 1, 0]), ("#ffffff", [1, 1, 1]),
      ("#000", [0, 0, 0]), ("rgb:fdfd/f6f6/e3e3", [253.0 / 255, 246.0 / 255, 227.0 / 255]),
    ] as [(String, [Double])])
  func `reads a colour`(_ text: String, _ parts: [Double]) throws {
    let color = try #require(TerminalColor(text))
    for (part, expected) in zip([color.red, color.green, color.blue], parts) {
      #expect(abs(part - expected) < 1e-9)
    }
  }

  @Test(arguments: [
    "", "?", "rgb:", "rgb:ff/ff", "rgb:ff/ff/ff/ff", "rgb:fffff/0/0", "rgb:+f/0/0", "rgb:gg/00/00", "rgb://",
    "rgba:ff/ff/ff", "#ffff", "#", "white", "rgb:-1/0/0",
  ])
  func `reads no colour from`(_ text: String) {
    #expect(TerminalColor(text) == nil)
  }

  /// Backgrounds of common schemes: white, Solarized, GitHub, black, VS Code, Nord.
  @Test(
    arguments: [
      ("#ffffff", .light), ("#fdf6e3", .light), ("#eee8d5", .light), ("#f6f8fa", .light), ("#a0a0a0", .light),
      ("#000000", .dark), ("#1e1e1e", .dark), ("#002b36", .dark), ("#2e3440", .dark), ("#505050", .dark),
    ] as [(String, Theme.Background)])
  func `distinguishes light from dark`(_ color: String, _ background: Theme.Background) throws {
    #expect(Theme.Background(of: try #require(TerminalColor(color))) == background)
  }

  @Test(
    arguments: [
      ("15;0", .dark), ("0;15", .light), ("0;default;15", .light), ("12;8", .dark), ("0;7", .light),
      ("15;default", nil), ("", nil), ("0;16", nil), ("x", nil),
    ] as [(String, Theme.Background?)])
  func `COLORFGBG says`(_ value: String, _ background: Theme.Background?) {
    #expect(Theme.Background(colorFGBG: value) == background)
  }

  /// A cut between any two bytes gives the same result.
  @Test(
    arguments: [
      ("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\\u{1B}[?62;22c", "", .light),
      ("\u{1B}]11;rgb:0000/0000/0000\u{7}\u{1B}[?1;2c", "", .dark),
      ("\u{1B}[?6c", "", nil),
      ("jj\u{1B}]11;rgb:ffff/ffff/ffff\u{7}k\u{1B}[B\u{1B}[?64;1;9c", "jjk\u{1B}[B", .light),
      ("\u{1B}OB\u{1B}\u{1B}]11;#000000\u{7}\u{1B}[?6c", "\u{1B}OB\u{1B}", .dark),
      ("é\u{1B}x\u{1B}[?6c", "é\u{1B}x", nil),
      ("\u{1B}]4;1;rgb:ff/ff/ff\u{7}\u{1B}[?6c", "", nil),
    ] as [(String, String, Theme.Background?)])
  func `distinguishes answers from keys`(_ text: String, _ typed: String, _ background: Theme.Background?) {
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      var answer = BackgroundAnswer()
      answer.take(bytes[..<cut])
      #expect(answer.isComplete == (cut == bytes.count))
      answer.take(bytes[cut...])
      #expect(answer.end() == nil)
      #expect(answer.background == background && String(decoding: answer.typed, as: UTF8.self) == typed)
    }
  }

  @Test(
    arguments: [
      ("j\u{1B}]11;rgb:ff", "j", "\u{1B}]11;rgb:ff"), ("\u{1B}[?6", "", "\u{1B}[?6"),
      ("\u{1B}", "\u{1B}", nil),
      ("\u{1B}[", "\u{1B}[", nil), ("\u{1B}]", "", "\u{1B}]"),
      ("\u{1B}]11;#fff\u{1B}", "", "\u{1B}]11;#fff\u{1B}"),
    ] as [(String, String, String?)])
  func `keeps the beginning of an answer that is late`(_ text: String, _ typed: String, _ rest: String?) {
    var answer = BackgroundAnswer()
    answer.take(text.utf8)
    #expect(answer.end().map { String(decoding: $0, as: UTF8.self) } == rest)
    #expect(String(decoding: answer.typed, as: UTF8.self) == typed && !answer.isComplete)
  }
}
