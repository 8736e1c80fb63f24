package import RaceText

/// How things are shown and asked for: what the user, the configuration and the terminal decide.
package struct Settings: Sendable {
  /// The characters to draw with.
  package var glyphs: Glyphs
  /// Which key asks for what.
  package private(set) var keys: KeyMap
  /// Whether the code under the cursors is shown.
  package var showsCode = true
  /// Whether the list shows the selected race, where there is room.
  package var showsPreview = true
  /// What is said of the screens.
  package internal(set) var screens: [ScreenFacts] = [] {
    didSet { keys = KeyMap(screens) }
  }

  /// The settings of a user who has decided nothing.
  package init(glyphs: Glyphs = .unicode) {
    self.glyphs = glyphs
    keys = KeyMap([])
  }
}
