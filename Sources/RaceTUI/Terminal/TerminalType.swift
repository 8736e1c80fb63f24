internal import CNcurses
internal import Glibc

/// The terminfo entry of the terminal, read before anything is written to it.
struct TerminalType: Sendable {
  /// Its name, `TERM`.
  let name: String
  /// Whether it follows ECMA-48 (`ESC [`), as all but a few from before 1980 do; modes without a terminfo
  /// name are set only then.
  let isAnsi: Bool
  /// Whether it has an alternate character set to draw lines with.
  let hasAlternateCharacters: Bool
  /// The sequences that restore the terminal; for the crash guard, which cannot ask ncurses.
  let restoring: [UInt8]

  /// Modes that we set in addition to ncurses: bracketed paste, and motion while a button is down.
  static let pasteMode = "\u{1B}[?2004"
  /// The mode in which a terminal reports motion while a button is down.
  static let dragMode = "\u{1B}[?1002"

  /// Looks `TERM` up. `setupterm` would end the process without a place for its error.
  static func look(tty: Int32) throws(TerminalError) -> TerminalType {
    guard let term = getenv("TERM"), term.pointee != 0 else { throw .unnamedType }
    let name = String(cString: term)
    var problem: Int32 = 0
    guard setupterm(term, tty, &problem) == OK else { throw .unknownType(name) }
    defer { del_curterm(nc_cur_term()) }
    guard let place = capability("cup") else { throw .cannotPlaceCursor(name) }
    let isAnsi = place.starts(with: [0x1B, UInt8(ascii: "[")])
    let ownModes = isAnsi ? Array("\(pasteMode)l\(dragMode)l\u{1B}[?1006l\u{1B}[?1000l".utf8) : []
    let known = ["rmkx", "sgr0", "rmcup", "cnorm"].flatMap { capability($0) ?? [] }
    return TerminalType(
      name: name, isAnsi: isAnsi,
      hasAlternateCharacters: capability("acsc") != nil && capability("smacs") != nil,
      restoring: ownModes + known)
  }

  /// A string capability without its padding (`$<5>`), which only matters to a serial line.
  private static func capability(_ name: String) -> [UInt8]? {
    guard let value = tigetstr(name), Int(bitPattern: value) != -1, value.pointee != 0 else { return nil }
    var bytes: [UInt8] = []
    var isPadding = false
    for byte in String(cString: value).utf8 {
      if byte == UInt8(ascii: "<"), bytes.last == UInt8(ascii: "$") {
        bytes.removeLast()
        isPadding = true
      } else if !isPadding {
        bytes.append(byte)
      } else if byte == UInt8(ascii: ">") {
        isPadding = false
      }
    }
    return bytes
  }
}
