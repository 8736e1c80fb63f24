package import RaceText

/// Keys pressed one after the other for a command: mostly one, like `j`; two if the first one opens a group,
/// like `zt`.
package struct KeySequence: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The keys in their order.
  package let keys: [Key]

  /// Keys in their order.
  package init(_ keys: [Key]) { self.keys = keys }

  /// One key.
  package init(_ key: Key) { keys = [key] }

  /// Printable characters.
  package init(stringLiteral text: String) { keys = text.unicodeScalars.map { .character($0) } }

  package static let up = KeySequence(.up)
  package static let down = KeySequence(.down)
  package static let left = KeySequence(.left)
  package static let right = KeySequence(.right)
  package static let pageUp = KeySequence(.pageUp)
  package static let pageDown = KeySequence(.pageDown)
  package static let home = KeySequence(.home)
  package static let end = KeySequence(.end)
  package static let enter = KeySequence(.enter)
  package static let escape = KeySequence(.escape)
  package static let tab = KeySequence(.tab)
  package static let backTab = KeySequence(.backTab)
  package static let backspace = KeySequence(.backspace)
  package static func control(_ scalar: Unicode.Scalar) -> KeySequence { KeySequence(.control(scalar)) }
  package static func function(_ number: Int) -> KeySequence { KeySequence(.function(number)) }

  /// Its name in help, the footer and the configuration: `zt`, `C-f`, `C-x Enter`.
  package func name(_ glyphs: Glyphs) -> String {
    let names = keys.map { $0.name(glyphs) }
    return names.joined(separator: names.allSatisfy { $0.unicodeScalars.count == 1 } ? "" : " ")
  }
}
