/// Something that a report holds and that can be asked for.
package struct Word: Hashable, Sendable {
  /// What it is.
  package let field: QueryField
  /// The text as printed.
  package let text: String
}
