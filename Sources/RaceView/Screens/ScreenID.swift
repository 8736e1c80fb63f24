/// Which screen, by the name that the key table and the configuration have for it.
package struct ScreenID: Hashable, Sendable, CustomStringConvertible {
  /// The name: `races`, `pair`.
  package let description: String

  /// A screen by its name.
  package init(_ name: String) { description = name }
}
