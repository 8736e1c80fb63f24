internal import RaceModel
internal import RaceText

/// Keys, the mouse, and what is typed.
extension App {
  mutating func take(_ input: InputEvent) {
    switch input {
    case .resize(let columns, let rows):
      context.size = Size(columns: columns, rows: rows)
      sayIfTooSmall()
    case .key(let key): press(key)
    case .paste(let text): if prompt != nil { type(text) }
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

  // MARK: The prompt

  /// Begins to type in the footer.
  mutating func open(_ purpose: Prompt.Purpose) {
    switch purpose {
    case .search: prompt = Prompt(purpose: .search, text: "", previous: context.search?.text ?? "")
    case .filter: prompt = Prompt(purpose: .filter, text: context.list.filter, previous: context.list.filter)
    }
  }

  private mutating func pressInPrompt(_ key: Key) {
    guard let prompt else { return }
    switch key {
    case .character(let scalar): type(String(scalar))
    case .backspace, .delete:
      if prompt.text.isEmpty { return cancelPrompt(prompt) }
      self.prompt?.text.removeLast()
      applyPrompt()
    case .control("u"):
      self.prompt?.text = ""
      applyPrompt()
    case .control("w"):
      let words = prompt.text.split(separator: " ").dropLast()
      self.prompt?.text = words.isEmpty ? "" : words.joined(separator: " ") + " "
      applyPrompt()
    case .escape: cancelPrompt(prompt)
    case .enter: acceptPrompt(prompt)
    default: break
    }
  }

  /// Adds text to the line being typed.
  private mutating func type(_ text: String) {
    guard let prompt else { return }
    let room = max(0, Prompt.longest - prompt.text.unicodeScalars.count)
    let kept = text.unicodeScalars.lazy.filter { !CharacterWidth.isControl($0) }.prefix(room)
    self.prompt?.text += String(String.UnicodeScalarView(kept))
    applyPrompt()
  }

  /// A filter acts while it is typed; a search waits for Enter.
  private mutating func applyPrompt() {
    guard let prompt, prompt.purpose == .filter else { return }
    context.list.filter = prompt.text
    context.arrangeList()
  }

  private mutating func cancelPrompt(_ prompt: Prompt) {
    if prompt.purpose == .filter {
      context.list.filter = prompt.previous
      context.arrangeList()
    }
    self.prompt = nil
  }

  private mutating func acceptPrompt(_ prompt: Prompt) {
    self.prompt = nil
    switch prompt.purpose {
    case .filter:
      // Of none the one before stays the wanted one.
      context.list.keepSelected(context.index)
      if !context.list.filter.isEmpty {
        let back = context.key(Common.back)
        context.say("\(context.list.rows.count) of \(context.index.races.count) races; \(back) shows all")
      }
    case .search:
      context.search = SearchPattern(prompt.text) ?? context.search
      withScreen { $0.find(forward: true, includingCurrent: true, &$1) }
    }
  }
}
