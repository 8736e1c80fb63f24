/// What people have found out about one race: a line of a triage file.
///
/// A line is the race's key, its state, and fields `name="value"` with blanks between; a value without
/// blanks, quotes and backslashes needs no quotes. Unknown fields are kept unchanged.
public struct TriageEntry: Hashable, Sendable {
  /// The race.
  public var key: RaceKey
  /// The state as written; that of another version may be unknown.
  public var stateText: String
  /// The fields in their order, known or not.
  public private(set) var fields: [Field] = []

  /// A named value.
  public struct Field: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its value, without quotes.
    public var value: String
  }

  /// The names of known fields.
  public enum Name: String, CaseIterable, Sendable {
    /// The author.
    case by
    /// The day of the entry: `2026-11-29`.
    case on
    /// A link to more.
    case link
    /// The reason.
    case why
    /// The detector, by its name in exports.
    case detector
    /// The name of the race, see `LogIndex.title(of:)`.
    case race
  }

  /// An entry of a race.
  public init(_ race: Race, of index: LogIndex, _ state: TriageState) {
    self.init(race.key, state)
    self[.detector] = race.detector.name
    self[.race] = index.title(of: race)
  }

  /// An entry of the race with a key.
  public init(_ key: RaceKey, _ state: TriageState) {
    self.key = key
    stateText = state.rawValue
  }

  /// The state; nil for one of another version.
  public var state: TriageState? {
    get { TriageState(rawValue: stateText) }
    set { stateText = newValue?.rawValue ?? stateText }
  }

  /// A field's value; nil if missing. No value has a control character.
  public subscript(name: Name) -> String? {
    get { fields.last { $0.name == name.rawValue }?.value }
    set {
      let value = newValue.map { Self.cleaned($0) }.flatMap { $0.isEmpty ? nil : $0 }
      guard let value else { return fields.removeAll { $0.name == name.rawValue } }
      if let place = fields.lastIndex(where: { $0.name == name.rawValue }) {
        fields[place].value = value
      } else {
        fields.append(Field(name: name.rawValue, value: value))
      }
    }
  }

  private static func cleaned(_ value: String) -> String {
    let text = value.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    return String(String.UnicodeScalarView(text)).split(separator: " ").joined(separator: " ")
  }

  // MARK: Text

  /// The line: the known fields in the order of `Name`, then the others.
  public var line: String {
    let known = Name.allCases.flatMap { name in fields.filter { $0.name == name.rawValue } }
    let others = fields.filter { Name(rawValue: $0.name) == nil }
    return (["\(key)", stateText] + (known + others).map { "\($0.name)=\(Self.quoted($0.value))" }).joined(
      separator: " ")
  }

  /// Parses a line; nil if it is not an entry.
  public init?(line: String) {
    var rest = line.unicodeScalars[...]
    guard let key = Self.word(&rest), key.utf8.count == 16, let value = UInt64(key, radix: 16),
      let state = Self.word(&rest), !state.isEmpty,
      state.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D })
    else { return nil }
    self.key = RaceKey(value: value)
    stateText = state
    while let field = Self.field(&rest) { fields.append(field) }
    guard rest.allSatisfy({ $0 == " " || $0 == "\t" || $0 == "\r" }) else { return nil }
  }

  private static func quoted(_ value: String) -> String {
    let isPlain = !value.isEmpty && value.unicodeScalars.allSatisfy { !["\"", "\\", " ", "="].contains($0) }
    if isPlain { return value }
    let escaped = value.unicodeScalars.map { ["\"", "\\"].contains($0) ? "\\\($0)" : "\($0)" }.joined()
    return "\"\(escaped)\""
  }

  private static func skipBlanks(_ rest: inout Substring.UnicodeScalarView) {
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
  }

  private static func word(_ rest: inout Substring.UnicodeScalarView) -> String? {
    skipBlanks(&rest)
    let word = rest.prefix { $0 != " " && $0 != "\t" && $0 != "\r" }
    rest = rest[word.endIndex...]
    return word.isEmpty ? nil : String(word)
  }

  /// `why="the counter may be off"`
  private static func field(_ rest: inout Substring.UnicodeScalarView) -> Field? {
    skipBlanks(&rest)
    let name = rest.prefix { $0.isASCII && ($0.properties.isAlphabetic || $0 == "-") }
    guard !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == "=" else { return nil }
    var tail = rest[rest.index(after: name.endIndex)...]
    guard tail.first == "\"" else {
      let value = tail.prefix { $0 != " " && $0 != "\t" && $0 != "\r" }
      rest = tail[value.endIndex...]
      return Field(name: String(name), value: String(value))
    }
    tail.removeFirst()
    var value = String.UnicodeScalarView()
    while let next = tail.popFirst() {
      if next == "\"" {
        rest = tail
        return Field(name: String(name), value: String(value))
      }
      if next == "\\", let escaped = tail.popFirst() { value.append(escaped) } else { value.append(next) }
    }
    return nil
  }
}
