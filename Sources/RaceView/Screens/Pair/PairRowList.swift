package import RaceText

/// The rows of a part of the Pair screen, the focused one, and the folds that the user opened.
package struct PairRowList: Sendable {
  /// The rows.
  package var rows: [PairRow] = []
  /// The focused row and the visible part.
  package var cursor = ListCursor()
  /// Folds that the user opened.
  var opened: Set<PairFold> = []

  /// The focused row.
  package var focused: PairRow? { rows.indices.contains(cursor.row) ? rows[cursor.row] : nil }

  /// The notes at the end of the list, each in the rows that it needs.
  func absences(width: Int, _ names: ShownNames) -> [[String]] {
    let first = rows.lastIndex { !$0.isAbsence }.map { $0 + 1 } ?? 0
    return rows[first...].map { Fitting.wrap($0.searchText(names).last ?? "", max(1, width - 3)) }
  }

  /// How many screen rows show everything at a given width.
  func height(width: Int, _ names: ShownNames) -> Int {
    let absences = absences(width: width, names)
    return rows.count - absences.count + absences.reduce(0) { $0 + $1.count }
  }

  /// Whether the user has opened a fold.
  var hasOpened: Bool { !opened.isEmpty }

  /// Replaces the rows; the cursor keeps its number.
  mutating func show(_ rows: [PairRow]) {
    self.rows = rows
    cursor.row = max(0, min(cursor.row, rows.count - 1))
  }

  /// Replaces the rows of the same report; the cursor stays on its row.
  mutating func replace(_ rows: [PairRow]) {
    let row = focused
    show(rows)
    if let row, let found = rows.firstIndex(where: { $0.isSameThing(as: row) }) { cursor.row = found }
  }

  /// Goes to another heading, or to the first row.
  mutating func stepSection(_ steps: Int) {
    let starts = rows.indices.filter { $0 == 0 || rows[$0].isHeading }
    let here = starts.lastIndex { $0 <= cursor.row } ?? 0
    // Back from the middle of a section leads to its heading first.
    let isInside = steps < 0 && starts.indices.contains(here) && starts[here] < cursor.row
    let target = max(0, min(here + steps + (isInside ? 1 : 0), starts.count - 1))
    if starts.indices.contains(target) { cursor.row = starts[target] }
  }

  /// Whether a step forward, or back, leads to another section.
  func canStepSection(_ direction: Int) -> Bool {
    let others = direction > 0 ? rows.indices.filter { $0 > cursor.row && rows[$0].isHeading } : [0]
    return !others.isEmpty
  }
}
