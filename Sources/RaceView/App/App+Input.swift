/// Keys, the mouse, and what is typed.
extension App {
  mutating func take(_ input: InputEvent) {
    switch input {
    case .resize(let columns, let rows):
      context.size = Size(columns: columns, rows: rows)
      sayIfTooSmall()
    case .key(let key): press(key)
    case .paste(let text): if prompt != nil { editPrompt { $0.insert(text) } }
    case .press(let column, let row):
      context.message = nil
      withScreen { $0.press(column: column, row: row, &$1) }
    case .drag(let column, let row): withScreen { $0.drag(column: column, row: row, &$1) }
    case .wheel(let column, let row, let lines):
      withScreen { $0.wheel(column: column, row: row, lines: lines, &$1) }
    case .wake, .terminate: break
    }
  }

  private mutating func press(_ key: Key) {
    context.message = nil
    context.found = nil
    if prompt != nil { return pressInPrompt(key) }
    if let digit = Self.digit(key), digit > 0 || count != nil {
      count = min(99_999, (count ?? 0) * 10 + digit)
      return
    }
    let times = count
    count = nil
    guard let command = context.settings.keys.command(for: key, on: context.screen) else {
      let help = context.key(Common.help)
      return context.say("\(key.name(context.glyphs)) is not bound here; \(help) for help")
    }
    withScreen { $0.perform(command, times: times, &$1) }
  }

  private static func digit(_ key: Key) -> Int? {
    guard case .character(let scalar) = key, scalar.isASCII else { return nil }
    return Character(scalar).wholeNumberValue
  }
}
