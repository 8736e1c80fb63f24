/// Why a query is invalid, in words for the person who typed it.
package struct QueryError: Error, Equatable, CustomStringConvertible {
  /// The words.
  package let description: String

  init(_ description: String) { self.description = description }
}
