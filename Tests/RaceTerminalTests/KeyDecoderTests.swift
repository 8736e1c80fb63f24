import CNcurses
import RaceView
import Testing

@testable import RaceTerminal

@Suite struct KeyDecoderTests {
  @Test(
    arguments: [
      ("\t", .tab), ("\r", .enter), ("\n", .enter), ("\u{1B}", .escape), ("\u{8}", .backspace),
      ("\u{7F}", .backspace), ("\u{15}", .control("u")), ("\u{1A}", .control("z")), ("\0", .control(" ")),
      ("\u{1D}", .control("]")), ("G", .character("G")), ("作", .character("作")), (" ", .character(" ")),
    ] as [(Unicode.Scalar, Key)])
  func `reads a character`(_ scalar: Unicode.Scalar, _ key: Key) {
    #expect(KeyDecoder.key(character: scalar) == key)
  }

  @Test(arguments: ["\u{9B}", "\u{202E}", "\u{FEFF}"] as [Unicode.Scalar])
  func `reads no key from`(_ scalar: Unicode.Scalar) {
    #expect(KeyDecoder.key(character: scalar) == nil)
  }

  @Test(
    arguments: [
      (KEY_UP, .up), (KEY_NPAGE, .pageDown), (KEY_BTAB, .backTab), (KEY_ENTER, .enter), (KEY_SF, .down),
      (KEY_F0 + 1, .function(1)), (KEY_F0 + 12, .function(12)), (KEY_BACKSPACE, .backspace),
    ] as [(Int32, Key)])
  func `reads a key code`(_ code: Int32, _ key: Key) {
    #expect(KeyDecoder.key(code: code) == key)
  }

  @Test func `has no meaning for other codes`() {
    #expect(KeyDecoder.key(code: KEY_F0 + 13) == nil)
    #expect(KeyDecoder.key(code: KEY_PRINT) == nil)
    #expect(KeyDecoder.key(code: KEY_MAX + 77) == nil)
  }

  @Test func `reads keys with a modifier by their name`() {
    #expect(KeyDecoder.key(extendedName: "kDN5") == .down)
    #expect(KeyDecoder.key(extendedName: "kLFT3") == .left)
    #expect(KeyDecoder.key(extendedName: "kEND") == .end)
    #expect(KeyDecoder.key(extendedName: "kxOUT") == nil)
    #expect(KeyDecoder.key(extendedName: "") == nil)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("作者", "5L2c6ICF"),
  ])
  func `encodes for the clipboard`(_ text: String, _ encoded: String) {
    #expect(Base64.encode(text.utf8) == encoded)
  }
}
