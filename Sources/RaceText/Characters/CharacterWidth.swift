internal import RaceModel

/// How many columns a character takes on the screen.
///
/// The answer is that of the C library, which ncurses uses to lay out a row; the table is in
/// `CharacterWidth+Table.swift`, made by `scripts/character-widths`.
package enum CharacterWidth {
  /// 0 for a combining mark, 2 for a wide character, else 1.
  ///
  /// Characters without a width in the library (unassigned ones) count as 1; the terminal layer draws a
  /// replacement character there.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if contains(zeroWidth, value) { return 0 }
    return contains(doubleWidth, value) ? 2 : 1
  }

  /// Whether a scalar could control a terminal.
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
