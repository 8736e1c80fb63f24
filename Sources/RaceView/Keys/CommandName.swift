/// The name of a command in the key table, the configuration and messages: `fold.all`.
package struct CommandName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name.
  package let description: String

  /// A command by its name.
  package init(_ name: String) { description = name }

  /// A command by its name.
  package init(stringLiteral name: String) { description = name }
}
