internal import RaceModel

/// A line of the fork's tree: one cell from edge to edge, or one for each branch.
struct ForkLine {
  var whole: ForkCell?
  var left: ForkCell?
  var right: ForkCell?

  /// The focused cell.
  func cell(_ side: Side) -> ForkCell? { whole ?? (side == .a ? left ?? right : right ?? left) }
}
