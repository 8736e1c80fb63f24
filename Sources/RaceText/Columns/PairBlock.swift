package import RaceModel

/// A stack of a column with what stands above it.
package struct PairBlock {
  /// What the stack is.
  package enum Kind: Equatable {
    /// The stack of the column's access, or what the report is about.
    case own
    /// Where the column's thread was created.
    case creation
    /// Anything else that the report describes.
    case other
  }

  package var kind: Kind
  /// The row above the stack; nil for the first, whose header is the column's.
  package var heading: String?
  /// The stack; nil when the note says why there is none.
  package var stack: Report.Stack?
  /// A sentence in place of the stack.
  package var note: String?
  /// The frame that stands for the access.
  package var siteIndex: Int?
  /// Which stack of the report it is; nil for those that no path leads through.
  package var place: StackPlace?
  /// More on the heading, for whoever looks at it: why something is inferred.
  package var remark: String?
}
