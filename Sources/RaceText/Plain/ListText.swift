package import RaceModel

/// The races as plain text: what `racetui list` prints.
package enum ListText {
  /// The list as one text, see `write`.
  package static func text(
    _ index: LogIndex, _ content: ListContent = ListContent(), width: Int, glyphs: Glyphs
  ) -> String {
    var text = ""
    write(index, content, width: width, glyphs: glyphs) { text += $0 }
    return text
  }

  /// How much is passed on at once, in bytes.
  private static let portion = 1 << 16

  /// A heading, a line for each side of each race, with other requested lines below, and a summary line.
  /// Races have their numbers in the ungrouped list in default order, which `racetui show` takes.
  ///
  /// - Parameter output: takes the text in portions, so that very many races are not in memory as text.
  package static func write<Failure>(
    _ index: LogIndex, _ content: ListContent, width: Int, glyphs: Glyphs,
    to output: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let list = ListRows(index, content)
    func printed(_ row: RaceRow) -> PrintedRace {
      PrintedRace(row, number: list.numbers[row.race], index, content, glyphs)
    }
    // Each race is laid out to measure and to print. Of very many, all but the first are laid out twice.
    var kept = KeptRaces()
    var widths = ListWidths()
    for row in list.rows {
      let race = printed(row)
      widths.add(race)
      kept.append(race)
    }
    let columns = ListColumns(widths, width: width, runs: index.runCount)
    var text = ""
    func add(_ line: TextLine) { text += line.text + "\n" }
    if !list.rows.isEmpty { add(columns.heading(content.isColored, glyphs)) }
    var headings = list.groups[...]
    for (position, row) in list.rows.enumerated() {
      if let group = headings.first, group.rows.lowerBound == position {
        headings.removeFirst()
        if position > 0 { text += "\n" }
        add(heading(group, content.isColored, width, glyphs))
      }
      let race = position < kept.count ? kept[position] : printed(row)
      for line in columns.lines(race, content.isColored, glyphs) { add(line) }
      if text.utf8.count >= portion {
        try output(text)
        text = ""
      }
    }
    var isFirst = list.rows.isEmpty
    for part in [NoteText.block(index, width, glyphs), closing(index, content.races, width: width)]
    where !part.isEmpty {
      text += (isFirst ? "" : "\n") + part
      isFirst = false
    }
    try output(text)
  }

  /// `example.com/shop/cart: 5 races, 7 reports`
  private static func heading(_ group: RaceGroup, _ isColored: Bool, _ width: Int, _ glyphs: Glyphs)
    -> TextLine
  {
    var line = TextLine(isColored: isColored)
    let totals = ": \(group.totals)"
    let title = Fitting.middle(
      group.title(ShownNames()), max(12, width - Fitting.columns(totals)), glyphs.ellipsis)
    line.put(title, x: 0, .strong)
    line.put(totals, x: 0)
    return line
  }

  /// The summary line; if nothing was found, what a log needs.
  package static func closing(_ index: LogIndex, _ races: RaceSelection = .all, width: Int) -> String {
    let advice = NoteText.advice(index).map { Fitting.wrap($0, width) } ?? []
    return ([summary(index, races)] + advice).map { line in
      String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  /// `5 races in 41 reports, 3 files, 12034 lines`; with a query `2 of 5 races in 41 reports`, and if nothing
  /// matches `No race matches fn:main; 5 races in 41 reports`.
  package static func summary(_ index: LogIndex, _ selection: RaceSelection = .all) -> String {
    if index.races.isEmpty { return Cleaning.clean(NoteText.noRace(index)) }
    let lines = index.logs.reduce(0) { $0 + $1.lineCount }
    let races = Counting.races(
      RaceCounts(index).words, reports: index.reports.count, files: index.logs.count, runs: index.runCount)
    let all = "\(races), \(Counting.plural(lines, "line"))."
    guard let query = selection.query, let count = selection.count else { return all }
    return count > 0 ? "\(count) of \(all)" : Cleaning.clean("No race matches \(query); \(all)")
  }
}
