/// A searchable text of a report.
package struct Word: Hashable, Sendable {
  /// Its field.
  package let field: QueryField
  /// The text as printed.
  package let text: String
}
