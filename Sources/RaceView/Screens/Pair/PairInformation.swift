internal import RaceModel
internal import RaceText

/// The rows below the title: why it is a race, what a person has said of it, what it is on and its cause; below that, if
/// needed, what is damaged and where the report comes from. If there is only one row, damage goes first.
struct PairInformation: Sendable {
  /// Rows of a terminal with one row for the sentence, and one for the rest.
  private static let roomy = 26
  /// Rows of a terminal with two rows for each.
  private static let middling = 20

  /// The lines and their styles.
  private let lines: [(text: String, style: Style)]
  /// The rest of the last line, in quiet style.
  private let origin: String

  /// How many rows there are.
  var height: Int { lines.count }

  init(_ context: Context) {
    let report = context.report
    let why = report?.verdict(context.model.names)?.words ?? ""
    let rest = report?.explanation(context.model.names, context.glyphs) ?? ""
    let origin =
      report?.origin(context.glyphs) { ", \(context.key(Common.raw)) shows \($0 == 1 ? "it" : "them")" } ?? ""
    let damage = report.map { $0.damage.isEmpty ? "" : "! \($0.damage)" } ?? ""
    let mark = report.flatMap { TriageWords.reason(context.model.triage.entries[$0.row.race]) } ?? ""
    let text = Text(why: why, mark: mark, rest: rest, origin: origin, damage: damage, context)
    switch context.size.rows {
    case ..<10: (lines, self.origin) = ([], "")
    case Self.roomy...: (lines, self.origin) = text.roomy
    case Self.middling...: (lines, self.origin) = (text.flowing, "")
    default: (lines, self.origin) = text.single
    }
  }

  func draw(_ context: Context, on grid: inout Grid) {
    let columns = context.size.columns
    var x = 1
    for (row, line) in lines.enumerated() {
      x = grid.put(Fitting.end(line.text, columns - 2, context.glyphs.ellipsis), x: 1, y: row + 1, line.style)
    }
    guard !origin.isEmpty else { return }
    if x > 1 { x = grid.put(" \(context.glyphs.dot) ", x: x, y: height, Style(.quiet)) }
    guard x < columns - 10 else { return }
    grid.put(
      Fitting.end(origin, columns - x - 1, context.glyphs.ellipsis), x: x, y: height, Style(.quiet))
  }

  /// The information, in the rows that a terminal has for it.
  private struct Text {
    private let why, mark, rest, origin, damage: String
    private let width: Int
    private let glyphs: Glyphs

    init(
      why: String, mark: String, rest: String, origin: String, damage: String, _ context: Context
    ) {
      (self.why, self.mark, self.rest, self.origin, self.damage) = (why, mark, rest, origin, damage)
      (width, glyphs) = (context.size.columns - 2, context.glyphs)
    }

    private func joined(_ parts: String...) -> String {
      parts.filter { !$0.isEmpty }.joined(separator: " \(glyphs.dot) ")
    }

    /// The sentence, the mark, what else is known, and below, if needed, what is damaged and where the report comes
    /// from.
    var roomy: (lines: [(String, Style)], origin: String) {
      var lines = why.isEmpty ? [] : [(why, Style(.plain, bold: true))]
      if !mark.isEmpty { lines.append((mark, Style(.key))) }
      if !rest.isEmpty { lines.append((rest, Style(.plain))) }
      if !damage.isEmpty {
        lines.append((damage, Style(.warning)))
      } else if !origin.isEmpty || lines.isEmpty {
        lines.append(("", Style(.quiet)))
      }
      return (lines, origin)
    }

    /// All of it in two rows; what is damaged below, and there where the report comes from.
    var flowing: [(String, Style)] {
      let all = damage.isEmpty ? joined(why, mark, rest, origin) : joined(why, mark, rest)
      let lines = Fitting.wrap(all, width, rows: 2, glyphs.ellipsis).map { ($0, Style(.plain)) }
      return damage.isEmpty ? lines : lines + [(joined(damage, origin), Style(.warning))]
    }

    /// One row; what is damaged goes first.
    var single: (lines: [(String, Style)], origin: String) {
      damage.isEmpty
        ? ([(joined(why, mark, rest), Style(.plain))], origin)
        : ([(damage, Style(.warning))], joined(why, mark, rest, origin))
    }
  }
}
