/// From one screen to another.
enum Transition: Sendable {
  /// Opens a screen over the one that is shown.
  case open(any Screen)
  /// Opens a screen as the user left it.
  case resume(ScreenID)
  /// Goes back to a screen under the one that is shown, or opens it as the user left it.
  case reveal(ScreenID)
  /// Goes back to the list of races, then opens a screen, if any.
  case home((any Screen)?)
  /// Opens the list of the commands of the screen that is shown; to type one, or to read it first.
  case help(isTyped: Bool)
  /// Performs a command of the screen that is shown by then.
  case perform(CommandName, times: Int?)
  /// Closes the screen that is shown.
  case close
}
