internal import CNcurses
internal import RaceText
internal import RaceView

/// Translates the characters and key codes of ncurses to keys as the user means them.
enum KeyDecoder {
  /// The key of a plain character; nil for one that no key of ours sends.
  static func key(character scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: Unicode.Scalar(scalar.value + 0x60).map { .control($0) }
    case 0x00: .control(" ")
    case 0x1C...0x1F: Unicode.Scalar(scalar.value + 0x40).map { .control($0) }
    default: CharacterWidth.isControl(scalar) ? nil : .character(scalar)
    }
  }

  /// The key of an ncurses key code; nil for keys without a meaning here.
  static func key(code: Int32) -> Key? {
    if (KEY_F0 + 1...KEY_F0 + 12).contains(code) { return .function(Int(code - KEY_F0)) }
    if let key = namedCodes[code] { return key }
    // ncurses numbers keys with a modifier as it meets them: only the name is reliable.
    guard let name = keyname(code) else { return nil }
    return key(extendedName: String(cString: name))
  }

  /// The key of an extended terminfo name such as `kDN5` (Control-Down): the modifier is not kept.
  static func key(extendedName name: String) -> Key? {
    guard let last = name.utf8.last, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last) else {
      return extendedNames[name]
    }
    return extendedNames[String(name.dropLast())]
  }

  private static let namedCodes: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_HOME: .home, KEY_END: .end,
    KEY_ENTER: .enter, KEY_BTAB: .backTab, KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_IC: .insert,
    // Shift with a cursor key.
    KEY_SR: .up, KEY_SF: .down, KEY_SLEFT: .left, KEY_SRIGHT: .right,
    KEY_SPREVIOUS: .pageUp, KEY_SNEXT: .pageDown, KEY_SHOME: .home, KEY_SEND: .end,
    KEY_SDC: .delete, KEY_SIC: .insert,
    // The number pad, and the names some terminals have for Home and End.
    KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end, KEY_C3: .pageDown,
    KEY_FIND: .home, KEY_SELECT: .end, KEY_LL: .end,
  ]

  private static let extendedNames: [String: Key] = [
    "kUP": .up, "kDN": .down, "kLFT": .left, "kRIT": .right, "kPRV": .pageUp, "kNXT": .pageDown,
    "kHOM": .home, "kEND": .end, "kDC": .delete, "kIC": .insert,
  ]

  /// Sequences that terminals send although their terminfo entry has another for the key: the two sets of
  /// cursor keys, and Home and End of the VT220 and of rxvt.
  static let commonSequences: [(bytes: String, code: Int32)] = [
    ("\u{1B}[A", KEY_UP), ("\u{1B}[B", KEY_DOWN), ("\u{1B}[C", KEY_RIGHT), ("\u{1B}[D", KEY_LEFT),
    ("\u{1B}OA", KEY_UP), ("\u{1B}OB", KEY_DOWN), ("\u{1B}OC", KEY_RIGHT), ("\u{1B}OD", KEY_LEFT),
    ("\u{1B}[H", KEY_HOME), ("\u{1B}[F", KEY_END), ("\u{1B}OH", KEY_HOME), ("\u{1B}OF", KEY_END),
    ("\u{1B}[1~", KEY_HOME), ("\u{1B}[4~", KEY_END), ("\u{1B}[7~", KEY_HOME), ("\u{1B}[8~", KEY_END),
    ("\u{1B}OM", KEY_ENTER), ("\u{1B}[Z", KEY_BTAB),
  ]
}
