package import RaceModel

/// One report of a race as plain text, with the columns of the Pair screen.
package struct ShowText {
  /// The narrowest text that has both columns side by side.
  package static let besideWidth = 100

  private let report: ShownReport
  private let key: RaceKey
  private let number: (Int, of: Int)?
  private let rows: Sides<[PairRow]>
  private let facts: [PairRow]
  /// The code of both lines, or why there is none; nil if not requested.
  private let code: Sides<CodeLookup?>

  /// A report that was read, or could not be read.
  ///
  /// - Parameters:
  ///   - number: the number of its race in the list, and how many there are.
  ///   - isFolded: whether plumbing and shared frames are folded.
  ///   - code: the code of both lines, or why there is none; nil if not requested.
  package init(
    _ report: ShownReport, number: (Int, of: Int)?, isFolded: Bool,
    code: Sides<CodeLookup?> = Sides(nil, nil)
  ) {
    self.report = report
    self.code = code
    self.number = number
    key = report.row.race
    rows = Sides { side in
      let folded = report.rows(side, opened: [])
      return isFolded ? folded : report.rows(side, opened: Set(folded.compactMap(\.fold)))
    }
    let folded = report.facts(opened: [])
    facts = isFolded ? folded : report.facts(opened: Set(folded.compactMap(\.fold)))
  }

  /// The text in `width` columns: side by side if there is room, else one above the other.
  package func text(width: Int, glyphs: Glyphs) -> String {
    let title = report.title(number: number, glyphs)
    var lines = ["\(title)  \(report.location)  key \(key)"]
    lines += [
      report.explanation(ShownNames(), glyphs),
      report.origin(glyphs) { _ in "" },
      report.damage.isEmpty ? "" : "! \(report.damage)",
    ].filter { !$0.isEmpty }
    let head = lines.map { Cleaning.clean($0) + "\n" }.joined()
    let end = codeText(width, glyphs) + sentences(width: width)
    if report.isLone { return head + "\n" + above([.a], width, glyphs) + end }
    return head + "\n" + (width >= Self.besideWidth ? beside(width, glyphs) : above([.a, .b], width, glyphs))
      + below(width, glyphs) + whole() + end
  }

  private func beside(_ width: Int, _ glyphs: Glyphs) -> String {
    let left = (width - 3) / 2
    let height = max(rows.a.count, rows.b.count) + 1
    return (0..<height).map { y in
      var line = TextLine()
      put(y, of: .a, at: 0, width: left, glyphs, in: &line)
      line.put(String(glyphs.vertical), x: left + 1)
      put(y, of: .b, at: left + 3, width: width - left - 3, glyphs, in: &line)
      return line.text + "\n"
    }.joined()
  }

  /// What belongs to neither access.
  private func below(_ width: Int, _ glyphs: Glyphs) -> String {
    guard !facts.isEmpty else { return "" }
    let rows = facts.map { row in
      var line = TextLine()
      for piece in PairRowText(row, width: width, ShownNames(), glyphs).pieces {
        line.put(piece.text, x: piece.x, limit: piece.limit)
      }
      return line.text + "\n"
    }
    return "\n" + rows.joined()
  }

  private func above(_ sides: [Side], _ width: Int, _ glyphs: Glyphs) -> String {
    sides.map { side in
      let lines = (0...rows[side].count).map { y in
        var line = TextLine()
        put(y, of: side, at: 0, width: width, glyphs, in: &line)
        return line.text + "\n"
      }
      return lines.joined() + "\n"
    }.joined()
  }

  /// Writes the header of a column, or one of the rows below it.
  private func put(_ y: Int, of side: Side, at x: Int, width: Int, _ glyphs: Glyphs, in line: inout TextLine)
  {
    if y == 0 {
      return line.put(Fitting.end(report.header(side), width, glyphs.ellipsis), x: x, limit: x + width)
    }
    guard y <= rows[side].count else { return }
    for piece in PairRowText(rows[side][y - 1], width: width, ShownNames(), glyphs).pieces {
      line.put(piece.text, x: x + piece.x, limit: x + piece.limit)
    }
  }

  /// The full names of both sites, which columns may have shortened.
  private func whole() -> String {
    guard let detail = report.detail else { return "" }
    var text = "\n"
    for side in Side.allCases {
      guard let access = detail.report.access(side), let site = detail.site(of: access)
      else { continue }
      text += Cleaning.clean("\(side.letter)  \(FrameWords.whole(site))") + "\n"
    }
    return text
  }

  /// The code of both lines, side by side if there is room.
  private func codeText(_ width: Int, _ glyphs: Glyphs) -> String {
    let isBeside = width >= Self.besideWidth && code.a != nil && code.b != nil
    let left = isBeside ? (width - 3) / 2 : width
    func lines(_ side: Side, _ width: Int) -> [String] {
      code[side].map { CodeText($0, side, width: width, glyphs).lines } ?? []
    }
    let columns = [lines(.a, left), lines(.b, isBeside ? width - left - 3 : width)]
    guard isBeside else {
      return columns.filter { !$0.isEmpty }.map { lines in
        "\n" + lines.map { Cleaning.clean($0) + "\n" }.joined()
      }.joined()
    }
    return "\n"
      + (0..<columns.map(\.count).reduce(0, max)).map { y in
        var line = TextLine()
        if columns[0].indices.contains(y) { line.put(columns[0][y], x: 0, limit: left) }
        line.put(String(glyphs.vertical), x: left + 1)
        if columns[1].indices.contains(y) { line.put(columns[1][y], x: left + 3, limit: width) }
        return line.text + "\n"
      }.joined()
  }

  /// The explanation of the report in sentences.
  private func sentences(width: Int) -> String {
    guard let detail = report.detail, let analysis = report.analysis else { return "" }
    let lines = Explanation.lines(detail, analysis).flatMap { line in
      Fitting.wrap(line.words, max(20, width - 9)).enumerated().map { part in
        let label = part.offset == 0 ? line.label : ""
        return label + String(repeating: " ", count: max(1, 9 - label.utf8.count)) + part.element
      }
    }
    return lines.isEmpty ? "" : "\n" + lines.map { Cleaning.clean($0) + "\n" }.joined()
  }
}
