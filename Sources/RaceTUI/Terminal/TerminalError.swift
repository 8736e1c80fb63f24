internal import Glibc

/// Why there is no screen to draw on, worded for the user.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The process has no controlling terminal.
  case noTerminal(errno: Int32)
  /// `TERM` is not set.
  case unnamedType
  /// `TERM` names a type that the terminfo database does not have, or one that is not a screen.
  case unknownType(String)
  /// The type cannot place the cursor.
  case cannotPlaceCursor(String)
  /// A system call failed.
  case system(call: String, errno: Int32)

  package var description: String {
    switch self {
    case .noTerminal(let error): "there is no terminal to draw on (/dev/tty: \(Self.text(of: error)))"
    case .unnamedType: "TERM is not set, so the kind of terminal is not known"
    case .unknownType(let name): "the terminal type \"\(name)\" (TERM) is not known to terminfo here"
    case .cannotPlaceCursor(let name): "a terminal of type \"\(name)\" (TERM) cannot place the cursor"
    case .system(let call, let error): "the terminal cannot be used (\(call): \(Self.text(of: error)))"
    }
  }

  private static func text(of error: Int32) -> String {
    String(cString: strerror(error))
  }
}
