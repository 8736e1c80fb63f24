/// Makes text from a log harmless to show.
package enum Cleaning {
  /// The text with a replacement for each character that could control a terminal.
  package static func clean(_ text: String) -> String {
    if Fitting.isPlain(text) || !text.unicodeScalars.contains(where: CharacterWidth.isControl) { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { CharacterWidth.isControl($0) ? "\u{FFFD}" : $0 }))
  }
}
