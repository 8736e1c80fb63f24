internal import RaceModel

/// A command line for a runner of GitHub Actions: `::warning file=a.go,line=8,title=A race::message`. Gitea
/// and Forgejo accept the same.
///
/// Source: `packages/core/src/command.ts` of actions/toolkit. A command begins its line; its data ends with the line, its
/// properties at the next `::`.
struct WorkflowCommand {
  /// The kind of annotation.
  enum Name: String {
    case warning, notice
  }

  /// The maximum characters of a title.
  private static let longestTitle = 255
  /// The maximum bytes of a message before escaping: GitHub accepts 64 KiB.
  private static let longestMessage = 16 << 10

  var name: Name
  var title: String
  var place: ExportedPlace?
  /// A line, or some.
  var message: String

  /// The line with its end.
  var text: String {
    var properties: [String] = []
    if let place {
      properties += ["file=\(Self.property(place.file))", "line=\(place.line)"]
      if let column = place.column { properties.append("col=\(column)") }
    }
    let title = Fitting.middle(title, Self.longestTitle, "…")
    properties.append("title=\(Self.property(title))")
    return
      "::\(name.rawValue) \(properties.joined(separator: ","))::\(Self.escaped(Cutting.bytes(message, Self.longestMessage), properties: false))\n"
  }

  private static func property(_ text: String) -> String { escaped(text, properties: true) }

  private static func escaped(_ text: String, properties: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      // The lines of a message; a property has none.
      case "\n" where !properties: escaped += "%0A"
      case ":" where properties: escaped += "%3A"
      case "," where properties: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar.isHarmful ? "\u{FFFD}" : scalar)
      }
    }
    return escaped
  }
}
