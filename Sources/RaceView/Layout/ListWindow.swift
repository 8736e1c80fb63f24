/// The rows of a list, and their lines on the screen: a row can take several.
struct ListWindow {
  /// How many rows the list has.
  let count: Int
  /// How many lines the screen has for it.
  let height: Int
  /// How many lines a row takes.
  private let lines: (Int) -> Int

  /// A list on a number of screen lines.
  ///
  /// - Parameter lines: how many of them a row takes.
  init(count: Int, height: Int, lines: @escaping (Int) -> Int = { _ in 1 }) {
    (self.count, self.height, self.lines) = (count, max(1, height), lines)
  }

  /// The first row on the screen when another row is the last complete one.
  func top(above last: Int) -> Int { top(last, within: height) }

  /// The first row on the screen when another row is in the middle.
  func top(centering row: Int) -> Int {
    guard row >= 0, row < count else { return 0 }
    return top(row, within: lines(row) + (height - lines(row)) / 2)
  }

  private func top(_ last: Int, within height: Int) -> Int {
    guard last >= 0, last < count else { return 0 }
    var top = last
    var taken = lines(last)
    while top > 0, taken + lines(top - 1) <= height {
      top -= 1
      taken += lines(top)
    }
    return top
  }

  /// The last complete row below the first one.
  func last(below top: Int) -> Int { below(top).last }

  /// How many rows fit on the screen from a row on: rows below the end of the list count like the last one.
  func shown(from top: Int) -> Int {
    guard top >= 0, top < count else { return 1 }
    let (last, taken) = below(top)
    return last - top + 1 + max(0, height - taken) / lines(last)
  }

  private func below(_ top: Int) -> (last: Int, taken: Int) {
    guard top >= 0, top < count else { return (max(0, top), 0) }
    var last = top
    var taken = lines(top)
    while last + 1 < count, taken + lines(last + 1) <= height {
      last += 1
      taken += lines(last)
    }
    return (last, taken)
  }
}
