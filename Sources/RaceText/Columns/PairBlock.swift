package import RaceModel

/// A stack of a column with the row above it.
package struct PairBlock {
  /// The role of the stack.
  package enum Kind: Equatable {
    /// The stack of the column's access, or the subject of the report.
    case own
    /// Where the column's thread was created.
    case creation
    /// Anything else that the report describes.
    case other
  }

  package var kind: Kind
  /// The row above the stack; nil for the first, whose header is that of the column.
  package var heading: String?
  /// The stack; nil if the note says why there is none.
  package var stack: Report.Stack?
  /// A sentence in place of the stack.
  package var absence: String?
  /// The frame that represents the access.
  package var siteIndex: Int?
  /// Which stack of the report it is; nil for those outside of any path.
  package var stackID: StackID?
  /// Details about the heading: why something is inferred.
  package var remark: String?
}
