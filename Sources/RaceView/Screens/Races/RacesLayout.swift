/// Where the parts of the list are.
struct RacesLayout: Sendable {
  /// Rows that a race takes: one a side.
  static let rowsPerRace = 2
  /// The first row of the list.
  let bodyTop: Int
  /// How many rows the list has.
  let bodyHeight: Int
  /// How many rows the whole names of the selected race take.
  let detailHeight: Int
  /// Whether the columns have a header.
  let hasHeader: Bool

  init(_ size: Size) {
    hasHeader = size.rows >= 8
    detailHeight = size.rows >= 16 ? 3 : 0
    bodyTop = hasHeader ? 2 : 1
    bodyHeight = max(1, size.rows - bodyTop - 1 - detailHeight)
  }

  /// The row below the list.
  var bottom: Int { bodyTop + bodyHeight }

  /// How many races are shown, the last one perhaps with its first row alone.
  var racesShown: Int { max(1, bodyHeight / Self.rowsPerRace) }
}
