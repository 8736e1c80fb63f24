/// Input from the terminal.
package enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The main mouse button went down.
  case press(column: Int, row: Int)
  /// The mouse moved with the main button down, or the button came up there.
  case drag(column: Int, row: Int)
  /// The wheel turned; positive is down (toward later lines).
  case wheel(column: Int, row: Int, lines: Int)
  /// Text was pasted.
  case paste(String)
  /// The terminal has a new size; also sent after the program comes back from a stop or an editor.
  case resize(columns: Int, rows: Int)
  /// The extra file descriptor to wait on became readable.
  case wake
  /// A signal asks the program to end.
  case terminate(signal: Int32)
}
