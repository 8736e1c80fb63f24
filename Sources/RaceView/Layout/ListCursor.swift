/// The focused row of a list, and which rows are on the screen.
package struct ListCursor: Hashable, Sendable {
  /// The focused row.
  package var row = 0
  /// The first row on the screen.
  package var top = 0

  /// The first row.
  package init() {}

  /// A row of a list whose first row is on the screen.
  package init(row: Int, top: Int = 0) {
    self.row = row
    self.top = top
  }

  /// Goes through a list of so many rows, so many of which are shown.
  package mutating func move(_ motion: Motion, count: Int, height: Int) {
    if case .place(let place) = motion {
      let offsets: [Motion.Shown: Int] = [.first: 0, .middle: (height - 1) / 2, .last: height - 1]
      top = max(0, min(row - (offsets[place] ?? 0), count - max(1, height)))
    } else if case .scroll(let rows) = motion {
      let height = max(1, height)
      top = max(0, min(top + rows, count - height))
      row = max(top, min(row, top + height - 1))
    } else {
      row = motion.target(from: self, count: count, height: height)
    }
    row = max(0, min(row, count - 1))
  }

  /// Keeps the focused row in the list and among the rows that are shown, and wastes no row.
  package mutating func keepInView(count: Int, height: Int) {
    row = max(0, min(row, count - 1))
    let height = max(1, height)
    let lowest = max(row - height + 1, min(top, row))
    top = max(0, min(lowest, count - height))
  }

  /// `3 of 17`; nothing for an empty list.
  package func words(of count: Int) -> String { count == 0 ? "" : "\(row + 1) of \(count)" }
}
