/// A table from the meaning of a cell to its look.
///
/// Body text keeps the terminal's own colours. The others are readable on the background, and the two sides
/// differ for colour-blind people: tests check both.
package struct Theme: Hashable, Sendable {
  /// How many colours the terminal has.
  package enum Depth: Hashable, Sendable, CaseIterable {
    /// None, or the user asked for none (`NO_COLOR`).
    case monochrome
    /// The eight ANSI colours.
    case eight
    /// The ANSI colours with their bright ones.
    case sixteen
    /// The 256-colour palette.
    case palette

    /// The depth of a terminal with a number of colours, as in terminfo.
    package init(colors: Int) {
      switch colors {
      case 256: self = .palette
      case 16..<256: self = .sixteen
      // With more, a number above 7 is not an index into the palette but a direct colour.
      case 8...: self = .eight
      default: self = .monochrome
      }
    }

    /// The available colours.
    package var colors: Int {
      switch self {
      case .monochrome: 0
      case .eight: 8
      case .sixteen: 16
      case .palette: 256
      }
    }
  }

  /// The terminal's background.
  package enum Background: Hashable, Sendable, CaseIterable {
    /// Light text on a dark ground.
    case dark
    /// Dark text on a light ground.
    case light
  }

  /// The available colours.
  package let depth: Depth
  /// The terminal's background.
  package let background: Background
  private let looks: [Role: Appearance]

  /// The theme for a terminal.
  ///
  /// - Parameter changes: looks that the user chose. One that needs more colours than the terminal has is
  ///   ignored.
  package init(depth: Depth, background: Background = .dark, changes: [Role: Appearance] = [:]) {
    self.depth = depth
    self.background = background
    looks = Self.table(depth, background).merging(changes.filter { $1.colorsNeeded <= depth.colors }) { $1 }
  }

  /// The look of a role.
  package func appearance(of role: Role) -> Appearance { looks[role] ?? Appearance() }

  /// The look of a style: its ink over its ground.
  package func appearance(of style: Style) -> Appearance {
    let ink = appearance(of: .ink(style.ink))
    var look = ink
    switch style.ground {
    case .plain: break
    case .bar: look = over(appearance(of: .bar), ink)
    case .selection:
      look = appearance(of: .selection)
      if style.ink == .match { look = match(over: look) }
    case .dimSelection:
      look.attributes.insert(.underline)
      look.attributes.remove(.dim)
    }
    if style.isBold { look.attributes.insert(isBoldBright(look) ? .underline : .bold) }
    if style.isUnderlined { look.attributes.insert(.underline) }
    return look
  }

  /// Whether bold text would be too bright to read: many terminals show bold ANSI colours as bright ones.
  private func isBoldBright(_ look: Appearance) -> Bool {
    background == .light && look.background == nil && look.foreground.map { $0 < 8 } ?? false
  }

  /// An ink on a bar. A reversed bar has a single look, because the ink's colour would become its background.
  private func over(_ ground: Appearance, _ ink: Appearance) -> Appearance {
    if ground.attributes.contains(.reverse) { return ground }
    return Appearance(
      foreground: ink.foreground ?? ground.foreground, background: ink.background ?? ground.background,
      attributes: ink.attributes.union(ground.attributes))
  }

  /// A match on the selected row: if both are reversed, the match is not.
  private func match(over selection: Appearance) -> Appearance {
    var look = appearance(of: .ink(.match))
    guard look.attributes.contains(.reverse), selection.attributes.contains(.reverse) else { return look }
    look.attributes.subtract([.reverse, .dim])
    look.attributes.formUnion([.bold, .underline])
    return look
  }
}
