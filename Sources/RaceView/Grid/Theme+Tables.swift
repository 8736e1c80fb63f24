extension Theme {
  /// The looks that differ from the terminal's own.
  static func table(_ depth: Depth, _ background: Background) -> [Role: Appearance] {
    switch (depth, background) {
    case (.monochrome, _): monochrome
    case (.eight, .dark): monochrome.merging(eightOnDark) { $1 }
    case (.sixteen, .dark): monochrome.merging(sixteenOnDark) { $1 }
    // Bright colours are unreadable on white, so sixteen colours are no more than eight.
    case (.eight, .light), (.sixteen, .light): monochrome.merging(fewOnLight) { $1 }
    case (.palette, .dark): paletteOnDark
    case (.palette, .light): paletteOnLight
    }
  }

  private static let monochrome: [Role: Appearance] = [
    .ink(.quiet): Appearance(attributes: .dim),
    .ink(.shared): Appearance(attributes: .dim),
    .ink(.plumbing): Appearance(attributes: .dim),
    .ink(.comment): Appearance(attributes: .dim),
    .ink(.warning): Appearance(attributes: .bold),
    .ink(.key): Appearance(attributes: .bold),
    .ink(.match): Appearance(attributes: .reverse),
    .bar: Appearance(attributes: .reverse),
    .selection: Appearance(attributes: [.reverse, .bold]),
  ]

  // The user chooses how ANSI colours look, so only few are used: in the usual palettes blue is unreadable on
  // black, and yellow, green and cyan on white.

  private static let eightOnDark: [Role: Appearance] = [
    .ink(.left): Appearance(foreground: 3),
    .ink(.right): Appearance(foreground: 6),
    .ink(.shared): Appearance(foreground: 5, attributes: .bold),
    // Bold makes ANSI colours bright in many terminals, as needed here.
    .ink(.warning): Appearance(foreground: 1, attributes: .bold),
    .ink(.literal): Appearance(foreground: 2),
    .ink(.keyword): Appearance(attributes: .bold),
  ]

  private static let sixteenOnDark: [Role: Appearance] = [
    .ink(.left): Appearance(foreground: 11),
    .ink(.right): Appearance(foreground: 14),
    .ink(.shared): Appearance(foreground: 13),
    .ink(.warning): Appearance(foreground: 9, attributes: .bold),
    .ink(.literal): Appearance(foreground: 2),
    .ink(.keyword): Appearance(attributes: .bold),
  ]

  private static let fewOnLight: [Role: Appearance] = [
    .ink(.left): Appearance(foreground: 1),
    .ink(.right): Appearance(foreground: 4),
    .ink(.warning): Appearance(foreground: 5),
    .ink(.literal): Appearance(foreground: 5),
    .ink(.keyword): Appearance(attributes: .bold),
  ]

  private static let paletteOnDark: [Role: Appearance] = [
    .ink(.quiet): Appearance(foreground: 244),
    .ink(.left): Appearance(foreground: 172),
    .ink(.right): Appearance(foreground: 39),
    .ink(.shared): Appearance(foreground: 177),
    .ink(.plumbing): Appearance(foreground: 244),
    .ink(.warning): Appearance(foreground: 210, attributes: .bold),
    .ink(.match): Appearance(foreground: 16, background: 220),
    .ink(.key): Appearance(foreground: 37, attributes: .bold),
    .ink(.comment): Appearance(foreground: 244),
    .ink(.literal): Appearance(foreground: 71),
    .ink(.keyword): Appearance(foreground: 110),
    .bar: Appearance(foreground: 252, background: 236),
    .selection: Appearance(foreground: 231, background: 25, attributes: .bold),
  ]

  private static let paletteOnLight: [Role: Appearance] = [
    .ink(.quiet): Appearance(foreground: 243),
    .ink(.left): Appearance(foreground: 94),
    .ink(.right): Appearance(foreground: 26),
    .ink(.shared): Appearance(foreground: 91),
    .ink(.plumbing): Appearance(foreground: 243),
    .ink(.warning): Appearance(foreground: 124, attributes: .bold),
    .ink(.match): Appearance(foreground: 16, background: 220),
    .ink(.key): Appearance(foreground: 23, attributes: .bold),
    .ink(.comment): Appearance(foreground: 243),
    .ink(.literal): Appearance(foreground: 22),
    .ink(.keyword): Appearance(foreground: 24),
    .bar: Appearance(foreground: 235, background: 254),
    .selection: Appearance(foreground: 231, background: 25, attributes: .bold),
  ]
}
