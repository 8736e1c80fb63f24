extension VirtualTerminal {
  /// SGR: sets the rendition of the following text.
  mutating func render(_ numbers: [Int]) {
    var index = 0
    while index < numbers.count {
      let number = numbers[index]
      switch number {
      case 0: pen = Rendition()
      case 1: pen.attributes.insert(.bold)
      case 2: pen.attributes.insert(.dim)
      case 3: pen.attributes.insert(.italic)
      case 4: pen.attributes.insert(.underline)
      case 7: pen.attributes.insert(.reverse)
      case 22: pen.attributes.subtract([.bold, .dim])
      case 23: pen.attributes.remove(.italic)
      case 24: pen.attributes.remove(.underline)
      case 27: pen.attributes.remove(.reverse)
      case 39: pen.foreground = nil
      case 49: pen.background = nil
      case 10, 11: drawsLines[0] = number == 11  // the Linux console's line drawing
      case 38, 48:
        guard let end = extendedColor(numbers, at: index) else { return unknown.append("SGR \(numbers)") }
        index = end
      default: basicColor(number)
      }
      index += 1
    }
  }

  private mutating func basicColor(_ number: Int) {
    switch number {
    case 30...37: pen.foreground = String(number - 30)
    case 90...97: pen.foreground = String(number - 82)
    case 40...47: pen.background = String(number - 40)
    case 100...107: pen.background = String(number - 92)
    default: return unknown.append("SGR \(number)")
    }
    hasSeenColor = true
  }

  /// A palette colour (`38;5;n`) or a direct one (`38;2;r;g;b`); returns its last index.
  private mutating func extendedColor(_ numbers: [Int], at index: Int) -> Int? {
    guard index + 1 < numbers.count, numbers[index + 1] == 5 || numbers[index + 1] == 2 else { return nil }
    let end = index + (numbers[index + 1] == 2 ? 4 : 2)
    guard end < numbers.count else { return nil }
    let color = numbers[(index + 2)...end].map { String($0) }.joined(separator: ",")
    if numbers[index] == 38 { pen.foreground = color } else { pen.background = color }
    hasSeenColor = true
    return end
  }
}
