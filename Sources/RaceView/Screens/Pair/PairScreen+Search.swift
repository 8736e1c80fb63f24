internal import RaceModel
package import RaceText

/// Searching: both columns, then memory and locks; in code, the code.
extension PairScreen {
  package mutating func searched(for pattern: SearchPattern, _ context: Context) -> (
    texts: [[String]], cursor: Int
  ) {
    if let code = searchedCode(context) { return code }
    for part in PairPart.allCases { openFolds(holding: pattern, part, context) }
    let texts = PairPart.allCases.flatMap { self[$0].rows.map { $0.searchText(context.model.names) } }
    let focused = focused(context)
    return (texts, firstRow(of: focused) + self[focused].cursor.row)
  }

  package mutating func select(match row: Int, _ context: inout Context) {
    if codeView != nil {
      codeView?.cursor.jump(to: row)
      return
    }
    guard let part = PairPart.allCases.last(where: { firstRow(of: $0) <= row && !self[$0].rows.isEmpty })
    else {
      return
    }
    focus(part, &context)
    self[part].cursor.jump(to: row - firstRow(of: part))
  }

  /// The number of a part's first row among all that are searched.
  private func firstRow(of part: PairPart) -> Int {
    PairPart.allCases.prefix { $0 != part }.reduce(0) { $0 + self[$1].rows.count }
  }

  /// Opens the folds of a part that hide a match.
  private mutating func openFolds(holding pattern: SearchPattern, _ part: PairPart, _ context: Context) {
    guard let report = context.report else { return }
    let closed = self[part].rows.compactMap(\.fold)
    let all = rows(of: part, report, opened: self[part].opened.union(closed))
    let holding = all.filter { $0.searchText(context.model.names).contains(where: pattern.matches) }
      .compactMap(\.fold)
    guard !holding.isEmpty else { return }
    self[part].opened.formUnion(holding)
    let focused = self[part].focused
    self[part].show(rows(of: part, report, opened: self[part].opened))
    let found = self[part].rows.firstIndex { $0.fold == focused?.fold && $0.frame == focused?.frame }
    if let found { self[part].cursor.row = found }
  }

  private func rows(of part: PairPart, _ report: ShownReport, opened: Set<PairFold>) -> [PairRow] {
    part.side.map { report.rows($0, opened: opened) } ?? report.facts(opened: opened)
  }
}
