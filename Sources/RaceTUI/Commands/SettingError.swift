internal import RaceModel
internal import RaceTerminal
internal import RaceText
internal import RaceView

/// A line of a configuration file.
struct SettingPlace: Hashable, CustomStringConvertible {
  /// The file's path.
  let file: String
  /// The line, 1-based.
  let line: Int

  var description: String { "\(file):\(line)" }
}

/// What is wrong with a line of a configuration file.
enum SettingError: Error {
  /// It is not a setting.
  case noEqualsSign
  /// There is no such setting.
  case unknownKey(String)
  /// There is no such command.
  case unknownCommand(String)
  /// A word is not a key.
  case noKey(String)
  /// A value is neither on nor off.
  case noFlag(String)
  /// A value holds characters that could control a terminal.
  case controlCharacter
  /// A value is in quotes.
  case quoted
  /// A plumbing rule is invalid.
  case rule(UserPlumbingRule.ParseError)
  /// A path mapping is invalid.
  case mapping(PathMapping.ParseError)
  /// There is no such theme.
  case unknownTheme(String)
  /// There is no such role of colours.
  case unknownRole(String)
  /// A value is not a look.
  case noLook(Appearance.ParseError)
  /// A saved query is invalid.
  case query(QueryError)
}

extension SettingError: CustomStringConvertible {
  var description: String {
    switch self {
    case .noEqualsSign: "a line is KEY = VALUE, or # and a comment"
    case .unknownKey(let key):
      "unknown setting \"\(key)\"" + Self.hint(key, Configuration.keys + Configuration.families, most: 9)
    case .unknownCommand(let name):
      "unknown command \"\(name)\"" + Self.hint(name, CommandTable.all.map(\.name.description), most: 0)
    case .noKey(let word):
      "\"\(word)\" is not a key: one or two characters, C-x, F1 to F12, Enter, Tab, Esc, Up, PgDn, ...; none unbinds"
    case .noFlag(let word): "\"\(word)\" is neither on nor off"
    case .controlCharacter: "a value cannot have control characters"
    case .quoted: "do not quote values"
    case .rule(let error): "\(error)"
    case .mapping(let error): "\(error)"
    case .unknownTheme(let word):
      "unknown theme \"\(word)\"" + Self.hint(word, ThemeChoice.allCases.map(\.rawValue))
    case .unknownRole(let word):
      "unknown role \"\(word)\"" + Self.hint(word, Role.allCases.map(\.word), most: 20)
    case .noLook(let error): Self.words(error)
    case .query(let error): error.description
    }
  }

  private static func words(_ error: Appearance.ParseError) -> String {
    switch error {
    case .empty: "a look is a colour, \"on\" and a background, and attributes: 214 on black bold"
    case .misplaced("on"): "\"on\" goes between the text's colour and the background's"
    case .misplaced(let word): "\"\(word)\": one colour, \"on\" and a background, then attributes"
    case .unknownWord(let word):
      "\"\(word)\" is neither a colour nor an attribute"
        + (NearestWord.of(word, among: Appearance.words).map { "; did you mean \($0)?" }
          ?? ": default, 0 to 255, red, bright-red, ..., bold, dim, underline, reverse")
    }
  }

  /// `; did you mean mouse?`, or the known words if they are few.
  private static func hint(_ word: String, _ known: [String], most: Int = 8) -> String {
    if let nearest = NearestWord.of(word, among: known) { return "; did you mean \(nearest)?" }
    return known.count <= most
      ? " (known: \(known.joined(separator: ", ")))" : "; `racetui config` lists them"
  }
}
