internal import Glibc
internal import RaceModel
internal import RaceText
internal import RaceView

/// What the user's configuration file says: one `KEY = VALUE` a line, `#` before a comment.
struct Configuration: Equatable {
  /// The user's own rules for what is plumbing, key `plumbing`, in the order of the file.
  var plumbing: [UserPlumbingRule] = []
  /// Keys for commands, keys `bind.NAME`; none unbind one.
  var bindings: [CommandName: [KeySequence]] = [:]
  /// Whether the mouse is used, key `mouse`.
  var usesMouse = true
  /// Whether the list shows the selected race, key `preview`.
  var showsPreview = true
  /// Whether the pair shows the code of both lines, key `code`.
  var showsCode = true

  /// What a line may set, beside `bind.NAME`.
  static let keys = ["plumbing", "mouse", "preview", "code"]

  /// What a configuration file may have at most.
  private static let largest = 1 << 20

  /// The file of the person who runs the program; nothing where there is none.
  static func ofUser() throws(ConfigurationError) -> Configuration {
    guard let path = ownPath else { return Configuration() }
    return try Configuration(reading: path)
  }

  /// Where the file of the person is who runs the program; nil for none.
  static var ownPath: String? { path(variable: { getenv($0).map { String(cString: $0) } }) }

  /// Where the file is: `RACETUI_CONFIG`, which names none when it is empty, else `racetui/config` where
  /// programs keep their configuration. Nil for none.
  static func path(variable: (String) -> String?) -> String? {
    if let named = variable("RACETUI_CONFIG") { return named.isEmpty || named == "/dev/null" ? nil : named }
    // A folder that is not absolute is to be ignored.
    if let folder = variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return "\(folder)/racetui/config" }
    guard let home = variable("HOME"), !home.isEmpty else { return nil }
    return "\(home)/.config/racetui/config"
  }

  /// Nothing configured.
  init() {}

  /// Reads a file; one that does not exist says nothing.
  init(reading path: String) throws(ConfigurationError) {
    var info = stat()
    if stat(path, &info) != 0, errno == ENOENT || errno == ENOTDIR { return }
    let file: SourceFile
    do {
      file = try SourceFile(reading: path, largest: Self.largest)
    } catch {
      throw ConfigurationError(place: nil, cause: "\(error)")
    }
    for number in 1..<file.lineCount + 1 {
      let line = file.bytes(ofLine: number).map { String(decoding: $0, as: UTF8.self) } ?? ""
      do throws(SettingError) {
        try take(line)
      } catch {
        throw ConfigurationError(place: "\(path):\(number)", cause: "\(error)")
      }
    }
  }

  /// Takes a line of the file.
  private mutating func take(_ line: String) throws(SettingError) {
    let line = line[...].trimmed
    guard !line.isEmpty, !line.hasPrefix("#") else { return }
    guard let sign = line.firstIndex(of: "=") else { throw .noEqualsSign }
    let key = line[..<sign].trimmed
    let value = line[line.index(after: sign)...].trimmed
    switch key {
    case "plumbing":
      // A name never begins with a quote: such a rule would never hold.
      guard value.first != "\"", value.first != "'" else { throw .quoted }
      do throws(UserPlumbingRule.ParseError) {
        plumbing.append(try UserPlumbingRule(parsing: String(value)))
      } catch {
        throw .rule(error)
      }
    case "mouse": usesMouse = try Self.flag(value)
    case "preview": showsPreview = try Self.flag(value)
    case "code": showsCode = try Self.flag(value)
    default:
      guard key.hasPrefix("bind.") else { throw .unknownKey(String(key)) }
      try bind(String(key.dropFirst(5)), value)
    }
  }

  private static func flag(_ value: Substring) throws(SettingError) -> Bool {
    switch value {
    case "on": true
    case "off": false
    default: throw .noFlag(String(value))
    }
  }

  /// `bind.NAME = KEY KEY`; `none` unbinds it.
  private mutating func bind(_ name: String, _ value: Substring) throws(SettingError) {
    guard CommandTable.all.contains(where: { $0.name.description == name }) else {
      throw .unknownCommand(name)
    }
    let words = value.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { throw .noKey("") }
    if words == ["none"] { return bindings[CommandName(name)] = [] }
    var keys: [KeySequence] = []
    for word in words {
      guard let key = KeySequence(parsing: word) else { throw .noKey(word) }
      keys.append(key)
    }
    bindings[CommandName(name)] = keys
  }
}

/// What is wrong with a line of a configuration file.
private enum SettingError: Error, CustomStringConvertible {
  case noEqualsSign
  case unknownKey(String)
  case unknownCommand(String)
  case noKey(String)
  case noFlag(String)
  case quoted
  case rule(UserPlumbingRule.ParseError)

  var description: String {
    switch self {
    case .noEqualsSign: "a line is KEY = VALUE, or # and a comment"
    case .unknownKey(let key):
      "unknown setting \"\(key)\"" + Self.hint(key, Configuration.keys + ["bind.NAME"])
    case .unknownCommand(let name):
      "unknown command \"\(name)\"" + Self.hint(name, CommandTable.all.map(\.name.description), most: 0)
    case .noKey(let word):
      "\"\(word)\" is no key: one or two characters, C-x, F1 to F12, Enter, Tab, Esc, Up, PgDn, ...; none unbinds"
    case .noFlag(let word): "\"\(word)\" is neither on nor off"
    case .quoted: "do not quote values"
    case .rule(let error): "\(error)"
    }
  }

  /// `; did you mean mouse?`, or the known words when they are few.
  private static func hint(_ word: String, _ known: [String], most: Int = 8) -> String {
    if let nearest = NearestWord.of(word, among: known) { return "; did you mean \(nearest)?" }
    return known.count <= most
      ? " (known: \(known.joined(separator: ", ")))" : "; `racetui config` lists them"
  }
}

/// Why a configuration file cannot be used, worded for a person.
struct ConfigurationError: Error, Equatable, CustomStringConvertible {
  /// The file and the line; nil when the cause names the file.
  var place: String?
  /// What is wrong.
  var cause: String

  /// One line for standard error.
  var description: String { place.map { "\($0): \(cause)" } ?? cause }
}

extension Substring {
  /// Without white space at either end.
  fileprivate var trimmed: Substring {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
