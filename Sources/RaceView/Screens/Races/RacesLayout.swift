/// Where the parts of the list are.
struct RacesLayout: Sendable {
  /// Rows of a race: one per side.
  static let rowsPerRace = 2
  /// The narrowest terminal with the preview beside the list.
  private static let besideWidth = 170
  /// The lowest terminal with the preview below the list.
  private static let belowHeight = 30

  /// The row of the query's terms; nil without a query.
  let chips: Int?
  /// The first row of the list.
  let bodyTop: Int
  /// How many rows the list has.
  let bodyHeight: Int
  /// How many columns the list has.
  let width: Int
  /// How many rows the full names of the selected race take below the list.
  let selectionHeight: Int
  /// The place of the selected race with its code; nil without room.
  let preview: Rect?
  /// Whether the columns have a header.
  let hasHeader: Bool

  init(_ size: Size, hasQuery: Bool = false, showsPreview: Bool = false) {
    hasHeader = size.rows >= 8
    chips = hasQuery && size.rows >= 6 ? 1 : nil
    let top = 1 + (chips == nil ? 0 : 1)
    bodyTop = top + (hasHeader ? 1 : 0)
    if showsPreview, size.columns >= Self.besideWidth, size.rows >= 16 {
      width = max(100, size.columns * 56 / 100)
      selectionHeight = 0
      preview = Rect(x: width, y: top, width: size.columns - width, height: size.rows - 1 - top)
    } else if showsPreview, size.rows >= Self.belowHeight {
      width = size.columns
      selectionHeight = size.rows * 45 / 100
      preview = Rect(x: 0, y: size.rows - 1 - selectionHeight, width: width, height: selectionHeight)
    } else {
      width = size.columns
      selectionHeight = size.rows >= 16 ? 3 : 0
      preview = nil
    }
    bodyHeight = max(1, size.rows - bodyTop - 1 - selectionHeight)
  }

  /// The row below the list.
  var bottom: Int { bodyTop + bodyHeight }

  /// Where the selected line is shown in full, in the preview or in the rows below the list; nil without
  /// room.
  func selection(_ size: Size) -> Rect? {
    if let preview { return preview }
    if selectionHeight == 0 { return nil }
    return Rect(x: 0, y: size.rows - 1 - selectionHeight, width: width, height: selectionHeight)
  }
}
