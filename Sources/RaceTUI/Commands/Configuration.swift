internal import RaceModel
internal import RaceTerminal
internal import RaceText
internal import RaceView

/// The contents of the configuration files: one `KEY = VALUE` per line, `#` before a comment.
///
/// No setting starts a program or writes a file, so that a project's file can come with its sources.
struct Configuration: Equatable {
  /// The user's plumbing rules, key `plumbing`: later ones take precedence.
  private(set) var plumbing: [UserPlumbingRule] = []
  /// Path mappings for files that the log names, key `map`, in the order of the lines.
  private(set) var mappings: [PathMapping] = []
  /// Keys for commands, keys `bind.NAME`; an empty list unbinds one.
  private(set) var bindings: [CommandName: [KeySequence]] = [:]
  /// Looks in place of the theme's, keys `color.ROLE`.
  private(set) var colors: [Role: Appearance] = [:]
  /// Queries with a name, keys `query.NAME`.
  private(set) var queries = SavedQueries()
  /// Which colours the screen is drawn in, key `theme`.
  private(set) var theme = ThemeChoice.automatic
  /// Whether the mouse is used, key `mouse`.
  private(set) var usesMouse = true
  /// Whether the list shows the selected race, key `preview`.
  private(set) var showsPreview = true
  /// Whether the pair shows the code of both lines, key `code`.
  private(set) var showsCode = true
  /// Whether the pair shows the focused frame in full, key `wrap`.
  private(set) var showsWhole = false
  /// Whether to remember where a log was left, key `remember`.
  private(set) var remembers = true
  /// The origins of settings, by key: for keys that add up a place for each line, for others the last one.
  private(set) var origins: [String: [SettingPlace]] = [:]

  /// What a line may set, besides the keys of a family.
  static let keys = ["plumbing", "map", "theme", "mouse", "preview", "code", "wrap", "remember"]
  /// The families: what is before the dot, and how the key is written.
  static let families = ["bind.NAME", "color.ROLE", "query.NAME"]

  /// The defaults.
  init() {}

  /// Takes a line of a file.
  ///
  /// - Parameter folder: the base of relative paths; nil for the working directory.
  mutating func take(_ line: String, at place: SettingPlace, folder: String?) throws(SettingError) {
    let line = line[...].trimmed
    guard !line.isEmpty, !line.hasPrefix("#") else { return }
    guard let sign = line.firstIndex(of: "=") else { throw .noEqualsSign }
    let key = line[..<sign].trimmed
    let value = line[line.index(after: sign)...].trimmed
    // `racetui config` prints what is set.
    guard !value.unicodeScalars.contains(where: { CharacterWidth.isControl($0) && $0 != "\t" }) else {
      throw .controlCharacter
    }
    switch key {
    case "plumbing": plumbing.append(try Self.rule(value))
    case "map": mappings.append(try Self.mapping(value, folder))
    case "theme": theme = try Self.theme(value)
    case "mouse": usesMouse = try Self.flag(value)
    case "preview": showsPreview = try Self.flag(value)
    case "code": showsCode = try Self.flag(value)
    case "wrap": showsWhole = try Self.flag(value)
    case "remember": remembers = try Self.flag(value)
    default: try take(key, value)
    }
    let before = key == "plumbing" || key == "map" ? origins[String(key)] ?? [] : []
    origins[String(key)] = before + [place]
  }

  /// Gives the settings in `body` precedence over earlier ones: for path mappings the first one counts.
  mutating func takeFirst(
    _ body: (inout Configuration) throws(ConfigurationError) -> Void
  ) throws(ConfigurationError) {
    let (later, places) = (mappings, origins["map"] ?? [])
    mappings = []
    origins["map"] = nil
    try body(&self)
    mappings += later
    origins["map", default: []] += places
  }

  /// Takes a setting of a family.
  private mutating func take(_ key: Substring, _ value: Substring) throws(SettingError) {
    guard let dot = key.firstIndex(of: ".") else { throw .unknownKey(String(key)) }
    let name = String(key[key.index(after: dot)...])
    switch key[..<dot] {
    case "bind": try bind(name, value)
    case "color": try color(name, value)
    case "query":
      do throws(QueryError) {
        try queries.save(String(value), as: name)
      } catch {
        throw .query(error)
      }
    default: throw .unknownKey(String(key))
    }
  }

  private static func rule(_ value: Substring) throws(SettingError) -> UserPlumbingRule {
    // A name never begins with a quote, so such a rule would never match.
    guard value.first != "\"", value.first != "'" else { throw .quoted }
    do throws(UserPlumbingRule.ParseError) {
      return try UserPlumbingRule(parsing: String(value))
    } catch {
      throw .rule(error)
    }
  }

  private static func mapping(_ value: Substring, _ folder: String?) throws(SettingError) -> PathMapping {
    do throws(PathMapping.ParseError) {
      let mapping = try PathMapping(parsing: String(value))
      guard let folder, !mapping.to.hasPrefix("/") else { return mapping }
      return PathMapping(from: mapping.from, to: mapping.to == "." ? folder : "\(folder)/\(mapping.to)")
    } catch {
      throw .mapping(error)
    }
  }

  private static func theme(_ value: Substring) throws(SettingError) -> ThemeChoice {
    guard let theme = ThemeChoice(rawValue: String(value)) else { throw .unknownTheme(String(value)) }
    return theme
  }

  private static func flag(_ value: Substring) throws(SettingError) -> Bool {
    switch value {
    case "on": true
    case "off": false
    default: throw .noFlag(String(value))
    }
  }

  private mutating func color(_ name: String, _ value: Substring) throws(SettingError) {
    guard let role = Role(word: name) else { throw .unknownRole(name) }
    do throws(Appearance.ParseError) {
      colors[role] = try Appearance(parsing: value)
    } catch {
      throw .noLook(error)
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

extension Substring {
  /// Without white space at either end.
  fileprivate var trimmed: Substring {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
