extension VirtualTerminal {
  /// Consumes one character or sequence at `index`; nil if it is incomplete.
  mutating func step(at index: Int) -> Int? {
    let byte = pending[index]
    switch byte {
    case 0x1B: return escape(at: index)
    case 0x07: bells += 1
    case 0x08:
      cursor.x = max(0, cursor.x - 1)
      wrapsNext = false
    case 0x09: cursor.x = min(columns - 1, (cursor.x / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D:
      cursor.x = 0
      wrapsNext = false
    case 0x0E: characterSet = 1
    case 0x0F: characterSet = 0
    case 0x00, 0x7F: break  // padding
    case 0..<0x20: unknown.append("byte \(byte)")
    default:
      let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard index + length <= pending.count else { return nil }
      let text = String(decoding: pending[index..<index + length], as: UTF8.self)
      for scalar in text.unicodeScalars { put(scalar) }
      return index + length
    }
    return index + 1
  }

  private mutating func escape(at index: Int) -> Int? {
    guard index + 1 < pending.count else { return nil }
    let byte = pending[index + 1]
    switch Character(Unicode.Scalar(byte)) {
    case "[":
      let rest = pending[(index + 2)...]
      guard let end = rest.firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
      let parameters = String(decoding: pending[index + 2..<end], as: UTF8.self)
      control(parameters, Character(Unicode.Scalar(pending[end])))
      return end + 1
    case "]": return command(at: index)
    case "(", ")":
      guard index + 2 < pending.count else { return nil }
      drawsLines[byte == UInt8(ascii: "(") ? 0 : 1] = pending[index + 2] == UInt8(ascii: "0")
      return index + 3
    case "7": savedCursor = cursor
    case "8": cursor = (min(savedCursor.x, columns - 1), min(savedCursor.y, rows - 1))
    case "M":
      if cursor.y == scrolling.lowerBound {
        scrollDown(1, in: scrolling)
      } else {
        cursor.y = max(0, cursor.y - 1)
      }
    case "=", ">": break  // the number pad
    case let other: unknown.append("ESC \(other)")
    }
    return index + 2
  }

  /// An operating system command, ended by BEL or by ESC \.
  private mutating func command(at index: Int) -> Int? {
    let rest = pending[(index + 2)...]
    guard let end = rest.firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else { return nil }
    let isBell = pending[end] == 0x07
    guard isBell || end + 1 < pending.count else { return nil }
    let text = String(decoding: pending[index + 2..<end], as: UTF8.self)
    if text.hasSuffix(";?") { questions.append(text) } else { commands.append(text) }
    return isBell ? end + 1 : end + 2
  }

  private mutating func control(_ parameters: String, _ final: Character) {
    let isOn = final == "h"
    if isOn || final == "l" {
      let isPrivate = parameters.hasPrefix("?")
      for number in parameters.drop(while: { $0 == "?" }).split(separator: ";").compactMap({ Int($0) }) {
        if isPrivate { set(mode: number, isOn) } else { set(ansiMode: number, isOn) }
      }
      return
    }
    if final == "c", parameters.hasPrefix("?") { return }  // the shape of the cursor on the Linux console
    guard parameters.allSatisfy({ $0 == ";" || $0.isNumber }) else {
      unknown.append("CSI \(parameters) \(final)")
      return
    }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    if !moveCursor(final, numbers), !edit(final, numbers) {
      switch final {
      case "m": render(numbers)
      case "c": questions.append("c")
      case "t": break  // the stack of window titles
      default: unknown.append("CSI \(parameters) \(final)")
      }
    }
  }

  private mutating func set(ansiMode mode: Int, _ isOn: Bool) {
    switch mode {
    case 4: isInserting = isOn
    case 34: break  // the shape of the cursor in screen and tmux
    default: unknown.append("CSI \(mode) \(isOn ? "h" : "l")")
    }
  }

  private mutating func set(mode: Int, _ isOn: Bool) {
    if isOn { modes.insert(mode) } else { modes.remove(mode) }
    guard mode == 1049 else { return }
    if isOn, mainScreen == nil {
      mainScreen = (cells, cursor)
      erase(0..<cells.count)
    } else if !isOn, let main = mainScreen {
      mainScreen = nil
      if main.cells.count == cells.count { cells = main.cells } else { erase(0..<cells.count) }
      cursor = (min(main.cursor.x, columns - 1), min(main.cursor.y, rows - 1))
    }
    wrapsNext = false
  }
}
