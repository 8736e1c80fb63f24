/// Keys, the mouse, and what is typed.
extension App {
  mutating func take(_ input: InputEvent) {
    switch input {
    case .resize(let columns, let rows):
      context.size = Size(columns: columns, rows: rows)
      sayIfTooSmall()
    case .key(let key): press(key)
    case .paste(let text): if prompt != nil { editPrompt { $0.insert(text) } }
    case .press(let column, let row): press(column: column, row: row)
    case .drag(let column, let row): withScreen { $0.drag(column: column, row: row, &$1) }
    case .wheel(let column, let row, let lines):
      withScreen { $0.wheel(column: column, row: row, lines: lines, &$1) }
    case .wake, .terminate: break
    }
  }

  /// A click on a key of the footer does what the key does.
  private mutating func press(column: Int, row: Int) {
    let keys = Footer(self).keys
    let rowsUp = context.size.rows - 1 - row
    let isFooter = context.size.rows > 1 && rowsUp <= keys.map(\.rowsUp).max() ?? 0
    let clicked = keys.first { isFooter && $0.rowsUp == rowsUp && column >= $0.x && column < $0.end }?
      .command(at: column)
    context.message = nil
    if isFooter && prompt != nil { return }
    pending = nil
    guard isFooter else { return withScreen { $0.press(column: column, row: row, &$1) } }
    let times = count
    count = nil
    if let clicked { withScreen { $0.perform(clicked, times: times, &$1) } }
  }

  private mutating func press(_ key: Key) {
    context.message = nil
    context.found = nil
    if prompt != nil { return pressInPrompt(key) }
    if pending == nil, withScreen({ $0.type(key, &$1) }) { return }
    if pending == nil, let digit = Self.digit(key), digit > 0 || count != nil {
      count = min(99_999, (count ?? 0) * 10 + digit)
      return
    }
    perform(KeySequence((pending?.keys ?? []) + [key]))
  }

  /// Performs the command of the keys, or waits for the next key of the sequence.
  private mutating func perform(_ keys: KeySequence) {
    let map = context.settings.keys
    if let command = map.command(for: keys, on: context.screen) {
      let times = count
      (pending, count) = (nil, nil)
      withScreen { $0.perform(command, times: times, &$1) }
    } else if !map.continuations(of: keys, on: context.screen).isEmpty {
      pending = keys
    } else {
      let isLeft = pending != nil && keys.keys.last == .escape
      (pending, count) = (nil, nil)
      if isLeft { return }
      let help = context.key(Common.help)
      context.say("\(keys.name(context.glyphs)) is not bound here; \(help) for help")
    }
  }

  private static func digit(_ key: Key) -> Int? {
    guard case .character(let scalar) = key, scalar.isASCII else { return nil }
    return Character(scalar).wholeNumberValue
  }
}
