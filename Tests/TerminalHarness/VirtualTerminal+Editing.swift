extension VirtualTerminal {
  private static let lineDrawing: [Unicode.Scalar: Unicode.Scalar] = [
    "q": "─", "x": "│", "l": "┌", "k": "┐", "m": "└", "j": "┘", "t": "├", "u": "┤", "w": "┬", "v": "┴",
    "n": "┼",
  ]

  /// Writes one character at the cursor.
  mutating func put(_ scalar: Unicode.Scalar) {
    let drawn = drawsLines[characterSet] ? Self.lineDrawing[scalar] ?? scalar : scalar
    let taken = width(drawn)
    if taken == 0 { return mark(drawn) }
    if wrapsNext || cursor.x + taken > columns {
      cursor.x = 0
      lineFeed()
    }
    let here = cursor.y * columns + cursor.x
    if isInserting { insertBlanks(taken) }
    for index in here..<min(cells.count, here + taken) { split(at: index) }
    last = drawn
    cells[here] = Cell(text: Character(drawn), rendition: pen)
    if taken == 2, cursor.x + 1 < columns {
      cells[here + 1] = Cell(rendition: pen, isContinuation: true)
    }
    cursor.x += taken
    wrapsNext = cursor.x >= columns
    cursor.x = min(cursor.x, columns - 1)
  }

  /// Writes a combining mark over the character before the cursor.
  private mutating func mark(_ scalar: Unicode.Scalar) {
    var index = cursor.y * columns + (wrapsNext ? cursor.x : max(0, cursor.x - 1))
    if cells[index].isContinuation, index > 0 { index -= 1 }
    var text = String(cells[index].text)
    text.unicodeScalars.append(scalar)
    // A mark that does not join the character would make two characters: that is not a cell.
    if text.count == 1, let joined = text.first {
      cells[index].text = joined
    } else {
      unknown.append("mark U+\(String(scalar.value, radix: 16))")
    }
  }

  /// When half of a wide character is overwritten, the other half becomes blank.
  private mutating func split(at index: Int) {
    if cells[index].isContinuation, index > 0 { cells[index - 1].text = " " }
    if index + 1 < cells.count, cells[index + 1].isContinuation { cells[index + 1].isContinuation = false }
  }

  mutating func lineFeed() {
    wrapsNext = false
    if cursor.y == scrolling.upperBound {
      scrollUp(1, in: scrolling)
    } else {
      cursor.y = min(rows - 1, cursor.y + 1)
    }
  }

  /// Erased cells keep the background of the pen, as xterm's do.
  private var blank: Cell { Cell(rendition: Rendition(background: pen.background)) }

  mutating func erase(_ range: Range<Int>) {
    for index in range.clamped(to: 0..<cells.count) { cells[index] = blank }
  }

  mutating func scrollUp(_ count: Int, in range: ClosedRange<Int>) {
    let count = min(count, range.count)
    let start = range.lowerBound * columns
    let end = (range.upperBound + 1) * columns
    let kept = Array(cells[start + count * columns..<end])
    cells.replaceSubrange(start..<end, with: kept + Array(repeating: blank, count: count * columns))
  }

  mutating func scrollDown(_ count: Int, in range: ClosedRange<Int>) {
    let count = min(count, range.count)
    let start = range.lowerBound * columns
    let end = (range.upperBound + 1) * columns
    let kept = Array(cells[start..<end - count * columns])
    cells.replaceSubrange(start..<end, with: Array(repeating: blank, count: count * columns) + kept)
  }

  private mutating func insertBlanks(_ count: Int) {
    let here = cursor.y * columns + cursor.x
    let end = (cursor.y + 1) * columns
    let count = min(count, end - here)
    let kept = Array(cells[here..<end - count])
    cells.replaceSubrange(here..<end, with: Array(repeating: blank, count: count) + kept)
  }

  private mutating func deleteCharacters(_ count: Int) {
    let here = cursor.y * columns + cursor.x
    let end = (cursor.y + 1) * columns
    let count = min(count, end - here)
    let kept = Array(cells[here + count..<end])
    cells.replaceSubrange(here..<end, with: kept + Array(repeating: blank, count: count))
  }

  /// Handles sequences that move the cursor; false for others.
  mutating func moveCursor(_ final: Character, _ numbers: [Int]) -> Bool {
    let count = max(1, numbers.first ?? 1)
    let second = max(1, numbers.count > 1 ? numbers[1] : 1)
    switch final {
    case "H", "f": cursor = (min(columns, second) - 1, min(rows, count) - 1)
    case "A": cursor.y = max(0, cursor.y - count)
    case "B": cursor.y = min(rows - 1, cursor.y + count)
    case "C": cursor.x = min(columns - 1, cursor.x + count)
    case "D": cursor.x = max(0, cursor.x - count)
    case "G": cursor.x = min(columns, count) - 1
    case "d": cursor.y = min(rows, count) - 1
    case "Z": cursor.x = max(0, (cursor.x - 1) / 8 * 8)
    case "r":
      let bottom = numbers.count > 1 && numbers[1] > 0 ? min(numbers[1], rows) - 1 : rows - 1
      scrolling = min(count - 1, bottom)...bottom
      cursor = (0, 0)
    default: return false
    }
    wrapsNext = false
    return true
  }

  /// Handles sequences that change cells; false for others.
  mutating func edit(_ final: Character, _ numbers: [Int]) -> Bool {
    let mode = numbers.first ?? 0
    let count = max(1, mode)
    let here = cursor.y * columns + cursor.x
    let line = cursor.y * columns..<(cursor.y + 1) * columns
    switch final {
    case "J": erase(mode == 0 ? here..<cells.count : mode == 1 ? 0..<here + 1 : 0..<cells.count)
    case "K": erase(mode == 0 ? here..<line.upperBound : mode == 1 ? line.lowerBound..<here + 1 : line)
    case "X": erase(here..<min(line.upperBound, here + count))
    case "b":
      for _ in 0..<count { put(last) }
      return true
    case "@": insertBlanks(count)
    case "P": deleteCharacters(count)
    case "L": scrollDown(count, in: cursor.y...max(cursor.y, scrolling.upperBound))
    case "M": scrollUp(count, in: cursor.y...max(cursor.y, scrolling.upperBound))
    case "S": scrollUp(count, in: scrolling)
    case "T": scrollDown(count, in: scrolling)
    default: return false
    }
    wrapsNext = false
    return true
  }
}
