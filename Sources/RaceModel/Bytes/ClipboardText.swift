/// Text for the clipboard. Pasting is typing: in a shell, a control byte of a log would be a key.
///
/// The text is that of the screen: a C0 control is `^` and its letter, as in `cat -v` and the text of a
/// report (`v`), and any other scalar that does more than show itself is U+FFFD. The reader recognizes both
/// as a lost escape, so that a copied report can be read again.
package struct ClipboardText: Hashable, Sendable {
  /// The text without any harmful scalar, except the tabs and line feeds of `init(lines:)`.
  package let text: String

  /// One line, such as a place in a file: a tab or a line feed in it is a control like any other.
  package init(line: String) { text = Self.shown(line, keeping: []) }

  /// Lines of a log. Their tabs and line feeds are kept; a carriage return before a line feed belongs to it.
  package init(lines: [UInt8]) {
    let lines = String(decoding: lines, as: UTF8.self)
    var text = String.UnicodeScalarView()
    var isReturnHeld = false
    for scalar in lines.unicodeScalars {
      if isReturnHeld, scalar != "\n" { text.append("\r") }
      isReturnHeld = scalar == "\r"
      if !isReturnHeld { text.append(scalar) }
    }
    self.text = Self.shown(String(text), keeping: ["\t", "\n"])
  }

  private static func shown(_ text: String, keeping kept: [Unicode.Scalar]) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !scalar.isHarmful || kept.contains(scalar) {
        shown.append(scalar)
      } else if scalar.value < 0x20 {
        shown.append("^")
        shown.append(Unicode.Scalar(UInt8(scalar.value) + 0x40))
      } else {
        shown.append("\u{FFFD}")
      }
    }
    return String(shown)
  }
}
