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
}

/// A table from the meaning of a cell to its look.
///
/// Body text keeps the terminal's own colours, so that light and dark backgrounds both stay
/// readable; the hues are chosen to be readable on either and to differ for colour-blind people
/// (A is orange, B is blue).
package struct Theme: Hashable, Sendable {
  /// How many colours the terminal has.
  package enum Depth: Hashable, Sendable {
    /// None, or the user asked for none (`NO_COLOR`).
    case monochrome
    /// The eight or sixteen ANSI colours.
    case basic
    /// The 256-colour palette.
    case palette
  }

  /// The colours at hand.
  package let depth: Depth

  /// The theme for a terminal with that many colours.
  package init(depth: Depth) { self.depth = depth }

  /// The look of a style.
  package func appearance(of style: Style) -> Appearance {
    var look = ink(style.ink)
    switch style.ground {
    case .plain: break
    case .bar:
      if depth == .palette { look.background = 236 }
      if depth == .palette, look.foreground == nil { look.foreground = 252 }
      if depth != .palette { look = Appearance(attributes: [.reverse]) }
    case .selection:
      look = Appearance(attributes: [.reverse, .bold])
      if depth == .palette { look = Appearance(foreground: 231, background: 25, attributes: .bold) }
    case .dimSelection:
      look.attributes.insert(.underline)
      look.attributes.remove(.dim)
    }
    if style.isBold { look.attributes.insert(.bold) }
    if style.isUnderlined { look.attributes.insert(.underline) }
    return look
  }

  private func ink(_ ink: Ink) -> Appearance {
    switch (ink, depth) {
    case (.plain, _): Appearance()
    case (.quiet, .palette): Appearance(foreground: 244)
    case (.quiet, _): Appearance(attributes: .dim)
    case (.left, .palette): Appearance(foreground: 172)
    case (.left, .basic): Appearance(foreground: 3)
    case (.right, .palette): Appearance(foreground: 39)
    case (.right, .basic): Appearance(foreground: 6)
    case (.left, .monochrome), (.right, .monochrome): Appearance()
    case (.shared, .palette): Appearance(foreground: 134)
    case (.shared, .basic): Appearance(foreground: 5)
    case (.shared, .monochrome): Appearance(attributes: .dim)
    case (.plumbing, .palette): Appearance(foreground: 244)
    case (.plumbing, _): Appearance(attributes: .dim)
    case (.warning, .palette): Appearance(foreground: 203, attributes: .bold)
    case (.warning, .basic): Appearance(foreground: 1, attributes: .bold)
    case (.warning, .monochrome): Appearance(attributes: .bold)
    case (.match, .palette): Appearance(foreground: 16, background: 220)
    case (.match, _): Appearance(attributes: [.reverse])
    case (.key, .palette): Appearance(foreground: 37, attributes: .bold)
    case (.key, _): Appearance(attributes: .bold)
    case (.comment, .palette): Appearance(foreground: 244)
    case (.comment, _): Appearance(attributes: .dim)
    case (.literal, .palette): Appearance(foreground: 71)
    case (.literal, .basic): Appearance(foreground: 2)
    case (.keyword, .palette): Appearance(foreground: 68)
    case (.keyword, .basic): Appearance(foreground: 4)
    case (.literal, .monochrome), (.keyword, .monochrome): Appearance()
    }
  }
}
