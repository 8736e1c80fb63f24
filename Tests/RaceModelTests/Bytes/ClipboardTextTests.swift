import RaceModel
import Testing

@Suite struct `What goes to the clipboard` {
  @Test(
    arguments: [
      ("a/b c.go:12", "a/b c.go:12"), ("作者/é.go", "作者/é.go"), ("a\u{F}b", "a^Ob"), ("a\u{0}b", "a^@b"),
      ("a\tb\nc\rd", "a^Ib^Jc^Md"), ("\u{1B}]52;c;eA==\u{7}", "^[]52;c;eA==^G"), ("\u{7F}", "\u{FFFD}"),
      ("\u{85}\u{9B}31m", "\u{FFFD}\u{FFFD}31m"), ("\u{202E}og\u{2066}", "\u{FFFD}og\u{FFFD}"),
      ("a\u{2028}b\u{200B}c\u{FEFF}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"), ("\u{E0041}", "\u{FFFD}"),
    ])
  func `is one line without control characters`(_ line: String, _ text: String) {
    #expect(ClipboardText(line: line).text == text)
  }

  @Test func `keeps lines and their tabs`() {
    #expect(ClipboardText(lines: Array("a\r\n\tb\n\nc".utf8)).text == "a\n\tb\n\nc")
    #expect(
      ClipboardText(lines: Array("50 %\r100 %\n\u{1B}[31mred\u{1B}[0m\r\r\n".utf8)).text
        == "50 %^M100 %\n^[[31mred^[[0m^M\n")
    #expect(ClipboardText(lines: [0x61, 0x9B, 0x33, 0xFF, 0x0A]).text == "a\u{FFFD}3\u{FFFD}\n")
    #expect(ClipboardText(lines: []).text.isEmpty)
  }

  @Test func `holds nothing harmful, whatever it is made of`() {
    let all = (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init).filter(\.isHarmful)
    let text = String(String.UnicodeScalarView(all))
    #expect(ClipboardText(line: text).text.unicodeScalars.filter(\.isHarmful).isEmpty)
    let kept = ClipboardText(lines: Array(text.utf8)).text.unicodeScalars.filter(\.isHarmful)
    #expect(String(String.UnicodeScalarView(kept)) == "\t\n")
  }
}
