internal import RaceModel
internal import RaceTerminal
internal import RaceText
internal import RaceView

/// The settings as a file with the same meaning.
extension Configuration {
  /// The settings as lines; the origin of a setting from a file is above it.
  var text: String {
    let flags = [
      ("theme", theme.rawValue), ("mouse", Self.word(usesMouse)), ("preview", Self.word(showsPreview)),
      ("code", Self.word(showsCode)), ("wrap", Self.word(showsWhole)), ("remember", Self.word(remembers)),
    ]
    var lines = flags.flatMap { setting($0, $1) }
    lines += colors.sorted { $0.key.word < $1.key.word }.flatMap { setting("color.\($0.word)", $1.text) }
    lines += queries.names.flatMap { setting("query.\($0)", queries.lines[$0] ?? "") }
    lines += list("plumbing", plumbing.map { "\($0)" })
    lines += list("map", mappings.map { "\($0.from)=\($0.to)" })
    return (lines + bindingLines).joined(separator: "\n") + "\n"
  }

  private static func origin(_ place: SettingPlace) -> String { Cleaning.clean("# from \(place)") }

  private static func word(_ isOn: Bool) -> String { isOn ? "on" : "off" }

  private var bindingLines: [String] {
    CommandTable.all.flatMap { entry in
      let names = (bindings[entry.name] ?? entry.keys).map { $0.name(.ascii) }
      let keys = names.isEmpty ? "none" : names.joined(separator: " ")
      return ["# \(entry.title)"] + setting("bind.\(entry.name)", keys)
    }
  }

  private func setting(_ key: String, _ value: String) -> [String] {
    (origins[key]?.last.map { [Self.origin($0)] } ?? []) + ["\(key) = \(value)"]
  }

  /// The lines of a key that adds up.
  private func list(_ key: String, _ values: [String]) -> [String] {
    zip(origins[key] ?? [], values).flatMap { [Self.origin($0), "\(key) = \($1)"] }
  }

  /// The defaults, and how to set what has none.
  static var defaultText: String {
    let roles = Role.allCases.map(\.word).joined(separator: ", ")
    let unset = """
      # color.ROLE = COLOUR on BACKGROUND bold|dim|underline|reverse
      #   roles: \(roles)
      # query.NAME = TERMS
      # plumbing = RULE
      # map = FROM=TO

      """
    return "# the defaults\n" + unset + Configuration().text
  }
}
