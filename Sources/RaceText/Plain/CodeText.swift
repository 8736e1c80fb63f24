internal import RaceModel

/// The code around a line of one side as plain text: its place, then the lines, with the racing one marked.
struct CodeText {
  /// How many lines are printed.
  private static let height = 9
  /// Columns of a tab.
  private static let tab = 4

  /// The lines, each with a maximum width.
  let lines: [String]

  /// The code of a side, or why there is none.
  init(_ lookup: CodeLookup, _ side: Side, width: Int, _ glyphs: Glyphs) {
    let lead = "\(side.letter)  "
    switch lookup {
    case .absent(let words):
      lines = Fitting.wrap(words, max(8, width - lead.utf8.count)).enumerated().map { number, line in
        (number == 0 ? lead : "   ") + line
      }
    case .found(let excerpt):
      let shown = excerpt.window(height: Self.height)
      let digits = String(shown.last?.number ?? 0).utf8.count
      let texts = shown.map { Self.untabbed($0.text) }
      let cut = texts.filter { !$0.allSatisfy { $0 == " " } }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
      lines =
        [Self.header(excerpt, lead, width, glyphs)]
        + zip(shown, texts).map { line, text in
          let number = String(line.number)
          let mark = line.number == excerpt.line ? String(glyphs.marker) : " "
          let blanks = String(repeating: " ", count: digits - number.utf8.count)
          let code = String(text.dropFirst(cut))
          return Fitting.end("\(mark)\(blanks)\(number) \(glyphs.vertical) \(code)", width, glyphs.ellipsis)
        }
    }
  }

  /// The file and the line; then why it may be another line. The path may be cut, a doubt never.
  private static func header(_ excerpt: CodeExcerpt, _ lead: String, _ width: Int, _ glyphs: Glyphs) -> String
  {
    let words = (excerpt.doubts + [excerpt.means].compactMap(\.self)).joined(separator: ", ")
    let rest = ":\(excerpt.line)" + (words.isEmpty ? "" : ": \(words)")
    let room = max(12, width - lead.utf8.count - Fitting.columns(rest))
    return lead + Fitting.middle(excerpt.path, room, glyphs.ellipsis) + rest
  }

  /// The text with blanks in place of tabs.
  private static func untabbed(_ text: String) -> String {
    var shown = ""
    var column = 0
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        let blanks = tab - column % tab
        shown += String(repeating: " ", count: blanks)
        column += blanks
      } else {
        shown.unicodeScalars.append(scalar)
        column += CharacterWidth.columns(of: scalar)
      }
    }
    return shown
  }
}
