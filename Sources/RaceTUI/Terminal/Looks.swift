package import RaceView

/// What the user wants the screen to look like.
package struct Looks: Sendable {
  /// Whether there are colours.
  package var colors = ColorChoice.automatic
  /// Which colours they are.
  package var theme = ThemeChoice.automatic
  /// Looks that the user chose in place of the theme's.
  package var changes: [Role: Appearance] = [:]
  /// Whether lines and marks are drawn with ASCII alone.
  package var isASCII = false

  /// What holds without a wish.
  package init() {}
}
