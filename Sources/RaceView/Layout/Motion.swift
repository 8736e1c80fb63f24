/// A motion through rows, on any screen.
package enum Motion: Hashable, Sendable {
  /// By a number of rows; negative is up.
  case by(Int)
  /// By a number of pages; negative is up.
  case pages(Int)
  /// By a number of half pages; negative is up.
  case halfPages(Int)
  /// To the first row.
  case top
  /// To the last row.
  case bottom
  /// To a row by its number, from 1.
  case row(Int)
  /// Back to where the last jump began.
  case back
  /// To one of the visible rows.
  case shown(Shown)
  /// The focused row moves to one of the visible rows.
  case place(Shown)
  /// The text scrolls, and the cursor moves only as far as it must.
  case scroll(Int)

  /// One of the visible rows.
  package enum Shown: Hashable, Sendable {
    case first, middle, last
  }

  /// Whether it is a jump that can be undone.
  var isJump: Bool {
    switch self {
    case .top, .bottom, .row, .back: true
    default: false
    }
  }

  /// The target row.
  ///
  /// - Parameters:
  ///   - count: how many rows the list has.
  ///   - height: how many of them are visible.
  func target(from cursor: ListCursor, count: Int, height: Int) -> Int {
    // A page keeps one row of the previous one.
    let page = max(1, height - 1)
    let last = min(cursor.top + max(1, height), count) - 1
    switch self {
    case .by(let rows), .scroll(let rows): return cursor.row + rows
    case .pages(let pages): return cursor.row + pages * page
    case .halfPages(let halves): return cursor.row + halves * max(1, page / 2)
    case .top: return 0
    case .bottom: return count - 1
    case .row(let number): return number - 1
    case .place: return cursor.row
    case .back: return cursor.before ?? cursor.row
    case .shown(.first): return cursor.top
    case .shown(.middle): return (cursor.top + last) / 2
    case .shown(.last): return last
    }
  }
}
