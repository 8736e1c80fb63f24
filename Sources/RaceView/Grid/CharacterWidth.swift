/// How many columns a character takes on the screen.
///
/// The answer is the C library's, because ncurses lays out a row by it; the table is in
/// `CharacterWidth+Table.swift`, made by `scripts/character-widths`.
public enum CharacterWidth {
  /// 0 for a combining mark, 2 for a wide character, else 1.
  ///
  /// What the library knows no width for (unassigned characters) counts as 1; the terminal layer
  /// draws a replacement character there.
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if contains(zeroWidth, value) { return 0 }
    return contains(doubleWidth, value) ? 2 : 1
  }

  /// Whether a scalar could make a terminal do something other than show it: C0, DEL, C1, the
  /// characters that change the direction of text, those that end a line or a paragraph, and those
  /// that format without being seen.
  public static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
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

  /// Binary search in a flat list of first and last values.
  private static func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > ranges[2 * middle + 1] {
        low = middle + 1
      } else if value < ranges[2 * middle] {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}
