internal import RaceView

/// Which colours the screen is drawn in.
package enum ThemeChoice: String, Sendable, CaseIterable {
  /// Those for the background that the terminal has.
  case automatic = "auto"
  /// Those for a dark background.
  case dark
  /// Those for a light background.
  case light

  /// The background that is chosen; nil when the terminal is to be asked.
  var background: Theme.Background? {
    switch self {
    case .automatic: nil
    case .dark: .dark
    case .light: .light
    }
  }
}
