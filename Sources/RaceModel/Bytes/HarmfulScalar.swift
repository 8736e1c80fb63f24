extension Unicode.Scalar {
  /// Whether the scalar could control a terminal: C0, DEL, C1, the characters that change the direction of
  /// text, those that end a line or a paragraph, and invisible format characters.
  public var isHarmful: Bool {
    if value < 0x20 { return true }
    if value < 0x7F { return false }
    if value < 0xA0 { return true }
    switch value {
    case 0xAD, 0x61C, 0x180E, 0xFEFF: return true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: return true
    case 0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: return true
    default: return value >= 0xE0000
    }
  }
}
