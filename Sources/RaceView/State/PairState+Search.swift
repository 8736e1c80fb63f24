internal import RaceModel

extension PairRow {
  /// What a search looks at.
  func searchText(_ names: ShownNames) -> [String] {
    switch content {
    case .frame(let frame):
      names.searchable(frame.function)
        + [Names.place(file: frame.file, line: frame.line), frame.file ?? ""]
    case .heading(let text), .note(let text): [text, names.sentence(text)]
    case .fold: []
    }
  }
}

extension PairState {
  /// Opens the folds of a column that hide a match.
  mutating func openFolds(holding search: SearchPattern, _ names: ShownNames, side: Int) {
    var all = self
    all.sides[side].opened.formUnion(rows[side].compactMap(\.fold))
    all.arrange()
    let holding = all.rows[side].filter { $0.searchText(names).contains(where: search.matches) }
      .compactMap(\.fold)
    guard !holding.isEmpty else { return }
    let cursor = sides[side].cursor
    let row = rows[side].indices.contains(cursor) ? rows[side][cursor] : nil
    sides[side].opened.formUnion(holding)
    arrange()
    let found = rows[side].firstIndex { $0.fold == row?.fold && $0.frame == row?.frame }
    if let found { sides[side].cursor = found }
  }
}
