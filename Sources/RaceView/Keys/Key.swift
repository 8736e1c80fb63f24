/// A key as the user means it, whatever bytes the terminal sends.
package enum Key: Hashable, Sendable, ExpressibleByUnicodeScalarLiteral {
  /// A printable character.
  case character(Unicode.Scalar)
  /// A letter with Control, lower case (`C-u` is `control("u")`).
  case control(Unicode.Scalar)
  /// Cursor keys.
  case up, down, left, right
  /// Paging keys.
  case pageUp, pageDown, home, end
  /// Editing keys.
  case enter, escape, tab, backTab, backspace, delete, insert
  /// F1 to F12.
  case function(Int)

  /// The key of a printable character.
  package init(unicodeScalarLiteral scalar: Unicode.Scalar) { self = .character(scalar) }
}
