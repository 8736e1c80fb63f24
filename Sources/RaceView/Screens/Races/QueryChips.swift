internal import RaceText

/// The row of a query's terms, each of which can be removed.
struct QueryChips: Sendable {
  private struct Chip: Sendable {
    var text: String
    var x: Int
    var width: Int
  }

  private var chips: [Chip] = []
  private let isOff: Bool
  /// The progress of the answer, or what to do about the terms.
  private let hint: String

  init(_ context: Context) {
    let query = context.list.query
    isOff = query.isOff
    hint = Self.hint(context)
    var x = 1
    for term in query.terms {
      let text = "[\(Fitting.middle(term.text, 40, context.glyphs.ellipsis)) \(context.glyphs.times)]"
      let width = Fitting.columns(text)
      guard x + width < context.size.columns else { break }
      chips.append(Chip(text: text, x: x, width: width))
      x += width + 1
    }
  }

  /// The term under a column; nil between terms.
  func term(at column: Int) -> Int? { chips.firstIndex { column >= $0.x && column < $0.x + $0.width } }

  func draw(_ y: Int, _ context: Context, on grid: inout Grid) {
    for chip in chips {
      grid.put(chip.text, x: chip.x, y: y, Style(isOff ? .quiet : .shared))
    }
    let x = context.size.columns - 1 - Fitting.columns(hint)
    if x > (chips.last.map { $0.x + $0.width } ?? 0) { grid.put(hint, x: x, y: y, Style(.quiet)) }
  }

  /// `asked 62 % of the reports`
  private static func hint(_ context: Context) -> String {
    if context.list.query.isOff { return "off; \(context.key(Common.toggleQuery)) switches on" }
    if let unasked = context.unasked { return unasked }
    return "\(context.key(Common.dropTerm)) removes the last"
  }
}
