internal import RaceModel

/// How many columns a character takes on the screen.
///
/// The answer is the C library's, because ncurses lays out a row by it; the table is in
/// `CharacterWidth+Table.swift`, made by `scripts/character-widths`.
package enum CharacterWidth {
  /// 0 for a combining mark, 2 for a wide character, else 1.
  ///
  /// What the library knows no width for (unassigned characters) counts as 1; the terminal layer
  /// draws a replacement character there.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if contains(zeroWidth, value) { return 0 }
    return contains(doubleWidth, value) ? 2 : 1
  }

  /// Whether a scalar could make a terminal do something other than show it.
  package static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.isHarmful }

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
