/// The focused row of a list, and its visible rows.
package struct ListCursor: Hashable, Sendable {
  /// The focused row.
  package var row = 0
  /// The first row on the screen.
  package var top = 0
  /// Where the last jump began; nil before the first one.
  private(set) var before: Int?

  /// The first row.
  package init() {}

  /// A row of a list, with the first visible row.
  package init(row: Int, top: Int = 0) {
    self.row = row
    self.top = top
  }

  /// Jumps to a row and remembers the way back.
  package mutating func jump(to row: Int) {
    let start = self.row
    self.row = row
    recordJump(from: start)
  }

  /// Records the start of a jump that was made in another way.
  mutating func recordJump(from start: Int) { if start != row { before = start } }

  /// Moves through a list, given its number of rows and of visible rows.
  package mutating func move(_ motion: Motion, count: Int, height: Int) {
    move(motion, in: ListWindow(count: count, height: height))
  }

  /// Moves through a list.
  mutating func move(_ motion: Motion, in window: ListWindow) {
    let lowest = window.top(above: window.count - 1)
    if case .place(let place) = motion {
      let wanted =
        switch place {
        case .first: row
        case .middle: window.top(centering: row)
        case .last: window.top(above: row)
        }
      top = max(0, min(wanted, lowest))
    } else if case .scroll(let rows) = motion {
      top = max(0, min(top + rows, lowest))
      row = max(top, min(row, window.last(below: top)))
    } else {
      let start = row
      row = motion.target(from: self, count: window.count, height: window.shown(from: top))
      if motion.isJump { before = start }
    }
    row = max(0, min(row, window.count - 1))
  }

  /// Keeps the focused row in the list and visible, without empty rows below.
  package mutating func keepInView(count: Int, height: Int) {
    keepInView(ListWindow(count: count, height: height))
  }

  /// Keeps the focused row in the list and visible, without empty rows below.
  mutating func keepInView(_ window: ListWindow) {
    row = max(0, min(row, window.count - 1))
    let lowest = max(window.top(above: row), min(top, row))
    top = max(0, min(lowest, window.top(above: window.count - 1)))
  }

  /// `3 of 17`; nothing for an empty list.
  package func words(of count: Int) -> String { count == 0 ? "" : "\(row + 1) of \(count)" }
}
