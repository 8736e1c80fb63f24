/// A searchable text of a report.
package struct Word: Hashable, Sendable {
  /// What it is.
  package let field: QueryField
  /// The text as printed.
  package let text: String
}
