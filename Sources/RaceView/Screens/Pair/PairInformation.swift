internal import RaceModel
internal import RaceText

/// The rows below the title: what the race is on and comes from; below it, where there is something to say, what is
/// damaged and where the report comes from. Where there is one row, damage goes first.
struct PairInformation: Sendable {
  /// Rows of a terminal that has one for the sentence.
  private static let roomy = 26

  /// Why it is a race; empty where that is not known, or has no row of its own.
  private let verdict: String
  private let explanation: String
  private let origin: String
  private let damage: String
  /// How many rows there are.
  let height: Int

  init(_ screen: PairScreen, _ context: Context) {
    let report = context.report
    let isOnSites = screen.row(.a)?.isSite == true && screen.row(.b)?.isSite == true
    let name = isOnSites ? screen.sharedNames.first : nil
    let rows = context.size.rows
    let why = report?.verdict(context.model.names)?.words ?? ""
    let rest = report?.explanation(context.model.names, sharedName: name, context.glyphs) ?? ""
    verdict = rows >= Self.roomy ? why : ""
    // Where there is one row it begins with the sentence.
    explanation =
      verdict.isEmpty
      ? [why, rest].filter { !$0.isEmpty }.joined(separator: " \(context.glyphs.dot) ") : rest
    origin =
      report?.origin(context.glyphs) { ", \(context.key(Common.raw)) shows \($0 == 1 ? "it" : "them")" } ?? ""
    damage = report?.damage ?? ""
    let isNeeded = !origin.isEmpty || !damage.isEmpty
    let own = rows >= 20 && isNeeded && !explanation.isEmpty ? 2 : 1
    height = rows < 10 ? 0 : own + (verdict.isEmpty ? 0 : 1)
  }

  func draw(_ context: Context, on grid: inout Grid) {
    guard height > 0 else { return }
    let width = context.size.columns - 2
    let ellipsis = context.glyphs.ellipsis
    let dot = " \(context.glyphs.dot) "
    if !verdict.isEmpty {
      grid.put(Fitting.end(verdict, width, ellipsis), x: 1, y: 1, Style(.plain, bold: true))
    }
    let top = verdict.isEmpty ? 1 : 2
    var x = 1
    if height > top {
      grid.put(Fitting.end(explanation, width, ellipsis), x: x, y: top)
    } else if damage.isEmpty {
      x = grid.put(Fitting.end(explanation, width, ellipsis), x: x, y: top)
      if x > 1, !origin.isEmpty { x = grid.put(dot, x: x, y: top, Style(.quiet)) }
    }
    let isShort = height == top && !damage.isEmpty
    let rest = isShort ? [explanation, origin].filter { !$0.isEmpty } : [origin]
    drawOrigin(rest.joined(separator: dot), x: x, context, on: &grid)
  }

  private func drawOrigin(_ text: String, x: Int, _ context: Context, on grid: inout Grid) {
    let columns = context.size.columns
    var x = x
    if !damage.isEmpty {
      let shown = "! " + Fitting.end(damage, columns - 4, context.glyphs.ellipsis)
      x = grid.put(shown, x: x, y: height, Style(.warning)) + 2
    }
    if x < columns - 10 {
      grid.put(Fitting.end(text, columns - x - 1, context.glyphs.ellipsis), x: x, y: height, Style(.quiet))
    }
  }
}
