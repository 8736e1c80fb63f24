/// The size of the terminal.
package struct Size: Hashable, Sendable {
  /// The width in columns.
  package var columns: Int
  /// The height in rows.
  package var rows: Int

  /// A size; impossible values count as 0.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// Whether the terminal is smaller than the screens are designed for.
  package var isTooSmall: Bool { columns < 60 || rows < 16 }
}
