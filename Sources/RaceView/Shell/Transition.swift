/// A step from one screen to another.
enum Transition: Sendable {
  /// Opens a screen over the visible one.
  case open(any Screen)
  /// Opens a screen as the user left it.
  case resume(ScreenID)
  /// Goes back to a screen under the visible one, or opens it as the user left it.
  case reveal(ScreenID)
  /// Goes back to the list of races, then opens a screen, if any.
  case home((any Screen)?)
  /// Opens the list of commands of the visible screen, to type one or to read.
  case help(isTyped: Bool)
  /// Performs a command of the screen that is visible by then.
  case perform(CommandName, times: Int?)
  /// Closes the visible screen.
  case close
}
