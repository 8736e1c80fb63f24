/// How the terminal can draw rules and corners.
package enum LineDrawing: Sendable {
  /// Box-drawing characters.
  case unicode
  /// The terminal's alternate character set, for a locale that is not UTF-8.
  case alternate
  /// Plain ASCII.
  case ascii

  /// The letter for a box-drawing character that cannot be sent as it is: in the alternate character set, or
  /// its plain form. Nil for every other character.
  func substitute(for scalar: UInt32) -> UInt32? {
    guard self != .unicode, (0x2500...0x253C).contains(scalar) else { return nil }
    guard let (letter, plain) = Self.letters(for: scalar) else { return nil }
    return self == .alternate ? letter.value : plain.value
  }

  private static func letters(for scalar: UInt32) -> (alternate: Unicode.Scalar, plain: Unicode.Scalar)? {
    switch Unicode.Scalar(scalar) {
    case "─": ("q", "-")
    case "│": ("x", "|")
    case "┌": ("l", "+")
    case "┐": ("k", "+")
    case "└": ("m", "+")
    case "┘": ("j", "+")
    case "├": ("t", "+")
    case "┤": ("u", "+")
    case "┬": ("w", "+")
    case "┴": ("v", "+")
    case "┼": ("n", "+")
    default: nil
    }
  }
}
