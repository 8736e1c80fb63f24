package import RaceView

/// How the user wants the screen to look.
package struct Looks: Sendable {
  /// Whether there are colours.
  package var colors = ColorChoice.automatic
  /// Which colours they are.
  package var theme = ThemeChoice.automatic
  /// Looks that the user chose in place of the theme's.
  package var changes: [Role: Appearance] = [:]
  /// Whether lines and marks are drawn only with ASCII.
  package var isASCII = false

  /// The defaults.
  package init() {}
}
