internal import RaceModel
internal import RaceText

/// The last row: what is being typed, what just happened, or the keys that matter.
struct Footer {
  private let app: App
  private let context: Context
  private let y: Int

  init(_ app: App) {
    self.app = app
    context = app.context
    y = app.context.size.rows - 1
  }

  func draw(on grid: inout Grid) {
    if let prompt = app.prompt { return draw(prompt, on: &grid) }
    let columns = context.size.columns
    let position = position
    let right = columns - Fitting.columns(position) - 1
    let keys = keys
    let top = y - (keys.map(\.rowsUp).max() ?? 0)
    for row in top..<y { grid.fill(x: 0, y: row, width: columns, " ", Style(.plain)) }
    if let pending = app.pending {
      grid.put(pending.name(context.glyphs), x: 1, y: top, Style(.plain, bold: true))
    }
    for key in keys {
      grid.put(key.keys, x: key.x, y: y - key.rowsUp, Style(.key))
      grid.put(key.label, x: key.end - Fitting.columns(key.label), y: y - key.rowsUp, Style(.quiet))
    }
    if app.pending != nil { return }
    guard let message = context.message else {
      return _ = grid.put(position, x: max(0, right), y: y, Style(.quiet))
    }
    let style = Style(message.isWarning ? .warning : .plain, bold: true)
    grid.put(Fitting.end(message.text, columns - 2, context.glyphs.ellipsis), x: 1, y: y, style)
    if Fitting.columns(message.text) + 3 < right { grid.put(position, x: right, y: y, Style(.quiet)) }
  }

  /// Where the user is, or what the next key refers to.
  private var position: String {
    let place = app.screen.position(context)
    let match = context.found.map { "match \($0.words)" + (place.isEmpty ? "" : ", \(place)") }
    return app.count.map { "\($0) times" } ?? match ?? place
  }

  /// The visible keys, each with its place; none during a prompt or a message.
  var keys: [FooterKey] {
    let layout = FooterLayout(app)
    if app.prompt != nil { return [] }
    if let pending = app.pending { return layout.keys(after: pending) }
    if context.message != nil { return [] }
    let limit = context.size.columns
    let position = position
    return layout.keys(limit: position.isEmpty ? limit : limit - Fitting.columns(position) - 3)
  }

  private func draw(_ prompt: Prompt, on grid: inout Grid) {
    let lead = lead(prompt)
    let columns = context.size.columns
    let hint = hint(prompt)
    let room = columns - 3 - Fitting.columns(lead)
    var x = grid.put(lead, x: 1, y: y, Style(.plain, bold: true))
    // The text before the cursor comes first, then as much after it as fits.
    x = grid.put(Fitting.suffix(prompt.line.head, room), x: x, y: y, Style(.plain, bold: true))
    let tail = prompt.line.tail
    grid.fill(x: x, y: y, width: 1, " ", Style(.plain, on: .selection))
    if let under = tail.first {
      x = grid.put(String(under), x: x, y: y, limit: columns, Style(.plain, on: .selection, bold: true))
      let rest = Fitting.end(String(tail.dropFirst()), max(0, columns - x - 1), context.glyphs.ellipsis)
      x = grid.put(rest, x: x, y: y, limit: columns, Style(.plain, bold: true))
    } else {
      x += 1
    }
    if x + 2 + Fitting.columns(hint.text) < columns {
      let style = Style(hint.isWarning ? .warning : .quiet)
      grid.put(hint.text, x: columns - 1 - Fitting.columns(hint.text), y: y, style)
    }
  }

  /// The beginning of the line.
  private func lead(_ prompt: Prompt) -> String {
    switch prompt.purpose {
    case .search: context.key(Common.search)
    case .query: context.key(Common.query)
    case .reason: "reason: "
    case .link: "link: "
    }
  }

  /// The remark beside the typed line.
  private func hint(_ prompt: Prompt) -> Message {
    if let objection = prompt.objection { return Message(objection, isWarning: true) }
    switch prompt.purpose {
    case .search:
      if let found = context.found { return Message(found.words) }
      if let message = context.message { return message }
      return Message("text, or /expression/; \(Key.enter.name(context.glyphs)) keeps the place")
    case .reason: return Message("a reason, or nothing")
    case .link: return Message("an address, or nothing")
    case .query:
      if prompt.line.text.isEmpty {
        return Message("TEXT, -TEXT, /expression/, \(Key.tab.name(context.glyphs)) lists fields")
      }
      let count = "\(context.list.listed.raceCount) of \(Counting.plural(context.index.races.count, "race"))"
      return Message(context.unasked.map { "\(count) so far; \($0)" } ?? count)
    }
  }
}
