package import RaceModel

/// The races as plain text: what `racetui list` prints.
package enum ListText {
  /// A line for each side of each race, most important first, what else is wanted of it below, and a line that sums up.
  package static func text(
    _ index: LogIndex, _ content: ListContent = ListContent(), sort: RaceSort, width: Int, glyphs: Glyphs
  ) -> String {
    let rows = RaceListing(sort: sort).rows(index, races: content.races.contains)
    let numberWidth = max(2, String(rows.count).utf8.count)
    let most = rows.lazy.map { $0.count(index) }.max() ?? 0
    let countWidth = String(most).utf8.count + 1
    var text = ""
    for (row, shown) in rows.enumerated() {
      let race = index.races[shown.race]
      guard let entry = shown.first(index) else { continue }
      let number = String(row + 1)
      let count = "\(glyphs.times)\(race.reports.count)"
      let lead =
        String(repeating: " ", count: numberWidth - number.utf8.count) + number + "  "
        + String(repeating: " ", count: max(0, countWidth - Fitting.columns(count))) + count + "  "
      let indent = String(repeating: " ", count: Fitting.columns(lead))
      let extra = tail(index, race, entry)
      for (line, side) in RaceSide.sides(index, shown).enumerated() {
        text += self.line(side, lead: line == 0 ? lead : indent, tail: line == 0 ? extra : "", width, glyphs)
      }
      for line in content.lines(race) {
        text += Cleaning.clean(Fitting.end(indent + line, width, glyphs.ellipsis)) + "\n"
      }
    }
    for part in [NoteText.block(index, width, glyphs), closing(index, content.races, width: width)]
    where !part.isEmpty {
      text += (text.isEmpty ? "" : "\n") + part
    }
    return text
  }

  /// Damage, sources and the test, in words.
  private static func tail(_ index: LogIndex, _ race: Race, _ entry: ReportEntry) -> String {
    var words: [String] = []
    let runs = index.runCount
    if runs > 1 { words.append("in \(race.runCount)/\(runs)") }
    if let test = index.printedDuring(entry)?.test { words.append(test) }
    if race.kind != .dataRace { words.append(race.kind.words) }
    if let damage = RaceWords.damage(race) { words.append(damage) }
    return words.isEmpty ? "" : "  (\(words.joined(separator: ", ")))"
  }

  private static func line(
    _ side: RaceSide, lead: String, tail: String, _ width: Int, _ glyphs: Glyphs
  ) -> String {
    guard side.site != nil else {
      let what = side.isPrinted ? "\(side.letters) ? \(side.absence)" : "? \(side.absence)"
      return Cleaning.clean(lead + what + tail) + "\n"
    }
    let place = side.place(glyphs)
    let fixed = Fitting.columns(lead) + 4 + Fitting.columns(place) + Fitting.columns(tail)
    let function = Names.fitted(side.function(), max(12, width - fixed), glyphs.ellipsis)
    let words = place.isEmpty ? function : "\(function)  \(place)"
    return Cleaning.clean("\(lead)\(side.letters) \(words)\(tail)") + "\n"
  }

  /// The line that sums up; where nothing was found, what a log needs.
  package static func closing(_ index: LogIndex, _ races: RaceSelection = .all, width: Int) -> String {
    let advice = NoteText.advice(index).map { Fitting.wrap($0, width) } ?? []
    return ([summary(index, races)] + advice).map { line in
      String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  /// `5 races in 41 reports, 3 files, 12034 lines`; with a query `2 of 5 races in 41 reports`, and when nothing meets it
  /// `No race matches fn:main; 5 races in 41 reports`.
  package static func summary(_ index: LogIndex, _ selection: RaceSelection = .all) -> String {
    if index.races.isEmpty { return Cleaning.clean(NoteText.noRace(index)) }
    let lines = index.logs.reduce(0) { $0 + $1.lines }
    let races = RaceCounts(index).words
    let reports = Counting.plural(index.reports.count, "report")
    let inputs = Counting.inputs(files: index.logs.count, runs: index.runCount)
    let all = "\(races) in \(reports)\(inputs), \(Counting.plural(lines, "line"))."
    guard let query = selection.query, let count = selection.count else { return all }
    return count > 0 ? "\(count) of \(all)" : Cleaning.clean("No race matches \(query); \(all)")
  }
}
