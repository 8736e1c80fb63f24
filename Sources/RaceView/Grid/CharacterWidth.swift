/// How many columns a character takes on the screen.
public enum CharacterWidth {
  /// 0 for a combining mark, 2 for a wide character, else 1.
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    return 1
  }

  /// Whether a scalar could make a terminal do something other than show it: C0, DEL, C1 and the
  /// characters that change the direction of text.
  public static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x20 || (0x7F..<0xA0).contains(value) { return true }
    return (0x200B...0x200F).contains(value) || (0x2028...0x202E).contains(value)
      || (0x2060...0x206F).contains(value) || value == 0xFEFF || value == 0xAD || value == 0x61C
      || (0xFFF9...0xFFFB).contains(value) || value >= 0xE0000
  }
}
