internal import RaceView

/// Which colours the screen is drawn in.
package enum ThemeChoice: String, Sendable, CaseIterable {
  /// Those for the terminal's background.
  case automatic = "auto"
  /// Those for a dark background.
  case dark
  /// Those for a light background.
  case light

  /// The chosen background; nil to ask the terminal.
  var background: Theme.Background? {
    switch self {
    case .automatic: nil
    case .dark: .dark
    case .light: .light
    }
  }
}
