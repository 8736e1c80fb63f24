/// A piece of a log and its expected outline.
package struct GrammarExample: Sendable {
  /// What the example shows.
  package let name: String
  /// The log text.
  package let log: String
  /// The outline of its reports, see `ReportOutline`.
  package let outline: String

  init(_ name: String, log: String, outline: String) {
    self.name = name
    self.log = log
    self.outline = outline
  }
}
