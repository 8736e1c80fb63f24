import CNcurses
import RaceText
import RaceView
import Testing

@Suite struct CharacterWidthTests {
  /// ncurses lays out rows by libc's `wcwidth`; a different table shifts everything to the right of a character.
  @Test func `agrees with the C library about every character`() throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var differences: [String] = []
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), !CharacterWidth.isControl(scalar) else { continue }
      let theirs = nc_wcwidth(value)
      let ours = CharacterWidth.columns(of: scalar)
      if theirs >= 0, Int(theirs) != ours {
        differences.append("U+\(String(value, radix: 16)): \(ours), libc \(theirs)")
      }
    }
    #expect(differences == [])
  }

  @Test(
    arguments: [
      "\0", "\u{7}", "\u{1B}", "\u{7F}", "\u{80}", "\u{9B}", "\u{9F}",
      "\u{AD}", "\u{61C}", "\u{180E}", "\u{200B}", "\u{200D}", "\u{200E}", "\u{2028}", "\u{2029}", "\u{202E}",
      "\u{2066}", "\u{2069}", "\u{FEFF}", "\u{FFF9}", "\u{1D173}", "\u{E0001}", "\u{E0041}",
    ] as [Unicode.Scalar])
  func `keeps from the terminal`(_ scalar: Unicode.Scalar) {
    #expect(CharacterWidth.isControl(scalar))
  }

  @Test(arguments: [" ", "~", "é", "\u{301}", "作", "│", "▶", "🧵", "\u{FFFD}"] as [Unicode.Scalar])
  func `lets through`(_ scalar: Unicode.Scalar) {
    #expect(!CharacterWidth.isControl(scalar))
  }
}
