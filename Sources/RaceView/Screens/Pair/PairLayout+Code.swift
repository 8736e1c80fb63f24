internal import RaceModel

/// Where the code of both sides is.
extension PairLayout {
  /// The places of the code.
  ///
  /// - Parameters:
  ///   - side: the focused side.
  ///   - split: the share of the left column, in percent.
  static func codePanes(
    _ sharing: CodeSharing, _ arrangement: Arrangement, _ area: Rect, side: Side, split: Int
  ) -> [Pane] {
    switch (arrangement, sharing) {
    case (.single, _), (.stacked, .same): [pane(PairPart(side), area)]
    case (.sideBySide, .same): [pane(PairPart(side), area.inset)]
    case (.sideBySide, .each): columns(area, split: split)
    case (.stacked, .each): halves(area)
    case (.sideBySide, .only(let found)):
      // Both headers stay where they are; the code below is as wide as both.
      columns(area, split: split).map { column in
        var pane = column
        let height = pane.part.side == found ? pane.body.height : 0
        pane.body = Rect(x: area.x + 1, y: pane.body.y, width: area.width - 2, height: height)
        return pane
      }
    case (.stacked, .only(let found)):
      halves(area, upper: found == .a ? area.height - 1 : 1).map { half in
        var pane = half
        if pane.part.side != found { pane.body.height = 0 }
        return pane
      }
    }
  }

  /// The place of the code of a side; nil if it is not on the screen.
  func codePane(_ side: Side) -> Pane? {
    codePanes.first { $0.part.side == side } ?? (sharing == .same ? codePanes.first : nil)
  }

  /// The row below the code; nil without code.
  var codeBottom: Int? { codePanes.map { $0.body.y + $0.body.height }.max() }

  /// Whether a cell is on the rule between two columns, or beside it.
  func isDivider(_ column: Int, _ row: Int) -> Bool {
    guard arrangement == .sideBySide, let right = pane(.b) else { return false }
    let code = sharing == .each ? codeBottom : codePanes.first?.header.y
    let bottom = code ?? right.body.y + right.body.height
    return abs(column - (right.body.x - 1)) <= 1 && row >= right.header.y && row < bottom
  }
}

extension Rect {
  /// Without its first and last column.
  var inset: Rect { Rect(x: x + 1, y: y, width: width - 2, height: height) }
}
