/// What a cell's text means; the theme decides how that looks.
///
/// Every distinction an ink makes is also made by a letter, a mark or a position, so that a screen without
/// colour loses no information.
package enum Ink: UInt8, Hashable, Sendable, CaseIterable {
  /// Ordinary text.
  case plain
  /// Frames of the screen, rules and labels.
  case quiet
  /// The access that was caught (A) and everything that belongs to it.
  case left
  /// The previous access (B) and everything that belongs to it.
  case right
  /// What both sides share: trunk frames, the fork.
  case shared
  /// Frames of the runtime, the test runner and the like.
  case plumbing
  /// Damage, half reports, errors.
  case warning
  /// Text matched by a search.
  case match
  /// A key in the footer or in help.
  case key
  /// A comment in source text.
  case comment
  /// A string or a number in source text.
  case literal
  /// A word of the language in source text.
  case keyword
}

/// The background of a cell's text.
package enum Ground: UInt8, Hashable, Sendable, CaseIterable {
  /// The terminal's own background.
  case plain
  /// The title and footer rows.
  case bar
  /// The selected row of the focused pane.
  case selection
  /// The selected row of a pane that is not focused.
  case dimSelection
}

/// The meaning of a cell: its ink, its ground, and its emphasis.
package struct Style: Hashable, Sendable {
  /// What the text means.
  package var ink: Ink
  /// The background.
  package var ground: Ground
  /// Whether the text is drawn bold.
  package var isBold: Bool
  /// Whether the text is underlined.
  package var isUnderlined = false

  /// Plain text on the terminal's own background.
  package static let plain = Style()

  /// Makes a style; without arguments it is plain text.
  package init(_ ink: Ink = .plain, on ground: Ground = .plain, bold isBold: Bool = false) {
    self.ink = ink
    self.ground = ground
    self.isBold = isBold
  }
}
