/// How a style looks on a terminal.
package struct Appearance: Hashable, Sendable {
  /// Attributes that a terminal without colour has too.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// The attribute bits.
    package let rawValue: UInt8
    /// Makes a set from its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Bold.
    package static let bold = Attributes(rawValue: 1)
    /// Dim (faint).
    package static let dim = Attributes(rawValue: 2)
    /// Reverse video.
    package static let reverse = Attributes(rawValue: 4)
    /// Underlined.
    package static let underline = Attributes(rawValue: 8)
  }

  /// Foreground as a palette index, nil for the terminal's own.
  package var foreground: UInt8?
  /// Background as a palette index, nil for the terminal's own.
  package var background: UInt8?
  /// Attributes beside the colours.
  package var attributes: Attributes

  /// Makes an appearance; without arguments the terminal's own colours.
  package init(foreground: UInt8? = nil, background: UInt8? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The number of colours that it needs: 0 without colours, 8 for `red`, 256 for number 214.
  package var colorsNeeded: Int { [foreground, background].compactMap { $0.map { Int($0) + 1 } }.max() ?? 0 }
}
