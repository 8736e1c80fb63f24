package import RaceText

/// The facts about a screen, whatever is on it.
package struct ScreenFacts: Sendable {
  /// Its name.
  package let id: ScreenID
  /// Its name in help.
  package let title: String
  /// The facts about its commands, in the order of help.
  package let commandFacts: [CommandFacts]
  /// The part of help below the keys.
  package let legend: @Sendable (Glyphs) -> [HelpLine]
}

extension Screen {
  /// The facts about the screen.
  package static var facts: ScreenFacts {
    ScreenFacts(id: id, title: title, commandFacts: commands.map(\.facts), legend: { legend($0) })
  }
}
