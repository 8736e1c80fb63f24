/// A rectangle of the screen, in columns and rows.
package struct Rect: Hashable, Sendable {
  /// Its first column.
  package var x: Int
  /// Its first row.
  package var y: Int
  /// How many columns it has.
  package var width: Int
  /// How many rows it has.
  package var height: Int

  /// A rectangle by its corner and its size.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// Whether a cell is inside.
  package func contains(_ column: Int, _ row: Int) -> Bool {
    column >= x && column < x + width && row >= y && row < y + height
  }
}
