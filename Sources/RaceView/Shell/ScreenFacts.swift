package import RaceText

/// What is said of a screen, whatever is on it.
package struct ScreenFacts: Sendable {
  /// Its name.
  package let id: ScreenID
  /// What help calls it.
  package let title: String
  /// What its commands say of themselves, in the order of help.
  package let entries: [CommandEntry]
  /// What help says below the keys.
  package let legend: @Sendable (Glyphs) -> [HelpLine]
}

extension Screen {
  /// What is said of the screen.
  package static var facts: ScreenFacts {
    ScreenFacts(id: id, title: title, entries: commands.map(\.entry), legend: { legend($0) })
  }
}
