/// Which screen, by its name in the key table and the configuration.
package struct ScreenID: Hashable, Sendable, CustomStringConvertible {
  /// The name: `races`, `pair`.
  package let description: String

  /// The list of races, which is never closed.
  package static let races = ScreenID("races")
  /// A race, its two accesses side by side.
  package static let pair = ScreenID("pair")
  /// Where the two paths part.
  package static let fork = ScreenID("fork")

  /// A screen by its name.
  package init(_ name: String) { description = name }
}
