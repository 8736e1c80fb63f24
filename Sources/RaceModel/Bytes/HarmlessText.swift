extension String {
  /// The text with U+FFFD in place of each control character except the tab, and of each that changes the
  /// direction of text.
  func replacingHarmful() -> String {
    guard !utf8.allSatisfy({ $0 == 0x09 || (0x20..<0x7F).contains($0) }) else { return self }
    var harmless = UnicodeScalarView()
    for scalar in unicodeScalars { harmless.append(scalar.isHarmful && scalar != "\t" ? "\u{FFFD}" : scalar) }
    return String(harmless)
  }
}
