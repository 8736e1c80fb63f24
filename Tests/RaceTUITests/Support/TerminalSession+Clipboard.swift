import Foundation
import TerminalHarness

extension TerminalSession {
  /// The texts put on the clipboard, in order; nil for one that is not text in base64.
  var clipboard: [String?] {
    screen.commands.map { command in
      guard command.hasPrefix("52;c;") else { return nil }
      return Data(base64Encoded: String(command.dropFirst(5))).flatMap { String(data: $0, encoding: .utf8) }
    }
  }
}
